using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>
/// The package has all that it takes to run, and shows anyone who compiles against it this library and the records of
/// <c>/__admin</c> alone.
/// </summary>
public sealed partial class PackageTests
{
    private static string Repository => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../.."));

    [Fact]
    public async Task It_has_the_server_the_seed_and_what_they_need()
    {
        using var package = await Packed();
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Equal(
            [
                "ConsoleConnect.Emulator.Testing.dll",
                "Emulator.ConsoleConnect.dll",
                "Emulator.Control.Contracts.dll",
                "Emulator.Control.dll",
                "Emulator.Engine.dll",
                "Emulator.SocketIo.dll",
                "Emulator.dll",
            ],
            files
                .Where(file =>
                    file.StartsWith("lib/net10.0/", StringComparison.Ordinal)
                    && file.EndsWith(".dll", StringComparison.Ordinal))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            [
                "ConsoleConnect.Emulator.Testing.dll",
                "ConsoleConnect.Emulator.Testing.xml",
                "Emulator.Control.Contracts.dll",
                "Emulator.Control.Contracts.xml",
            ],
            files
                .Where(file => file.StartsWith("ref/", StringComparison.Ordinal))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            Directory
                .GetFiles(Path.Combine(Repository, "seed-data"), "*.json")
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal),
            files
                .Where(file => file.StartsWith("seed-data/", StringComparison.Ordinal))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal));
        Assert.Contains("buildTransitive/ConsoleConnect.Emulator.Testing.targets", files);
        Assert.Contains("README.md", files);

        using var nuspec = package
            .Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            .Open();
        var named = XDocument
            .Load(nuspec)
            .Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => element.Attribute("id")!.Value)
            .ToList();
        Assert.Subset(named.ToHashSet(), NeededByTheServer().ToHashSet());
        Assert.DoesNotContain("Control.Contracts", named); // It comes inside, and is no package.
    }

    [Fact]
    public async Task A_new_project_with_the_package_runs_what_its_page_and_the_README_show()
    {
        var folder = Directory.CreateTempSubdirectory("new-project-").FullName;
        try
        {
            await Pack(folder, "-p:PackageVersion=0.0.0-new");
            await File.WriteAllTextAsync(Path.Combine(folder, "MyProduct.Tests.csproj"), NewProject());
            await File.WriteAllTextAsync(
                Path.Combine(folder, "nuget.config"),
                "<configuration><packageSources><clear /><add key=\"packed\" value=\".\" />"
                + "</packageSources></configuration>"
            );
            foreach (var page in new[] { "README.md", "src/ConsoleConnect.Emulator.Testing/README.md" })
            {
                var code = Assert
                    .Single(CodeBlock().Matches(await File.ReadAllTextAsync(Path.Combine(Repository, page))))
                    .Groups[1]
                    .Value;
                var name = ClassName().Match(code).Groups[1].Value;
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".cs"), code);
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "Named.cs"), NamedAnswers);
            await Dotnet(folder, "build", "-nologo", "-p:UseSharedCompilation=true", "-o", "built");
            var said = await Dotnet(folder, Path.Combine("built", "MyProduct.Tests.dll"));
            Assert.Contains("Total: 3, Errors: 0, Failed: 0", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Names the records that the package's members answer with.</summary>
    private const string NamedAnswers = """
        using ConsoleConnect.Emulator.Admin;
        using ConsoleConnect.Emulator.Testing;

        namespace MyProduct.Tests;

        public static class Named
        {
            public static async Task<(ClockReading, IReadOnlyList<OutboxLetter>)> Of(EmulatorWorld world) =>
                (await world.Clock.ReadAsync(), await world.Outbox.ListAsync());

            public static Task<PlacedFault> Place(EmulatorWorld world) => world.Faults.AddAsync(new FaultRule
            {
                Match = new FaultMatch { Method = "GET" },
                Then = new FaultEffect { Truncate = new FaultCut { Share = 0.5 } },
            });

            public static Task<CounterpartyState> Answer(EmulatorWorld world) =>
                world.Counterparties.SetAsync("company2", CounterpartyPolicy.Approve);
        }
        """;

    /// <summary>
    /// What <c>dotnet new</c> makes, with the packages that this machine has already: nothing is fetched.
    /// </summary>
    private static string NewProject()
    {
        var pinned = XDocument
            .Load(Path.Combine(Repository, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(
                package => package.Attribute("Include")!.Value,
                package => package.Attribute("Version")!.Value);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <OutputType>Exe</OutputType>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <RestoreFallbackFolders>{packages}</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="xunit.v3.mtp-off" Version="{pinned["xunit.v3.mtp-off"]}" />
                <PackageReference Include="ConsoleConnect.Emulator.Testing" Version="0.0.0-new" />
              </ItemGroup>
            </Project>
            """;
    }

    /// <summary>The packages that the server's projects name.</summary>
    private static IEnumerable<string> NeededByTheServer() =>
        new[] { "Engine", "ConsoleConnect", "Control.Contracts", "Control", "Emulator" }
        .SelectMany(project => XDocument
            .Load(Path.Combine(Repository, $"src/{project}/{project}.csproj"))
            .Descendants("PackageReference"))
            .Where(reference =>
                reference.Attribute("PrivateAssets") is null && reference.Attribute("Condition") is null)
            .Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Packs what was built for these tests.</summary>
    private static async Task<ZipArchive> Packed()
    {
        var folder = Directory.CreateTempSubdirectory("package-").FullName;
        try
        {
            await Pack(folder);
            return new ZipArchive(
                new MemoryStream(await File.ReadAllBytesAsync(Directory.GetFiles(folder, "*.nupkg").Single())));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<string> Pack(string folder, params string[] more) =>
        Dotnet(
            Repository,
            [
                "pack",
                "src/ConsoleConnect.Emulator.Testing",
                "--no-build",
                "-nologo",
                "-c",
                new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
                "-o",
                folder,
                .. more,
            ]);

    private static async Task<string> Dotnet(string folder, params string[] arguments)
    {
        using var dotnet = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder }
        )!;
        var said = await dotnet.StandardOutput.ReadToEndAsync();
        await dotnet.WaitForExitAsync();
        Assert.True(dotnet.ExitCode == 0, said);
        return said;
    }

    [GeneratedRegex(@"public class (\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
