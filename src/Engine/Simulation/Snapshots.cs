using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store.Images;

namespace Emulator.Simulation;

/// <summary>A state that was saved under a name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">The state.</param>
/// <param name="SavedAt">When it was saved, by the machine's clock, UTC.</param>
/// <param name="Number">Its number in the order in which they were saved.</param>
internal sealed record Snapshot(string Name, SavedState State, DateTimeOffset SavedAt, int Number);

/// <summary>The states that were saved, for as long as the process lives. Every sandbox can have every one.</summary>
/// <param name="service">The emulated service.</param>
/// <param name="machine">The machine's time.</param>
/// <param name="seed">The seed, for files of earlier versions.</param>
/// <param name="mostBytes">The most bytes that all of them have.</param>
internal sealed class Snapshots(
    Service service, TimeProvider machine, Func<SandboxImage> seed, long mostBytes = Snapshots.UsualBytes)
{
    /// <summary>What names the seed where a snapshot can be named.</summary>
    public const string Seed = "seed";

    /// <summary>What names the sandbox as it is.</summary>
    public const string Now = "now";

    /// <summary>The most there are.</summary>
    public const int Most = 200;

    private const long UsualBytes = 512L * 1024 * 1024;

    private readonly Dictionary<string, Snapshot> kept = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock keeping = new();
    private int named;

    /// <summary>The most bytes that all of them have.</summary>
    public long MostBytes => mostBytes;

    /// <summary>All of them, oldest first.</summary>
    public IReadOnlyList<Snapshot> All
    {
        get
        {
            lock (keeping)
            {
                return [.. kept.Values.OrderBy(snapshot => snapshot.Number)];
            }
        }
    }

    /// <summary>The snapshot with a name, without regard to case.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotNotFound"/>.</exception>
    public Snapshot Named(string name)
    {
        lock (keeping)
        {
            return kept.GetValueOrDefault(name) ?? throw NotFound(name);
        }
    }

    /// <summary>Refuses a name that can't be given to another one.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SnapshotExists"/>, <see cref="ServiceErrors.SnapshotNameTaken"/>.
    /// </exception>
    public void RefuseTaken(string name, bool replace)
    {
        if (
            string.Equals(name, Seed, StringComparison.OrdinalIgnoreCase)
            || string.Equals(name, Now, StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.SnapshotNameTaken.Because($"{Seed} stands for the seed and {Now} for the sandbox as "
                + "it is: take another name.", name);
        }

        lock (keeping)
        {
            if (!replace && kept.ContainsKey(name))
            {
                throw ServiceErrors.SnapshotExists.Because("Send \"replace\": true to save over it, or DELETE it "
                    + "first.", name);
            }
        }
    }

    /// <summary>Keeps a state.</summary>
    /// <param name="name">What it is to go by; null for a name of ours.</param>
    /// <param name="state">The state.</param>
    /// <param name="replace">Whether one of that name gives way to it.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SnapshotExists"/>, <see cref="ServiceErrors.SnapshotNameTaken"/>,
    /// <see cref="ServiceErrors.TooManySnapshots"/>, <see cref="ServiceErrors.NoRoomForSnapshot"/>.
    /// </exception>
    public Snapshot Keep(string? name, SavedState state, bool replace)
    {
        lock (keeping)
        {
            var number = ++named;
            while (name is null && kept.ContainsKey($"snapshot-{number}"))
            {
                number = ++named; // Somebody has taken the name that would be ours.
            }

            name ??= $"snapshot-{number}";
            RefuseTaken(name, replace);
            var others = kept
                .Values.Where(other => !string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase))
                .ToList();
            if (others.Count >= Most)
            {
                throw ServiceErrors.TooManySnapshots.Because(
                    "DELETE some, or save over one with \"replace\": true.",
                    others.Count);
            }

            var taken = others.Sum(other => (long)other.State.Image.Bytes.Length);
            if (taken + state.Image.Bytes.Length > MostBytes)
            {
                throw ServiceErrors.NoRoomForSnapshot.Because(
                    "DELETE some, or save over one with \"replace\": true.",
                    state.Image.Bytes.Length,
                    taken,
                    MostBytes);
            }

            return kept[name] = new Snapshot(name, state, machine.GetUtcNow(), number);
        }
    }

    /// <summary>Keeps a file; a snapshot of that name gives way once every check has gone well.</summary>
    /// <exception cref="Refusal">Those of <see cref="SavedState.OfFile"/> and <see cref="Keep"/>.</exception>
    public Snapshot KeepFile(string name, ReadOnlySpan<byte> file) =>
        Keep(name, SavedState.OfFile(file, service, machine.GetUtcNow(), seed), replace: true);

    /// <summary>Throws one away; what has begun with it stays.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotNotFound"/>.</exception>
    public Snapshot Delete(string name)
    {
        lock (keeping)
        {
            return kept.Remove(name, out var gone) ? gone : throw NotFound(name);
        }
    }

    private static Refusal NotFound(string name) =>
        ServiceErrors.SnapshotNotFound.Because(
            "GET /__admin/snapshots lists those there are; they are gone when the emulator stops, unless their "
                + "files were fetched.",
            name);
}
