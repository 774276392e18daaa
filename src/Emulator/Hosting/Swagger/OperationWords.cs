using System.Text;
using Emulator.Api;
using Emulator.Hosting.Pipeline;
using Emulator.Wire;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>
/// What is said of an operation: its words, where they come from, how sure they are, and who may call.
/// </summary>
internal sealed class OperationWords : IOperationFilter
{
    /// <summary>
    /// The operation's class; where a class has several, its method too, and where an operation has several HTTP
    /// methods, which one, except for the first.
    /// </summary>
    public static string? IdOf(ApiDescription operation)
    {
        if (!operation.TryGetMethodInfo(out var handler))
        {
            return null;
        }

        var name = handler.DeclaringType!.Name;
        var id =
            handler.Name == "Handle"
                ? name
                : (name.EndsWith("Routes", StringComparison.Ordinal) ? name[..^"Routes".Length] : name) + handler.Name;
        return FirstMethod(operation) is not { } first || first == operation.HttpMethod
            ? id
            : $"{id}By{operation.HttpMethod![0]}{operation.HttpMethod[1..].ToLowerInvariant()}";
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;

        // What the code remarks on a handler is not what a client is to read.
        operation.Summary = metadata.OfType<IEndpointSummaryMetadata>().LastOrDefault()?.Summary;
        operation.Description = metadata.OfType<IEndpointDescriptionMetadata>().LastOrDefault()?.Description;
        if (metadata.OfType<OperationFacts>().LastOrDefault() is { } facts)
        {
            var again =
                FirstMethod(context.ApiDescription) is { } first && first != context.ApiDescription.HttpMethod
                    ? $"Does what {first} does. "
                    : "";
            operation.Description = Describe(again + operation.Description, WhoMayCall(metadata), facts);
        }

        operation.Security =
            metadata.OfType<WorksInSandbox>().LastOrDefault() is { NeedsCaller: true }
                ? [.. DocumentSettings.WaysToSayWhoCalls.Keys.Select(Needs)]
            : AdminGuard.IsOpen("/" + context.ApiDescription.RelativePath) ? []
            : [Needs(DocumentSettings.AdminToken), []]; // Only where one is set.

        OpenApiSecurityRequirement Needs(string way) =>
            new() { [new OpenApiSecuritySchemeReference(way, context.Document)] = [] };
    }

    /// <summary>Who knows the operation: the three documents, and each published edition that has it.</summary>
    private static IEnumerable<string> EditionsOf(OperationFacts facts) =>
        (facts.Main.Edition is null ? new[] { "the three documents" } : [])
            .Concat(DocumentedOperations.Editions
                .Where(edition => facts.Operations.Any(one => one.Editions.Contains(edition)))
                .Select(edition => $"OpenAPI {edition}"))
            .DefaultIfEmpty("none, clients show it");

    /// <summary>The first of the methods that an operation has: the others do the same.</summary>
    private static string? FirstMethod(ApiDescription operation) =>
        operation.ActionDescriptor.EndpointMetadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods[0];

    private static string WhoMayCall(IList<object> metadata) =>
        metadata.OfType<WorksInSandbox>().LastOrDefault() is not { NeedsCaller: true }
            ? "Everybody: no login is needed."
            : metadata.OfType<MayCall>().LastOrDefault()?.Who ?? "Every logged-in user.";

    private static string Describe(string words, string who, OperationFacts facts)
    {
        var text = new StringBuilder(words).Append("\n\n**Who** ").Append(who);
        text.Append("\n\n**Source** ").Append(facts.Main.Source);
        if (facts.Operations.Count > 1)
        {
            text.Append(", also ").AppendJoin(", ", facts.Operations.Skip(1).Select(other => other.Source));
        }

        text.Append(". **Editions** ").AppendJoin(", ", EditionsOf(facts));
        text.Append(". **Evidence** ").Append(facts.Evidence switch
        {
            Evidence.Documented => "documented.",
            Evidence.Observed => $"documented, and seen in a captured answer ({facts.Seen}).",
            Evidence.Published => "published, in an edition later than the documents.",
            _ when facts.Main.Edition is not null => "published, except for what is assumed.",
            _ => "documented, except for what is assumed.",
        });
        if (facts.Assumed is { } assumed)
        {
            text.Append("\n\n**Assumed** ").Append(assumed);
        }

        return text.ToString();
    }
}
