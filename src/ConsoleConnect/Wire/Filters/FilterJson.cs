using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// The filter's text to and from JSON, with the edges of JavaScript's <c>JSON.parse</c> and of strong-remoting's
/// argument coercion.
/// </summary>
internal static class FilterJson
{
    /// <summary>Ten times what fits in a request line; bounds the work of everything that walks the filter.</summary>
    internal const int LongestText = 100_000;

    // A where of 32 levels through "and" takes 64 of JSON, and the filter's own; beyond this nothing acceptable can
    // follow.
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 128 };

    // JSON.stringify escapes neither letters nor "<", and it is what LoopBack quotes a clause with.
    private static readonly JsonSerializerOptions Quoting = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 256,
    };

    /// <summary>The object the text holds; null when there is none to speak of (absent, empty, <c>null</c>).</summary>
    internal static JsonObject? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed == "null")
        {
            return null;
        }

        if (trimmed.Length > LongestText)
        {
            throw new BadFilterException($"The query filter is longer than {LongestText} characters");
        }

        // strong-remoting looks at the braces alone to tell an object from anything else, and has a text for each case.
        if (trimmed[0] != '{' || trimmed[^1] != '}')
        {
            throw new BadFilterException("Value is not an object.");
        }

        try
        {
            // Half a surrogate pair, escaped or bare, is a letter to JavaScript, and to no parser here.
            return (JsonObject?)Node(JsonElement.Parse(SentText.Mended(Encoding.UTF8.GetBytes(trimmed)).Span, Reading));
        }
        catch (JsonException)
        {
            throw new BadFilterException("Cannot parse JSON-encoded object value.");
        }
    }

    /// <summary>A value as LoopBack quotes it in a refusal (<c>%j</c>).</summary>
    internal static string Quote(JsonNode? value) => value?.ToJsonString(Quoting) ?? "null";

    /// <summary>
    /// Built by hand because a <see cref="JsonObject"/> made by the parser throws on a repeated name, where JavaScript
    /// keeps the last.
    /// </summary>
    private static JsonNode? Node(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = new JsonObject();
                foreach (var property in element.EnumerateObject())
                {
                    properties[property.Name] = Node(property.Value);
                }

                return properties;
            case JsonValueKind.Array:
                var items = new JsonArray();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(Node(item));
                }

                return items;
            case JsonValueKind.String:
                return JsonValue.Create(element.GetString());
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element);
        }
    }
}
