using System.Data;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>
/// A sandbox's connection. It notes what is read on it, through EF Core or past it, where somebody wants to know, and
/// keeps the statements of what is asked past EF Core: to prepare one takes SQLite longer than to run it.
/// </summary>
internal sealed class SandboxConnection(string connectionString) : SqliteConnection(connectionString)
{
    /// <summary>The most statements that are kept; past it all are given up. Each takes some kilobytes.</summary>
    private const int Most = 32;

    private readonly Dictionary<string, NotedCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>Where queries are noted; null where nobody wants to know.</summary>
    public ReadSet? Reads { get; set; }

    /// <inheritdoc/>
    public override SqliteCommand CreateCommand() =>
        new NotedCommand(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    /// <summary>A command whose statement is kept once it is disposed of, for the next one of the same text.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="values">The values of <c>@p0</c> and so on.</param>
    public SqliteCommand Prepared(string sql, params ReadOnlySpan<string> values)
    {
        if (!prepared.TryGetValue(sql, out var command) || command.IsInUse)
        {
            command = New(sql, values.Length, isKept: command is null);
        }

        command.IsInUse = true;
        command.Transaction = Transaction;
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index];
        }

        return command;
    }

    /// <inheritdoc/>
    public override void Close()
    {
        GiveUp();
        base.Close();
    }

    private NotedCommand New(string sql, int values, bool isKept)
    {
        var command = (NotedCommand)CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values; index++)
        {
            command.Parameters.Add($"@p{index}", SqliteType.Text);
        }

        if (isKept)
        {
            if (prepared.Count >= Most)
            {
                GiveUp();
            }

            command.IsKept = true;
            prepared[sql] = command;
        }

        return command;
    }

    private void GiveUp()
    {
        foreach (var command in prepared.Values)
        {
            command.IsKept = false;
            if (!command.IsInUse)
            {
                command.Dispose();
            }
        }

        prepared.Clear();
    }

    private sealed class NotedCommand(SandboxConnection connection) : SqliteCommand
    {
        /// <summary>Whether its statement stays prepared when it is disposed of.</summary>
        public bool IsKept { get; set; }

        public bool IsInUse { get; set; }

        /// <inheritdoc/>
        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            connection.Reads?.Note(this);
            return base.ExecuteReader(behavior);
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            IsInUse = false;
            if (!IsKept)
            {
                base.Dispose(disposing);
            }
        }
    }
}
