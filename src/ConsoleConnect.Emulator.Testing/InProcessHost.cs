using System.Globalization;
using System.Net.Sockets;
using Emulator.Errors;
using Emulator.Hosting;
using Emulator.Hosting.Pipeline;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Store.Seeding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>The server in this process. The only place here that knows of it: all else speaks HTTP.</summary>
internal sealed class InProcessHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private InProcessHost(WebApplication app, SandboxPorts? ports)
    {
        this.app = app;
        Ports = ports;
        Url = new Uri(ports is null ? "http://localhost" : app.Urls.First());
        Handler = ports is null
            ? () => app.GetTestServer().CreateHandler()
            : () => new SocketsHttpHandler { UseProxy = false };
    }

    /// <summary>Where it is reached.</summary>
    public Uri Url { get; }

    /// <summary>What reaches it there.</summary>
    public Func<HttpMessageHandler> Handler { get; }

    /// <summary>Its ports for sandboxes; null in memory.</summary>
    public SandboxPorts? Ports { get; }

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
            builder.Services.AddSingleton<IStartupFilter, WorldChoice>();
            var ports = options.InMemory ? null : new SandboxPorts();
            if (ports is null)
            {
                builder.WebHost.UseTestServer();
            }
            else
            {
                builder.WebHost.UseKestrelCore();
                builder.Services.AddSingleton<IConnectionListenerFactory>(ports);
            }

            app = EmulatorApp.Build(
                builder,
                EmulatorSettings.Read(
                    Flags(options),
                    new ConfigurationBuilder().Build(),
                    new Dictionary<string, string>()));
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            return new InProcessHost(app, ports);
        }
        catch (Exception refused)
        {
            if (app is not null)
            {
                await app.DisposeAsync().ConfigureAwait(false);
            }

            if (OtherVersions.Words(refused) is { } words)
            {
                throw new EmulatorStartException($"The emulator can't start: {words}", refused);
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
        if (Ports is not null)
        {
            await Ports.DisposeAsync().ConfigureAwait(false);
        }
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

    /// <summary>
    /// The seed that comes with the package, or with a project that references this one; none where the server's own is
    /// to be looked for.
    /// </summary>
    private static string SeedData()
    {
        var ofThePackage = Path.Combine(AppContext.BaseDirectory, "console-connect-emulator", "seed-data");
        return Directory.Exists(ofThePackage) ? ofThePackage : "";
    }

    /// <summary>
    /// Leads what came in by a sandbox's port into it. What came in by the emulator's own port must say which sandbox
    /// it means, once one was made: a client that drops the path of its address would get answers of the wrong world,
    /// and its test would be wrong without a word.
    /// </summary>
    private sealed class WorldChoice(Sandboxes sandboxes, EmulatorSettings settings) : IStartupFilter
    {
        private static readonly string[] OfTheEmulator = ["/__admin", "/livez", "/readyz", "/swagger", "/openapi"];

        private volatile bool hasMade;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(Choose);
            next(app);
        };

        private Task Choose(HttpContext context, RequestDelegate next)
        {
            if (SandboxPorts.Arrived(context) is { } sandbox)
            {
                var headers = context.Request.Headers;
                if (sandbox != Sandboxes.DefaultName && !headers.ContainsKey(SandboxChoice.Header))
                {
                    headers[SandboxChoice.Header] = sandbox;
                }

                return next(context);
            }

            hasMade |= sandboxes.HasMade;
            return !hasMade || Says(context.Request) ? next(context) : Refuse(context);
        }

        private bool Says(HttpRequest request)
        {
            var path = request.Path.Value ?? "/";
            return OwnPages.IsConsole(path)
                || request.Headers.ContainsKey(SandboxChoice.Header)
                || SandboxChoice.WithoutSandbox(path) != path
                || request.Host.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
                || (Credential.Of(request) is { } credential && sandboxes.OfCredential(credential) is not null)
                || OfTheEmulator.Any(own => path.StartsWith(own, StringComparison.OrdinalIgnoreCase));
        }

        private async Task Refuse(HttpContext context)
        {
            var refusal = ServiceErrors.SandboxRequired.Because(
                "This emulator has had sandboxes, so a request must say which one it is for. As the client's address "
                    + "take Address of the sandbox, "
                    + "or that of the ConsoleConnectEmulator for its own world. The header X-Emulator-Sandbox says it "
                    + "too."
            );
            await context
                .Response.Body.WriteAsync(
                    WholeAnswer.OfRefusal(context, refusal, context.Request.Path.Value ?? "/", settings.Indented))
                .ConfigureAwait(false);
        }
    }
}
