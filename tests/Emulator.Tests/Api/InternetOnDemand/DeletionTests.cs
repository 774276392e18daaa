using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>Deleting a service: what keeps it, and what goes back.</summary>
public sealed class DeletionTests
{
    private const string InContract = "Unable to delete IO-D Service as it is still in contract. Please email "
        + "support@consoleconnect.com to request any changes";

    [Fact]
    public async Task A_service_is_kept_as_long_as_its_contract_runs()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = (await joe.Provision(IodWorld.Order())).MustBeOk().TextOf("id");
        (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(400, InContract);
        await emulator.Pass(1);
        var refused = (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(400, InContract);
        Assert.Contains("2026-03-02T12:00:01.000Z", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        await emulator.Pass(86_400 - 1);
        (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(400, InContract);
        await emulator.Pass(1);
        (await joe.Delete($"/v2/gia-services/{id}")).MustBeOk();
        Assert.Equal("DELETING", (await joe.Service(id)).MustBeOk().TextOf("status"));
        (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(409, "The IO-D service can not be deleted while its "
            + "status is DELETING");
        await emulator.Pass(1);
        (await joe.Service(id)).MustRefuse(404, $"GiaService not found: {id}");
        (await joe.Delete($"/v2/gia-services/{id}")).MustRefuse(404);
        Assert.DoesNotContain(id, (await joe.Get(IodWorld.Company + "/gia-services")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_failed_before_it_ever_was_in_service_can_go_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = (await joe.Provision(IodWorld.Order())).MustBeOk().TextOf("id");
        (
            await emulator.Nobody().Post($"/__admin/workflows/iod-services/{id}/fire", """{"trigger":"Fail"}""")
        ).MustBeOk();
        (await joe.Delete($"/v2/gia-services/{id}")).MustBeOk();
        var other = await emulator.Active(IodWorld.Order());
        (
            await emulator.Nobody().Post($"/__admin/workflows/iod-services/{other}/fire", """{"trigger":"Fail"}""")
        ).MustBeOk();
        (await joe.Delete($"/v2/gia-services/{other}")).MustRefuse(400, InContract);
    }

    [Fact]
    public async Task One_that_is_billed_by_hand_is_kept()
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await emulator.Active(IodWorld.Order().With("billingtype", "bespoke"));
        await emulator.Pass(100_000);
        (await emulator.With("key-joe").Delete($"/v2/gia-services/{id}"))
            .MustRefuse(400, "Unable to delete IO-D Service. This is a manually billed IO-D Service, please email "
                + "support@consoleconnect.com to request any changes");
    }

    [Fact]
    public async Task What_a_service_had_is_its_own_until_it_is_gone_and_then_anybodys()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var order = IodWorld
            .Order()
            .With("vlanId", 777)
            .With("enableIpv6", true)
            .With("ipv6Block", 48)
            .With("ipblock", 28)
            .With("privateAsnAutoAssign", false)
            .With("privateAsnRequested", 4200000077);
        var (before, given) = (await joe.Capacity(IodWorld.London), await emulator.GivenBlocks());
        var first = (await joe.Provision(order)).MustBeOk();
        var held = await emulator.GivenBlocks();
        Assert.Equal(given["ipv4 linknet"] + 1, held["ipv4 linknet"]);
        Assert.Equal(given["ipv4 customer"] + 4, held["ipv4 customer"]);
        Assert.Equal(given["ipv6 linknet"] + 1, held["ipv6 linknet"]);
        Assert.Equal(given["ipv6 customer"] + 1, held["ipv6 customer"]);
        await emulator.Pass(86_401);
        (await joe.Delete($"/v2/gia-services/{first.TextOf("id")}")).MustBeOk();
        Assert.Equal(before.Utilised + 100, (await joe.Capacity(IodWorld.London)).Utilised);
        Assert.Equal(held, await emulator.GivenBlocks());
        (await joe.Provision(order)).MustRefuse(409, "VLAN 777 is already in use on the port");
        await emulator.Pass(1);
        Assert.Equal(before, await joe.Capacity(IodWorld.London));
        Assert.Equal(given, await emulator.GivenBlocks());
        var second = (await joe.Provision(order)).MustBeOk();
        foreach (var member in new[] { "customerRouterIpv4", "customerRouterIpv6" })
        {
            Assert.Equal(first.TextOf(member), second.TextOf(member));
        }
    }
}
