using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;

namespace Emulator.Tests.Hosting;

/// <summary>
/// Finds out whether an operation takes a path of a file: each text it takes is made the path of a file that is there,
/// then of one that isn't. Whatever opens, looks for or writes files tells the two apart, shows what is in the file, or
/// leaves something in the folder.
/// </summary>
internal sealed partial class InputProbe : IDisposable
{
    private const string Content = "the-canary-sings";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("probe-");

    public InputProbe() => File.WriteAllText(There, Content);

    /// <summary>Both names are as far from every word there is: refusals may name what was perhaps meant.</summary>
    private string There => Path.Combine(folder.FullName, "__there.json");

    private string NotThere => Path.Combine(folder.FullName, "~~there.json");

    /// <summary>How many texts were tried.</summary>
    public int Tried { get; private set; }

    /// <summary>What gives an operation away; empty where nothing does.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="document">The document it is listed in.</param>
    /// <param name="send">
    /// Sends method, address and body, each time on the same state; the answer as text, with status and explanation.
    /// </param>
    public async Task<IReadOnlyList<string>> Faults(
        ListedOperation operation,
        JsonNode document,
        Func<string, string, string?, Task<string>> send)
    {
        var faults = new List<string>();
        foreach (var (name, with) in Texts(operation, document))
        {
            Tried++;
            foreach (var scheme in new[] { "", "file://" })
            {
                var (there, missing) = (with(scheme + There), with(scheme + NotThere));
                var answers = (
                    await send(operation.Method, there.Address, there.Body),
                    await send(operation.Method, missing.Address, missing.Body));
                if (Neutral(answers.Item1) != Neutral(answers.Item2))
                {
                    faults.Add($"{operation}: {name} tells files apart: {answers.Item1} {answers.Item2}");
                }

                if (answers.Item1.Contains(Content, StringComparison.Ordinal))
                {
                    faults.Add($"{operation}: {name} reads files");
                }
            }

            if (
                folder.GetFileSystemInfos() is not [{ Name: "__there.json" }]
                || await File.ReadAllTextAsync(There) != Content)
            {
                faults.Add($"{operation}: {name} writes files");
                File.WriteAllText(There, Content);
                File.Delete(NotThere);
            }
        }

        return faults;
    }

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>
    /// Without what differs anyway: the path itself, and numbers, which are instants and made-up names.
    /// </summary>
    private static string Neutral(string answer) =>
        Number().Replace(answer.Replace("__there", "a-file").Replace("~~there", "a-file"), "0");

    /// <summary>Each text that an operation takes, and how it is sent with another value.</summary>
    private static IEnumerable<(string Name, Func<string, (string Address, string? Body)> With)> Texts(
        ListedOperation operation,
        JsonNode document)
    {
        var quick = operation.Body is { } body
            ? Quick(
                JsonNode.Parse(body)!,
                Schema(operation.Json["requestBody"]!["content"]!["application/json"]!["schema"], document))
            : null;
        foreach (var (place, name, example) in operation.Parameters)
        {
            yield return (name, value =>
                (AddressWith(operation, place, name, Uri.EscapeDataString(value)), quick?.ToJsonString()));
        }

        if (quick is null)
        {
            yield break;
        }

        foreach (
            var member in Members(
                Schema(operation.Json["requestBody"]!["content"]!["application/json"]!["schema"], document),
                document,
                []))
        {
            yield return (string.Join('.', member), value => (operation.Address(), With(quick, member, value)));
        }

        yield return ("the whole body", value => (operation.Address(), JsonValue.Create(value).ToJsonString()));
    }

    /// <summary>The address with a value in place of one parameter's example.</summary>
    private static string AddressWith(ListedOperation operation, string place, string name, string sent)
    {
        var values = operation
            .Parameters.Select(parameter =>
                (
                    parameter.In,
                    parameter.Name,
                    Value: parameter.In == place && parameter.Name == name
                        ? sent
                        : Uri.EscapeDataString(parameter.Example ?? "")))
            .ToList();
        return values
                .Where(value => value.In == "path")
                .Aggregate(operation.Path, (path, value) =>
                    path.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal))
            + "?"
            + string.Join(
                '&',
                values
                    .Where(value => value.In == "query" && value.Value.Length > 0)
                    .Select(value => $"{value.Name}={value.Value}"));
    }

    private static string With(JsonNode body, string[] member, string value)
    {
        var sent = body.DeepClone();
        Put(sent, member, value);
        return sent.ToJsonString();
    }

    /// <summary>The members that may be text, wherever in a body: <c>[]</c> stands for the first of a list.</summary>
    private static IEnumerable<string[]> Members(JsonNode? schema, JsonNode document, string[] above)
    {
        schema = Schema(schema, document);
        var types =
            schema?["type"] is JsonArray several ? several.Select(type => type!.GetValue<string>())
            : schema?["type"] is { } one ? [one.GetValue<string>()]
            : [];
        if (above.Length > 0 && (!types.Any() || types.Contains("string")))
        {
            yield return above;
        }

        if (above.Length > 5)
        {
            yield break; // A schema that has itself in it.
        }

        foreach (
            var member in (schema?["properties"] as JsonObject ?? [])
                .SelectMany(property => Members(property.Value, document, [.. above, property.Key]))
                .Concat(schema?["items"] is { } items ? Members(items, document, [.. above, "[]"]) : [])
                .Concat(
                    schema?["additionalProperties"] is JsonObject any
                        ? Members(any, document, [.. above, "anything"])
                        : []))
        {
            yield return member;
        }
    }

    private static JsonNode? Schema(JsonNode? schema, JsonNode document) =>
        schema?["$ref"] is { } reference
            ? document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]
            : schema;

    private static void Put(JsonNode body, string[] member, string value)
    {
        var at = body;
        for (var i = 0; i < member.Length; i++)
        {
            JsonNode next =
                i == member.Length - 1 ? JsonValue.Create(value)
                : member[i + 1] == "[]" ? new JsonArray()
                : new JsonObject();
            if (at is JsonArray list)
            {
                if (i == member.Length - 1 || list.Count == 0 || list[0] is JsonValue)
                {
                    list.Clear();
                    list.Add(next);
                }

                at = list[0]!;
            }
            else if (i == member.Length - 1 || at[member[i]] is null or JsonValue)
            {
                at[member[i]] = next;
                at = next;
            }
            else
            {
                at = at[member[i]]!;
            }
        }
    }

    /// <summary>The example with the least of each number: nobody has to wait.</summary>
    private static JsonNode Quick(JsonNode example, JsonNode? schema)
    {
        foreach (var (name, property) in schema?["properties"] as JsonObject ?? [])
        {
            if (
                example is JsonObject body
                && property?["type"]?.ToString() == "integer"
                && (body[name] is not null || name.Contains("seconds", StringComparison.OrdinalIgnoreCase)))
            {
                body[name] = property["minimum"]?.DeepClone() ?? 1;
            }
        }

        return example;
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
