using Emulator.Api;
using Emulator.Errors;
using Emulator.Simulation.Faults;
using Emulator.Wire;

namespace Emulator.Hosting;

/// <summary>The operations that are mapped, for rules to name.</summary>
internal static class MappedOperations
{
    public static KnownOperations Of(IServiceProvider services) =>
        new(
            () => Read(services.GetRequiredService<EndpointDataSource>()),
            path => PathSpelling.Of(path) ?? path);

    private static IEnumerable<NamedOperation> Read(EndpointDataSource mapped)
    {
        foreach (var endpoint in mapped.Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<OperationFacts>() is { } facts)
            {
                yield return new NamedOperation(
                    facts.Main.Key,
                    [
                        .. facts
                            .Operations.SelectMany(printed =>
                                new[] { printed.Key, printed.Source, Citations.Readable(printed.Source) })
                            .Distinct()
                            .Where(key => key != facts.Main.Key),
                    ],
                    endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [],
                    [endpoint.RoutePattern.RawText!, .. facts.Operations.Select(printed => printed.Path)]);
            }
        }
    }
}
