using Emulator.Tests.Api.Pricing;
using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>
/// What something would cost, what it needs agreeing to, what it is charged once ordered, what more of it costs for a
/// while, and whom to ask when it disappoints: over HTTP alone.
/// </summary>
public sealed class PriceOrderFlexAskForHelp
{
    private const string Meridian = "5cf63896c2e6a1b4d7e6a191";
    private const string Amsterdam = "5a8ba9efc2e6a1b4d70e7397";

    [Fact]
    public async Task A_company_prices_agrees_orders_flexes_and_has_its_ticket_closed()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Put(
            "/__admin/agreements", """{"required":["CONSOLE_PORT_SERVICE_TERMS","GIA_SERVICE"]}""")).MustBeOk();
        (await admin.Put("/__admin/progression/support-tickets", """{"progression":"manual"}""")).MustBeOk();
        var daan = emulator.With("key-daan");

        // A port: priced, agreed to, ordered, charged as priced.
        var priced = (await daan.Price(PriceWorld.Port(Amsterdam, 1000))).MustBeOk()["results"]![0]!;
        const string Order =
            """{"dataCenterFacility":"equinix-am3","speed":1000,"portName":"Annex","paymentType":"invoice"}""";
        (await daan.Put("/api/company/meridian/ports/orders", Order)).MustRefuse(401);
        await Agree(daan, "CONSOLE_PORT_SERVICE_TERMS");
        var order = (await daan.Put("/api/company/meridian/ports/orders", Order)).MustBeOk().TextOf("id");
        Assert.Equal(priced.Number("price"), (await emulator.Charge("meridian", order)).Number("amount"));
        await Reaches(admin, "port-orders", order, "done");
        var port = (await daan.Get($"/api/company/meridian/ports/orders/{order}")).MustBeOk().TextOf("createdPortId");
        await Reaches(admin, "ports", port, "ACTIVE");

        // The internet on it, the same.
        var internet = (await daan.Get($"/v2/pricing/gia/byCompanyAndPort?companyId={Meridian}&portId={port}"
            + "&bandwidth=40&durationValue=12&durationUnit=m")).MustBeOk();
        const string Services = $"/app-user/{Meridian}/gia-service";
        var wish = $$"""
            {"accessPortId":"{{port}}","duration":{"quantity":12,"unit":"m"},"enableIpv6":false,"ipblock":28,
            "name":"Annex internet","paymentType":"invoice","rateLimit":40,"type":"STATIC","defaultOriginate":false}
            """;
        (await daan.Post(Services, wish)).MustRefuse(401);
        await Agree(daan, "GIA_SERVICE");
        var service = (await daan.Post(Services, wish)).MustBeOk().TextOf("id");
        Assert.Equal(
            internet["contractTotals"]!.Number("giaCost"),
            (await emulator.Charge("meridian", service)).Number("total"));
        await Reaches(admin, "iod-services", service, "ACTIVE");

        // More of it for a while costs what that was said to.
        var more = (await daan.Get($"/v2/pricing/flex-iod/{service}?bandwidth=100")).MustBeOk();
        (await daan.Post($"{Services}/{service}/flex", """{"bandwidth":100}""")).MustBeOk();
        await emulator.Pass(3600);
        var history = (await daan.Get($"{Services}/{service}/flex/history")).MustBeOk();
        Assert.Equal(more.Json.Number("flexCharge"), history["active"]!.Number("rate"));

        // It disappoints: a ticket about it, which Support closes.
        var ticket = (await daan.Post(
            "/v2/support-tickets",
            $$"""
            {"name":"Annex internet is slow","description":"Half of what we flexed to.","issueType":"Slow Response",
            "service":{"type":"Internet on Demand","id":"{{service}}"} }
            """)).MustBeOk().TextOf("id");
        foreach (var trigger in new[] { "Start", "Resolve", "Close" })
        {
            (await admin.Post(
                $"/__admin/workflows/support-tickets/{ticket}/fire", $$"""{"trigger":"{{trigger}}"}""")).MustBeOk();
        }

        Assert.Equal("Closed", (await daan.Get($"/v2/support-tickets/{ticket}")).MustBeOk().TextOf("status"));
    }

    private static async Task Agree(Client client, string type) =>
        (await client.Post($"/app-user/{Meridian}/agreements", $$"""{"type":"{{type}}"}""")).MustBeOk();

    private static async Task Reaches(Client admin, string machine, string id, string state) =>
        (await admin.Post(
            "/__admin/clock/advance-until",
            $$"""{"machine":"{{machine}}","id":"{{id}}","state":"{{state}}"}""")).MustBeOk();
}
