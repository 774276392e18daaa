using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// A JSON schema, and whatever in a document doesn't fit it. Knows the keywords that the seed's schemas use and refuses
/// a schema that uses another: a keyword that nobody checks would only look like a rule.
/// </summary>
internal sealed class SeedSchema
{
    private static readonly HashSet<string> Annotations = ["$schema", "title", "description"];

    private static readonly HashSet<string> Keywords =
    [
        "$defs",
        "$ref",
        "type",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "pattern",
        "enum",
        "minimum",
        "maximum",
        "anyOf",
        "const",
    ];

    private readonly JsonElement root;

    public SeedSchema(string text)
    {
        root = JsonDocument.Parse(text).RootElement;
        MustBeUnderstood(root);
    }

    /// <summary>The schema itself.</summary>
    public JsonElement Root => root;

    /// <summary>The definition that a reference names.</summary>
    /// <exception cref="NotSupportedException">It isn't a definition of this schema's own.</exception>
    public JsonElement Definition(string reference)
    {
        const string prefix = "#/$defs/";
        return
            reference.StartsWith(prefix, StringComparison.Ordinal)
            && root.GetProperty("$defs").TryGetProperty(reference[prefix.Length..], out var found)
            ? found
            : throw new NotSupportedException($"{reference} isn't a definition in this schema.");
    }

    /// <summary>Where a document doesn't fit, and why; empty where it does.</summary>
    public IReadOnlyList<string> Faults(string document)
    {
        var faults = new List<string>();
        Check(root, JsonDocument.Parse(document).RootElement, "$", faults);
        return faults;
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.TryGetInt64(out _) ? "integer" : "number",
    };

    private static bool IsOfType(JsonElement value, string type) =>
        KindOf(value) == type || (type == "number" && KindOf(value) == "integer");

    private void MustBeUnderstood(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "$defs" or "properties":
                    foreach (var named in keyword.Value.EnumerateObject())
                    {
                        MustBeUnderstood(named.Value);
                    }

                    break;
                case "items":
                    MustBeUnderstood(keyword.Value);
                    break;
                case "anyOf":
                    foreach (var choice in keyword.Value.EnumerateArray())
                    {
                        MustBeUnderstood(choice);
                    }

                    break;
                case "$ref":
                    _ = Definition(keyword.Value.GetString()!);
                    break;
                case "additionalProperties" when keyword.Value.ValueKind != JsonValueKind.False:
                    throw new NotSupportedException("additionalProperties can only be false.");
                default:
                    if (!Keywords.Contains(keyword.Name) && !Annotations.Contains(keyword.Name))
                    {
                        throw new NotSupportedException($"Nobody checks the keyword {keyword.Name}.");
                    }

                    break;
            }
        }
    }

    private void Check(JsonElement schema, JsonElement value, string path, List<string> faults)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var (name, rule) = (keyword.Name, keyword.Value);
            switch (name)
            {
                case "$ref":
                    Check(Definition(rule.GetString()!), value, path, faults);
                    break;
                case "type"
                    when rule.ValueKind == JsonValueKind.String
                        ? !IsOfType(value, rule.GetString()!)
                        : !rule.EnumerateArray().Any(type => IsOfType(value, type.GetString()!)):
                    faults.Add($"{path} is of type {KindOf(value)}, not {rule}");
                    break;
                case "enum" when !rule.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)):
                    faults.Add($"{path} is {value.GetRawText()}, none of {rule.GetRawText()}");
                    break;
                case "const" when !JsonElement.DeepEquals(rule, value):
                    faults.Add($"{path} is {value.GetRawText()}, not {rule.GetRawText()}");
                    break;
                case "pattern"
                    when value.ValueKind == JsonValueKind.String
                        && !Regex.IsMatch(value.GetString()!, rule.GetString()!, RegexOptions.ECMAScript):
                    faults.Add($"{path} is {value.GetRawText()}, which doesn't match {rule}");
                    break;
                case "minimum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() < rule.GetDouble():
                    faults.Add($"{path} is {value.GetRawText()}, less than {rule}");
                    break;
                case "maximum" when value.ValueKind == JsonValueKind.Number && value.GetDouble() > rule.GetDouble():
                    faults.Add($"{path} is {value.GetRawText()}, more than {rule}");
                    break;
                case "anyOf" when !rule.EnumerateArray().Any(choice => Fits(choice, value)):
                    faults.Add($"{path} is {value.GetRawText()}, which fits none of {rule.GetRawText()}");
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index())
                    {
                        Check(rule, item, $"{path}[{index}]", faults);
                    }

                    break;
                case "required" or "properties" or "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                    CheckMembers(schema, name, rule, value, path, faults);
                    break;
            }
        }
    }

    private void CheckMembers(
        JsonElement schema,
        string keyword,
        JsonElement rule,
        JsonElement value,
        string path,
        List<string> faults)
    {
        switch (keyword)
        {
            case "required":
                faults.AddRange(
                    rule.EnumerateArray()
                        .Where(member => !value.TryGetProperty(member.GetString()!, out _))
                        .Select(member => $"{path} has no {member}"));
                break;
            case "properties":
                foreach (var member in rule.EnumerateObject())
                {
                    if (value.TryGetProperty(member.Name, out var found))
                    {
                        Check(member.Value, found, $"{path}.{member.Name}", faults);
                    }
                }

                break;
            default:
                var known = schema.GetProperty("properties");
                faults.AddRange(
                    value
                        .EnumerateObject()
                        .Where(member => !known.TryGetProperty(member.Name, out _))
                        .Select(member => $"{path} has a {member.Name} that nobody knows"));
                break;
        }
    }

    private bool Fits(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "", faults);
        return faults.Count == 0;
    }
}
