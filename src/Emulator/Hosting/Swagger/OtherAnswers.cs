using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// Answers that have no one shape: those that depend on who asks or what is asked for, and rows of which the query
/// leaves members out.
/// </summary>
internal sealed class OtherAnswers : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var others = metadata.OfType<OtherAnswer>().ToList();
        var chosen = metadata.OfType<FieldsAreChosen>().Any();
        if (
            (others.Count == 0 && !chosen)
            || operation.Responses?["200"].Content?["application/json"] is not OpenApiMediaType answer)
        {
            return;
        }

        if (others.Count > 0)
        {
            answer.Schema = new OpenApiSchema
            {
                AnyOf =
                [
                    answer.Schema!,
                    .. others.Select(other =>
                        context.SchemaGenerator.GenerateSchema(other.Payload, context.SchemaRepository)),
                ],
            };
        }

        if (chosen && answer.Schema is OpenApiSchema { Items: OpenApiSchemaReference rows } list)
        {
            list.Items = WithoutDuties(rows.Reference.Id!, context);
        }
    }

    /// <summary>The same shape, of which nothing need be there.</summary>
    private static OpenApiSchemaReference WithoutDuties(string name, OperationFilterContext context)
    {
        var whole = context.SchemaRepository.Schemas[name];
        var part = (OpenApiSchema)whole.CreateShallowCopy();
        part.Required = null;
        part.Description = $"{whole.Description} Where the filter has fields, only those.";
        return context.SchemaRepository.AddDefinition($"{name}Fields", part);
    }
}
