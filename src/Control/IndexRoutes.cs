using Emulator.Wire;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Emulator.Control;

/// <summary>What <c>/__admin</c> has, made from the routes themselves.</summary>
internal static class IndexRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin", List)
        .OfTheEmulator("Settings", "What there is under /__admin")
        .Tells("One line for each path: its methods, and what it is for. Swagger UI has them with examples.")
        .Produces<ToolsShown>();

    private static Answer<ToolsShown> List(EndpointDataSource endpoints) =>
        new ToolsShown([
            .. endpoints.Endpoints.OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<OfTheEmulator>() is not null)
                .GroupBy(endpoint => PathOf(endpoint.RoutePattern))
                .Select(path =>
                {
                    var operations = path.SelectMany(endpoint => MethodsOf(endpoint)
                        .Select(method => new ToolOperation(method, SummaryOf(endpoint)))).ToList();
                    return new Tool(
                        path.First().Metadata.GetMetadata<ITagsMetadata>()?.Tags[0] ?? "",
                        path.Key,
                        [.. operations.Select(operation => operation.Method)],
                        operations[0].Summary,
                        operations);
                }),
        ]);

    private static string PathOf(RoutePattern pattern) => "/" + pattern.RawText!.Trim('/');

    private static IReadOnlyList<string> MethodsOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [];

    private static string SummaryOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()?.Summary ?? "";

    /// <summary>What there is.</summary>
    internal sealed record ToolsShown(IReadOnlyList<Tool> Tools);

    /// <summary>A path.</summary>
    /// <param name="Name">The subject it belongs to.</param>
    /// <param name="Path">The path.</param>
    /// <param name="Methods">Its methods.</param>
    /// <param name="Summary">What the first of them is for.</param>
    /// <param name="Operations">What each of them is for.</param>
    internal sealed record Tool(
        string Name,
        string Path,
        IReadOnlyList<string> Methods,
        string Summary,
        IReadOnlyList<ToolOperation> Operations);

    /// <summary>A method of a path.</summary>
    internal sealed record ToolOperation(string Method, string Summary);
}
