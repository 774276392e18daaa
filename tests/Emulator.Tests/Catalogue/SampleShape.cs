using System.Text.Json.Nodes;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What a sample shows at a place: which kinds of value, which members, which elements. Several values shown at one
/// place are taken together.
/// </summary>
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

    /// <summary>What of an answer differs: each line where, and how.</summary>
    public List<string> Differences(JsonNode? answer)
    {
        var differences = new List<string>();
        Compare([answer], "", differences);
        return differences;
    }

    /// <summary>
    /// The answer, broken in each way that could be seen: one member that the samples show by another name, or of
    /// another kind, everywhere.
    /// </summary>
    public IEnumerable<(string What, JsonNode Answer)> Breaks(JsonNode answer) =>
        Places("")
            .Where(place => place.Path.Length > 0 && place.At(answer).Any())
            .SelectMany(place => Broken(place, answer));

    private static IEnumerable<(string What, JsonNode Answer)> Broken(Place place, JsonNode answer)
    {
        if (place.Member is { } name)
        {
            var renamed = answer.DeepClone();
            foreach (var holder in place.Holders(renamed).ToList())
            {
                var value = holder[name];
                holder.Remove(name);
                holder[name + "Renamed"] = value;
            }

            yield return ($"{place.Path} renamed", renamed);
        }

        // Null shows no kind, and neither does what is null wherever the emulator answers it.
        if (place.Shape.kinds.Any(kind => kind != "null") && place.At(answer).Any(value => value is not null))
        {
            var other = answer.DeepClone();
            var known = place.Shape.kinds.Concat(place.At(answer).Select(KindOf)).ToHashSet();
            place.Replace(other, value => value is null ? null : OfAnotherKind(known));
            yield return ($"{place.Path} of another kind", other);
        }
    }

    private static JsonNode OfAnotherKind(HashSet<string> known) =>
        !known.Contains("string") ? "text"
        : !known.Contains("number") ? 1
        : !known.Contains("boolean") ? true
        : new JsonArray();

    private IEnumerable<Place> Places(string path, Place? within = null)
    {
        var here = within ?? new Place(path, this, null, null);
        yield return here;
        foreach (
            var inner in members.SelectMany(member =>
                member.Value.Places(
                    $"{path}.{member.Key}",
                    new Place($"{path}.{member.Key}", member.Value, here, member.Key))))
        {
            yield return inner;
        }

        foreach (var inner in element?.Places($"{path}[]", new Place($"{path}[]", element, here, null)) ?? [])
        {
            yield return inner;
        }
    }

    /// <summary>
    /// Compares what the emulator answers, in all the places that this shape stands for, and tells what differs.
    /// </summary>
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

        foreach (
            var name in all.SelectMany(one => one.Select(member => member.Key))
                .Distinct()
                .Where(name => !members.ContainsKey(name)))
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

    /// <summary>A place that the samples show.</summary>
    /// <param name="Path">Where.</param>
    /// <param name="Shape">What they show there.</param>
    /// <param name="Within">The object or array it is in; null for the whole.</param>
    /// <param name="Member">Its name in an object; null for the elements of an array, and for the whole.</param>
    private sealed record Place(string Path, SampleShape Shape, Place? Within, string? Member)
    {
        /// <summary>The values that an answer has there.</summary>
        public IEnumerable<JsonNode?> At(JsonNode answer) => Within is null ? [answer]
            : Member is { } name ? Holders(answer).Select(holder => holder[name])
            : Within.At(answer).OfType<JsonArray>().SelectMany(array => array);

        /// <summary>The objects that have it as a member.</summary>
        public IEnumerable<JsonObject> Holders(JsonNode answer) =>
            Within!.At(answer).OfType<JsonObject>().Where(holder => holder.ContainsKey(Member!));

        /// <summary>Puts other values there.</summary>
        public void Replace(JsonNode answer, Func<JsonNode?, JsonNode?> by)
        {
            if (Member is { } name)
            {
                foreach (var holder in Holders(answer).ToList())
                {
                    holder[name] = by(holder[name]);
                }

                return;
            }

            foreach (var array in Within!.At(answer).OfType<JsonArray>().ToList())
            {
                for (var i = 0; i < array.Count; i++)
                {
                    array[i] = by(array[i]);
                }
            }
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
