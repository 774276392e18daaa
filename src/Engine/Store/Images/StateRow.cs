using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Emulator.Store.Images;

/// <summary>
/// What is written into the one row of <see cref="SandboxState"/> past EF Core, when a state is saved and when one
/// begins. Only within a turn.
/// </summary>
internal static class StateRow
{
    /// <summary>
    /// The image of the state as it is, with the instant its clock shows written into it. The database itself stays as
    /// it was.
    /// </summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="now">The instant, UTC.</param>
    public static SandboxImage ImageAt(this SqliteConnection rows, DateTimeOffset now)
    {
        using var transaction = rows.BeginTransaction(deferred: true);
        rows.Write($"\"SavedAt\" = {Ticks(now)}");
        return SandboxImage.Of(rows); // And back, with the end of the transaction.
    }

    /// <summary>
    /// The same of a database in memory that was made of an image: SQLite copies its bytes as they are, without what a
    /// transaction under way has written.
    /// </summary>
    public static SandboxImage ImageInMemoryAt(this SqliteConnection rows, DateTimeOffset now)
    {
        rows.Write($"\"SavedAt\" = {Ticks(now)}");
        try
        {
            return SandboxImage.Of(rows);
        }
        finally
        {
            rows.Write("\"SavedAt\" = NULL");
        }
    }

    /// <summary>Notes where the clock stands from here on: the state is at work.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="ahead">How far it is ahead of the machine's.</param>
    public static void IsAtWork(this SqliteConnection rows, TimeSpan ahead) =>
        rows.Write($"\"SavedAt\" = NULL, \"ClockOffset\" = {ahead.Ticks.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Lets a saved state begin otherwise than it was saved.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="at">The instant its clock begins at, UTC.</param>
    /// <param name="frozen">Whether it stands still.</param>
    /// <param name="seed">The seed number of the ids to come; they count on.</param>
    public static void BeginsWith(this SqliteConnection rows, DateTimeOffset at, bool frozen, long seed) =>
        rows.Write($"\"SavedAt\" = {Ticks(at)}, \"FrozenAt\" = {(frozen ? Ticks(at) : "NULL")}, \"Seed\" = "
            + $"{seed.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>How the clock and the ids stand.</summary>
    public static SandboxState State(this SqliteConnection rows) => rows.Read<SandboxState>("Sandbox")[0];

    private static void Write(this SqliteConnection rows, string columns)
    {
        using var command = rows.Command($"UPDATE \"Sandbox\" SET {columns}");
        command.ExecuteNonQuery();
    }

    private static string Ticks(DateTimeOffset instant) => instant.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
