using System.Diagnostics;
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
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "bash and curl are what the README asks for");
        var folder = Directory.CreateTempSubdirectory("readme-");
        using var emulator = await RunningEmulator.Start(Path.Combine(folder.FullName, "readme.db"), "--step=0.05");
        var said = await Paste(emulator, "README.md");
        Assert.True(said.Count >= 6, "fewer blocks are found than the README has");
        Assert.Contains("ACCEPTED", said[0], StringComparison.Ordinal);
        Assert.EndsWith("ACTIVE", said[0].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains(said, words => words.Contains("SUCCESS", StringComparison.Ordinal) && words.Contains("Flex is done: UPGRADE to 400 Mbps", StringComparison.Ordinal));
        folder.Delete(recursive: true);
    }

    [Theory]
    [MemberData(nameof(ControlPages))]
    public async Task Everything_that_a_page_on_control_says_to_paste_works(string page)
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "bash and curl are what the pages ask for");
        using var emulator = await RunningEmulator.Start(":memory:", "--step=0.05");
        var text = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "docs/control", page));
        var said = await Paste(emulator, "docs/control/" + page);
        Assert.NotEmpty(said);

        // What a page promises to be answered stands behind a curl line as a comment: "# → words".
        Assert.All(Promise().Matches(text).Select(match => match.Groups[1].Value.Trim()), words => Assert.Contains(words, string.Concat(said), StringComparison.Ordinal));
    }

    /// <summary>The pages of <c>docs/control</c>: one for each thing that can be made to happen.</summary>
    public static TheoryData<string> ControlPages() =>
        [.. Directory.GetFiles(Path.Combine(OperationCatalogue.Repository, "docs/control"), "*.md").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    /// <summary>Pastes every block of a document into one shell after the other; what each printed.</summary>
    private static async Task<List<string>> Paste(RunningEmulator emulator, string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, document));
        var folder = Directory.CreateTempSubdirectory("pasted-");
        var said = new List<string>();
        foreach (var block in BashBlock().Matches(text).Select(match => match.Groups[1].Value))
        {
            using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-eo", "pipefail", "-c", block.Replace("http://localhost:9000", emulator.Url).Replace("sleep 1", "sleep 0.02")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
            })!;
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var errors = bash.StandardError.ReadToEndAsync(patience.Token);
            said.Add(await bash.StandardOutput.ReadToEndAsync(patience.Token) + await errors);
            await bash.WaitForExitAsync(patience.Token);
            Assert.True(bash.ExitCode == 0, said[^1]);

            // A block that shows a refusal says so.
            Assert.True(block.Contains("# refused", StringComparison.Ordinal) == said[^1].Contains("\"error\"", StringComparison.Ordinal), said[^1]);
        }

        folder.Delete(recursive: true);
        return said;
    }

    [Fact]
    public async Task The_README_tells_every_setting_as_help_does()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, "README.md"));
        Assert.All(Emulator.Hosting.EmulatorSettings.All, setting => Assert.Contains($"| `--{setting.Name}` |", readme, StringComparison.Ordinal));
        Assert.All(Emulator.Hosting.EmulatorSettings.All, setting => Assert.Contains(setting.Variable, Emulator.Hosting.EmulatorSettings.Help(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_documents_of_the_project_link_to_is_there()
    {
        foreach (var file in Directory.EnumerateFiles(OperationCatalogue.Repository, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(OperationCatalogue.Repository, "docs"), "*.md", SearchOption.AllDirectories)))
        {
            foreach (Match link in Link().Matches(await File.ReadAllTextAsync(file)))
            {
                var target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{file} links to {link.Groups[1].Value}");
            }
        }
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BashBlock();

    [GeneratedRegex("# → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();

    [GeneratedRegex(@"\]\((?!http|#)([^)#]+)\)")]
    private static partial Regex Link();
}
