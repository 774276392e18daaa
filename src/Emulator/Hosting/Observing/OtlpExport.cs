using System.Runtime.CompilerServices;
using Emulator.Hosting.Pipeline;
using Emulator.Simulation;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Emulator.Hosting.Observing;

/// <summary>
/// Sends traces and metrics to a collector, as OpenTelemetry's own variables say: <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// and the rest. It is the only thing that connects outward while the emulator runs, and only where it is told to.
/// Without that variable none of OpenTelemetry's assemblies is even loaded.
/// </summary>
internal sealed class OtlpExport : IHostedService
{
    /// <summary>The variables that ask for it.</summary>
    private static readonly string[] Asking =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
    ];

    /// <summary>How long the last spans and numbers have to leave when the process stops, milliseconds.</summary>
    private const int Farewell = 800;

    private IDisposable[] providers = [];

    /// <summary>Whether one of the variables asks for it.</summary>
    public static bool IsAskedFor(IReadOnlyDictionary<string, string> environment) =>
        Asking.Any(name => environment.TryGetValue(name, out var value) && value.Length > 0);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        providers = Begin();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.Run(() => End(providers), CancellationToken.None);

    /// <summary>In a method of its own: what it names is loaded when it is called.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IDisposable[] Begin()
    {
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("console-connect-emulator", serviceVersion: Frame.Version)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector(); // Last: OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win.
        return
        [
            Sdk.CreateTracerProviderBuilder()
                .SetResourceBuilder(resource)
                .AddSource("Microsoft.AspNetCore", Telemetry.Name)
                .AddOtlpExporter()
                .Build()!,
            Sdk.CreateMeterProviderBuilder()
                .SetResourceBuilder(resource)
                .AddMeter(Telemetry.Name, "System.Runtime")
                .AddOtlpExporter()
                .Build()!,
        ];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void End(IDisposable[] providers)
    {
        foreach (var provider in providers)
        {
            _ = provider switch
            {
                TracerProvider traces => traces.Shutdown(Farewell),
                MeterProvider metrics => metrics.Shutdown(Farewell),
                _ => false,
            };
        }
    }
}
