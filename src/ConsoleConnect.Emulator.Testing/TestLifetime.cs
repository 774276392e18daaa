using Microsoft.Extensions.Hosting;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>A host lives as long as its object: signals are the test runner's.</summary>
internal sealed class TestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
