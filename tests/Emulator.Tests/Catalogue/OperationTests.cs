using System.Reflection;
using Emulator.Api;
using Emulator.Domain.Companies;
using Emulator.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>Every documented operation is emulated, and says how it is known.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Every_listed_operation_is_emulated_and_only_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var emulated = Facts(emulator)
            .SelectMany(facts => facts.Operations)
            .Select(operation => operation.Key)
            .ToList();
        Assert.Equal(OperationCatalogue.Listed().Select(operation => operation.Key).Order(), emulated.Order());
    }

    [Fact]
    public async Task Every_operation_tells_how_it_is_known_and_what_it_refuses()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (
            var endpoint in Endpoints(emulator)
                .Where(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>() is not null))
        {
            var facts = endpoint.Metadata.GetMetadata<OperationFacts>()!;
            Assert.NotEqual("", facts.Main.Source);
            Assert.NotNull(endpoint.Metadata.GetMetadata<WorksInSandbox>());
            Assert.True(facts.Assumed is null || facts.Evidence == Evidence.Assumed);
        }
    }

    [Fact]
    public async Task A_handler_gets_a_company_where_the_operation_needs_a_permission_in_it_and_nowhere_else()
    {
        await using var emulator = new EmulatorUnderTest();
        var needing = 0;
        foreach (var endpoint in Endpoints(emulator).OfType<RouteEndpoint>())
        {
            var takes = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters()
                .Count(parameter => parameter.ParameterType == typeof(Company)) ?? 0;
            var needed = endpoint.Metadata.GetMetadata<PermissionNeeded>();
            Assert.True(takes == (needed is null ? 0 : 1), $"{endpoint.RoutePattern.RawText} takes {takes} companies");
            if (needed is not null)
            {
                needing++;
                Assert.NotNull(endpoint.RoutePattern.GetParameter(needed.Of));
            }
        }

        Assert.InRange(needing, 50, int.MaxValue);
    }

    [Fact]
    public async Task An_operation_is_mapped_under_the_path_its_document_prints()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (
            var endpoint in Endpoints(emulator)
                .OfType<RouteEndpoint>()
                .Where(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>() is not null))
        {
            var main = endpoint.Metadata.GetMetadata<OperationFacts>()!.Main;
            Assert.Equal(WithApi(Unnamed(main.Path)), Unnamed("/" + endpoint.RoutePattern.RawText!.TrimStart('/')));
            Assert.Contains(main.Method, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        }

        // what is printed without /api is mapped with it, as the newer document prints it, and answers under
        // both.
        static string WithApi(string path) =>
            Emulator.Wire.PathSpelling.Of(path)
            ?? (path.StartsWith("/{}/", StringComparison.Ordinal) ? "/api" + path : path);

        static string Unnamed(string path) => System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "{}");
    }

    private static IEnumerable<OperationFacts> Facts(EmulatorUnderTest emulator) =>
        Endpoints(emulator)
            .Select(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>())
            .OfType<OperationFacts>();

    private static IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints(EmulatorUnderTest emulator) =>
        emulator.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints);
}
