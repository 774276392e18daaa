using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Packages.Tests;

/// <summary>What the channels have in common is said in several files: these hold them together.</summary>
public sealed partial class ChannelsTests
{
    private static string Project => Read("src/Emulator/Emulator.csproj");

    [Fact]
    public void The_image_restores_every_project_that_the_server_is_made_of()
    {
        var image = Read("Dockerfile");
        Assert.All(
            Projects("src/Emulator/Emulator.csproj"),
            project => Assert.Contains(
                $"COPY {project} {Path.GetDirectoryName(project)}/\n",
                image,
                StringComparison.Ordinal));
        // -r would mean RuntimeIdentifiers: what only dotnet ef needs would be published.
        Assert.Contains("-p:RuntimeIdentifier=", image, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_files_the_tool_and_npm_are_for_the_same_systems()
    {
        var script = Read("tools/publish/run");
        var files = Systems().Match(script).Groups[1].Value.Split(' ').Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(files);
        var tool = XDocument.Parse(Project).Descendants("ToolPackageRuntimeIdentifiers").Single().Value.Split(';');
        Assert.Equal(files, tool.Where(system => system != "any").Order(StringComparer.Ordinal));
        using var npm = JsonDocument.Parse(Read("packages/npm/lib/platforms.json"));
        Assert.Equal(
            files,
            npm.RootElement.EnumerateObject()
                .Select(platform => platform.Value.GetProperty("file").GetString()!)
                .Order(StringComparer.Ordinal));
        Assert.All(
            npm.RootElement.EnumerateObject(),
            platform => Assert.Equal(
                platform.Name,
                $"{platform.Value.GetProperty("os").GetString()}-{platform.Value.GetProperty("cpu").GetString()}"));
    }

    [Fact]
    public void What_a_workflow_calls_is_there_and_its_actions_are_pinned()
    {
        var workflows = Directory.GetFiles(Path.Combine(Repository.Path, ".github/workflows"), "*.yml");
        Assert.NotEmpty(workflows);
        foreach (var workflow in workflows.Select(File.ReadAllText))
        {
            Assert.All(
                Uses().Matches(workflow),
                action => Assert.Matches("^[^@]+@[0-9a-f]{40} # v[0-9.]+$", action.Groups[1].Value.Trim()));
            var scripts = Scripts().Matches(workflow).Select(script => script.Value).Distinct().ToList();
            Assert.Contains("tools/pack/run", scripts);
            Assert.All(scripts, IsExecutable);
        }
    }

    [Fact]
    public void Each_channel_of_the_README_has_a_section_on_its_page()
    {
        var readme = Read("README.md");
        var page = Read("docs/channels.md");
        var links = Links().Matches(readme).Select(link => link.Groups[1].Value).ToList();
        Assert.True(links.Count >= 8, "README has fewer channels than there are");
        var sections = Sections()
            .Matches(page)
            .Select(section => section.Groups[1].Value.ToLowerInvariant().Replace(' ', '-'))
            .Select(anchor => anchor.Replace(".", "", StringComparison.Ordinal));
        Assert.Subset(sections.ToHashSet(), links.ToHashSet());
    }

    [Fact]
    public async Task A_version_is_that_of_the_tag_or_of_what_comes_after_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for the machine that makes releases");
        var folder = Directory.CreateTempSubdirectory("version-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "tools/version"));
            foreach (var file in new[] { "Directory.Build.props", "tools/version/run" })
            {
                File.Copy(Path.Combine(Repository.Path, file), Path.Combine(folder.FullName, file));
            }

            var written = XDocument.Parse(Read("Directory.Build.props")).Descendants("Version").Single().Value;
            Task<string> Git(params string[] arguments) =>
                Run(folder.FullName, "git", ["-c", "user.name=T", "-c", "user.email=t@example.com", .. arguments]);
            Task<string> Version() => Run(folder.FullName, "tools/version/run");

            Assert.Equal($"{written}-alpha.0", await Version()); // An archive of the sources.
            await Git("init", "-q");
            await Git("commit", "-q", "--allow-empty", "-m", "one");
            Assert.Equal($"{written}-alpha.0.1", await Version());
            await Git("tag", "v1.2.3");
            Assert.Equal("1.2.3", await Version());
            await Git("commit", "-q", "--allow-empty", "-m", "two");
            Assert.Equal("1.2.4-alpha.0.1", await Version());
            await Git("tag", "-m", "annotated", "v2.0.0-rc.1");
            Assert.Equal("2.0.0-rc.1", await Version());
            await Git("commit", "-q", "--allow-empty", "-m", "three");
            Assert.Equal("2.0.0-rc.1.1", await Version());
            await Git("tag", "v3");
            await Assert.ThrowsAsync<InvalidOperationException>(Version);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Path, file));

    /// <summary>A project and all that it refers to, as paths from the repository's folder.</summary>
    private static List<string> Projects(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var others = XDocument
            .Parse(Read(project))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetRelativePath(
                Repository.Path,
                Path.GetFullPath(Path.Combine(Repository.Path, folder, reference.Attribute("Include")!.Value))));
        return [project, .. others.SelectMany(Projects)];
    }

    private static void IsExecutable(string script)
    {
        var file = Path.Combine(Repository.Path, script);
        Assert.True(File.Exists(file), $"There is no {script}");
        Assert.True(
            OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute),
            $"{script} can't be run");
    }

    private static async Task<string> Run(string folder, string program, params string[] arguments)
    {
        var path = program.Contains('/', StringComparison.Ordinal) ? Path.Combine(folder, program) : program;
        using var process = Process.Start(
            new ProcessStartInfo(path, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var wrong = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? (await said).Trim() : throw new InvalidOperationException(wrong);
    }

    [GeneratedRegex(@"systems=\((linux[^)]*)\)")]
    private static partial Regex Systems();

    [GeneratedRegex(@"uses: (.*)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?<![\w/])(tools/[a-z]+/[a-z]+|\.ci/run)\b")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"\(docs/channels\.md#([a-z0-9-]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Sections();
}
