using Emulator.Simulation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Emulator.Hosting;

/// <summary>Opens the default sandbox while the web server binds its port; a seed or a database that can't be loaded stops the start.</summary>
internal sealed class Opening(Sandboxes sandboxes, EmulatorSettings settings, IServer server) : IHostedLifecycleService
{
    private Task opening = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        opening = Task.Run(sandboxes.Open, cancellationToken);
        return Task.CompletedTask;
    }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await opening;

        // Only where it listens: a test that hosts it in its own process has no address.
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses)
        {
            await Console.Out.WriteLineAsync($"Console Connect emulator, ready on {string.Join(", ", addresses)} (Swagger UI at /swagger); data in {settings.Sandboxes.Data}".AsMemory(), cancellationToken);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
