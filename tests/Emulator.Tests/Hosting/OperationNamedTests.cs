using System.Text.RegularExpressions;
using Emulator.Api;
using Emulator.Errors;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>X-Emulator-Operation: which documented operation answers, and how sure we are of it.</summary>
public sealed partial class OperationNamedTests
{
    private const string Header = "X-Emulator-Operation";

    [Fact]
    public async Task Every_documented_operation_is_named_as_the_catalogue_and_the_coverage_page_have_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var known = Row()
            .Matches(await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "docs/COVERAGE.md")))
            .ToDictionary(row => $"{row.Groups[1].Value}, {row.Groups[2].Value}", row => row.Groups[3].Value);
        Assert.Equal(DocumentedOperations.All.Select(Listed).Order(), known.Keys.Order());
        var operations = DocumentedOperations.All.ToDictionary(
            operation => $"{operation.Key} {operation.Method} {operation.Path}",
            operation => known[Listed(operation)]);
        var named = new HashSet<string>();

        // Nobody is logged in: most are refused, and named all the same.
        foreach (var operation in (await OpenApiListing.OfThisBuild("/openapi.json")).Operations)
        {
            var header = (
                await emulator.Nobody().Send(new HttpMethod(operation.Method), operation.Address(), operation.Body)
            ).Headers[Header];
            Assert.Matches(@"\A[ -~]+\z", header);
            Assert.True(
                header.Split("; ") is [var name, var evidence]
                    && operations.TryGetValue(name, out var asThePageSays)
                    && asThePageSays == evidence,
                $"{operation}: {header}");
            named.Add(header);
        }

        Assert.Contains("060 GET /api/v2/company/{companyName}/connections/{connectionId}; observed", named);
        Assert.Contains(named, name => name.EndsWith("; documented", StringComparison.Ordinal));
        Assert.Contains(named, name => name.EndsWith("; assumed", StringComparison.Ordinal));

        static string Listed(DocumentedOperation operation) =>
            $"{operation.Method} {operation.Path}, {Citations.Readable(operation.Source)}";
    }

    [Fact]
    public async Task It_is_named_on_kept_answers_on_refusals_under_each_spelling_and_in_each_sandbox()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var first = (await stan.Get("/api/company/Acme/ports")).MustBeOk().Headers[Header];
        Assert.StartsWith("047 GET /api/company/{companyName}/ports; ", first, StringComparison.Ordinal);
        string[] paths = ["/api/company/Acme/ports", "/company/Acme/ports", "/sandbox/default/api/company/Acme/ports"];
        Assert.All(paths, path => Assert.Equal(first, stan.Get(path).Result.MustBeOk().Headers[Header]));
        Assert.Equal(first, (await stan.Get("/api/company/nobody/ports")).MustRefuse(404).Headers[Header]);
        Assert.Equal(first, (await emulator.Nobody().Get("/api/company/Acme/ports")).MustRefuse(401).Headers[Header]);
    }

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/api/company/Acme/ports")]
    [InlineData("GET", "/__admin/clock")]
    [InlineData("GET", "/openapi.json")]
    public async Task What_is_no_documented_operation_is_not_named(string method, string path)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.DoesNotContain(Header, (await emulator.Nobody().Send(new HttpMethod(method), path)).Headers.Keys);
    }

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]+) \| (\w+)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
