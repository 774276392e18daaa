using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Emulator.Benchmarks;

/// <summary>
/// The two programs that are compared, published the same way: Release, ReadyToRun, for this machine.
/// </summary>
/// <param name="Emulator">The emulator's executable.</param>
/// <param name="Bare">The bare server's executable.</param>
internal sealed record Published(string Emulator, string Bare)
{
    /// <summary>The seed that comes with the emulator.</summary>
    public string SeedFolder => Path.Combine(Path.GetDirectoryName(Emulator)!, "seed-data");

    /// <summary>Publishes them; what has not changed since the last time is not compiled again.</summary>
    /// <exception cref="BenchmarkBroken">It doesn't compile.</exception>
    public static Published Get(BenchmarkSettings settings)
    {
        var root = typeof(Published)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(data => data.Key == "RepositoryRoot")
            .Value!;
        var bare = Publish(Path.Combine(root, "tests", "Emulator.Benchmarks", "BareKestrel"));
        var emulator = settings.Emulator ?? Publish(Path.Combine(root, "src", "Emulator"));
        return new Published(Executable(emulator, "Emulator"), Executable(bare, "BareKestrel"));
    }

    private static string Publish(string project)
    {
        // Beside this program, so that no build of the repository itself is touched.
        var artifacts = Path.Combine(AppContext.BaseDirectory, "artifacts");
        var output = Path.Combine(AppContext.BaseDirectory, "published", Path.GetFileName(project));
        Console.Error.WriteLine($"publishing {Path.GetFileName(project)} …");
        var publish = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish",
                project,
                "-c",
                "Release",
                "-r",
                Rid,
                "--artifacts-path",
                artifacts,
                "-o",
                output,
                "--nologo",
                "-v",
                "quiet",
                "--disable-build-servers",
            },
            RedirectStandardOutput = true,
        };
        using var publishing = Process.Start(publish)!;
        var said = publishing.StandardOutput.ReadToEnd();
        publishing.WaitForExit();
        return publishing.ExitCode == 0 ? output : throw new BenchmarkBroken($"{project} can't be published:\n{said}");
    }

    private static string Rid =>
        (
            OperatingSystem.IsWindows() ? "win"
            : OperatingSystem.IsMacOS() ? "osx"
            : RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl"
            : "linux")
        + "-"
        + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    private static string Executable(string folder, string name)
    {
        var path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
        return File.Exists(path) ? path : throw new BenchmarkBroken($"There is no {path}.");
    }
}
