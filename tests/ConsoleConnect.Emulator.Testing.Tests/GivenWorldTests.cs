using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>What a test is given: a world in a few lines, with handles by the names that it gives.</summary>
public sealed class GivenWorldTests
{
    [Fact]
    public async Task A_test_is_given_what_it_needs_orders_advances_and_verifies()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync();
        await using var world = await emulator.NewSandboxAsync();
        var given = await world.Given(w => w
            .Company("buyer").WithPort("hk", metro: "Hong Kong", speed: 10_000).World
            .Company("seller").WithUser("ann", "ADMIN").WithUser("bob", "NETWORKVIEW").WithPort("sg", "Singapore").World
            .Connection("link", "hk", "sg", speed: 200, state: "DISABLED")
            .Request("wanted", "hk", toCompany: "seller", metro: "Singapore"));
        var buyer = world.CreateClient(given.Company("buyer").Token);
        using var ordered = await buyer.PutAsJsonAsync(
            "/api/company/buyer/ports/orders",
            new { dataCenterFacility = "equinix-sg1", speed = 1000, portName = "P", paymentType = "invoice" });
        var order = (await ordered.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
        await world.Clock.AdvanceUntilAsync("port-orders", order, "done");
        await world.Journal.VerifyAsync(
            new() { Method = "PUT", Path = "/api/company/buyer/ports/orders" }, exactly: 1);

        var port = await buyer.GetFromJsonAsync<JsonNode>(
            $"/api/company/buyer/ports/{given.Company("buyer").Port("hk").Id}");
        Assert.Equal("ACTIVE", port!["status"]!.GetValue<string>());
        Assert.Equal("DISABLED", given.Connection("link").State);
        Assert.Equal("PENDING", given.Connection("wanted").State);
        var link = await world.Workflows.ShowAsync(given.Connection("link").StateMachine, given.Connection("link").Id);
        Assert.Equal("DISABLED", link.State);
        using var refused = await world.CreateClient(given.Company("seller").User("bob").Key).PostAsJsonAsync(
            $"/api/company/seller/ports/{given.Company("seller").Port("sg").Id}", new { name = "Mine" });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task SIM_cards_peerings_invitations_and_flexes_have_handles_too()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync();
        await using var world = await emulator.NewSandboxAsync();
        var given = await world.Given(w => w
            .Company("buyer")
            .WithPort("hk", metro: "Hong Kong", speed: 10_000).WithPort("ld", metro: "London", speed: 10_000)
            .WithService("net", port: "hk").WithFlex("net", "more", bandwidth: 200)
            .WithInvitation("carl", email: "carl@example.org", roles: "NETWORKVIEW")
            .WithSimPool("vans", cards: 2, sims: [("one", null), ("two", "PAUSED")])
            .WithSimOrder("more", cards: 5, pool: "vans", state: "PROCESSED").World
            .Connection("line", "hk", "ld", speed: 100).Flex("line", "up", bandwidth: 300)
            .Request("azure", "ld", toCompany: "AZURE").Peering("azure", "private", vlan: 77, state: "PENDING"));
        var buyer = given.Company("buyer");
        var client = world.CreateClient(buyer.Token);
        Assert.Equal("SUCCESS", buyer.Service("net").Flex("more").State);
        Assert.Equal("SUCCESS", given.Connection("line").Flex("up").State);
        Assert.Equal("PENDING", given.Connection("azure").Peering("private").State);
        var token = await client.GetFromJsonAsync<JsonNode>($"/api/invite/token/{buyer.Invitation("carl").Token}");
        Assert.Equal("carl@example.org", token!["email"]!.GetValue<string>());
        var sims = await client.GetFromJsonAsync<JsonArray>($"/app-user/{buyer.Id}/iot-sims-cache");
        Assert.Equal(9, sims!.Count);
        Assert.All(
            sims, sim => Assert.Equal(buyer.SimPool("vans").Id, sim!["iotSimPoolId"]!.GetValue<string>()));
        Assert.Contains(
            sims, sim => sim!["imsi"]!.GetValue<string>() == buyer.SimPool("vans").Sim("two").Imsi
                && sim["status"]!.GetValue<string>() == "PAUSED");
        Assert.Equal(
            ("PROCESSED", buyer.SimPool("vans").Id), (buyer.SimOrder("more").State, buyer.SimOrder("more").PoolId));
        Assert.NotEmpty(buyer.SimPool("vans").OrderId);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_place()
    {
        await using var emulator = await ConsoleConnectEmulator.StartAsync();
        var refused = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            emulator.Given(w => w.Company("buyer").WithPort("hk", metro: "Hongkong")));
        Assert.Contains("companies.buyer.ports.hk.metro", refused.Message, StringComparison.Ordinal);
        var given = await emulator.Given(w => w.Company("buyer"));
        Assert.Throws<KeyNotFoundException>(() => given.Company("buyer").Port("hk"));
    }
}
