using System.Text.Json;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Resources.Worlds;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control.Worlds;

/// <summary>Makes worlds in a turn: each of them whole, or nothing of it.</summary>
internal static class MakingWorlds
{
    /// <summary>What a world must look like, for a service; made when the first is wanted.</summary>
    public static Lazy<RequestSchema> SchemaOf(Service service) =>
        new(() => WorldDescription.SchemaOf(service.WorldParts));

    /// <summary>Makes a world of what was sent.</summary>
    /// <param name="turn">The turn; all of it is saved when this returns.</param>
    /// <param name="root">What was sent.</param>
    /// <param name="schema">What it must look like.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Refusal">What is wrong, where; nothing was done.</exception>
    public static async Task<WorldDescription> Make(
        Turn turn, JsonElement root, RequestSchema schema, CancellationToken ct)
    {
        Check(schema, root);
        var world = WorldDescription.Read(new Asked(root), turn.Service.WorldParts);
        return await turn.Together(
            async () =>
            {
                if (world.StartsEmpty)
                {
                    turn.Empty();
                }

                await new WorldMaking(turn.Service, turn.Db, world, LuckOf(turn), turn.Now, ct).Make();
                return world;
            },
            ct);
    }

    /// <summary>Holds a world against its schema; what is wrong says where, as paths in worlds are written.</summary>
    private static void Check(RequestSchema schema, JsonElement root)
    {
        try
        {
            schema.Check(root);
        }
        catch (Refusal wrong)
        {
            var path = wrong.Values is [string pointer, ..] ? pointer.TrimStart('/').Replace('/', '.') : "";
            var member = wrong.Error == ServiceErrors.MissingProperty || wrong.Error == ServiceErrors.UnknownProperty
                ? wrong.Values.ElementAtOrDefault(1) as string
                : null;
            throw wrong.Standing(string.Join('.', new[] { path, member }.Where(part => !string.IsNullOrEmpty(part))));
        }
    }

    private static WorldLuck LuckOf(Turn turn)
    {
        // Hashing takes longer than all else, and most have the same password.
        Dictionary<string, string> hashes = new(StringComparer.Ordinal);
        var (ids, seed) = (turn.Ids, turn.Ids.Seed);
        return new WorldLuck(
            ids.Next,
            ids.NextUuid,
            ids.NextToken,
            ids.NextKey,
            ids.NextNumber,
            (count, series) => IdSource.Share(seed, count, series),
            password => hashes.TryGetValue(password, out var hash)
                ? hash
                : hashes[password] = turn.Service.Traits.Hash(password),
            turn.Shown);
    }
}
