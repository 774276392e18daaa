using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>
/// The start is over when the default sandbox is open, too: a seed or a database that can't be loaded stops it.
/// </summary>
internal sealed class Opening(Sandboxes sandboxes) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => sandboxes.OpenedNow().WaitAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
