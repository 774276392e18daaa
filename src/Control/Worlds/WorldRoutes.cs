using ConsoleConnect.Emulator.Admin;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control.Worlds;

/// <summary>
/// Worlds: a few lines say what a test needs, and the answer has ids, keys and tokens by the names that were given.
/// </summary>
internal static class WorldRoutes
{
    private const string Group = "Worlds";

    private const string Example = """
        {
          "companies": {
            "buyer": { "ports": { "hk": { "metro": "Hong Kong", "speed": 10000 } } },
            "seller": { "ports": { "sg": { "metro": "Singapore" } } }
          },
          "connections": { "link": { "from": "hk", "to": "sg", "speed": 200 } }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var service = routes.ServiceProvider.GetRequiredService<Service>();
        var schema = MakingWorlds.SchemaOf(service);
        routes.MapPost("/__admin/worlds", Make)
            .OnTheSandbox(Group, "Make a world: companies, people, ports, connections, as a test needs them")
            .Tells("Adds what is described, or replaces what is there (empty: true). All of it is made by the "
                + "service's own rules, or none of it. What is left out is made up, the same each time. JSON, or YAML "
                + "with its Content-Type. References are by the names given here, or by names and ids of what is "
                + "there.")
            .TakesLate(schema, Example, WorldText.YamlTypes)
            .Produces<WorldMade>()
            .Answers(
                ServiceErrors.WorldImpossible, ServiceErrors.WorldForbidden, ServiceErrors.WorldUnreadable);
        routes.MapGet("/__admin/worlds", Files)
            .OnTheSandbox(
                Group, "The files of --world, and whether the sandbox's data was made with them")
            .Tells("Sandboxes that begin with the seed are made with the files of --world. Data that is there already "
                + "stays as it is. The answer says of each file whether it was applied when the data was made, has "
                + "changed since, or was not applied, and what to do.")
            .Produces<WorldFilesShown>();
        routes.MapGet("/__admin/worlds/schema", WorldSchema.Answer)
            .OfTheEmulator(Group, "The JSON schema of worlds, for editors")
            .Tells("Name it as $schema in a world's file, or in an editor's settings for YAML.")
            .Produces<OpenObject>(StatusCodes.Status200OK, WorldSchema.ContentType);
    }

    private static async Task<Answer<WorldFilesShown>> Files(
        IGivenWorlds files, HttpContext context, CancellationToken ct)
    {
        var sandbox = await ChosenSandbox.Of(context).Opened(ct);
        return new WorldFilesShown(sandbox.Name, files.Shown(sandbox.BegunWith));
    }

    private static async Task<Answer<WorldMade>> Make(
        RequestBody body, Turn turn, HttpRequest request, CancellationToken ct)
    {
        var root = WorldText.Read(body.Bytes, WorldText.IsYaml(request.ContentType));
        var schema = request.HttpContext.GetEndpoint()!.Metadata.GetRequiredMetadata<Takes>().Schema;
        var world = await MakingWorlds.Make(turn, root, schema, ct);
        return WorldShown.Of((await ChosenSandbox.Of(request.HttpContext).Opened(ct)).Name, world);
    }
}
