using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// docs/COVERAGE.md and docs/DIFFERENCES.md are written from what <c>/__admin/coverage</c> tells, and that from what
/// the operations say of themselves; and from which tests ask which operation, which a whole run finds out.
/// </summary>
[Collection(AfterAllOthers.Name)]
public sealed class CoverageTests
{
    /// <summary>From what share of the operations on a test class is one that asks nearly every one.</summary>
    private const double NearlyEvery = 0.8;

    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    [Fact]
    public async Task The_coverage_page_tells_what_the_emulator_tells()
    {
        await using var emulator = new EmulatorUnderTest();
        await MustHold("docs/COVERAGE.md", Page(
            (await emulator.Nobody().Get("/__admin/coverage")).MustBeOk().Json, TestsOf(emulator)));
    }

    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    [Fact]
    public async Task The_differences_page_tells_what_is_known_to_be_otherwise() =>
        await MustHold(
            "docs/DIFFERENCES.md",
            "# Differences from the service\n\nHow the emulator is known to differ from the service, and why. "
                + "[COVERAGE.md](COVERAGE.md) lists for each operation what no source says. Generated from "
                + "[Differences.cs](../src/ConsoleConnect/Api/Differences.cs).\n\n"
                + string.Concat(
                    Differences.All.Select(difference =>
                        $"- **{difference.Number} {difference.Title}.** {difference.Text}"
                        + (difference.Operations.Count == 0 ? "" : $" *({string.Join(", ", difference.Operations)})*")
                        + "\n"
                    )));

    [Fact]
    public void Differences_are_numbered_and_name_operations_there_are()
    {
        Assert.Equal(
            Enumerable.Range(1, Differences.All.Count).Select(number => $"D-{number:00}"),
            Differences.All.Select(difference => difference.Number));
        Assert.Empty(
            Differences
                .All.SelectMany(difference => difference.Operations)
                .Except(OperationCatalogue.Listed().Select(operation => operation.Key)));
    }

    [Fact]
    public async Task Every_documented_operation_is_covered_by_tests_of_its_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var coverage = (await emulator.Nobody().Get("/__admin/coverage")).MustBeOk().Json;
        var operations = coverage["operations"]!.AsArray();
        Assert.Equal(
            OperationCatalogue.Listed().Select(operation => operation.Key),
            operations.Select(operation => operation!["key"]!.GetValue<string>()));
        Assert.Equal(operations.Count, coverage["emulated"]!.GetValue<int>());
        Assert.Equal(operations.Count, coverage["evidence"]!.AsObject().Sum(count => count.Value!.GetValue<int>()));
        var tests = TestsOf(emulator);
        Assert.All(operations, operation => Assert.NotEmpty(tests[operation!["key"]!.GetValue<string>()]));
        Assert.All(operations, operation =>
            Assert.Equal(operation!["evidence"]!.GetValue<string>() == "assumed", operation["assumes"] is not null));
        Assert.All(SampleDifferences.All.SelectMany(excuse => excuse.Ids.Select(id => (id, excuse))), pair =>
            Assert.Contains(
                operations.Single(operation => operation!["key"]!.GetValue<string>() == pair.id)![
                    "sampleDifferences"
                ]!.AsArray(),
                told =>
                    told!["path"]!.GetValue<string>() == pair.excuse.Path
                    && told["reason"]!.GetValue<string>() == pair.excuse.Reason));
    }

    private static async Task MustHold(string file, string page)
    {
        var path = Path.Combine(OperationCatalogue.Repository, file);
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, page);
        }

        Assert.True(page == await File.ReadAllTextAsync(path), $"{file} isn't what the code tells. If that is meant: "
            + "EMULATOR_UPDATE_DOCS=1 dotnet test --filter Coverage");
    }

    /// <summary>The test classes that ask each operation, by the key of each of its editions.</summary>
    private static Dictionary<string, string[]> TestsOf(EmulatorUnderTest emulator)
    {
        var asked = TestedOperations.ByOperation();
        return emulator
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>())
            .OfType<OperationFacts>()
            .SelectMany(facts =>
                facts.Operations.Select(edition => (edition.Key, Tests: asked.GetValueOrDefault(facts.Main.Key, []))))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Tests);
    }

    private static string Page(JsonNode coverage, Dictionary<string, string[]> tests)
    {
        var every = tests.Values.SelectMany(classes => classes).GroupBy(name => name)
            .Where(group => group.Count() >= NearlyEvery * tests.Count).Select(group => group.Key)
            .Order(StringComparer.Ordinal).ToList();
        var page = new StringBuilder();
        page.Append("# Coverage\n\nGenerated from what the operations declare and which tests call them; `GET "
            + "/__admin/coverage` has the same as JSON. `EMULATOR_UPDATE_DOCS=1 dotnet test` writes it again.\n\n");
        page.Append($"{coverage["emulated"]} of {coverage["documented"]} operations are "
            + $"emulated: {coverage["evidence"]!["documented"]} as documented, {coverage["evidence"]!["observed"]} "
            + $"also seen in a captured answer, {coverage["evidence"]!["published"]} as a later published edition has "
            + "them, ");
        page.Append($"{coverage["evidence"]!["assumed"]} with something that no source says. "
            + $"{string.Join(", ", every.Select(name => $"`{name}`"))} call every one; the tests below call single "
            + "ones. ");
        page.Append("[DIFFERENCES.md](DIFFERENCES.md) lists the known differences from the service, "
            + "[sample-differences.tsv](../openapi/sample-differences.tsv) the places where answers are meant to "
            + "differ from a sample; ");
        page.Append("the last column is their number for each operation.\n");
        foreach (
            var chapter in coverage["operations"]!
                .AsArray()
                .GroupBy(operation => operation!["chapter"]!.GetValue<string>()))
        {
            page.Append($"\n## {chapter.Key}\n\n| operation | source | evidence | what no source says | tests | "
                + "differences | places |\n|---|---|---|---|---|---|---|\n");
            foreach (var operation in chapter)
            {
                var how = $"{operation!["evidence"]}{(operation["observed"] is { } seen ? $": {seen}" : "")}";
                page.Append(
                    $"| `{operation["method"]} {operation["path"]}` | {operation["source"]} | {how} | "
                        + $"{operation["assumes"]} | "
                        + $"{string.Join(", ", tests[operation["key"]!.GetValue<string>()].Except(every))} | ");
                var differences = operation["differences"]!.AsArray().Select(difference => difference!["number"]);
                page.AppendJoin(", ", differences)
                    .Append(CultureInfo.InvariantCulture, $" | {operation["sampleDifferences"]!.AsArray().Count} |\n");
            }
        }

        return page.ToString();
    }
}
