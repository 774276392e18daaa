using Emulator.Domain;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>What sandboxes that begin with the same data need not read again.</summary>
/// <param name="Reference">Companies, people, facilities, metros and regions.</param>
/// <param name="ApiKeys">The API keys, oldest first.</param>
/// <param name="Start">How a seed begins, in which nobody has been as yet; null for what somebody has left.</param>
internal sealed record KnownState(ReferenceData Reference, IReadOnlyList<ApiKey> ApiKeys, StateUnderWay? Start = null)
{
    /// <summary>The oldest key of each user who has one, by username.</summary>
    public IReadOnlyDictionary<string, string> KeysByUsername(Func<string, string> shown)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in ApiKeys)
        {
            if (Reference.User(key.UserId) is { } user)
            {
                keys.TryAdd(user.Username, shown(key.Key));
            }
        }

        return keys;
    }

    /// <summary>Reads it.</summary>
    public static KnownState Read(SqliteConnection rows) =>
        new(rows.ReadReferenceData(), rows.ReadApiKeys());
}

/// <summary>What of a state is on its way.</summary>
/// <param name="PollsWait">Whether a move waits for reads.</param>
/// <param name="Paces">What was set for the service's pace.</param>
/// <param name="EarliestDue">When the service moves next by itself; null where it doesn't.</param>
internal sealed record StateUnderWay(bool PollsWait, IReadOnlyList<SetPace> Paces, DateTimeOffset? EarliestDue)
{
    /// <summary>Reads it.</summary>
    public static StateUnderWay Read(SandboxDatabase database) => new(
        database.WaitingForPolls().Count > 0, database.Rows.Read<SetPace>("Paces"), database.EarliestDue());
}
