using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ConsoleConnect.Emulator.Admin;
using Emulator.Control.Worlds;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// Sandboxes: worlds of their own, each with its data, clock, ids and outbox. A client lands in one by an address that
/// begins with <c>/sandbox/{name}</c>, by the host <c>{name}.localhost</c>, by the header <c>X-Emulator-Sandbox</c>, or
/// by a token or key that it was given there.
/// </summary>
internal static partial class SandboxRoutes
{
    private const string Group = "Sandboxes";

    /// <summary>The longest time to live, seconds: a week.</summary>
    private const int LongestLife = 604_800;

    private static readonly ParameterExample Name = new("name", "mine", "The sandbox's name, without regard to case: "
        + "here the one that the example of making one makes.");

    private static readonly BodyMember<string?> NameToHave = Body.Text(
        "name", "Letters, digits, hyphens and underscores, up to 63; by default one is made up.", maxLength: 63);

    private static readonly BodyMember<int?> Ttl = Body.Integer(
        "ttlSeconds",
        "After how many seconds of real time it is deleted; by default it stays.",
        minimum: 1,
        maximum: LongestLife);

    private static readonly BodyMember<string?> From = Body.Text(
        "from",
        "The snapshot that it begins with: its data, clock and ids; seed, or nothing, for the seed. What else is sent "
        + "here overrides what was saved.",
        maxLength: 63);

    private static readonly BodyMember<string?> ClockStart = Body.Text(
        "clockStart",
        "The instant at which its clock starts, such as 2026-01-01T00:00:00Z; by default the snapshot's, or with the "
        + "seed as the emulator was started.");

    private static readonly BodyMember<bool?> ClockFrozen = Body.Flag(
        "clockFrozen",
        "Whether its clock is frozen from the start; by default as in the snapshot, or with the seed as the emulator "
        + "was started.");

    private static readonly BodyMember<string?> Progressing = Body.Text(
        "progression",
        "How the service's own moves progress in it; left out, as the emulator was started, or as was set in the "
        + "snapshot (PUT /__admin/progression).",
        ["time", "immediate", "polls", "manual"]);

    private static readonly BodyMember<int?> SeedNumber = Body.Integer(
        "seed",
        "The seed number of its ids: the same seed and the same calls give the same ids. With a snapshot only the next "
        + "ids differ: they never repeat one that was given.");

    private static readonly BodyMember<IReadOnlyList<System.Text.Json.JsonElement>> Described = new(
        new(
            "worlds",
            MemberKind.ObjectOrList,
            "What else is in it: a world as POST /__admin/worlds takes it, or a list of them. If one of them is "
            + "refused, the sandbox isn't made."),
        (asked, of) => asked.ValuesOrOne(of));

    private static readonly RequestSchema Schema = new RequestSchema().With(
        NameToHave, Ttl, From, ClockStart, ClockFrozen, Progressing, SeedNumber, Described);

