using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Wire;

/// <summary>The shortest body that an operation takes: its example without what isn't needed.</summary>
internal static class ShortestBody
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The body, JSON on one line.</summary>
    /// <param name="takes">What the operation takes.</param>
    public static string Of(Takes takes)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Writing))
        {
            Needed(JsonNode.Parse(takes.Example)!, takes.Schema, takes.AlsoNeeded).WriteTo(json);
        }

        return System.Text.Encoding.UTF8.GetString(written.ToArray());
    }

    private static JsonNode Needed(JsonNode example, RequestSchema schema, IReadOnlyList<string> also)
    {
        if (example is JsonArray list)
        {
            return new JsonArray(list.Count == 0 ? [] : [Needed(list[0]!, schema, also)]);
        }

        var shortest = new JsonObject();
        foreach (var (name, value) in example.AsObject())
        {
            var member = schema.Members.FirstOrDefault(known => known.Name == name);
            if (member is { Required: true } || also.Contains(name))
            {
                // An object that needs no member in particular needs one all the same: it stays as the example has it.
                var within =
                    member?.Shape is { } shape && value is JsonObject or JsonArray ? Needed(value, shape, also) : null;
                shortest[name] = within is null or JsonObject { Count: 0 } ? value?.DeepClone() : within;
            }
        }

        return shortest;
    }
}
