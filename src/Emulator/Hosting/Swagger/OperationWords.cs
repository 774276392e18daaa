using System.Text;
using Emulator.Api;
using Emulator.Hosting.Pipeline;
using Emulator.Wire;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Emulator.Hosting.Swagger;

/// <summary>What is said of an operation: its words, where they come from, how sure they are, and who may call.</summary>
internal sealed class OperationWords : IOperationFilter
{
    /// <summary>The operation's class; where a class has several, its method too, and where an operation has several HTTP methods, which one, but for the first.</summary>
    public static string? IdOf(ApiDescription operation)
    {
        if (!operation.TryGetMethodInfo(out var handler))
        {
            return null;
        }

        var name = handler.DeclaringType!.Name;
        var id = handler.Name == "Handle" ? name : (name.EndsWith("Routes", StringComparison.Ordinal) ? name[..^"Routes".Length] : name) + handler.Name;
        var first = operation.ActionDescriptor.EndpointMetadata.OfType<HttpMethodMetadata>().LastOrDefault()?.HttpMethods[0];
        return first is null || first == operation.HttpMethod ? id : $"{id}By{operation.HttpMethod![0]}{operation.HttpMethod[1..].ToLowerInvariant()}";
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<OperationFacts>().LastOrDefault() is { } facts)
        {
            operation.Description = Describe(operation.Description, facts);
        }

        operation.Security =
            metadata.OfType<WorksInSandbox>().LastOrDefault() is { NeedsCaller: true } ? [.. DocumentSettings.WaysToSayWhoCalls.Keys.Select(Needs)]
            : AdminGuard.IsOpen("/" + context.ApiDescription.RelativePath) ? []
            : [Needs(DocumentSettings.AdminToken), []]; // Only where one is set.

        OpenApiSecurityRequirement Needs(string way) => new() { [new OpenApiSecuritySchemeReference(way, context.Document)] = [] };
    }

    private static string Describe(string? words, OperationFacts facts)
    {
        var text = new StringBuilder(words);
        text.Append(text.Length > 0 ? "\n\n" : "").Append("**Source** ").Append(facts.Main.Source);
        if (facts.Operations.Count > 1)
        {
            text.Append(", also ").AppendJoin(", ", facts.Operations.Skip(1).Select(other => other.Source));
        }

        text.Append(". **Evidence** ").Append(facts.Evidence switch
        {
            Evidence.Documented => "documented.",
            Evidence.Observed => $"documented, and seen in a captured answer ({facts.Seen}).",
            _ => "documented, but for what is assumed.",
        });
        if (facts.Assumed is { } assumed)
        {
            text.Append("\n\n**Assumed** ").Append(assumed);
        }

        return text.ToString();
    }
}
