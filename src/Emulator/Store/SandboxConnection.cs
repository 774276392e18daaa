using System.Data;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>A sandbox's connection. It notes what is read on it, through EF Core or past it, where somebody wants to know.</summary>
internal sealed class SandboxConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>Where queries are noted; null where nobody wants to know.</summary>
    public ReadSet? Reads { get; set; }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() =>
        new NotedCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    private sealed class NotedCommand(SandboxConnection connection) : SqliteCommand
    {
        /// <inheritdoc/>
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            connection.Reads?.Note(this);
            return base.ExecuteReader(behavior);
        }
    }
}
