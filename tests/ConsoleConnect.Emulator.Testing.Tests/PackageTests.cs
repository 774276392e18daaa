using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>The package has all that it takes to run, and shows whoever compiles against it this library alone.</summary>
public sealed partial class PackageTests
{
    private static string Repository => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    [Fact]
    public async Task It_has_the_server_the_seed_and_what_they_need()
    {
        using var package = await Packed();
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(
            ["ConsoleConnect.Emulator.Testing.dll", "Emulator.Stateless.dll", "Emulator.dll"],
            files.Where(file => file.StartsWith("lib/net10.0/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["ConsoleConnect.Emulator.Testing.dll"],
            files.Where(file => file.StartsWith("ref/", StringComparison.Ordinal) && file.EndsWith(".dll", StringComparison.Ordinal)).Select(Path.GetFileName));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Repository, "seed-data"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal),
            files.Where(file => file.StartsWith("seed-data/", StringComparison.Ordinal)).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("buildTransitive/ConsoleConnect.Emulator.Testing.targets", files);
        Assert.Contains("README.md", files);

        using var nuspec = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var named = XDocument.Load(nuspec).Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value);
        Assert.Subset(named.ToHashSet(), NeededByTheServer().ToHashSet());
    }

    [Fact]
    public void Its_page_and_the_READMEs_show_code_that_these_tests_run()
    {
        var examples = File.ReadAllText(Path.Combine(Repository, "tests/ConsoleConnect.Emulator.Testing.Tests/Examples.cs"));
        Assert.All(["README.md", "src/ConsoleConnect.Emulator.Testing/README.md"], page =>
        {
            var shown = CodeBlock().Matches(File.ReadAllText(Path.Combine(Repository, page))).Select(match => match.Groups[1].Value.Trim()).ToList();
            Assert.NotEmpty(shown);
            Assert.All(shown, code => Assert.Contains(code, examples, StringComparison.Ordinal));
        });
    }

    /// <summary>The packages that the server's project names.</summary>
    private static IEnumerable<string> NeededByTheServer() => XDocument.Load(Path.Combine(Repository, "src/Emulator/Emulator.csproj")).Descendants("PackageReference")
        .Where(reference => reference.Attribute("PrivateAssets") is null && reference.Attribute("Condition") is null)
        .Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Packs what was built for these tests.</summary>
    private static async Task<ZipArchive> Packed()
    {
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        try
        {
            var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
            var start = new ProcessStartInfo("dotnet", ["pack", Path.Combine(Repository, "src/ConsoleConnect.Emulator.Testing"), "--no-build", "-nologo", "-c", configuration, "-o", folder])
            {
                RedirectStandardOutput = true,
            };
            using var pack = Process.Start(start)!;
            var said = await pack.StandardOutput.ReadToEndAsync();
            await pack.WaitForExitAsync();
            Assert.True(pack.ExitCode == 0, said);
            return new ZipArchive(new MemoryStream(await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*.nupkg").Single())));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
