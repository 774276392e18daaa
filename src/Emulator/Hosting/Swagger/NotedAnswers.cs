using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>Says that any answer of what works in a sandbox may have notes.</summary>
internal sealed class NotedAnswers : IOperationFilter
{
    /// <summary>The header, as the document describes it.</summary>
    public static OpenApiHeader Header => new()
    {
        Description =
            "The emulator's own, where there is something to note: what of the request was ignored, read differently "
            + "from what was sent, or chosen for the client. Notes are separated by semicolons.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (!context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<WorksInSandbox>().Any())
        {
            return;
        }

        foreach (var answer in operation.Responses?.Values.OfType<OpenApiResponse>() ?? [])
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            answer.Headers[Notes.Header] = new OpenApiHeaderReference(Notes.Header, context.Document);
        }
    }
}
