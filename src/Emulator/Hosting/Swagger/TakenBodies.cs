using System.Globalization;
using System.Text.Json.Nodes;
using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>The body an operation takes: the schema it is checked by, and an example that works.</summary>
internal sealed class TakenBodies : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        // What Swashbuckle makes of a parameter that binds itself is no use to anybody.
        operation.RequestBody = null;

        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<TakesFile>().LastOrDefault() is { } file)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [file.ContentType] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    },
                },
            };
            return;
        }

        // A GET has no body by the rules of the document; what one takes all the same can be sent in the query.
        if (
            context.ApiDescription.HttpMethod == "GET"
            || context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Takes>().LastOrDefault() is not { } takes
        )
        {
            return;
        }

        var name = $"{operation.OperationId}Request";
        context.SchemaRepository.AddDefinition(name, SchemaOf(takes.Schema));
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = takes.Schema.Members.Any(member => member.Required),
            Content = takes.OtherTypes.Prepend("application/json").ToDictionary(
                type => type,
                IOpenApiMediaType (_) => WithExample(
                    new OpenApiSchemaReference(name, context.Document),
                    JsonNode.Parse(takes.Example)!)),
        };
    }

    /// <summary>
    /// An example without members is written only where it has a name; without one Swagger UI would make up a body with
    /// every member.
    /// </summary>
    private static OpenApiMediaType WithExample(OpenApiSchemaReference schema, JsonNode example) =>
        example is JsonObject { Count: 0 } or JsonArray { Count: 0 }
            ? new()
            {
                Schema = schema,
                Examples = new Dictionary<string, IOpenApiExample>
                {
                    ["nothing"] = new OpenApiExample { Summary = "Nothing need be sent", Value = example },
                },
            }
            : new() { Schema = schema, Example = example };

    private static OpenApiSchema SchemaOf(RequestSchema schema) =>
        schema.IsList ? List(ObjectOf(schema)) : ObjectOf(schema);

    private static OpenApiSchema ObjectOf(RequestSchema schema)
    {
        var required = schema.Members.Where(member => member.Required).Select(member => member.Name).ToHashSet();
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = schema.Members.ToDictionary(
                member => member.Name,
                IOpenApiSchema (member) => SchemaOf(member)),
            Required = required.Count == 0 ? null : required,
            AdditionalPropertiesAllowed = !schema.IsClosed,
        };
    }

    private static OpenApiSchema SchemaOf(Member member)
    {
        var schema = member.Kind switch
        {
            MemberKind.Id => Id(),
            MemberKind.Integer => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = member.Maximum > int.MaxValue ? "int64" : null,
                Minimum = Number(member.Minimum),
                Maximum = Number(member.Maximum),
            },
            MemberKind.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            MemberKind.BooleanOrText => new OpenApiSchema { Type = JsonSchemaType.Boolean | JsonSchemaType.String },
            MemberKind.TextList => List(Text(member)),
            MemberKind.IdList => List(Id()),
            MemberKind.IntegerList => List(Integer(member)),
            MemberKind.IntegerOrList => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer | JsonSchemaType.Array,
                Minimum = Number(member.Minimum),
                Maximum = Number(member.Maximum),
                Items = Integer(member),
            },
            MemberKind.ObjectList => List(ObjectOf(member)),
            MemberKind.Named => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = Nullable(ObjectOf(member)),
            },
            MemberKind.Object => ObjectOf(member),
            MemberKind.ObjectOrInteger => new OpenApiSchema
            {
                OneOf =
                [
                    ObjectOf(member),
                    new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = Number(member.Minimum) },
                ],
            },
            MemberKind.ObjectOrList => new OpenApiSchema { OneOf = [List(ObjectOf(member)), ObjectOf(member)] },
            MemberKind.ObjectOrText => new OpenApiSchema { OneOf = [Text(member), ObjectOf(member)] },
            MemberKind.TextOrNumber => new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Number,
                MinLength = member.MinLength,
                MaxLength = member.MaxLength,
            },
            MemberKind.Number => new OpenApiSchema { Type = JsonSchemaType.Number },
            MemberKind.Any => new OpenApiSchema { Type = PayloadSchemas.AnyKind, Items = PayloadSchemas.AnyItem() },
            MemberKind.Email => new OpenApiSchema { Type = JsonSchemaType.String, Format = "email" },
            _ => Text(member),
        };
        schema.Type |= member.Nullable ? JsonSchemaType.Null : 0;
        schema.Description = member.Meaning;
        return schema;
    }

    private static OpenApiSchema ObjectOf(Member member) =>
        member.Shape is { } shape ? ObjectOf(shape) : new OpenApiSchema { Type = JsonSchemaType.Object };

    private static OpenApiSchema Nullable(OpenApiSchema schema)
    {
        schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    private static OpenApiSchema Text(Member member) => new()
    {
        Type = JsonSchemaType.String,
        MinLength = member.MinLength,
        MaxLength = member.MaxLength,
        Enum = member.OneOf.Count == 0 ? null : [.. member.OneOf.Select(value => JsonValue.Create(value))],
    };

    private static OpenApiSchema Integer(Member member) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = Number(member.Minimum),
        Maximum = Number(member.Maximum),
    };

    private static OpenApiSchema Id() => new() { Type = JsonSchemaType.String, Pattern = RequestSchema.IdPattern };

    private static OpenApiSchema List(OpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    /// <summary>A bound; none where it is that of the format itself.</summary>
    private static string? Number(long? value) =>
        value is long.MinValue or long.MaxValue ? null : value?.ToString(CultureInfo.InvariantCulture);
}
