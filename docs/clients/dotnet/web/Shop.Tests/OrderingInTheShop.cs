using ConsoleConnect.Emulator.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Shop.Tests;

public sealed class OrderingInTheShop
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_sees_the_order_delivered()
    {
        await using var world = await ConsoleConnectEmulator.StartAsync(
            new EmulatorOptions { InMemory = true }, Stop);
        await using var shop = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services
                .AddHttpClient("console-connect")
                .ConfigurePrimaryHttpMessageHandler(world.CreateHandler)));
        using var customer = shop.CreateClient();

        using var ordered = await customer.PostAsync("/orders", null, Stop);
        var order = await ordered.Content.ReadAsStringAsync(Stop);
        await world.Clock.AdvanceUntilAsync(
            EmulatorMachines.PortOrders, order, EmulatorStates.PortOrders.Done, cancellationToken: Stop);

        Assert.Equal("done", await customer.GetStringAsync($"/orders/{order}", Stop));
    }
}
