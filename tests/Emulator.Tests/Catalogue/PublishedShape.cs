using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// A member that a body of a published edition has (openapi/published/shapes): its path, such as
/// <c>$.results[].id</c>, in which <c>{id}</c> stands for any name, and the JSON kinds that stand there.
/// </summary>
internal sealed record PublishedMember(string Path, string[] Kinds)
{
    private readonly string[] steps = Path.Split('.');

    /// <summary>Whether it is a member with a name, and not the whole, an element or one of a map.</summary>
    public bool IsNamed => Path != "$" && Path[^1] is not (']' or '}');

    /// <summary>What a body has there.</summary>
    public IEnumerable<JsonNode?> In(JsonNode body) => At(steps, 0, body);

    /// <summary>What a body has it in.</summary>
    public IEnumerable<JsonNode?> HoldersIn(JsonNode body) =>
        Path.EndsWith("[]", StringComparison.Ordinal)
            ? At([.. steps[..^1], steps[^1][..^2]], 0, body)
            : At(steps[..^1], 0, body);

    /// <summary>Whether a kind is one of its own: a whole number and one with a fraction are both numbers.</summary>
    public bool Takes(string kind) =>
        Kinds.Contains(kind) || (kind is "integer" or "number" && Kinds.Any(known => known is "integer" or "number"));

    /// <summary>A body without it, wherever it stands.</summary>
    public JsonNode RemovedFrom(JsonNode body) => Broken(body, (holder, name) => holder.Remove(name));

    /// <summary>A body in which it is of a kind that it isn't, and which kind that is.</summary>
    public (JsonNode Body, string Kind) OfAnotherKind(JsonNode body) =>
        Kinds.Contains("boolean")
            ? (Broken(body, (holder, name) => holder[name] = "text"), "string")
            : (Broken(body, (holder, name) => holder[name] = true), "boolean");

    /// <summary>The JSON kind of a value.</summary>
    public static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        { } kind => kind.ToString().ToLowerInvariant(),
    };

    private JsonNode Broken(JsonNode body, Action<JsonObject, string> breaks)
    {
        var broken = body.DeepClone();
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
        if (name == "{id}")
        {
            return (node as JsonObject ?? []).ToList().SelectMany(member => Under(member.Value));
        }

        if (name != "$" && (node is not JsonObject members || !members.TryGetPropertyValue(name, out node)))
        {
            return [];
        }

        return Under(node);

        IEnumerable<JsonNode?> Under(JsonNode? found) => steps[step].EndsWith("[]", StringComparison.Ordinal)
            ? found is JsonArray elements ? elements.SelectMany(element => At(steps, step + 1, element)) : []
            : At(steps, step + 1, found);
    }
}

/// <summary>The files of shapes, and what is meant to differ from them.</summary>
internal static class PublishedShapes
{
    private static readonly string Folder = Path.Combine(OperationCatalogue.Repository, "openapi/published");

    /// <summary>What is meant to differ (openapi/published/shape-differences.tsv).</summary>
    public static IReadOnlyList<(string Key, string Path, string Kind, string Reason, string Source)> Differences =>
    [
        .. Rows(Path.Combine(Folder, "shape-differences.tsv"))
            .Select(cells => (cells[0], cells[1], cells[2], cells[3], cells[4])),
    ];

    /// <summary>The keys of the operations of which there is a shape.</summary>
    /// <param name="body">Of which body: <c>request</c>, <c>response.200</c>; <c>*</c> for any.</param>
    /// <param name="documented">
    /// Whether those of the documents' operations, or those that only later editions have.
    /// </param>
    public static IEnumerable<string> Keys(string body, bool documented) =>
        Files($"*.{body}.tsv").Select(KeyOf).Distinct()
            .Where(key => OperationCatalogue.Documented().Any(operation => operation.Key == key) == documented);

    /// <summary>The members of a body.</summary>
    public static IReadOnlyList<PublishedMember> Of(string key, string body) =>
        [
            .. Rows(Files($"{key}-*.{body}.tsv").Single())
                .Select(cells => new PublishedMember(cells[0], cells[1].Split('|'))),
        ];

    private static IEnumerable<string> Files(string pattern) =>
        Directory.GetFiles(Path.Combine(Folder, "shapes"), pattern).Order(StringComparer.Ordinal);

    private static string KeyOf(string file) => Path.GetFileName(file)[..3];

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(file).Skip(1).Select(line => line.Split('\t'));
}
