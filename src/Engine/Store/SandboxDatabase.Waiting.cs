namespace Emulator.Store;

/// <summary>What waits in it: for an instant, for reads, or for a pace to be taken back. Only within a turn.</summary>
internal sealed partial class SandboxDatabase
{
    /// <summary>When the next row that the service moves on by itself is due; null where none is.</summary>
    public DateTimeOffset? EarliestDue() =>
        Rows.Scalar($"SELECT min(\"Due\") FROM ({OfEach(" UNION ALL ", table =>
            $"SELECT min(\"Due\") AS \"Due\" FROM \"{table}\" WHERE \"Due\" IS NOT NULL")})") is long ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>
    /// How many rows only their pace, or a word in their name, keeps from being moved on, and how many wait to be read.
    /// </summary>
    public (long Held, long Polled) WaitingForOtherThanTime() =>
        (
            (long)Rows.Scalar($"SELECT {OfEach(" + ", table =>
                $"(SELECT count(*) FROM \"{table}\" WHERE \"Held\")")}")!,
            (long)Rows.Scalar($"SELECT {OfEach(" + ", table =>
                $"(SELECT count(*) FROM \"{table}\" WHERE \"PollsLeft\" IS NOT NULL)")}")!);

    /// <summary>The rows that wait to be read: their table, their id, and how often still.</summary>
    public List<(string Table, string Id, int Left)> WaitingForPolls()
    {
        using var command = Rows.Command(OfEach(" UNION ALL ", table =>
            $"SELECT '{table}', \"Id\", \"PollsLeft\" FROM \"{table}\" WHERE \"PollsLeft\" IS NOT NULL"));
        using var reader = command.ExecuteReader();
        var waiting = new List<(string, string, int)>();
        while (reader.Read())
        {
            waiting.Add((reader.GetString(0), reader.GetString(1), reader.GetInt32(2)));
        }

        return waiting;
    }

    /// <summary>Notes that a row was read: how often it still has to be, or since when it is due.</summary>
    public void CountPoll(string table, string id, int left, DateTimeOffset now)
    {
        Own();
        using var command = Rows.Command(
            left > 0
                ? $"UPDATE \"{table}\" SET \"PollsLeft\" = {left} WHERE \"Id\" = @p0"
                : $"UPDATE \"{table}\" SET \"PollsLeft\" = NULL, \"Due\" = {now.UtcTicks} WHERE \"Id\" = @p0",
            id);
        command.ExecuteNonQuery();
    }

    /// <summary>Takes back every pace that was set.</summary>
    public void ForgetPaces()
    {
        Own();
        using var command = Rows.Command("DELETE FROM \"Paces\"");
        command.ExecuteNonQuery();
    }

    private string OfEach(string between, Func<string, string> table) =>
        string.Join(between, model.Staged.Select(table));
}
