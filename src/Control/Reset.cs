using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Puts the sandbox back to the seed: data, clock and ids.</summary>
internal static class Reset
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/reset", Handle)
        .OfTheEmulator("Sandbox", "Put the sandbox back to the seed: data, clock and ids; its fault rules are gone")
        .Tells("Everything that was made since is gone, including sessions: log in again. The same calls then give the "
            + "same ids as before.")
        .Produces<Response>()
        .Answers(ServiceErrors.WorldFileUnusable);

    private static async Task<Answer<Response>> Handle(Sandboxes sandboxes, HttpContext context, CancellationToken ct)
    {
        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        await sandboxes.Reset(sandbox, ct);
        return new Response(sandbox.Name, "reset");
    }

    /// <summary>What was done.</summary>
    internal sealed record Response(string Sandbox, string Status);
}
