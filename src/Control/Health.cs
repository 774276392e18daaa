using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>How far the start is.</summary>
/// <param name="isDone">Whether nothing runs at the start.</param>
internal sealed class StartUpState(bool isDone)
{
    private volatile bool isDone = isDone;

    /// <summary>Whether the files of the start-up folder have run.</summary>
    public bool IsDone
    {
        get => isDone;
        set => isDone = value;
    }
}

/// <summary>Whether it lives, whether it is ready, and how it is.</summary>
internal static class Health
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/livez", Live).OfTheEmulator("Health", "Whether the process answers")
            .Tells("Answers as soon as the process listens, whatever its sandboxes do; use it to decide whether to "
                + "restart the process.")
            .Produces<Alive>();
        routes.MapGet("/readyz", Ready).OfTheEmulator("Health", "Whether the emulator is ready: schema and seed are "
            + "loaded, and changes can be stored; otherwise 503")
            .Tells("Answers 200 as soon as the service can be called; ask it before tests begin. When the data file "
                + "can no longer be written, it answers 503 and says why.")
            .Produces<Readiness>().Answers(ServiceErrors.NotReady, ServiceErrors.NothingStored);
        routes.MapGet("/__admin/health", Whole).OfTheEmulator("Health", "How the emulator is")
            .Tells("Shows which sandbox the request reaches, how its moves progress and what time it is there. It "
                + "needs no admin token.")
            .Produces<State>();
    }

    private static Answer<Alive> Live() => new Alive("alive");

    private static async Task<Answer<Readiness>> Ready(
        Sandboxes sandboxes, StartUpState start, CancellationToken ct)
    {
        if (!sandboxes.IsReady)
        {
            throw ServiceErrors.NotReady.Because("Schema and seed are not done yet.");
        }

        if (!start.IsDone)
        {
            throw ServiceErrors.NotReady.Because("The files of --init are still running.");
        }

        return await (await sandboxes.Default).WhyNothingIsStored(ct) is { } reason
            ? throw ServiceErrors.NothingStored.Because($"{reason}. Reads are answered as far as they can be; writes "
                + "are refused.", reason)
            : new Readiness(true);
    }

    private static async Task<Answer<State>> Whole(Sandboxes sandboxes, HttpContext context, CancellationToken ct)
    {
        if (!sandboxes.IsReady)
        {
            return new State("starting", false, null, null, null);
        }

        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        return new State(
            "ok",
            true,
            sandbox.Name,
            sandbox.Pacing.Usual.Progression.ToString().ToLowerInvariant(),
            sandbox.Clock.Now);
    }

    /// <summary>It answers.</summary>
    internal sealed record Alive(string Status);

    /// <summary>It is ready.</summary>
    internal sealed record Readiness(bool Ready);

    /// <summary>How it is.</summary>
    internal sealed record State(string Status, bool Ready, string? Sandbox, string? Progression, DateTimeOffset? Now);
}
