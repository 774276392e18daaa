using Emulator.ConsoleConnect;
using Emulator.Control;
using Emulator.Control.Worlds;
using Emulator.Hosting.Assisting;
using Emulator.Hosting.Logging;
using Emulator.Hosting.Observing;
using Emulator.Hosting.Pipeline;
using Emulator.Hosting.Swagger;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Sockets;
using Emulator.Store;
using Emulator.Wire.Contract;
using Microsoft.Extensions.Logging.Console;
using SocketIo;

namespace Emulator.Hosting;

/// <summary>Puts the emulator together: what is registered, and in what order a request meets it.</summary>
internal static class EmulatorApp
{
    /// <summary>
    /// How long requests that are at work are waited for when the process is to stop; then their connections are
    /// closed.
    /// </summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(1);

    /// <summary>Builds it as a program of its own, from flags, environment and appsettings; nothing runs yet.</summary>
    /// <exception cref="BadSetting">A setting that can't be.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = Begin(args);
        return Build(builder, EmulatorSettings.Read(args, builder.Configuration), isProgram: true);
    }

    /// <summary>Builds it in whatever hosts it; nothing runs yet.</summary>
    /// <param name="builder">What it is built with.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="isProgram">Whether the process is its own, to be logged to.</param>
    /// <param name="another">The service, where it isn't Console Connect as it is.</param>
    /// <exception cref="DatabaseRefused">
    /// The data file is another process's, or this one may not write there.
    /// </exception>
    public static WebApplication Build(
        WebApplicationBuilder builder,
        EmulatorSettings settings,
        bool isProgram = false,
        Service? another = null)
    {
        var machine = TimeProvider.System;
        var service = another ?? ConsoleConnectService.Instance;
        var sandboxes = new Sandboxes(settings.Sandboxes, service, machine);
        sandboxes.StartOpening(); // While the rest is put together.
        builder.WebHost.UseSetting(WebHostDefaults.HttpPortsKey, ""); // The base image's, which would be warned of.
        builder.WebHost.UseSetting(WebHostDefaults.HttpsPortsKey, "");
        builder.ListenAsSet(settings, machine);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Program says it in one line.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        ConfigureLogging(builder, settings.Log, machine);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<IGivenWorlds>(settings.Worlds);
        builder.Services.AddSingleton(new Uptime(machine));
        builder.Services.AddSingleton(
            new SettingsShown([
                .. settings.InForce.Select(one => new SettingShown(
                    one.Setting.Name,
                    one.Setting.Shown(one.Value),
                    one.Setting.Shown(one.Setting.Default),
                    one.From,
                    one.Setting.Variable,
                    one.Setting.Meaning)),
            ]));
        builder.Services.AddSingleton(new AboutTheProgram(
            "Console Connect emulator",
            typeof(EmulatorApp).Assembly.GetName().Version!.ToString(3),
            settings.Admin.NeedsToken));
        builder.Services.AddSingleton(new StartUpState(isDone: settings.Init is null));
        builder.Services.AddSingleton(_ => sandboxes); // By a factory, so that the container closes it.
        builder.Services.AddSingleton(_ => new SandboxAddresses(settings.Http.SandboxDomain, settings.Http.SandboxUrls,
            LocalNames.OfThisMachine.Resolve));
        builder.Services.AddSingleton(service);
        builder.Services.AddSingleton(new Snapshots(service, machine, sandboxes.PlainSeed));
        builder.Services.AddSingleton<OwnCalls>();
        builder.Services.AddSingleton<Func<ServiceContract>>(ServedContract.OfTheProgram);
        builder.Services.AddSingleton(services => new Conformity(
            settings.Conformance,
            machine,
            services.GetRequiredService<Func<ServiceContract>>()));
        builder.Services.AddHostedService<Opening>();
        builder.Services.AddScoped<TurnHolder>();
        // Not scoped: a request whose turn failed has another.
        builder.Services.AddTransient(services => services.GetRequiredService<TurnHolder>().Turn!);
        builder.Services.AddTransient(services => services.GetRequiredService<Turn>().Admitted);
        builder.Services.AddSingleton(AnswersJson.Of(settings.Indented, service));
        builder.Services.AddSockets(machine, new UserNamespace());
        builder.Services.AddSingleton(MappedOperations.Of);
        builder.Services.AddSingleton(services => new NearestOperations(
            services.GetRequiredService<EndpointDataSource>()));
        builder.Services.AddSingleton(services => new Lazy<CoverageShown>(() =>
            Coverage.Of(services.GetRequiredService<EndpointDataSource>().Endpoints)));
        builder.Services.AddSingleton(ShownAnswers.OfTheProgram());
        builder.Services.AddSwagger();

        var isExported = isProgram && OtlpExport.IsAskedFor(SettingSources.Environment);
        if (isExported)
        {
            builder.Services.AddSingleton<IHostedService>(_ => new OtlpExport());
        }

        if (settings.Metrics)
        {
            builder.Services.AddSingleton(new PrometheusText());
        }

        if (settings.Mcp)
        {
            Assistants.AddTo(builder.Services);
        }

        var app = builder.Build();
        app.Use(app.Services.GetRequiredService<OwnCalls>().Through);
        app.UseMiddleware<Frame>();
        if (settings.Metrics || isExported)
        {
            app.UseMiddleware<Observed>();
        }

        if (settings.Metrics)
        {
            app.UseMiddleware<MetricsPage>();
        }

        if (isProgram && settings.Log.Form != LogForm.Off && Announcement.ListensItself(app))
        {
            app.UseMiddleware<RequestLogging>();
        }

        app.UseProxies(settings.Http.Proxies);
        app.UseMiddleware<Journaling>();
        app.UseMiddleware<HeadAnswers>();
        app.UseMiddleware<Rendering>();
        app.UseCrossOrigin(settings.Http.Cors);
        app.UseMiddleware<AdminGuard>();
        app.UseMiddleware<SandboxChoice>();
        app.UseSockets();
        app.UseMiddleware<PathSpellings>();
        app.UseRouting();
        app.UseMiddleware<OperationNamed>();
        app.UseMiddleware<FaultInjection>();
        app.UseMiddleware<Conformance>();
        app.UseMiddleware<KeptAnswersFirst>();
        app.UseMiddleware<Turns>();
        app.UseMiddleware<AdminInputs>();
        service.Map(app);
        ControlRoutes.Map(app);
        service.MapControls(app);
        OverviewRoutes.Map(app);
        app.MapSwaggerPages();
        app.MapConsole();
        if (settings.Mcp)
        {
            Assistants.Map(app);
        }

        return app;
    }

    /// <summary>Reads the settings' files and variables.</summary>
    /// <exception cref="BadSetting">An appsettings file that is no JSON.</exception>
    public static WebApplicationBuilder Begin(string[] args)
    {
        try
        {
            return WebApplication.CreateSlimBuilder(new WebApplicationOptions
            {
                // Settings are read once: nothing watches the files for changes.
                Args = [.. args.Where(arg => arg.Contains('=')), "--hostBuilder:reloadConfigOnChange=false"],
            });
        }
        catch (InvalidDataException broken)
        {
            throw new BadSetting($"{broken.Message} {broken.GetBaseException().Message}");
        }
    }

    /// <summary>Failures go to standard error with their time, in the form that requests have.</summary>
    private static void ConfigureLogging(WebApplicationBuilder builder, LogSettings log, TimeProvider machine)
    {
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName =
                log.Form == LogForm.Json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });
        builder.Services.Configure<SimpleConsoleFormatterOptions>(line =>
            (line.TimestampFormat, line.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ss.fffZ ", true));
        builder.Services.Configure<JsonConsoleFormatterOptions>(line =>
            (line.TimestampFormat, line.UseUtcTimestamp) = ("yyyy-MM-ddTHH:mm:ss.fffZ", true));
        builder.Services.AddSingleton(_ => new RequestLog(log, Console.OpenStandardOutput(), machine));
    }
}
