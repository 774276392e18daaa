using Emulator.Api;
using Emulator.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>Every documented operation is either emulated or in the debt, and the debt answers 501.</summary>
public sealed class OperationTests
{
    [Fact]
    public async Task Every_documented_operation_is_emulated_or_in_the_debt_and_never_both()
    {
        await using var emulator = new EmulatorUnderTest();
        var emulated = Facts(emulator).SelectMany(facts => facts.Operations).Select(operation => operation.Key).ToList();
        Assert.Equal(emulated.Distinct().Order(), emulated.Order());
        Assert.Empty(emulated.Intersect(OperationCatalogue.NotYetEmulated()));
        Assert.Equal(OperationCatalogue.Documented().Select(operation => operation.Key).Order(), emulated.Concat(OperationCatalogue.NotYetEmulated()).Order());
    }

    [Fact]
    public async Task Every_operation_in_the_debt_answers_an_honest_501()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var debt = OperationCatalogue.NotYetEmulated();
        foreach (var (_, method, path, _) in OperationCatalogue.Documented().Where(operation => debt.Contains(operation.Key)))
        {
            var filled = System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "something");
            var answer = await stan.Send(new HttpMethod(method), filled, method == "GET" ? null : "{}");
            answer.MustRefuse(501);
            Assert.StartsWith($"{method} {path} is documented (", answer.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_operation_tells_how_it_is_known_and_what_it_refuses()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var endpoint in Endpoints(emulator).Where(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>() is not null))
        {
            var facts = endpoint.Metadata.GetMetadata<OperationFacts>()!;
            Assert.NotEqual("", facts.Main.Source);
            Assert.NotNull(endpoint.Metadata.GetMetadata<WorksInSandbox>());
            Assert.True(facts.Assumed is null || facts.Evidence == Evidence.Assumed);
        }
    }

    [Fact]
    public async Task An_operation_is_mapped_under_the_path_its_document_prints()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var endpoint in Endpoints(emulator).OfType<RouteEndpoint>().Where(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>() is not null))
        {
            var main = endpoint.Metadata.GetMetadata<OperationFacts>()!.Main;
            Assert.Equal(WithApi(Unnamed(main.Path)), Unnamed("/" + endpoint.RoutePattern.RawText!.TrimStart('/')));
            Assert.Contains(main.Method, endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods);
        }

        // what is printed without /api is mapped with it, as the newer document prints it, and answers under both.
        static string WithApi(string path) => Emulator.Hosting.Pipeline.PathSpellings.Respelled(path) ?? (path.StartsWith("/{}/", StringComparison.Ordinal) ? "/api" + path : path);

        static string Unnamed(string path) => System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "{}");
    }

    private static IEnumerable<OperationFacts> Facts(EmulatorUnderTest emulator) => Endpoints(emulator).Select(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>()).OfType<OperationFacts>();

    private static IEnumerable<Microsoft.AspNetCore.Http.Endpoint> Endpoints(EmulatorUnderTest emulator) => emulator.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints);
}
