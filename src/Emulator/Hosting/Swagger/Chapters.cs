using Emulator.Errors;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>What a document has besides its operations: the chapters, in the documents' order, the ways to say who calls, and the refusals' header.</summary>
internal sealed class Chapters : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = context.ApiDescriptions
            .OrderBy(DocumentSettings.InTheDocumentsOrder, StringComparer.Ordinal)
            .SelectMany(operation => operation.ActionDescriptor.EndpointMetadata.OfType<ITagsMetadata>().SelectMany(metadata => metadata.Tags))
            .Distinct()
            .Select(chapter => new OpenApiTag { Name = chapter })
            .ToHashSet();
        swaggerDoc.Components ??= new OpenApiComponents();
        swaggerDoc.Components.Headers = new Dictionary<string, IOpenApiHeader>
        {
            [RefusalRenderer.ExplainHeader] = new OpenApiHeader
            {
                Description = "The emulator's own: which rule was broken, and what would be allowed.",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        };
        swaggerDoc.Components.SecuritySchemes = context.DocumentName == OpenApiDocuments.Service.Name
            ? DocumentSettings.WaysToSayWhoCalls.ToDictionary()
            : new Dictionary<string, IOpenApiSecurityScheme> { [DocumentSettings.AdminToken] = DocumentSettings.WayIntoAdmin };
    }
}
