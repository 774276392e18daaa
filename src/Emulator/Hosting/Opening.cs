using Emulator.Control;
using Emulator.Hosting.StartUp;
using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>
/// The start is over when the default sandbox is open, too, and the files of the start-up folder have run: a seed or a
/// database that can't be loaded stops it, and so does a file that fails.
/// </summary>
internal sealed class Opening(Sandboxes sandboxes, EmulatorSettings settings, IServiceProvider services)
    : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await sandboxes.OpenedNow().WaitAsync(cancellationToken);
        if (settings.Init is { } folder)
        {
            await ActivatorUtilities.CreateInstance<StartUpFiles>(services).Run(folder, cancellationToken);
            services.GetRequiredService<StartUpState>().IsDone = true;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
