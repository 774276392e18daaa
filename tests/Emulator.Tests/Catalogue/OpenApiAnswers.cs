using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Tests.Catalogue;

/// <summary>Holds what was answered against the schema that the document gives for it.</summary>
internal sealed class OpenApiAnswers(JsonNode document)
{
    /// <summary>Where an answer isn't as its operation says, and why; empty where it is.</summary>
    public IReadOnlyList<string> Faults(ListedOperation operation, JsonNode answer) =>
        [.. Faults(operation.Json["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, answer, "$")];

    private IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            return Faults(document["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!, value, path);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return choices.Any(choice => !Faults(choice!, value, path).Any()) ? [] : [$"{path} is {KindOf(value)}, none of the choices"];
        }

        if (schema["type"] is { } type && !Types(type).Any(name => name == KindOf(value) || (name == "number" && KindOf(value) == "integer")))
        {
            return [$"{path} is {KindOf(value)}, not {type.ToJsonString()}"];
        }

        return value switch
        {
            JsonObject members => Faults(schema, members, path),
            JsonArray items => items.SelectMany((item, index) => Faults(schema["items"]!, item, $"{path}[{index}]")),
            _ => [],
        };
    }

    private IEnumerable<string> Faults(JsonNode schema, JsonObject members, string path)
    {
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !members.ContainsKey(name)))
        {
            yield return $"{path}.{name} is missing";
        }

        foreach (var (name, value) in members)
        {
            var told = schema["properties"]?[name] ?? schema["additionalProperties"];
            foreach (var fault in told is null ? [$"{path}.{name} is not told of"] : Faults(told, value, $"{path}.{name}"))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> Types(JsonNode type) => type is JsonArray several ? several.Select(name => name!.GetValue<string>()) : [type.GetValue<string>()];

    private static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _) ? "integer" : "number",
    };
}
