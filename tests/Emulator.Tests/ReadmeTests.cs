using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests;

/// <summary>What the README says to paste works as it stands, only the address replaced.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public async Task Everything_the_README_says_to_paste_works()
    {
        Assert.SkipUnless(Pasting.IsPossible, "bash and curl are what the README asks for");
        var folder = Directory.CreateTempSubdirectory("readme-");
        using var emulator = await RunningEmulator.Start(Path.Combine(folder.FullName, "readme.db"), "--step=0.05");
        var said = await Pasting.Into(emulator.Url, "README.md", pause: "0.02");
        Assert.True(said.Count >= 4, "fewer blocks are found than the README has");
        Assert.Contains("ACCEPTED", said[0], StringComparison.Ordinal);
        Assert.EndsWith("ACTIVE", said[0].TrimEnd(), StringComparison.Ordinal);
        await Pasting.Into(emulator.Url, "docs/journeys.md", pause: "0.02");
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(ControlPages))]
    public async Task Everything_that_a_page_on_control_says_to_paste_works(string page)
    {
        Assert.SkipUnless(Pasting.IsPossible, "bash and curl are what the pages ask for");
        await using var emulator = await ListeningEmulator.Start("--log=off");
        Assert.NotEmpty(await Pasting.Into(emulator.Url.AbsoluteUri.TrimEnd('/'), "docs/control/" + page));
    }

    /// <summary>The pages of <c>docs/control</c>: one for each thing that can be made to happen.</summary>
    public static TheoryData<string> ControlPages() =>
        [
            .. Directory
                .GetFiles(Path.Combine(OperationCatalogue.Repository, "docs/control"), "*.md")
                .Select(file => Path.GetFileName(file))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public async Task The_page_on_settings_tells_every_setting_as_help_does()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "docs/control/settings.md"));
        Assert.All(Emulator.Hosting.EmulatorSettings.All, setting =>
            Assert.Contains($"| `--{setting.Name}` |", page, StringComparison.Ordinal));
        Assert.All(Emulator.Hosting.EmulatorSettings.All, setting =>
            Assert.Contains(setting.Variable, Emulator.Hosting.EmulatorSettings.Help(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_seeded_user_that_the_README_names_can_log_in_and_has_the_key_it_says()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "README.md"));
        var logins = Login()
            .Matches(readme)
            .Select(match => (Email: match.Groups[1].Value, Key: match.Groups[2].Value))
            .ToList();
        Assert.Contains(logins, login => login is { Email: "joe@bloggs.example", Key: "key-joe" });
        await using var emulator = new EmulatorUnderTest();
        foreach (var (email, key) in logins)
        {
            var user = (
                await emulator.Nobody().Put("/api/auth/token", $$"""{"email":"{{email}}","password":"Password1"}""")
            ).MustBeOk();
            if (key.Length > 0)
            {
                Assert.Equal(
                    user.TextOf("username"),
                    (await emulator.With(key).Get("/api/auth/token")).MustBeOk().TextOf("username"));
            }
        }
    }

    [Fact]
    public async Task The_contents_of_the_README_lead_to_its_sections()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "README.md"));
        var sections = Section()
            .Matches(readme)
            .Select(match =>
                "#"
                + match.Groups[1].Value.ToLowerInvariant().Replace(".", "", StringComparison.Ordinal).Replace(' ', '-')
            );
        Assert.Equal(Contents().Matches(readme).Select(match => match.Groups[1].Value).Distinct(), sections);
    }

    [Fact]
    public async Task What_the_documents_of_the_project_link_to_is_there()
    {
        foreach (
            var file in Directory
                .EnumerateFiles(OperationCatalogue.Repository, "*.md")
                .Concat(
                    Directory.EnumerateFiles(
                        Path.Combine(OperationCatalogue.Repository, "docs"),
                        "*.md",
                        SearchOption.AllDirectories)))
        {
            foreach (Match link in Link().Matches(await File.ReadAllTextAsync(file)))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{file} links to {link.Groups[1].Value}");
            }
        }
    }

    [GeneratedRegex(@"^\| `(\S+@\S+)` \| (?:`(\S+)`|none) \|", RegexOptions.Multiline)]
    private static partial Regex Login();

    [GeneratedRegex("^## (.*)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"\]\((#[^)]+)\)")]
    private static partial Regex Contents();

    [GeneratedRegex(@"\]\((?!http|#)([^)#]+)\)")]
    private static partial Regex Link();
}
