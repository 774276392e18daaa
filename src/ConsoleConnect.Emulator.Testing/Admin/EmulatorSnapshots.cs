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

    /// <summary>Those there are.</summary>
    public async Task<IReadOnlyList<SnapshotDescription>> ListAsync(CancellationToken cancellationToken = default) =>
        (
            await door.Get("/__admin/snapshots", AdminJson.Default.SnapshotList, cancellationToken)
                .ConfigureAwait(false)
        ).Snapshots;

    /// <summary>Saves the world as it is.</summary>
    /// <param name="name">The name; null for one made up.</param>
    /// <param name="replace">Whether it may take the place of one of that name.</param>
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
    /// Puts the world back to a saved state. Users who logged in after it was saved have to log in again.
    /// </summary>
    /// <param name="name">The snapshot's name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task RestoreAsync(string name, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Post, $"{Path(name)}/restore", cancellationToken);

    /// <summary>Throws one away.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        door.Do(HttpMethod.Delete, Path(name), cancellationToken);

    /// <summary>Fetches one as a file, an SQLite database, to keep beside the tests.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<byte[]> FetchAsync(string name, CancellationToken cancellationToken = default) =>
        door.File($"{Path(name)}/file", cancellationToken);

    /// <summary>Takes a file that was fetched, here or from another emulator of the same version.</summary>
    /// <param name="name">The name it shall have.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="EmulatorRefusedException">
    /// It isn't one, or one of another version; nothing is loaded then.
    /// </exception>
    public Task<SnapshotDescription> KeepAsync(
        string name,
        byte[] file,
        CancellationToken cancellationToken = default) =>
        door.SendFile($"{Path(name)}/file", file, AdminJson.Default.SnapshotDescription, cancellationToken);

    private static string Path(string name) => $"/__admin/snapshots/{EmulatorDoor.Segment(name)}";
}
