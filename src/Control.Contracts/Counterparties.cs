using System.Text.Json.Serialization;

namespace ConsoleConnect.Emulator.Admin;

/// <summary>What a company does when something is asked of it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CounterpartyPolicy>))]
public enum CounterpartyPolicy
{
    /// <summary>It approves.</summary>
    [JsonStringEnumMemberName("approve")]
    Approve,

    /// <summary>It rejects.</summary>
    [JsonStringEnumMemberName("reject")]
    Reject,

    /// <summary>It answers with a lower speed.</summary>
    [JsonStringEnumMemberName("modify")]
    Modify,

    /// <summary>It leaves the answer to its people.</summary>
    [JsonStringEnumMemberName("ignore")]
    Ignore,
}

/// <summary>What a company does.</summary>
/// <param name="Company">Its username.</param>
/// <param name="Policy">approve, reject, modify or ignore.</param>
/// <param name="DelaySeconds">After how long, seconds of the sandbox's clock.</param>
/// <param name="SpeedPercent">With modify, the share of the asked speed that it answers with; null otherwise.</param>
/// <param name="Waiting">The answers that are still to come; none in the list of all companies.</param>
public sealed record CounterpartyState(
    string Company,
    CounterpartyPolicy Policy,
    int DelaySeconds,
    int? SpeedPercent,
    IReadOnlyList<AnswerToCome> Waiting);

/// <summary>An answer that is still to come.</summary>
/// <param name="ConnectionId">About which connection.</param>
/// <param name="Due">When, UTC.</param>
public sealed record AnswerToCome(string ConnectionId, DateTimeOffset? Due);
