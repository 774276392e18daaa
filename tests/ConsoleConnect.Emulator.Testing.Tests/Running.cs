using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>One emulator for all tests of a class, on a free port.</summary>
public sealed class Running : IAsyncLifetime
{
    public ConsoleConnectEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await ConsoleConnectEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
