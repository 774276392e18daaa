using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Wire;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// Gives each parameter its meaning and its example, and adds those of the query, each with its type: operations
/// read them by what they declare (<see cref="Query"/>).
/// </summary>
internal sealed partial class KnownParameters : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var known = context
            .ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ParameterExamples>()
            .SelectMany(examples => examples.All)
            .ToList();
        var declared = (operation.Parameters ?? [])
            .OfType<OpenApiParameter>()
            .Where(parameter => parameter.In == ParameterLocation.Path)
            .ToDictionary(parameter => parameter.Name!);
        var inPath = PathNames()
            .Matches(context.ApiDescription.RelativePath!)
            .Select(name => declared.GetValueOrDefault(name.Groups[1].Value) ?? InPath(name.Groups[1].Value));
        operation.Parameters =
        [
            .. inPath.Select(parameter =>
                Described(parameter, known.LastOrDefault(example => !example.InQuery && example.Name == parameter.Name))
            ),
            .. known.Where(example => example.InQuery).Select(InQuery),
            .. known.Where(example => example.InHeader).Select(InHeader),
        ];
    }

    /// <summary>One that no handler takes: the company whose member the caller must be is found before.</summary>
    private static OpenApiParameter InPath(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    [GeneratedRegex(@"\{(\w+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathNames();

    private static OpenApiParameter Described(OpenApiParameter parameter, ParameterExample? known)
    {
        parameter.Description = known?.Meaning;
        parameter.Example = known is { Example.Length: > 0 } ? known.Example : null;
        return parameter;
    }

    private static OpenApiParameter InHeader(ParameterExample known) => new()
    {
        Name = known.Name,
        In = ParameterLocation.Header,
        Required = true,
        Description = known.Meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = known.Example,
    };

    private static OpenApiParameter InQuery(ParameterExample known)
    {
        var schema = new OpenApiSchema
        {
            Type = known.Type switch
            {
                ParameterType.WholeNumber => JsonSchemaType.Integer,
                ParameterType.Flag => JsonSchemaType.Boolean,
                _ => JsonSchemaType.String,
            },
            Format = known.Type != ParameterType.WholeNumber ? null : known.Maximum > int.MaxValue ? "int64" : "int32",
            Minimum = known.Minimum?.ToString(CultureInfo.InvariantCulture),
            Maximum = known.Maximum?.ToString(CultureInfo.InvariantCulture),
            Enum = known.OneOf.Count == 0 ? null : [.. known.OneOf.Select(word => (JsonNode)JsonValue.Create(word))],
        };
        return new OpenApiParameter
        {
            Name = known.Name,
            In = ParameterLocation.Query,
            Description = known.SeveralOf is { } words
                ? $"{known.Meaning} Several are separated by commas: {string.Join(", ", words())}."
                : known.Meaning,
            Schema = schema,
            Example = known.Example.Length == 0 ? null : schema.Type switch
            {
                JsonSchemaType.Integer => JsonValue.Create(long.Parse(known.Example, CultureInfo.InvariantCulture)),
                JsonSchemaType.Boolean => JsonValue.Create(bool.Parse(known.Example)),
                _ => JsonValue.Create(known.Example),
            },
        };
    }
}
