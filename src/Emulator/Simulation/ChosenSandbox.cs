namespace Emulator.Simulation;

/// <summary>The sandbox that a request is for, chosen before anything else looks at the request. The default one may still be opening.</summary>
internal sealed record ChosenSandbox(Task<Sandbox> Sandbox);
