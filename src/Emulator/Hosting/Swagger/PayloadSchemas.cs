using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ConsoleConnect.Emulator.Admin;
using Emulator.Api;
using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>The shapes of the answers, read off the payload types.</summary>
internal sealed class PayloadSchemas : ISchemaFilter
{
    /// <summary>The comments of the projects that payloads are in.</summary>
    private static readonly string[] Commented =
    [
        "Emulator.xml", "Emulator.ConsoleConnect.xml", "Emulator.Control.xml", "Emulator.Control.Contracts.xml",
        "Emulator.Engine.xml",
    ];

    /// <summary>
    /// Answers are written by generated code only; reading their types for the document needs reflection, and so
    /// options of its own.
    /// </summary>
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>
    /// Every kind of JSON, where any is sent on as it is. Said in full: of a schema that says nothing, generators make
    /// a required value that is never null.
    /// </summary>
    public const JsonSchemaType AnyKind =
        JsonSchemaType.Null
        | JsonSchemaType.Boolean
        | JsonSchemaType.Number
        | JsonSchemaType.String
        | JsonSchemaType.Array
        | JsonSchemaType.Object;

    /// <summary>
    /// What a list among them holds: any of them again. A document can't say it without an end, so it says it for lists
    /// in lists.
    /// </summary>
    public static OpenApiSchema AnyItem() =>
        new() { Type = AnyKind, Items = new OpenApiSchema { Type = AnyKind & ~JsonSchemaType.Array } };

    /// <summary>Tells Swashbuckle how payloads are read and what their schemas are called.</summary>
    public static void Apply(SwaggerGenOptions swagger)
    {
        swagger.CustomSchemaIds(IdOf);
        swagger.MapType<DateTimeOffset>(() =>
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "date-time",
                Examples = ["2017-02-24T05:10:44.942Z"],
            });
        // In answers of /__admin these are text, as they were before the records had types of their own for
        // them.
        swagger.MapType<Uri>(() => new OpenApiSchema { Type = JsonSchemaType.String });
        swagger.MapType<CounterpartyPolicy>(() => new OpenApiSchema { Type = JsonSchemaType.String });
        swagger.MapType<OpenObject>(() =>
            new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
        swagger.MapType<byte[]>(() => new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
        swagger.SchemaFilter<PayloadSchemas>();

        // Where a comment's lines end is the code's affair: a description is one line.
        swagger.SwaggerGeneratorOptions.XmlCommentEndOfLine = " ";
        foreach (var comments in Commented
            .Select(file => Path.Combine(AppContext.BaseDirectory, file)).Where(File.Exists))
        {
            swagger.IncludeXmlComments(comments);
        }
    }

    /// <summary>How payload types are read.</summary>
    public static ISerializerDataContractResolver Contracts() => new JsonSerializerDataContractResolver(Json);

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (
            schema is not OpenApiSchema { Properties: { Count: > 0 } properties } payload
            || context.MemberInfo is not null)
        {
            return;
        }

        // Every member is always written, be it as null, except for those that say otherwise. That a client can't set
        // it goes without saying in an answer.
        var members = Json.GetTypeInfo(context.Type).Properties;
        payload.Required = members
            .Where(member => !IsLeftOutWhenNull(member))
            .Select(member => member.Name)
            .ToHashSet();
        payload.AdditionalPropertiesAllowed = true;
        foreach (var member in members)
        {
            properties[member.Name] = Annotated(properties[member.Name], member);
        }
    }

    private static bool IsLeftOutWhenNull(JsonPropertyInfo member) =>
        member.AttributeProvider!.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: false)
            is [JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }];

    /// <summary>
    /// A member's schema with its nullability: of references Swashbuckle sees only whether they can be set to null.
    /// </summary>
    private static IOpenApiSchema Annotated(IOpenApiSchema schema, JsonPropertyInfo member)
    {
        if (schema is not OpenApiSchema inline)
        {
            return member.IsGetNullable
                ? new OpenApiSchema { OneOf = [schema, new OpenApiSchema { Type = JsonSchemaType.Null }] }
                : schema;
        }

        inline.ReadOnly = false;
        if (member.PropertyType == typeof(object) || member.PropertyType == typeof(JsonElement?))
        {
            inline.Type = AnyKind;
            inline.Items = AnyItem();
        }
        else if (inline.Type is { } type)
        {
            inline.Type =
                member.IsGetNullable || Nullable.GetUnderlyingType(member.PropertyType) is not null
                    ? type | JsonSchemaType.Null
                    : type & ~JsonSchemaType.Null;
        }

        return inline;
    }

    /// <summary>
    /// The type's name; of a type nested in an operation with the operation's. Some of those that are shared with
    /// clients have another one here.
    /// </summary>
    private static string IdOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Results<>)
            ? "ResultsOf" + IdOf(type.GetGenericArguments()[0])
        : SharedNames.Of(type) is { } name ? name
        : type.DeclaringType is { } operation
            ? (operation.Name.EndsWith("Routes", StringComparison.Ordinal) ? "" : operation.Name) + type.Name
        : type.Name;
}
