using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// MEF's product configurations have <c>@type</c> and <c>type</c>. Generators that drop the <c>@</c>, as NSwag does,
/// would make two members of one name, and a client that doesn't compile: the second is described as one that may exist
/// besides.
/// </summary>
internal sealed class TypesBesideTypes : IDocumentFilter
{
    private const string Type = "type";

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var schema in swaggerDoc.Components?.Schemas?.Values ?? [])
        {
            Apply(schema);
        }
    }

    private static void Apply(IOpenApiSchema? told)
    {
        if (told is not OpenApiSchema schema)
        {
            return; // Another names it, and it is met there.
        }

        Apply(schema.Items);
        foreach (var member in schema.Properties?.Values ?? [])
        {
            Apply(member);
        }

        if (schema.Properties is { } members && members.ContainsKey("@type") && members.Remove(Type, out var second))
        {
            schema.Required?.Remove(Type);
            schema.AdditionalPropertiesAllowed = true;
            schema.AdditionalProperties = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = $"{Type}, beside @type. {second.Description}".Trim(),
            };
        }
    }
}
