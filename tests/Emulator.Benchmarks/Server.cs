using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace Emulator.Benchmarks;

/// <summary>
/// A server in a process of its own, on a loopback port of its own; disposing it ends that process and no other.
/// </summary>
internal sealed class Server : IDisposable
{
    // A large volume is made before the first answer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder complaints = new();
    private readonly long startedAt;

    private Server(string executable, int port, IEnumerable<string> arguments)
    {
        Port = port;
        var start = new ProcessStartInfo(executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(executable),
        };
        KeepOutWhatTheDeveloperHasSet(start.Environment);
        startedAt = Stopwatch.GetTimestamp();
        process = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += End;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => complaints.AppendLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <summary>What the process has used of the processors so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>The memory it takes up, MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1024.0 / 1024.0;
        }
    }

    /// <summary>Starts the emulator as it is by default, except for where it listens and keeps its database.</summary>
    public static Server Emulator(Published programs, string database, params string[] more)
    {
        var port = FreePort();
        return new Server(programs.Emulator, port, ["--urls", $"http://127.0.0.1:{port}", "--data", database, .. more]);
    }

    /// <summary>Starts the bare server.</summary>
    /// <param name="programs">Where it is.</param>
    /// <param name="path">The path it answers.</param>
    /// <param name="what">
    /// <c>bytes</c> to answer with a file's, <c>objects</c> to serialise each time what a file held at the start.
    /// </param>
    /// <param name="file">The file.</param>
    public static Server Bare(Published programs, string path, string what, string file)
    {
        var port = FreePort();
        return new Server(programs.Bare, port, [$"http://127.0.0.1:{port}", path, what, file]);
    }

    /// <summary>Asks until it answers with 200.</summary>
    /// <returns>How long that took since just before the process was started.</returns>
    public TimeSpan WaitForFirstAnswer(byte[] request)
    {
        while (Stopwatch.GetElapsedTime(startedAt) < Patience && !process.HasExited)
        {
            try
            {
                using var connection = new HttpConnection(Port);
                if (connection.Ask(request).Status == 200)
                {
                    return Stopwatch.GetElapsedTime(startedAt);
                }
            }
            catch (SocketException)
            {
                // Nobody listens yet.
            }

            Thread.Sleep(1);
        }

        throw new BenchmarkBroken($"{process.StartInfo.FileName} does not answer.\n{complaints}");
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        if (!process.HasExited && !OperatingSystem.IsWindows())
        {
            _ = Signal(process.Id, Terminate);
            process.WaitForExit(TimeSpan.FromSeconds(10));
        }

        End(this, EventArgs.Empty);
        process.Dispose();
    }

    private void End(object? sender, EventArgs e)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static void KeepOutWhatTheDeveloperHasSet(IDictionary<string, string?> environment)
    {
        string[] prefixes = ["DOTNET_", "ASPNETCORE_", "EMULATOR_", "COMPlus_"];
        foreach (
            var name in environment
                .Keys.Where(name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
                .ToList())
        {
            environment.Remove(name);
        }

        // The runtime this program runs on, wherever it is installed.
        environment["DOTNET_ROOT"] = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private const int Terminate = 15;

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
