using System.Globalization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// Takes shapes out that nothing in the document names: whole rows, where the only operation that answers them may
/// leave members out.
/// </summary>
internal sealed class NothingUnused : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        if (swaggerDoc.Components?.Schemas is not { } schemas)
        {
            return;
        }

        while (true)
        {
            using var json = new StringWriter(CultureInfo.InvariantCulture);
            swaggerDoc.SerializeAsV31(new OpenApiJsonWriter(json));
            var text = json.ToString();
            var unused = schemas
                .Keys.Where(name => !text.Contains($"\"#/components/schemas/{name}\"", StringComparison.Ordinal))
                .ToList();
            if (unused.Count == 0)
            {
                return;
            }

            // What only they name goes with them.
            unused.ForEach(name => schemas.Remove(name));
        }
    }
}
