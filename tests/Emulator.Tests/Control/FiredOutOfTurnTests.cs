using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>Any legal move may be fired from outside, at the oddest moment: what the service does later copes with it, and the sandbox goes on.</summary>
public sealed class FiredOutOfTurnTests
{
    private const string Orders = "/api/company/Acme/ports/orders";

    [Theory]
    [InlineData("Activate")]
    [InlineData("Abandon")]
    [InlineData("Allocate")]
    public async Task A_port_that_was_moved_before_its_order_is_done_holds_nothing_up(string trigger)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var (order, port) = await Order(emulator, stan);
        (await Fire(emulator, "ports", port, trigger)).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("done", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
        (await stan.Get("/api/company/Acme/ports")).MustBeOk();
    }

    [Theory]
    [InlineData("Activate")]
    [InlineData("Abandon")]
    [InlineData("Allocate")]
    public async Task A_port_that_was_moved_before_its_order_is_cancelled_holds_nothing_up(string trigger)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var (order, port) = await Order(emulator, stan);
        (await Fire(emulator, "ports", port, trigger)).MustBeOk();
        (await stan.Post($"{Orders}/{order}/cancel")).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("cancelled", (await stan.Get($"{Orders}/{order}")).MustBeOk().TextOf("status"));
    }

    private static async Task<(string Order, string Port)> Order(EmulatorUnderTest emulator, Client stan)
    {
        var order = (await stan.Put(Orders, """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}""")).MustBeOk().TextOf("id");
        var kinds = (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/now")).MustBeOk()["kinds"]!.AsArray();
        return (order, Ids(kinds, "ports").Single());
    }

    private static IEnumerable<string> Ids(JsonArray kinds, string kind) =>
        kinds.Single(one => one!["kind"]!.GetValue<string>() == kind)!["added"]!.AsArray().Select(added => added!["id"]!.GetValue<string>());

    private static Task<Answer> Fire(EmulatorUnderTest emulator, string machine, string id, string trigger) =>
        emulator.Nobody().Post($"/__admin/workflows/{machine}/{id}/fire", $$"""{"trigger":"{{trigger}}"}""");
}
