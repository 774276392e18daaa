using ConsoleConnect.Emulator.Admin;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>
/// Saved states: a world's data, clock and ids. They belong to the emulator and are gone when it stops; their files
/// stay.
/// </summary>
public sealed class EmulatorSnapshots
{
    private readonly EmulatorDoor door;

    internal EmulatorSnapshots(EmulatorDoor door) => this.door = door;

    /// <summary>Lists the snapshots.</summary>
    public async Task<IReadOnlyList<SnapshotDescription>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/snapshots", AdminJson.Default.SnapshotList, cancellationToken)
                .ConfigureAwait(false)
        ).Snapshots;

    /// <summary>Saves the world's state.</summary>
    /// <param name="name">The name; null for one that is made up.</param>
    /// <param name="replace">Whether it may replace a snapshot of that name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<SnapshotDescription> SaveAsync(
        string? name = null,
        bool replace = false,
        CancellationToken cancellationToken = default) =>
        door.Do(
            HttpMethod.Post,
            "/__admin/snapshots",
            new SnapshotAsked(name, replace),
            AdminJson.Default.SnapshotAsked,
            AdminJson.Default.SnapshotDescription,
            cancellationToken);

    /// <summary>
    /// Restores the world to a saved state. Users who logged in after it was saved have to log in again.
    /// </summary>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task RestoreAsync(string name, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, $"{Path(name)}/restore", cancellationToken);

    /// <summary>Deletes a snapshot.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, Path(name), cancellationToken);

    /// <summary>Fetches a snapshot as a file, an SQLite database, to keep beside the tests.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<byte[]> FetchAsync(string name, CancellationToken cancellationToken = default) =>
        door.File($"{Path(name)}/file", cancellationToken);

    /// <summary>
    /// Loads a file that was fetched, here or from another emulator of the same version, as a snapshot.
    /// </summary>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">
    /// It isn't a snapshot, or is one of another version; then nothing is loaded.
    /// </exception>
    public Task<SnapshotDescription> KeepAsync(
        string name,
        byte[] file,
        CancellationToken cancellationToken = default) =>
        door.SendFile($"{Path(name)}/file", file, AdminJson.Default.SnapshotDescription, cancellationToken);

    private static string Path(string name) => $"/__admin/snapshots/{EmulatorDoor.Segment(name)}";
}
