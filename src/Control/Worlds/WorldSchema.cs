using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Resources;
using Emulator.Wire;

namespace Emulator.Control.Worlds;

/// <summary>Writes the declarations that worlds are read by as a JSON schema, for editors.</summary>
internal static class WorldSchema
{
    public const string ContentType = "application/json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The schema as the route answers it.</summary>
    public static IResult Answer(Service service) => TypedResults.Text(Text(service), ContentType);

    /// <summary>The schema's text.</summary>
    public static string Text(Service service)
    {
        var root = ObjectOf(MakingWorlds.SchemaOf(service).Value);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A world of the Console Connect emulator",
            ["description"] = "What a test needs: POST /__admin/worlds, or --world FILE.",
        };
        foreach (var (name, value) in root)
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(Indented) + "\n";
    }

    private static JsonObject ObjectOf(RequestSchema? shape)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (shape is null)
        {
            return schema;
        }

        schema["additionalProperties"] = !shape.IsClosed;
        var properties = new JsonObject();
        foreach (var member in shape.Members)
        {
            properties[member.Name] = Of(member);
        }

        schema["properties"] = properties;
        if (shape.Members.Any(member => member.Required))
        {
            schema["required"] = new JsonArray(
                [.. shape.Members.Where(member => member.Required).Select(member => (JsonNode)member.Name)]);
        }

        return schema;
    }

    private static JsonObject Of(Member member)
    {
        var schema = member.Kind switch
        {
            MemberKind.Named => Named(member),
            MemberKind.Object => ObjectOf(member.Shape),
            MemberKind.Boolean => new JsonObject { ["type"] = "boolean" },
            MemberKind.Integer => Bounded(new JsonObject { ["type"] = "integer" }, member),
            MemberKind.TextList => new JsonObject { ["type"] = "array", ["items"] = Text(member) },
            MemberKind.Email => new JsonObject { ["type"] = "string", ["format"] = "email" },
            _ => Text(member),
        };
        schema["description"] = member.Meaning;
        return schema;
    }

    /// <summary>Things by name; one that is named and left at that may be null, as YAML writes it.</summary>
    private static JsonObject Named(Member member)
    {
        var each = ObjectOf(member.Shape);
        each["type"] = new JsonArray("object", "null");
        return new JsonObject { ["type"] = "object", ["additionalProperties"] = each };
    }

    private static JsonObject Bounded(JsonObject schema, Member member)
    {
        if (member.Minimum is { } least)
        {
            schema["minimum"] = least;
        }

        if (member.Maximum is { } most)
        {
            schema["maximum"] = most;
        }

        return schema;
    }

    private static JsonObject Text(Member member)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (member.OneOf.Count > 0)
        {
            schema["enum"] = new JsonArray([.. member.OneOf.Select(word => (JsonNode)word)]);
        }

        if (member.MinLength is { } shortest)
        {
            schema["minLength"] = shortest;
        }

        if (member.MaxLength is { } longest)
        {
            schema["maxLength"] = longest;
        }

        return schema;
    }
}
