using Emulator.Domain;
using Emulator.Domain.People;
using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>What sandboxes that begin with the same data need not read again.</summary>
/// <param name="Reference">Companies, people, facilities, metros and regions.</param>
/// <param name="ApiKeys">The API keys, oldest first.</param>
internal sealed record KnownState(ReferenceData Reference, IReadOnlyList<ApiKey> ApiKeys)
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
    public static KnownState Read(SqliteConnection rows) => new(rows.ReadReferenceData(), rows.Read<ApiKey>("ApiKeys", "ORDER BY \"CreatedAt\", \"Key\""));
}
