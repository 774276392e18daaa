namespace Emulator.Wire;

/// <summary>Marks an endpoint as the emulator's own.</summary>
internal sealed record OfTheEmulator;

/// <summary>How the emulator's own routes declare themselves.</summary>
internal static class ControlDeclaration
{
    /// <summary>The emulator's own; it needs no turn in a sandbox.</summary>
    public static RouteHandlerBuilder OfTheEmulator(this RouteHandlerBuilder endpoint, string group, string title) =>
        endpoint.WithMetadata(new OfTheEmulator()).WithTags(group).WithSummary(title).ClosingItsBody();

    /// <summary>The emulator's own, at work on the sandbox's state.</summary>
    public static RouteHandlerBuilder OnTheSandbox(this RouteHandlerBuilder endpoint, string group, string title) =>
        endpoint.OfTheEmulator(group, title).WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false));

    /// <summary>The emulator's own; it waits for what others do in the sandbox, and takes turns of its own.</summary>
    public static RouteHandlerBuilder WaitingOnTheSandbox(
        this RouteHandlerBuilder endpoint,
        string group,
        string title) =>
        endpoint
            .OfTheEmulator(group, title)
            .WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false, Waits: true));

    /// <summary>Whatever a client says to the emulator itself and misspells is refused, in every body: it would do
    /// nothing, or something else, unnoticed.</summary>
    private static RouteHandlerBuilder ClosingItsBody(this RouteHandlerBuilder endpoint)
    {
        endpoint.Finally(static declared =>
        {
            foreach (var takes in declared.Metadata.OfType<Takes>())
            {
                if (takes.Late.IsValueCreated) // What is made late closes itself.
                {
                    takes.Schema.Close();
                }
            }
        });
        return endpoint;
    }
}
