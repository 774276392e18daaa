using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>How what goes through the door is written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(Lower<ProgressionKind>)]
)]
[JsonSerializable(typeof(Login))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(ClockReading))]
[JsonSerializable(typeof(ClockMoved))]
[JsonSerializable(typeof(StateReached))]
[JsonSerializable(typeof(ClockInstant))]
[JsonSerializable(typeof(ClockStep))]
[JsonSerializable(typeof(ClockGoal))]
[JsonSerializable(typeof(MachineList))]
[JsonSerializable(typeof(WorkflowState))]
[JsonSerializable(typeof(Firing))]
[JsonSerializable(typeof(ProgressionPace))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CounterpartyAsked))]
[JsonSerializable(typeof(CounterpartyState))]
[JsonSerializable(typeof(AgreementsAsked))]
[JsonSerializable(typeof(AgreementList))]
[JsonSerializable(typeof(LetterList))]
[JsonSerializable(typeof(LetterWanted))]
[JsonSerializable(typeof(SandboxList))]
[JsonSerializable(typeof(SandboxAsked))]
[JsonSerializable(typeof(SnapshotList))]
[JsonSerializable(typeof(SnapshotAsked))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(FaultRule))]
[JsonSerializable(typeof(ExchangeList))]
[JsonSerializable(typeof(JournalSearch))]
[JsonSerializable(typeof(Counted))]
[JsonSerializable(typeof(ConformanceReport))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(WorldMade))]
internal sealed partial class AdminJson : JsonSerializerContext;

/// <summary>A word in lower case, as the emulator spells its own.</summary>
internal sealed class Lower<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

internal sealed record Login(string Email, string Password);

internal sealed record Account(string Token);

internal sealed record ClockInstant(DateTimeOffset? At);

internal sealed record ClockStep(long Seconds, int Milliseconds);

internal sealed record ClockGoal(string Machine, string Id, string State, long? TimeoutSeconds);

internal sealed record Firing(string Trigger, string? Reason, bool Force);

internal sealed record CounterpartyAsked(CounterpartyPolicy Policy, int? DelaySeconds, int? SpeedPercent, bool Pending);

internal sealed record AgreementsAsked(IReadOnlyList<string> Required);

internal sealed record LetterWanted(string? To, string? Kind, long After, int? TimeoutSeconds);

internal sealed record SandboxAsked(
    int? TtlSeconds,
    string? From,
    DateTimeOffset? ClockStart,
    bool? ClockFrozen,
    ProgressionKind? Progression,
    int? Seed);

internal sealed record SnapshotAsked(string? Name, bool Replace);
