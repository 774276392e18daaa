using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>A quirk has a number, a home and a test.</summary>
public sealed partial class QuirkTests
{
    [Fact]
    public void Every_quirk_names_a_home_that_names_it_back_and_a_test_that_is_there()
    {
        var tests = Directory
            .EnumerateFiles(
                Path.Combine(OperationCatalogue.Repository, "tests/Emulator.Tests"),
                "*Tests.cs",
                SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)!)
            .ToHashSet();
        foreach (Match quirk in Quirks())
        {
            var home = Sources.Find(quirk.Groups["home"].Value);
            Assert.True(home is not null, $"{quirk.Groups["no"].Value}: {quirk.Groups["home"].Value}");
            Assert.Contains(quirk.Groups["no"].Value, File.ReadAllText(home), StringComparison.Ordinal);
            Assert.Contains(quirk.Groups["test"].Value, tests);
        }
    }

    [Fact]
    public void Every_number_in_the_code_is_in_the_list()
    {
        var listed = Quirks().Select(quirk => quirk.Groups["no"].Value).ToHashSet();
        var named = Directory
            .EnumerateFiles(Path.Combine(OperationCatalogue.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/"))
            .SelectMany(file => Number().Matches(File.ReadAllText(file)).Select(match => match.Value))
            .Distinct();
        Assert.Equal(listed.Order(), named.Order());
    }

    private static MatchCollection Quirks() =>
        Row().Matches(File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "docs/QUIRKS.md")));

    [GeneratedRegex(@"^\| (?<no>Q-\d+) \|.*\| `(?<home>[^`]+)` \| `(?<test>[^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"Q-\d{3}")]
    private static partial Regex Number();
}
