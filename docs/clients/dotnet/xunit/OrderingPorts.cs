using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Testing;
using Xunit;

namespace MyProduct.Tests;

/// <summary>One emulator for all tests of a class. It ends with the last of them.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public ConsoleConnectEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await ConsoleConnectEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

public sealed class OrderingPorts(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_delivered()
    {
        await using var world = await fixture.Emulator.NewSandboxAsync(cancellationToken: Stop);
        using var answer = await world.Client.PutAsJsonAsync(
            "/api/company/Acme/ports/orders",
            new { dataCenterFacility = "supernetpa4", speed = 1000, portName = "Mine", paymentType = "invoice" },
            Stop);
        var order = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(Stop))!["id"]!;

        var done = await world.Clock.AdvanceUntilAsync(
            EmulatorMachines.PortOrders, order, EmulatorStates.PortOrders.Done, cancellationToken: Stop);

        Assert.Equal(EmulatorStates.PortOrders.Done, done.StateNow);
        await world.Journal.VerifyAsync(
            new JournalSearch { Operation = EmulatorOperations.CreatePortOrder, Status = "2xx" },
            exactly: 1,
            cancellationToken: Stop);
    }
}
