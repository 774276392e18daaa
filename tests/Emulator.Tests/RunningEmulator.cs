using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Emulator.Tests;

/// <summary>The emulator as its users start it: a process of its own, killed at the end.</summary>
internal sealed class RunningEmulator : IDisposable
{
    private readonly Process process;
    private readonly HttpClient http;
    private readonly ConcurrentQueue<string> errors = new(), output = new();

    private RunningEmulator(Process process, string url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = new Uri(url) };
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
    }

    public string Url { get; }

    /// <summary>What it has said on standard error so far.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>What it has said on standard output so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>Its exit code, once it has stopped.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>How much memory it takes now, MB.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    public static Task<RunningEmulator> Start(string data, params string[] flags) =>
        Start(new Surroundings(), data, flags);

    public static async Task<RunningEmulator> Start(Surroundings around, string data, params string[] flags)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await StartOn(FreePort(), around, data, flags);
            }
            catch (InvalidOperationException taken) when (tries < 3
                && taken.Message.Contains("is in use by another program", StringComparison.Ordinal))
            {
                // Another test, or a client, was given the port before the emulator listened on it.
            }
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Text)> Fail(params string[] flags) => Fail(new Surroundings(), flags);

    private static int FreePort()
    {
        using var finder = new TcpListener(IPAddress.Loopback, 0);
        finder.Start();
        return ((IPEndPoint)finder.LocalEndpoint).Port;
    }

    private static async Task<RunningEmulator> StartOn(int port, Surroundings around, string data, string[] flags)
    {
        var running = new RunningEmulator(
            Launch(around, [.. flags, $"--urls=http://{around.Listens}:{port}", $"--data={data}"]),
            $"http://127.0.0.1:{port}"
        );
        running.process.BeginOutputReadLine();
        running.process.BeginErrorReadLine();
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var answer = await running.http.GetAsync("/readyz");
                if (answer.IsSuccessStatusCode)
                {
                    return running;
                }
            }
            catch (HttpRequestException) when (attempt < 600 && !running.process.HasExited)
            {
            }
            catch (HttpRequestException refused) when (running.process.HasExited)
            {
                running.process.WaitForExit(); // Until all that it said was read.
                throw new InvalidOperationException(
                    $"It has ended with {running.process.ExitCode}: {running.Errors}",
                    refused);
            }

            await Task.Delay(50);
        }
    }

    /// <summary>Runs one of its commands to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> Run(Surroundings around, params string[] args)
    {
        using var process = Launch(around, args);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Text)> Fail(Surroundings around, params string[] flags)
    {
        var (code, output, errors) = await Run(around, flags);

        // What takes more than a second is said on standard output while it lasts; it is no part of a failure.
        var said = output.Split('\n').Where(line => !line.TrimEnd().EndsWith(" ...", StringComparison.Ordinal));
        return (code, errors + string.Join('\n', said));
    }

    /// <summary>Anyone who uses a token or an API key.</summary>
    public Client With(string credential) => new(http, credential);

    public Client Nobody() => new(http, credential: null);

    public async Task<Client> LoggedIn() =>
        new(
            http,
            (await Nobody().Put("/api/auth/token", """{"email":"stan@example.com","password":"Password1"}"""))
                .MustBeOk()
                .TextOf("token"));

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to stop, as a container's host does.</summary>
    /// <returns>Whether it has within a time.</returns>
    public async Task<bool> Stop(TimeSpan within)
    {
        using var asking = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(within);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        http.Dispose();
    }

    private static Process Launch(Surroundings around, string[] flags)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Emulator.dll"), .. flags])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = around.Folder ?? "",
        };
        foreach (var (name, value) in around.Variables ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>What a process of the emulator finds around it.</summary>
/// <param name="Listens">The host it is told to listen on.</param>
/// <param name="Folder">The folder it is started in; null for the test's.</param>
/// <param name="Variables">Environment variables besides the test's.</param>
internal sealed record Surroundings(
    string Listens = "127.0.0.1",
    string? Folder = null,
    IReadOnlyDictionary<string, string>? Variables = null);
