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

    private RunningEmulator(Process process, string url)
    {
        this.process = process;
        Url = url;
        http = new HttpClient { BaseAddress = new Uri(url) };
    }

    public string Url { get; }

    public static async Task<RunningEmulator> Start(string data, params string[] flags)
    {
        using var finder = new TcpListener(IPAddress.Loopback, 0);
        finder.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)finder.LocalEndpoint).Port}";
        finder.Stop();
        var running = new RunningEmulator(Launch([.. flags, $"--urls={url}", $"--data={data}"]), url);
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

            await Task.Delay(50);
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Text)> Fail(params string[] flags)
    {
        using var process = Launch(flags);
        var text = await process.StandardError.ReadToEndAsync() + await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }

    public Client Nobody() => new(http, credential: null);

    public async Task<Client> LoggedIn() =>
        new(http, (await Nobody().Put("/api/auth/token", """{"email":"stan@example.com","password":"Password1"}""")).MustBeOk().TextOf("token"));

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

    private static Process Launch(string[] flags) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Emulator.dll"), .. flags])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["EMULATOR_DATA"] = "" },
    })!;
}
