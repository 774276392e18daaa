using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>The page on .NET tests shows the files of the projects beside it, which run with all other tests.</summary>
public sealed partial class DotnetExamplesTests
{
    private static string Folder => Path.Combine(OperationCatalogue.Repository, "docs/clients/dotnet");

    [Fact]
    public void The_page_shows_every_file_as_it_is()
    {
        var files = Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !OfABuild().IsMatch(file))
            .Select(file => File.ReadAllText(file).TrimEnd())
            .Order(StringComparer.Ordinal)
            .ToList();
        var shown = Block().Matches(File.ReadAllText(Path.Combine(Folder, "README.md")))
            .Select(block => block.Groups[1].Value.TrimEnd())
            .Where(block => block.Contains("\nusing ", StringComparison.Ordinal)
                || block.StartsWith("using ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        Assert.Equal(4, files.Count);
        Assert.Equal(files, shown);
    }

    [GeneratedRegex("```cs\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex OfABuild();
}
