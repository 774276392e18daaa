using Emulator.Errors;
using Emulator.Simulation.Keeping;

namespace Emulator.Simulation;

/// <summary>
/// A sandbox that was made at run time. One that is kept in a folder is opened when somebody asks for it: until then
/// only its name is known, and how it was made once that is wanted.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="number">Its number in the order in which they were made, or found.</param>
/// <param name="made">How it was made.</param>
/// <param name="open">Makes it, or opens it.</param>
/// <param name="isNew">Whether that makes it, which is done once, rather than opens one that is kept.</param>
internal sealed class MadeSandbox(
    string name, int number, Func<KeptSandbox> made, Func<MadeSandbox, Task<Sandbox>> open, bool isNew)
{
    private readonly Lazy<KeptSandbox> made = new(made);
    private readonly Lock opening = new();
    private Task<Sandbox>? opened;
    private Task? going;

    /// <summary>Its name.</summary>
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

    /// <summary>Whether it is being deleted.</summary>
    public bool IsGoing => Volatile.Read(ref going) is not null;

    /// <summary>Makes it, once: all who ask for it meanwhile wait.</summary>
    /// <exception cref="Refusal">What it can't be given.</exception>
    public Task<Sandbox> Make()
    {
        lock (opening)
        {
            return opened ??= open(this);
        }
    }

    /// <summary>The sandbox. Where one that is kept couldn't be opened, the next one who asks tries again.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SandboxNotFound"/>: it was being made, and couldn't be;
    /// <see cref="ServiceErrors.SandboxNotOpened"/>.
    /// </exception>
    public Task<Sandbox> Open()
    {
        if (Volatile.Read(ref opened) is { IsCompletedSuccessfully: true } done)
        {
            return done;
        }

        if (isNew)
        {
            return WhenMade();
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

    /// <summary>Deletes it, once: all others who delete it wait for the same.</summary>
    /// <param name="delete">Does it.</param>
    public Task Go(Func<Task> delete)
    {
        lock (opening)
        {
            return going ??= Task.Run(delete);
        }
    }

    /// <summary>Waits until it is deleted, as far as it could be; at once where nobody deletes it.</summary>
    public async Task Gone()
    {
        if (Volatile.Read(ref going) is { } under)
        {
            await Task.WhenAny(under);
        }
    }

    /// <summary>Why it couldn't be made is told to the one who made it; to others it was never there.</summary>
    private async Task<Sandbox> WhenMade()
    {
        var making = Make();
        return await Task.WhenAny(making) is { IsCompletedSuccessfully: true, Result: var sandbox } ? sandbox
            : throw ServiceErrors.SandboxNotFound.Because(
                "It was being made when the request came, and couldn't be made.", name);
    }
}
