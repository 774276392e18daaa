using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Domain.Staging;
using Emulator.Simulation.Faults;

namespace Emulator.Simulation.Keeping;

/// <summary>
/// How a sandbox was made, as its folder says it. Whatever isn't said is as the process's settings say.
/// </summary>
/// <param name="CreatedAt">When it was made, by the machine's clock, UTC.</param>
/// <param name="ExpiresAt">When it goes away, by the machine's clock, UTC; null where it stays.</param>
/// <param name="Pace">How the service's own moves progress in it.</param>
/// <param name="Seed">The seed number of its ids.</param>
/// <param name="ClockStart">The instant its clock starts at when it is reset, UTC; null for the machine's time.</param>
/// <param name="ClockFrozen">Whether its clock stands still when it is reset.</param>
internal sealed record KeptSandbox(
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    Pace Pace,
    long Seed,
    DateTimeOffset? ClockStart,
    bool ClockFrozen)
{
    /// <summary>Of one that is made now.</summary>
    public static KeptSandbox Of(SandboxSettings settings, DateTimeOffset now, TimeSpan? timeToLive) =>
        new(now, now + timeToLive, settings.Pace, settings.Seed, settings.ClockStart, settings.ClockFrozen);

    /// <summary>Of one whose file can't be read: it can be listed and deleted.</summary>
    public static KeptSandbox Unreadable(SandboxSettings usual, Exception why) =>
        Of(usual, DateTimeOffset.UnixEpoch, timeToLive: null) with { Broken = why };

    /// <summary>Why it can't be read; null where it could.</summary>
    [JsonIgnore]
    public Exception? Broken { get; private init; }

    /// <summary>Its settings.</summary>
    /// <param name="usual">Those of the process.</param>
    public SandboxSettings Settings(SandboxSettings usual) =>
        usual with { Pace = Pace, Seed = Seed, ClockStart = ClockStart, ClockFrozen = ClockFrozen };
}

/// <summary>A fault rule, as a sandbox's folder has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Terms">What is asked of it.</param>
/// <param name="ExpiresAt">When it is gone, by the sandbox's clock, UTC ticks; null where it stays.</param>
/// <param name="Matched">How many requests had matched when it was written.</param>
/// <param name="Fired">How many of them it had struck.</param>
internal sealed record KeptFault(string Id, FaultTerms Terms, long? ExpiresAt, long Matched, long Fired);

/// <summary>How the files of a sandbox's folder are written.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    WriteIndented = true,
    Converters = [typeof(PathGlobConverter)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(KeptSandbox))]
[JsonSerializable(typeof(IReadOnlyList<KeptFault>))]
internal sealed partial class KeptJson : JsonSerializerContext;

/// <summary>A pattern of paths is written as it was given.</summary>
internal sealed class PathGlobConverter : JsonConverter<PathGlob>
{
    /// <inheritdoc/>
    public override PathGlob Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PathGlob value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
