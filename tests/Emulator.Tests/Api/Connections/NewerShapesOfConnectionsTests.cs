using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api.Connections;

/// <summary>
/// What later editions print of the operations that the documents have too: the live answer has every member of the
/// newer shape (openapi/published/shapes) with its kind, beside what the documents' samples show, to which
/// <see cref="SampleTests"/> holds it. Where that is meant to differ, openapi/published/shape-differences.tsv says why.
/// </summary>
public sealed class NewerShapesOfConnectionsTests
{
    private static readonly string Folder = Path.Combine(OperationCatalogue.Repository, "openapi/published");

    /// <summary>The operations whose shapes are of a later edition.</summary>
    public static TheoryData<string> Newer() =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, "shapes"), "*.response.200.tsv")
            .Select(file => Path.GetFileName(file)[..3])
            .Where(key => OperationCatalogue.Documented().Any(operation => operation.Key == key))
            .Order(StringComparer.Ordinal)
            .Select(OperationCatalogue.Named),
    ];

    [Theory]
    [MemberData(nameof(Newer))]
    public async Task An_answer_has_the_newer_shape_too(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var answer = (await CallOf(key)(emulator)).MustBeOk().Json;
        var shape = Rows(Directory.GetFiles(Path.Combine(Folder, "shapes"), $"{key}-*.response.200.tsv").Single())
            .Select(cells => (Path: cells[0], Kinds: cells[1].Split('|')))
            .ToList();
        var meant = Rows(Path.Combine(Folder, "shape-differences.tsv")).Where(cells => cells[0] == key).ToList();
        var told = meant.Select(cells => $"{cells[1]} {cells[2]}").ToList();
        var missed = Misses(shape, answer).ToList();
        Assert.Equal([], missed.Except(told));
        Assert.Equal([], told.Except(missed));

        // Each member that is taken away is missed, and each whose kind is known is missed when it is of another.
        foreach (var (path, kinds) in shape.Where(member => member.Path != "$" && member.Path[^1] is not ']'))
        {
            if (meant.Exists(cells => path.StartsWith(cells[1], StringComparison.Ordinal))
                || !At(path.Split('.'), 0, answer).Any())
            {
                continue;
            }

            Assert.Contains(
                $"{path} nothing",
                Misses(shape, Broken(answer, path, (holder, name) => holder.Remove(name))));
            if (kinds.Any(kind => kind != "null"))
            {
                var another = kinds.Contains("boolean") ? "string" : "boolean";
                Assert.Contains($"{path} {another}", Misses([(path, kinds)], Broken(answer, path, (holder, name) =>
                    holder[name] = another == "boolean" ? true : "text")));
            }
        }
    }

    /// <summary>The operations of which a later edition prints another request.</summary>
    public static TheoryData<string> Requests() =>
    [
        .. Directory.GetFiles(Path.Combine(Folder, "shapes"), "*.request.tsv")
            .Select(file => Path.GetFileName(file)[..3])
            .Where(key => OperationCatalogue.Documented().Any(operation => operation.Key == key))
            .Order(StringComparer.Ordinal)
            .Select(OperationCatalogue.Named),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_may_have_every_member_of_the_newer_shape(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var document = (await emulator.Nobody().Get("/openapi.json")).MustBeOk().Json;
        var asked = (await OpenApiListing.Read(emulator, "/openapi.json")).Operations
            .Single(listed => listed.IsDocumented(key));
        var told = document["paths"]![asked.Path]![asked.Method.ToLowerInvariant()]!;

        // What a reading call sends in a body stands in its path, too.
        var known = told["requestBody"] is { } body
            ? Names(document, body["content"]!["application/json"]!["schema"]!, "$").ToHashSet()
            : told["parameters"]!.AsArray()
                .Select(parameter => $"$.{parameter!["name"]!.GetValue<string>()}")
                .ToHashSet();
        var shape = Rows(Directory.GetFiles(Path.Combine(Folder, "shapes"), $"{key}-*.request.tsv").Single())
            .Select(cells => cells[0]).Where(path => path != "$" && !path.EndsWith(']')).ToList();
        Assert.NotEmpty(shape);
        Assert.Equal([], shape.Where(path => !known.Contains(path)));
    }

    /// <summary>The paths of every member that a schema names.</summary>
    private static IEnumerable<string> Names(JsonNode document, JsonNode schema, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            schema = document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!;
        }

        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            yield return $"{path}.{name}";
            foreach (var inner in Names(document, member!, $"{path}.{name}"))
            {
                yield return inner;
            }
        }

        foreach (var one in schema["oneOf"]?.AsArray() ?? [])
        {
            foreach (var inner in Names(document, one!, path))
            {
                yield return inner;
            }
        }

        if (schema["items"] is { } items)
        {
            foreach (var inner in Names(document, items, path + "[]"))
            {
                yield return inner;
            }
        }
    }

    private static Func<EmulatorUnderTest, Task<Answer>> CallOf(string key) =>
        SampleTests.Calls[key];

    /// <summary>
    /// What an answer lacks: the path, and the kind that stands there instead. Null tells no kind: in a shape it lets
    /// any through, and in an answer it is missed only where nothing else stands at that place. What would be within an
    /// empty list, or within null, is told once, by the outermost place.
    /// </summary>
    private static IEnumerable<string> Misses(IReadOnlyList<(string Path, string[] Kinds)> shape, JsonNode answer)
    {
        foreach (var (path, kinds) in shape.Where(member => member.Path != "$"))
        {
            var steps = path.Split('.');
            var holders = path.EndsWith("[]", StringComparison.Ordinal)
                ? At([.. steps[..^1], steps[^1][..^2]], 0, answer)
                : At(steps[..^1], 0, answer);
            if (!holders.Any(holder => holder is not null))
            {
                continue;
            }

            var there = At(steps, 0, answer).Select(KindOf).Distinct().ToList();
            var known = kinds.Where(kind => kind != "null").ToList();
            var wrong = there.Count == 0 ? ["nothing"]
                : known.Count == 0 ? []
                : there.All(kind => kind == "null") ? ["null"]
                : there.Where(kind => kind != "null" && !Fits(kind, known));
            foreach (var kind in wrong)
            {
                yield return $"{path} {kind}";
            }
        }
    }

    private static bool Fits(string kind, List<string> known) =>
        known.Contains(kind) || (kind is "integer" or "number" && known.Any(one => one is "integer" or "number"));

    private static JsonNode Broken(JsonNode answer, string path, Action<JsonObject, string> breaks)
    {
        var broken = answer.DeepClone();
        var steps = path.Split('.');
        foreach (var holder in At(steps[..^1], 0, broken).OfType<JsonObject>().ToList())
        {
            breaks(holder, steps[^1]);
        }

        return broken;
    }

    private static IEnumerable<JsonNode?> At(string[] steps, int step, JsonNode? node)
    {
        if (step == steps.Length)
        {
            return [node];
        }

        var name = steps[step].Replace("[]", "", StringComparison.Ordinal);
        if (name != "$")
        {
            if (node is not JsonObject members || !members.TryGetPropertyValue(name, out node))
            {
                return [];
            }
        }

        return steps[step].EndsWith("[]", StringComparison.Ordinal)
            ? node is JsonArray elements ? elements.SelectMany(element => At(steps, step + 1, element)) : []
            : At(steps, step + 1, node);
    }

    private static string KindOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Number => node.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        { } kind => kind.ToString().ToLowerInvariant(),
    };

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split('\t'));
}
