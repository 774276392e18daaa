namespace Emulator.Simulation;

/// <summary>The sandbox that a request is for, chosen before anything else looks at the request.</summary>
/// <param name="Opening">The sandbox; the default one may still be opening.</param>
internal sealed record ChosenSandbox(Task<Sandbox> Opening)
{
    /// <summary>What was chosen for a request.</summary>
    public static ChosenSandbox Of(HttpContext context) => context.Features.Get<ChosenSandbox>()!;

    /// <summary>The sandbox, once it is open.</summary>
    /// <param name="ct">Ends the waiting.</param>
    public Task<Sandbox> Opened(CancellationToken ct) => Opening.WaitAsync(ct);
}
