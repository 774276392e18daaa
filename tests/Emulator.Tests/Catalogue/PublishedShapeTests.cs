using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Api;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// What later published editions have: the live answer of each operation has every member of its shape
/// (openapi/published/shapes: paths and JSON kinds) with its kind, and requests that have every member of theirs are
/// taken. Where that is meant to differ, openapi/published/shape-differences.tsv says why; a path in a request is
/// written with <c>request</c> in front.
/// </summary>
public sealed class PublishedShapeTests
{
    private static readonly string Folder = Path.Combine(OperationCatalogue.Repository, "openapi/published");

    /// <summary>The shapes of answers, by the operation's name.</summary>
    public static TheoryData<string> Answers() =>
    [
        .. Shapes("*.response.200.tsv")
            .Where(file => !OperationCatalogue.Documented().Any(operation => operation.Key == KeyOf(file)))
            .Select(file => OperationCatalogue.Named(KeyOf(file))),
    ];

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_has_its_published_shape(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        await using var emulator = new EmulatorUnderTest();
        var asked = (await OpenApiListing.Read(emulator, "/openapi.json")).Operations
            .Single(listed => listed.IsDocumented(key));
        var answer = (await Asked(emulator, asked, key, asked.Body)).Json;
        var shape = Read(Shapes($"{key}-*.response.200.tsv").Single());
        Assert.Equal(Meant(key, inRequest: false), Misses(shape, [answer]).Order(StringComparer.Ordinal));

        // Each member that is taken away, or is of another kind, is missed.
        Assert.All(shape.Where(member => member.Path != "$" && !member.Path.EndsWith(']')
            && At(member.Path.Split('.'), 0, answer).Any()), member =>
        {
            var gone = Broken(answer, member.Path, (holder, name) => holder.Remove(name));
            Assert.Contains($"{member.Path} nothing", Misses(shape, [gone]));
            var another = member.Kinds.Contains("string") ? JsonValueKind.True : JsonValueKind.String;
            var other = Broken(answer, member.Path, (holder, name) =>
                holder[name] = another == JsonValueKind.True ? true : "text");
            Assert.Contains(
                $"{member.Path} {(another == JsonValueKind.True ? "boolean" : "string")}",
                Misses([member], [other]));
        });
    }

    /// <summary>The shapes of requests, by the operation's name.</summary>
    public static TheoryData<string> Requests() =>
        [.. Shapes("*.request.tsv").Select(file => OperationCatalogue.Named(KeyOf(file)))];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Requests_with_every_member_of_the_published_shape_are_taken(string operation)
    {
        var key = OperationCatalogue.KeyIn(operation);
        var shape = Read(Shapes($"{key}-*.request.tsv").Single());
        var sent = new List<JsonNode>();
        await using (var one = new EmulatorUnderTest())
        {
            var asked = (await OpenApiListing.Read(one, "/openapi.json")).Operations
                .Single(listed => listed.IsDocumented(key));
            foreach (var body in PublishedCalls.FurtherBodies(key).Prepend(asked.Body!))
            {
                await using var emulator = new EmulatorUnderTest();
                await Asked(emulator, asked, key, body);
                sent.Add(JsonNode.Parse(body)!);
            }
        }

        Assert.Equal(Meant(key, inRequest: true), Misses(shape, sent).Order(StringComparer.Ordinal));
    }

    /// <summary>The answer to an operation that is asked with its own examples and a body.</summary>
    private static async Task<Answer> Asked(
        EmulatorUnderTest emulator, ListedOperation asked, string key, string? body)
    {
        var stan = await emulator.Stan();
        await PublishedCalls.Prepare(key, emulator, stan);
        return (await stan.Send(new HttpMethod(asked.Method), asked.Address(), body)).MustBeOk();
    }

    /// <summary>What is meant to differ.</summary>
    private static IEnumerable<string> Meant(string key, bool inRequest) =>
        Differences()
            .Where(difference => difference.Key == key
                && difference.Path.StartsWith("request ", StringComparison.Ordinal) == inRequest)
            .Select(difference => $"{(inRequest ? difference.Path["request ".Length..] : difference.Path)} "
                + difference.Kind)
            .Order(StringComparer.Ordinal);

    /// <summary>The answer with a member broken wherever it stands.</summary>
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

    [Fact]
    public void Every_published_operation_has_its_shapes_and_every_difference_its_reason()
    {
        var published = OperationCatalogue.Listed().Except(OperationCatalogue.Documented()).ToList();
        Assert.NotEmpty(published);

        // What only clients are seen to ask, or is assumed beside it, no edition prints: there is no shape of it.
        Assert.All(
            published.Where(operation => DocumentedOperations.Of(operation.Key).Edition != "clients"),
            operation => Assert.NotEmpty(Shapes($"{operation.Key}-*.tsv")));
        Assert.All(Shapes("*.tsv"), file =>
            Assert.Contains(OperationCatalogue.Listed(), operation => operation.Key == KeyOf(file)));
        Assert.All(Differences(), difference => Assert.All(
            new[] { difference.Path, difference.Kind, difference.Reason, difference.Source }, Assert.NotEmpty));
    }

    /// <summary>
    /// What bodies lack of a shape, taken together: the path, and the kind that stands there instead.
    /// </summary>
    private static IEnumerable<string> Misses(
        IEnumerable<(string Path, string[] Kinds)> shape, IReadOnlyList<JsonNode> bodies)
    {
        foreach (var (path, kinds) in shape)
        {
            var there = bodies.SelectMany(body => At(path.Split('.'), 0, body)).Select(KindOf).Distinct().ToList();
            var wrong = there.Count == 0 ? ["nothing"] : there.Where(kind => !Fits(kind, kinds));
            foreach (var kind in wrong)
            {
                yield return $"{path} {kind}";
            }
        }
    }

    /// <summary>A whole number and one with a fraction are both numbers: which it is depends on the value.</summary>
    private static bool Fits(string kind, string[] kinds) =>
        kinds.Contains(kind) || (kind is "integer" or "number" && kinds.Any(known => known is "integer" or "number"));

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

    private static string[] Shapes(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(Folder, "shapes"), pattern).Order(StringComparer.Ordinal)];

    private static string KeyOf(string file) => Path.GetFileName(file)[..3];

    private static List<(string Path, string[] Kinds)> Read(string file) =>
        [.. Rows(file).Select(cells => (cells[0], cells[1].Split('|')))];

    private static List<(string Key, string Path, string Kind, string Reason, string Source)> Differences() =>
        [
            .. Rows(Path.Combine(Folder, "shape-differences.tsv"))
                .Select(cells => (cells[0], cells[1], cells[2], cells[3], cells[4])),
        ];

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split('\t'));
}
