using System.Diagnostics;

namespace Emulator.Hosting.StartUp;

/// <summary>
/// Runs a script of the start-up folder: the one program that the emulator ever starts, and only where <c>--init</c>
/// names a folder that has one. What it prints is the emulator's own output.
/// </summary>
internal static class ShellScript
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="file">The script.</param>
    /// <param name="url">Where the emulator listens: the variable <c>CONSOLE_CONNECT_URL</c>.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="FormatException">It failed, or this system runs none.</exception>
    public static async Task Run(string file, string url, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new FormatException("scripts of the shell don't run on Windows; write an .http file");
        }

        var start = new ProcessStartInfo("/bin/sh", [file]) { WorkingDirectory = Path.GetDirectoryName(file)! };
        start.Environment["CONSOLE_CONNECT_URL"] = url;
        using var script = Process.Start(start)!;
        try
        {
            await script.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            script.Kill(entireProcessTree: true);
            throw;
        }

        if (script.ExitCode != 0)
        {
            throw new FormatException($"it ended with exit code {script.ExitCode}");
        }
    }
}
