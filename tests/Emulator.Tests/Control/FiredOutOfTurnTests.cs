using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// Any legal move may be fired from outside, at the oddest moment: what the service does later copes with it, and the
/// sandbox goes on.
/// </summary>
public sealed class FiredOutOfTurnTests
{
    private const string Orders = "/api/company/Acme/ports/orders";

    /// <summary>A port follows its order until it is delivered.</summary>
    [Theory]
    [InlineData("Activate", 409)]
    [InlineData("Abandon", 409)]
    [InlineData("Allocate", 200)]
    public async Task A_port_is_neither_put_into_service_nor_given_up_before_its_order_is_done(
        string trigger,
        int status)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var (order, port) = await Order(emulator, stan);
        Assert.Equal(status, (int)(await Fire(emulator, "ports", port, trigger)).Status);
        await emulator.Pass(60);
        Assert.Equal("done", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
        Assert.Equal("ACTIVE", (await stan.Get($"/api/company/Acme/ports/{port}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task A_port_that_is_ready_goes_when_its_order_is_cancelled()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var (order, port) = await Order(emulator, stan);
        (await Fire(emulator, "ports", port, "Allocate")).MustBeOk();
        (await stan.Post($"{Orders}/{order}/cancel")).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("cancelled", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
        Assert.Equal(
            "DELETED",
            (await emulator.Nobody().Get($"/__admin/workflows/ports/{port}")).MustBeOk().TextOf("state"));
    }

    /// <summary>It would reserve a bandwidth that nobody has looked for again.</summary>
    [Fact]
    public async Task An_old_proposal_does_not_come_back_by_itself()
    {
        await using var emulator = new EmulatorUnderTest();
        var company1 = await emulator.Stan();
        const string Change = "/api/company/company1/connections/58afc0499430ab7f3666b990/change";
        (await company1.Delete(Change)).MustBeOk();
        (await Fire(emulator, "change-requests", "58afc0499430ab7f3666b990", "Propose")).MustRefuse(409);
        (await company1.Put(Change, """{"speed":150}""")).MustBeOk();
    }

    [Fact]
    public async Task What_is_gone_has_no_other_speed()
    {
        await using var emulator = new EmulatorUnderTest();
        var company1 = await emulator.Stan();
        const string Connection = "/api/company/company1/connections/58afc0499430ab7f3666b990";
        (await company1.Delete(Connection)).MustBeOk();
        (await company1.Put($"{Connection}/change/approve")).MustRefuse(409, "The connection can not be changed "
            + "while its status is DELETING");
        (await company1.Delete($"{Connection}/change")).MustRefuse(409);
    }

    private static async Task<(string Order, string Port)> Order(EmulatorUnderTest emulator, Client stan)
    {
        var order = (
            await stan.Put(
                Orders,
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            ))
            .MustBeOk()
            .TextOf("id");
        var kinds = (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/now")).MustBeOk()["kinds"]!.AsArray();
        return (order, Ids(kinds, "ports").Single());
    }

    private static IEnumerable<string> Ids(JsonArray kinds, string kind) =>
        kinds.Single(one => one!["kind"]!.GetValue<string>() == kind)!["added"]!
            .AsArray()
            .Select(added => added!["id"]!.GetValue<string>());

    private static Task<Answer> Fire(EmulatorUnderTest emulator, string machine, string id, string trigger) =>
        emulator.Nobody().Post($"/__admin/workflows/{machine}/{id}/fire", $$"""{"trigger":"{{trigger}}"}""");
}
