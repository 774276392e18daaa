using System.Text.Json.Nodes;

namespace Emulator.Tests.Catalogue;

/// <summary>What a sample shows at a place: which kinds of value, which members, which elements. Several values shown at one place are taken together.</summary>
internal sealed class SampleShape
{
    private readonly HashSet<string> kinds = [];
    private readonly Dictionary<string, SampleShape> members = [];
    private readonly Dictionary<string, int> seen = [];
    private SampleShape? element;
    private int objects;

    /// <summary>Takes a value in.</summary>
    public void Add(JsonNode? value)
    {
        switch (value)
        {
            case JsonObject all:
                kinds.Add("object");
                objects++;
                foreach (var (name, member) in all)
                {
                    seen[name] = seen.GetValueOrDefault(name) + 1;
                    (members.TryGetValue(name, out var shape) ? shape : members[name] = new SampleShape()).Add(member);
                }

                break;
            case JsonArray all:
                kinds.Add("array");
                foreach (var item in all)
                {
                    (element ??= new SampleShape()).Add(item);
                }

                break;
            default:
                kinds.Add(KindOf(value));
                break;
        }
    }

    /// <summary>Compares what the emulator answers, in all the places that this shape stands for, and tells what differs.</summary>
    public void Compare(IReadOnlyList<JsonNode?> live, string path, List<string> differences)
    {
        var shown = kinds.Where(kind => kind != "null").ToHashSet();
        var answered = live.Select(KindOf).Where(kind => kind != "null").ToHashSet();
        if (shown.Count > 0)
        {
            foreach (var kind in answered.Except(shown).Order())
            {
                differences.Add($"{path}: {kind}, the sample shows {string.Join(" or ", shown)}");
            }

            if (answered.Count == 0)
            {
                differences.Add($"{path}: never anything but null, the sample shows {string.Join(" or ", shown)}");
            }
        }

        CompareMembers(live, path, differences);
        CompareElements(live, path, differences);
    }

    private void CompareMembers(IReadOnlyList<JsonNode?> live, string path, List<string> differences)
    {
        // An object without members stands for a map, or for something nobody printed.
        if (members.Count == 0)
        {
            return;
        }

        var all = live.OfType<JsonObject>().ToList();
        foreach (var (name, shape) in members)
        {
            var having = all.Where(one => one.ContainsKey(name)).ToList();
            if (having.Count < all.Count && seen[name] == objects)
            {
                differences.Add($"{path}.{name}: missing");
            }

            if (having.Count > 0)
            {
                shape.Compare([.. having.Select(one => one[name])], $"{path}.{name}", differences);
            }
        }

        foreach (var name in all.SelectMany(one => one.Select(member => member.Key)).Distinct().Where(name => !members.ContainsKey(name)))
        {
            differences.Add($"{path}.{name}: added");
        }
    }

    private void CompareElements(IReadOnlyList<JsonNode?> live, string path, List<string> differences)
    {
        if (element is null)
        {
            return;
        }

        var all = live.OfType<JsonArray>().SelectMany(array => array).ToList();
        if (all.Count == 0)
        {
            differences.Add($"{path}[]: always empty, the sample shows elements");
        }
        else
        {
            element.Compare(all, path + "[]", differences);
        }
    }

    private static string KindOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "boolean",
            var kind => kind.ToString().ToLowerInvariant(),
        },
    };
}
