using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>How it begins, and what becomes of it where its database can't store.</summary>
internal sealed partial class Sandbox
{
    /// <summary>How long a request waits for another program to let go of the database.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromSeconds(4);

    /// <summary>How long it lets others have their turn between two tries.</summary>
    private static readonly TimeSpan HeldPause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// What a client is told where storing or reading has failed; null for a failure of another kind.
    /// </summary>
    public Refusal? Unstored(Exception failure) => database.Unstored(failure);

    /// <summary>
    /// Why nothing can be stored; null where all is well. Looks after the files, and tries what has failed again.
    /// </summary>
    public async Task<string?> WhyNothingIsStored(CancellationToken ct)
    {
        if (database.File is not { } file)
        {
            return null;
        }

        if (await gate.WaitAsync(HeldFor, ct))
        {
            try
            {
                RefuseClosed();
                LookAfterFile();
                database.TryAgain();
            }
            finally
            {
                gate.Release();
            }
        }

        return file.Trouble;
    }

    /// <summary>How clock and ids stand in one that begins now.</summary>
    public static SandboxState Beginning(SandboxSettings settings, TimeProvider machine)
    {
        var clock = new Clock(machine);
        clock.Start(settings.ClockStart, settings.ClockFrozen);
        return new SandboxState
        {
            Seed = settings.Seed,
            IdsGiven = 0,
            ClockOffset = clock.Offset,
            FrozenAt = clock.FrozenAt,
            Worlds = "",
        };
    }

    /// <summary>How clock and ids stand where this one begins again.</summary>
    public SandboxState BeginningAgain() => Beginning(settings, machine);

    /// <summary>How far a clock that goes on from an instant is ahead of the machine's.</summary>
    public TimeSpan AheadFrom(DateTimeOffset instant)
    {
        var clock = new Clock(machine);
        clock.Set(instant);
        return clock.Offset;
    }

    /// <summary>Whether it is kept in a file.</summary>
    public bool IsInFile => database.File is not null;

    /// <summary>A save has failed: what may have been read of it meanwhile is forgotten.</summary>
    internal void Unsaved()
    {
        Statuses.Forget();
        Memory.Unsaved();
        Answers.Forget();
    }

    private void LookAfterFile()
    {
        if (database.File?.Look(database.Rows) == true)
        {
            Load(known: null); // Another program has written to it.
        }
    }
}