    private static readonly RequestSchema NamedSchema = new RequestSchema().With(
        Ttl, From, ClockStart, ClockFrozen, Progressing, SeedNumber, Described);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/sandboxes", List).OfTheEmulator(Group, "The sandboxes there are, the default one first")
            .Tells("Each is shown with the ways into it: the address that replaces the service's, and an API key for "
                + "each user.")
            .Produces<SandboxList>();
        routes
            .MapPost("/__admin/sandboxes", Make)
            .WaitingOnTheSandbox(
                Group,
                "Make a sandbox, from the seed or a " + "snapshot: its name, and the keys that lead into it")
            .Tells(
                "What isn't sent is as the emulator's settings say. Use the answer's url in place of the service's "
                    + "address, or one of its apiKeys, or send the header X-Emulator-Sandbox.")
            .Takes(Schema, """{"name": "mine", "ttlSeconds": 600}""")
            .Produces<SandboxDescription>()
            .Answers(
                ServiceErrors.SandboxExists,
                ServiceErrors.TooManySandboxes,
                ServiceErrors.WrongPattern,
                ServiceErrors.SnapshotNotFound,
                ServiceErrors.NothingStored,
                ServiceErrors.WorldImpossible,
                ServiceErrors.WorldForbidden,
                ServiceErrors.WorldFileUnusable);
        routes
            .MapPut("/__admin/sandboxes/{name}", MakeNamed)
            .WaitingOnTheSandbox(Group, "Make a sandbox of that name")
            .Tells(
                "The same as making one with its name in the body. With the name in the path, a proxy in front of "
                    + "several emulators can send the call where the sandbox's calls will go.")
            .With(new ParameterExample("name", "theirs", "The sandbox's name: letters, digits, hyphens and "
                + "underscores, up to 63."))
            .Takes(NamedSchema, """{"ttlSeconds": 600}""")
            .Produces<SandboxDescription>()
            .Answers(
                ServiceErrors.SandboxExists,
                ServiceErrors.TooManySandboxes,
                ServiceErrors.WrongPattern,
                ServiceErrors.SnapshotNotFound,
                ServiceErrors.NothingStored,
                ServiceErrors.WorldImpossible,
                ServiceErrors.WorldForbidden,
                ServiceErrors.WorldFileUnusable);
        routes
            .MapGet("/__admin/sandboxes/{name}", Show)
            .OfTheEmulator(Group, "One sandbox")
            .Tells("Shows the ways into it, what time it is there, and when it is deleted.")
            .With(Name).Produces<SandboxDescription>().Answers(
                ServiceErrors.SandboxNotFound, ServiceErrors.SandboxNotOpened);
        routes.MapPost("/__admin/sandboxes/{name}/reset", Reset).OfTheEmulator(Group, "Put a sandbox back to the "
            + "seed: data, clock and ids")
            .Tells("Tokens from before are no longer valid; its API keys are the same as before.")
            .With(Name).Produces<SandboxDescription>().Answers(
                ServiceErrors.SandboxNotFound, ServiceErrors.SandboxNotOpened,
                ServiceErrors.WorldFileUnusable);
        routes.MapDelete("/__admin/sandboxes/{name}", Delete).OfTheEmulator(Group, "Delete a sandbox, all but the "
            + "default one")
            .Tells("Everything in it is gone, and its name is free; requests that still name it are refused.")
            .With(Name).Produces<SandboxGone>().Answers(ServiceErrors.SandboxNotFound, ServiceErrors.SandboxStays);
    }

    private static async Task<Answer<SandboxList>> List(
        Sandboxes sandboxes,
        HttpRequest request,
        CancellationToken ct)
    {
        var first = await sandboxes.Default.WaitAsync(ct);
        var others = sandboxes.AllMade.Select(made => Shown(made, request));
        return new SandboxList([Shown(first, made: null, request), .. others]);
    }

    private static Task<Answer<SandboxDescription>> Make(
        RequestBody body,
        Sandboxes sandboxes,
        Snapshots snapshots,
        HttpRequest request,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        return MakeAsAsked(asked.Of(NameToHave), asked, sandboxes, snapshots, request, ct);
    }

    private static Task<Answer<SandboxDescription>> MakeNamed(
        string name,
        RequestBody body,
        Sandboxes sandboxes,
        Snapshots snapshots,
        HttpRequest request,
        CancellationToken ct) => MakeAsAsked(name, body.Checked(NamedSchema), sandboxes, snapshots, request, ct);

    private static async Task<Answer<SandboxDescription>> MakeAsAsked(
        string? name,
        Asked asked,
        Sandboxes sandboxes,
        Snapshots snapshots,
        HttpRequest request,
        CancellationToken ct)
    {
        if (name is not null && !NameRegex().IsMatch(name))
        {
            throw ServiceErrors.WrongPattern.Because("Letters, digits, hyphens and underscores, beginning with a "
                + "letter or a digit.", "/name", "^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$");
        }

        var usual = sandboxes.Usual;
        var (clockStart, clockFrozen, seed) = (
            asked.Of(ClockStart) is { } text ? InstantOf(text) : (DateTimeOffset?)null,
            asked.Of(ClockFrozen),
            asked.Of(SeedNumber));
        var from =
            asked.Of(From) is { } snapshot
            && !string.Equals(snapshot, Snapshots.Seed, StringComparison.OrdinalIgnoreCase)
                ? new Beginning(
                    snapshots.Named(snapshot).State,
                    clockStart,
                    clockFrozen,
                    seed,
                    Repaced: asked.Has(Progressing))
                : null;
        var start = usual with
        {
            ClockStart = clockStart ?? usual.ClockStart,
            ClockFrozen = clockFrozen ?? usual.ClockFrozen,
            Pace = Spelling.Read<Progression>(asked.Of(Progressing)) is { } progression
                ? usual.Pace with
                {
                    Progression = progression,
                }
                : usual.Pace,
            Seed = seed ?? usual.Seed,
        };
        List<WorldDescription> worlds = [];
        var made = await sandboxes.Make(
            name,
            asked.Of(Ttl) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            start,
            from,
            ct,
            asked.Of(Described) is { Count: > 0 } described ? Furnish : null);
        return Shown(made, request) with
        {
            Worlds = asked.Has(Described)
                ? [.. worlds.Select(world => WorldShown.Of(made.Name, world))]
                : null,
        };

        async Task Furnish(Turn turn)
        {
            var schema = MakingWorlds.SchemaOf(turn.Service).Value;
            foreach (var world in asked.Of(Described))
            {
                worlds.Add(await MakingWorlds.Make(turn, world, schema, ct));
            }
        }
    }

    private static async Task<Answer<SandboxDescription>> Show(string name, Sandboxes sandboxes, HttpRequest request) =>
        Shown(await sandboxes.Named(name), sandboxes, request);

    private static async Task<Answer<SandboxDescription>> Reset(
        string name,
        Sandboxes sandboxes,
        HttpRequest request,
        CancellationToken ct)
    {
        var sandbox = await sandboxes.Named(name);
        await sandboxes.Reset(sandbox, ct);
        return Shown(sandbox, sandboxes, request);
    }

    private static async Task<Answer<SandboxGone>> Delete(string name, Sandboxes sandboxes)
    {
        await sandboxes.Delete(name);
        return new SandboxGone(name);
    }

    private static SandboxDescription Shown(Sandbox sandbox, Sandboxes sandboxes, HttpRequest request) =>
        sandboxes.MadeAs(sandbox) is { } made ? Shown(made, request) : Shown(sandbox, made: null, request);

    private static SandboxDescription Shown(MadeSandbox made, HttpRequest request) =>
        made.IfOpen is { } sandbox
            ? Shown(sandbox, made, request)
            : Shown(
                made.Name,
                Addresses(request).UrlOf(request, made.Name),
                new Dictionary<string, string>(),
                now: null,
                made,
                request);

    private static SandboxDescription Shown(Sandbox sandbox, MadeSandbox? made, HttpRequest request) =>
        Shown(
            sandbox.Name,
            made is null ? Addresses(request).ServiceOf(request) : Addresses(request).UrlOf(request, sandbox.Name),
            sandbox.ApiKeys,
            sandbox.Clock.Now,
            made,
            request);

    private static SandboxDescription Shown(
        string name,
        string url,
        IReadOnlyDictionary<string, string> apiKeys,
        DateTimeOffset? now,
        MadeSandbox? made,
        HttpRequest request) =>
        new(
            name,
            WebAddress.Of(url),
            WebAddress.Of(Addresses(request).ByPath(request, name)),
            Addresses(request).ByHost(request, name) is { } byHost ? WebAddress.Of(byHost) : null,
            apiKeys,
            now,
            made?.CreatedAt,
            made?.ExpiresAt);

    private static SandboxAddresses Addresses(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<SandboxAddresses>();

    private static DateTimeOffset InstantOf(string text) =>
        Instants.Read(text)
        ?? throw ServiceErrors.WrongFormat.Because(
            "clockStart is an instant such as 2026-01-01T00:00:00Z.",
            "/clockStart",
            "date-time");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameRegex();

    /// <summary>What was deleted.</summary>
    internal sealed record SandboxGone(
        [property: JsonPropertyName("deleted")] string Name);
}
