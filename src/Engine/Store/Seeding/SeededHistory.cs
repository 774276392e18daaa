using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>The history of what is seeded.</summary>
internal static class SeededHistory
{
    /// <summary>
    /// A history for what was there before the emulator was: how it began, and how it came to be as it is.
    /// </summary>
    public static void Remember<TState>(
        this Staged<TState> resource,
        DateTimeOffset createdAt,
        DateTimeOffset since,
        string first,
        string now,
        string by)
        where TState : struct, Enum
    {
        resource.Record(new Moment(createdAt, by, Pacing.AsSeeded), from: null, "Begin", first, reason: null);
        if (now != first)
        {
            resource.Record(
                new Moment(since, Moment.ServiceItself, Pacing.AsSeeded),
                first,
                "Seeded",
                now,
                reason: null);
        }
    }
}
