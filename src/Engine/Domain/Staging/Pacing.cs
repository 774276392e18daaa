namespace Emulator.Domain.Staging;

/// <summary>A pace that was set for one sandbox, one machine or one resource, as it is stored.</summary>
internal sealed class SetPace
{
    /// <summary>The machine's name; empty for the whole sandbox.</summary>
    public required string Machine { get; init; }

    /// <summary>The resource's id; empty for all of the machine's.</summary>
    public required string ResourceId { get; init; }

    /// <summary>The kind of progress.</summary>
    public Progression Progression { get; set; }

    /// <summary>What a step takes.</summary>
    public TimeSpan Step { get; set; }

    /// <summary>How many reads a stage lasts.</summary>
    public int Polls { get; set; }

    /// <summary>Stages that take a time of their own.</summary>
    public IReadOnlyList<StageTime> Stages { get; set; } = [];

    /// <summary>The pace that it sets.</summary>
    public Pace Pace =>
        new(
            Progression,
            Step,
            Polls,
            Stages.Count == 0
                ? null
                : Stages.ToDictionary(
                    stage => stage.Stage,
                    stage => TimeSpan.FromSeconds(stage.Seconds),
                    StringComparer.OrdinalIgnoreCase));
}

/// <summary>How long a stage takes.</summary>
/// <param name="Stage">The stage, as the documents spell it.</param>
/// <param name="Seconds">Seconds.</param>
internal sealed record StageTime(string Stage, double Seconds);

/// <summary>
/// How the service goes on in a sandbox: as it was started, or as was set since for all of it, for a machine, or for a
/// single resource. The narrowest counts.
/// </summary>
/// <param name="started">How the sandbox was started.</param>
/// <param name="directives">
/// Whether words in names are obeyed (see <see cref="Directive"/>). They count more than a machine's pace, and less
/// than a resource's own.
/// </param>
/// <param name="set">What was set since.</param>
internal sealed class Pacing(Pace started, bool directives, IReadOnlyCollection<SetPace> set)
{
    /// <summary>What was there before the emulator was: nothing in it goes on by itself.</summary>
    public static readonly Pacing AsSeeded = new(new Pace(Progression.Manual, TimeSpan.Zero), directives: false, []);

    private readonly Dictionary<(string Machine, string ResourceId), Pace> paces = set.ToDictionary(
        pace => (pace.Machine, pace.ResourceId),
        pace => pace.Pace);

    /// <summary>Whether words in names are obeyed.</summary>
    public bool Directives => directives;

    /// <summary>What was set since the start.</summary>
    public IReadOnlyCollection<SetPace> Set => set;

    /// <summary>The same with other paces set.</summary>
    public Pacing With(IReadOnlyCollection<SetPace> others) => new(started, directives, others);

    /// <summary>The pace of whatever has none of its own.</summary>
    public Pace Usual => paces.Count > 0 && paces.TryGetValue(("", ""), out var whole) ? whole : started;

    /// <summary>The pace of a machine's resources that have none of their own.</summary>
    public Pace Of(string machine) => paces.Count > 0 && paces.TryGetValue((machine, ""), out var own) ? own : Usual;

    /// <summary>The pace of one resource.</summary>
    public Pace Of(string machine, string resourceId) => OwnOf(machine, resourceId) ?? Of(machine);

    /// <summary>The pace that was set for just this resource; null where none was.</summary>
    public Pace? OwnOf(string machine, string resourceId) =>
        paces.Count > 0 && paces.TryGetValue((machine, resourceId), out var own) ? own : null;
}
