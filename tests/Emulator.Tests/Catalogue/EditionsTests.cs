using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// Which published edition knows which operation of the three documents (openapi/published/editions.tsv).
/// </summary>
public sealed class EditionsTests
{
    [Fact]
    public void Every_line_names_a_documented_operation_once_and_editions_that_there_are()
    {
        var lines = File.ReadLines(Path.Combine(OperationCatalogue.Repository, "openapi/published/editions.tsv"))
            .Skip(1).Select(line => line.Split('\t')).ToList();
        var documented = OperationCatalogue.Documented().Select(operation => operation.Key).ToList();
        Assert.All(lines, cells => Assert.Contains(cells[0], documented));
        Assert.Equal(lines.Count, lines.Select(cells => cells[0]).Distinct().Count());
        Assert.All(lines.SelectMany(cells => cells[1].Split(", ")), edition =>
            Assert.Contains(edition, new[] { "1.0.0", "1.59.2" }));
    }
}
