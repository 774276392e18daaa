using System.Text.Json;
using Emulator.Errors;

namespace Emulator.Control.Worlds;

/// <summary>Reads a world's text, JSON or YAML. YAML's library isn't loaded before the first YAML comes.</summary>
internal static class WorldText
{
    /// <summary>How deep a world may be: twice as deep as its schema goes.</summary>
    public const int Deepest = 32;

    /// <summary>
    /// The most nodes that a world has: objects, names, values; in YAML with those that aliases stand for.
    /// </summary>
    public const int MostNodes = 100_000;

    /// <summary>The types that say that a body is YAML.</summary>
    public static readonly string[] YamlTypes = ["application/yaml", "text/yaml"];

    /// <summary>The types that say so, too, and that nobody is told to send.</summary>
    private static readonly string[] OlderYamlTypes = ["application/x-yaml", "text/x-yaml", "text/vnd.yaml"];

    /// <summary>Whether a body's type says that it is YAML.</summary>
    public static bool IsYaml(string? contentType) =>
        contentType?.Split(';')[0].Trim() is { } type
        && (YamlTypes.Contains(type, StringComparer.OrdinalIgnoreCase)
            || OlderYamlTypes.Contains(type, StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads it; nothing is an empty world.</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.MalformedJson"/>, <see cref="EmulatorErrors.WorldUnreadable"/>.
    /// </exception>
    public static JsonElement Read(ReadOnlyMemory<byte> text, bool isYaml)
    {
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return Parsed("{}"u8.ToArray());
        }

        return isYaml ? Parsed(YamlText.AsJson(text)) : Parsed(text);
    }

    private static long PositionOf(JsonException broken, ReadOnlySpan<byte> json)
    {
        var start = 0;
        for (var line = broken.LineNumber ?? 0;
            line > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and var end;
            line--)
        {
            start += end + 1;
        }

        return start + (broken.BytePositionInLine ?? 0);
    }

    /// <summary>Counts before anything is made of it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.WorldUnreadable"/>.</exception>
    private static void MustBeSmall(ReadOnlySpan<byte> json)
    {
        if (json.Length <= MostNodes)
        {
            return; // No node takes less than a byte.
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) && ++nodes > MostNodes)
            {
                throw ServiceErrors.WorldUnreadable.Because(
                    $"It has more than {MostNodes} nodes. Make several worlds of it, or begin with --volume.",
                    "it is too large");
            }
        }
    }

    private static JsonElement Parsed(ReadOnlyMemory<byte> json)
    {
        try
        {
            MustBeSmall(json.Span);

            // A name that is given twice would hide a thing from its world.
            using var document = JsonDocument.Parse(
                json, new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException broken) when (broken.Message.Contains("Duplicate", StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.WorldUnreadable.Because(
                "Each name stands once in its object: the one would hide the other.", "a name is given twice");
        }
        catch (JsonException broken)
        {
            throw broken.Message.Contains("configured depth", StringComparison.Ordinal)
                ? ServiceErrors.WorldUnreadable.Because(
                    $"Companies, what they have, and its members are six levels; more than {Deepest} aren't read.",
                    "it is too deep")
                : ServiceErrors.WorldUnreadable.Because(
                    $"{BrokenJson.Explain(json.Span, PositionOf(broken, json.Span))} YAML is sent with the "
                    + $"Content-Type {YamlTypes[0]}.",
                    "it is no JSON");
        }
    }
}
