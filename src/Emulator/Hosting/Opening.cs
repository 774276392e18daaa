using Emulator.Simulation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulator.Hosting;

/// <summary>The start is over when the default sandbox is open, too: a seed or a database that can't be loaded stops it.</summary>
internal sealed class Opening(Sandboxes sandboxes, EmulatorSettings settings, IServer server) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await sandboxes.Default;

        // Only where it listens: a test that hosts it in its own process has another server.
        if (server.GetType().Namespace!.StartsWith("Microsoft.AspNetCore.Server", StringComparison.Ordinal) && server.Features.Get<IServerAddressesFeature>()?.Addresses is { } addresses)
        {
            if (Exposure.Warning(addresses, settings.Admin) is { } warning)
            {
                await Console.Error.WriteLineAsync(warning.AsMemory(), cancellationToken);
            }

            await Console.Out.WriteLineAsync($"Console Connect emulator, ready on {string.Join(", ", addresses)} (Swagger UI at /swagger); data in {settings.Sandboxes.Data}".AsMemory(), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
