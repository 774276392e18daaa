using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// Takes shapes out that nothing in the document names: whole rows, where the only operation that answers them may
/// leave members out.
/// </summary>
internal sealed partial class NothingUnused : IDocumentFilter
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
            var named = Reference().Matches(json.ToString())
                .Select(match => match.Groups["name"].Value)
                .ToHashSet(StringComparer.Ordinal);
            var unused = schemas.Keys.Where(name => !named.Contains(name)).ToList();
            if (unused.Count == 0)
            {
                return;
            }

            // What only they name goes with them.
            unused.ForEach(name => schemas.Remove(name));
        }
    }

    [GeneratedRegex("\"#/components/schemas/(?<name>[^\"]+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
