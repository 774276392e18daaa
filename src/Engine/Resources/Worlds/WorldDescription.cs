using Emulator.Wire;

namespace Emulator.Resources.Worlds;

/// <summary>A world as a test describes it: its things, section by section, in the order in which they stand.</summary>
internal sealed class WorldDescription
{
    private static readonly BodyMember<bool?> Empty = Body.Flag(
        "empty",
        "Whether it stands instead of what is there: all companies, people, ports and orders go first. Places, clouds "
        + "with their ports, and prices stay.");

    private static readonly BodyMember<string?> OwnSchema = Body.Text(
        "$schema", "The address of this schema, for editors; it isn't looked at.");

    private readonly Dictionary<string, List<WorldThing>> things = new(StringComparer.Ordinal);

    private WorldDescription(Asked root) => StartsEmpty = root.Of(Empty) ?? false;

    /// <summary>Whether it stands instead of what is there.</summary>
    public bool StartsEmpty { get; }

    /// <summary>The things of a part by its key, in the order in which they stand; none where there are none.</summary>
    public IReadOnlyList<WorldThing> Of(string key) => things.GetValueOrDefault(key) ?? [];

    /// <summary>Adds a thing that nobody has described and something needs.</summary>
    public void Add(WorldThing thing) => Section(thing.Section).Add(thing);

    /// <summary>What a world must look like. It refuses what it doesn't know.</summary>
    public static RequestSchema SchemaOf(IReadOnlyList<WorldPart> parts)
    {
        var schema = new RequestSchema().With([OwnSchema, Empty, .. SectionsWithin(parts, within: null)]);
        schema.Close();
        return schema;
    }

    /// <summary>Reads one that was checked.</summary>
    public static WorldDescription Read(Asked root, IReadOnlyList<WorldPart> parts)
    {
        var world = new WorldDescription(root);
        world.Read(root, owner: null, parts);
        return world;
    }

    private static IEnumerable<IBodyMember> SectionsWithin(IReadOnlyList<WorldPart> parts, string? within) =>
        parts.Where(part => part.Within == within).Select(IBodyMember (part) => part.IsOfThings
            ? Body.Named(part.Section, part.Meaning, [.. part.Members, .. SectionsWithin(parts, part.Section)])
            : Body.FreeObject(part.Section, part.Meaning));

    private void Read(Asked asked, WorldThing? owner, IReadOnlyList<WorldPart> parts)
    {
        foreach (var part in parts.Where(part => part.Within == owner?.Section))
        {
            if (!part.IsOfThings)
            {
                if (asked.Has(part.Section))
                {
                    Section(part.Key).Add(new(part.Section, "", asked.Object(part.Section), owner));
                }

                continue;
            }

            foreach (var (name, members) in asked.Named(part.Section))
            {
                var thing = new WorldThing(part.Section, name, members, owner);
                MustBeAName(thing);
                Section(part.Key).Add(thing);
                Read(members, thing, parts);
            }
        }
    }

    private static void MustBeAName(WorldThing thing)
    {
        const int Longest = 100;
        if (thing.Name.Length is 0 or > Longest || thing.Name.Any(char.IsControl))
        {
            throw WorldThing.Impossible(
                thing.Path, "has no name that can be", $"A name has 1 to {Longest} characters, none of them control.");
        }
    }

    private List<WorldThing> Section(string key) =>
        things.TryGetValue(key, out var section) ? section : things[key] = [];
}
