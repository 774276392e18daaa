using System.Globalization;
using System.Net.Sockets;
using Emulator.Hosting;
using Emulator.Store;
using Emulator.Store.Seeding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The server in this process. The only place here that knows of it: all else speaks HTTP.</summary>
internal sealed class InProcessHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private InProcessHost(WebApplication app, bool inMemory)
    {
        this.app = app;
        Url = new Uri(inMemory ? "http://localhost" : app.Urls.First());
        Handler = inMemory ? () => app.GetTestServer().CreateHandler() : () => new SocketsHttpHandler { UseProxy = false };
    }

    /// <summary>Where it is reached.</summary>
    public Uri Url { get; }

    /// <summary>What reaches it there.</summary>
    public Func<HttpMessageHandler> Handler { get; }

    /// <summary>Starts it, and waits until it is ready.</summary>
    /// <exception cref="EmulatorStartException">It can't start so.</exception>
    public static async Task<InProcessHost> Start(EmulatorOptions options, CancellationToken cancellationToken)
    {
        WebApplication? app = null;
        try
        {
            // Nothing of the test's surroundings counts: neither its environment nor its appsettings.
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Emulator" });
            builder.Services.AddRouting();
            builder.Services.AddSingleton<IHostLifetime, TestLifetime>();
            if (options.InMemory)
            {
                builder.WebHost.UseTestServer();
            }
            else
            {
                builder.WebHost.UseKestrelCore();
            }

            app = EmulatorApp.Build(builder, EmulatorSettings.Read(Flags(options), new ConfigurationBuilder().Build(), new Dictionary<string, string>()));
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new InProcessHost(app, options.InMemory);
        }
        catch (Exception refused)
        {
            if (app is not null)
            {
                await app.DisposeAsync().ConfigureAwait(false);
            }

            if (refused is BadSetting or SeedBroken or DatabaseRefused or IOException or SocketException)
            {
                throw new EmulatorStartException($"The emulator can't start: {refused.Message}", refused);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The options as the flags of the program.</summary>
    private static string[] Flags(EmulatorOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            ["urls"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"),
            ["data"] = ":memory:",
            ["progression"] = options.Progression.ToString(),
            ["clock-frozen"] = options.ClockFrozen.ToString(),
            ["clock-start"] = options.ClockStart?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "",
            ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
            ["seed-data"] = SeedData(),
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return [.. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
    }

    /// <summary>The seed that comes with the package, or with a project that references this one; none where the server's own is to be looked for.</summary>
    private static string SeedData()
    {
        var ofThePackage = Path.Combine(AppContext.BaseDirectory, "console-connect-emulator", "seed-data");
        return Directory.Exists(ofThePackage) ? ofThePackage : "";
    }

    /// <summary>It lives as long as the object: signals are the test runner's.</summary>
    private sealed class TestLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
