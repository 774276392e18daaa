using Emulator.Api;
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
            .Select(chapter => new OpenApiTag { Name = chapter, Description = StillToCome(chapter) })
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
        if (context.DocumentName == OpenApiDocuments.Service.Name)
        {
            swaggerDoc.Components.SecuritySchemes = DocumentSettings.WaysToSayWhoCalls.ToDictionary();
        }
    }

    /// <summary>How much of the chapter is documented and not emulated; null for the emulator's own.</summary>
    private static string? StillToCome(string chapter) => DocumentedOperations.NotYetEmulated().Count(operation => operation.Chapter == chapter) switch
    {
        0 => DocumentedOperations.All.Any(operation => operation.Chapter == chapter) ? "Everything documented is emulated." : null,
        1 => "One more operation is documented, and answers 501 so far.",
        var count => $"{count} more operations are documented, and answer 501 so far.",
    };
}
