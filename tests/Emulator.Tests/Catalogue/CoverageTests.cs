using System.Text;
using Emulator.Api;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>docs/COVERAGE.md is generated from what the operations say of themselves.</summary>
public sealed class CoverageTests
{
    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it anew.</summary>
    [Fact]
    public async Task The_coverage_page_tells_what_the_operations_tell()
    {
        await using var emulator = new EmulatorUnderTest();
        var facts = emulator.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<OperationFacts>()).OfType<OperationFacts>()
            .SelectMany(facts => facts.Operations.Select(operation => (operation.Key, Facts: facts)))
            .ToDictionary(pair => pair.Key, pair => pair.Facts);
        var page = Page(facts);
        var path = Path.Combine(OperationCatalogue.Repository, "docs/COVERAGE.md");
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, page);
        }

        Assert.Equal(page, await File.ReadAllTextAsync(path));
    }

    private static string Page(Dictionary<string, OperationFacts> facts)
    {
        var page = new StringBuilder();
        var documented = OperationCatalogue.Documented();
        page.Append("# Coverage\n\nGenerated from the operations themselves; `EMULATOR_UPDATE_DOCS=1 dotnet test` writes it anew. ");
        page.Append(System.Globalization.CultureInfo.InvariantCulture, $"{documented.Count(operation => facts.ContainsKey(operation.Key))} of {documented.Count} documented operations are emulated.\n");
        foreach (var chapter in documented.GroupBy(operation => operation.Chapter))
        {
            page.Append($"\n## {chapter.Key}\n\n| operation | stands in | known how | what no source tells |\n|---|---|---|---|\n");
            foreach (var (_, method, path, key) in chapter)
            {
                var source = DocumentedOperations.Of(key).Source;
                page.Append(facts.TryGetValue(key, out var known)
                    ? $"| `{method} {path}` | {source} | {known.Evidence.ToString().ToLowerInvariant()}{(known.Seen is { } seen ? $": {seen}" : "")} | {known.Assumed ?? ""} |\n"
                    : $"| `{method} {path}` | {source} | not emulated yet | |\n");
            }
        }

        return page.ToString();
    }
}
