using Emulator.Simulation.Keeping;

namespace Emulator.Simulation;

/// <summary>
/// A sandbox that was made at run time. One that is kept in a folder is opened when somebody asks for it: until then
/// only its name is known, and how it was made once that is wanted.
/// </summary>
/// <param name="name">What it goes by.</param>
/// <param name="number">Its number in the order in which they were made, or found.</param>
/// <param name="made">How it was made.</param>
/// <param name="open">Opens it.</param>
internal sealed class MadeSandbox(
    string name, int number, Func<KeptSandbox> made, Func<MadeSandbox, Task<Sandbox>> open)
{
    private readonly Lazy<KeptSandbox> made = new(made);
    private readonly Lock opening = new();
    private Task<Sandbox>? opened;

    /// <summary>What it goes by.</summary>
    public string Name => name;

    /// <summary>Its number in the order in which they were made, or found.</summary>
    public int Number => number;

    /// <summary>How it was made.</summary>
    public KeptSandbox Made => made.Value;

    /// <summary>When it was made, by the machine's clock, UTC.</summary>
    public DateTimeOffset CreatedAt => Made.CreatedAt;

    /// <summary>When it goes away, by the machine's clock, UTC; null where it stays.</summary>
    public DateTimeOffset? ExpiresAt => Made.ExpiresAt;

    /// <summary>What makes it go away.</summary>
    public ITimer? End { get; set; }

    /// <summary>The sandbox; null where nobody has asked for it since the start.</summary>
    public Sandbox? IfOpen =>
        Volatile.Read(ref opened) is { IsCompletedSuccessfully: true, Result: var open } ? open : null;

    /// <summary>The sandbox. Where it couldn't be opened, the next one who asks tries again.</summary>
    public Task<Sandbox> Open()
    {
        if (Volatile.Read(ref opened) is { IsCompletedSuccessfully: true } done)
        {
            return done;
        }

        lock (opening)
        {
            return opened is null or { IsFaulted: true } ? opened = open(this) : opened;
        }
    }

    /// <summary>What is at work in it, or in opening it, is done first; then it is closed for good.</summary>
    public async Task Close()
    {
        Task<Sandbox>? under;
        lock (opening)
        {
            under = opened;
        }

        if (under is not null && await Task.WhenAny(under) is { IsCompletedSuccessfully: true, Result: var sandbox })
        {
            await sandbox.Close();
        }
    }
}
