namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// How the service's own moves progress: in the whole world, for one machine, for a single resource; the most specific
/// counts.
/// </summary>
public sealed class EmulatorProgression
{
    private readonly EmulatorDoor door;

    internal EmulatorProgression(EmulatorDoor door) => this.door = door;

    /// <summary>Sets how everything progresses.</summary>
    /// <param name="pace">How; stages can be set for a machine or a resource only.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task SetAsync(ProgressionPace pace, CancellationToken cancellationToken = default) =>
        Set("/__admin/progression", pace, cancellationToken);

    /// <summary>Sets how one machine's resources progress.</summary>
    /// <param name="machine">The machine: <c>connections</c>, <c>ports</c>, <c>port-orders</c> and so on.</param>
    /// <param name="pace">How.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task SetAsync(string machine, ProgressionPace pace, CancellationToken cancellationToken = default) =>
        Set($"/__admin/progression/{EmulatorDoor.Segment(machine)}", pace, cancellationToken);

    /// <summary>Sets how a single resource progresses; it counts from when its stage began.</summary>
    /// <param name="machine">Its machine.</param>
    /// <param name="id">Its id.</param>
    /// <param name="pace">How.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task SetAsync(
        string machine,
        string id,
        ProgressionPace pace,
        CancellationToken cancellationToken = default) =>
        Set(
            $"/__admin/progression/{EmulatorDoor.Segment(machine)}/{EmulatorDoor.Segment(id)}",
            pace,
            cancellationToken);

    /// <summary>Clears all that was set: everything progresses as at the world's beginning.</summary>
    public Task ClearAsync(CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, "/__admin/progression", cancellationToken);

    private async Task Set(string path, ProgressionPace pace, CancellationToken ct) =>
        await door.Do(HttpMethod.Put, path, pace, AdminJson.Default.ProgressionPace, AdminJson.Default.JsonElement, ct)
            .ConfigureAwait(false);
}

/// <summary>A pace.</summary>
public sealed record ProgressionPace
{
    /// <summary>The progression.</summary>
    public required ProgressionKind Progression { get; init; }

    /// <summary>With <see cref="ProgressionKind.Time"/>, the length of a step, seconds; null for the default.</summary>
    public double? StepSeconds { get; init; }

    /// <summary>With <see cref="ProgressionKind.Polls"/>, how many reads a stage lasts; null for the default.</summary>
    public int? Polls { get; init; }

    /// <summary>
    /// With <see cref="ProgressionKind.Time"/>, the length of single stages of a machine or resource, seconds:
    /// <c>["CREATING"] = 30</c>.
    /// </summary>
    public IReadOnlyDictionary<string, double>? Stages { get; init; }
}
