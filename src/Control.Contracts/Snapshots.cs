namespace ConsoleConnect.Emulator.Admin;

/// <summary>Every snapshot.</summary>
/// <param name="Snapshots">The snapshots.</param>
/// <param name="Bytes">How many bytes all of them have.</param>
/// <param name="MostBytes">How many they may have.</param>
/// <param name="Most">How many snapshots there may be.</param>
public sealed record SnapshotList(IReadOnlyList<SnapshotDescription> Snapshots, long Bytes, long MostBytes, int Most);

/// <summary>A snapshot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SavedAt">When it was saved, or came as a file, by the machine's clock, UTC.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="Sandbox">The sandbox whose state it is; null where it came as a file.</param>
/// <param name="Now">What time it is in it, UTC: its clock goes on from there.</param>
/// <param name="Frozen">Whether its clock is frozen.</param>
public sealed record SnapshotDescription(
    string Name,
    DateTimeOffset SavedAt,
    long Bytes,
    string? Sandbox,
    DateTimeOffset Now,
    bool Frozen);
