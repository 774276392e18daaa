using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>
/// A company that has agreed to nothing, in a sandbox that requires it: it agrees, orders, has trouble with what it
/// ordered, and asks Support, over HTTP alone.
/// </summary>
public sealed class AgreeOrderAskForHelp
{
    private const string Meridian = "/app-user/5cf63896c2e6a1b4d7e6a191";

    private const string Orders = "/api/company/meridian/ports/orders";

    private const string Order =
        """{"dataCenterFacility":"equinix-am3","speed":1000,"portName":"Annex","paymentType":"invoice"}""";

    [Fact]
    public async Task A_company_agrees_orders_a_port_and_has_its_trouble_with_it_solved()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Put("/__admin/agreements", """{"required":["CONSOLE_PORT_SERVICE_TERMS"]}""")).MustBeOk();
        (await admin.Put("/__admin/progression/support-tickets", """{"progression":"manual"}""")).MustBeOk();
        var daan = emulator.With("key-daan");

        // Nothing is ordered before the terms are agreed to.
        (await daan.Put(Orders, Order)).MustRefuse(401, "You are not authorized to do that.");
        (await daan.Post($"{Meridian}/agreements", """{"type":"CONSOLE_PORT_SERVICE_TERMS"}""")).MustBeOk();
        var order = (await daan.Put(Orders, Order)).MustBeOk().TextOf("id");
        await Reaches(admin, "port-orders", order, "done");
        var port = (await daan.Get($"{Orders}/{order}")).MustBeOk().TextOf("createdPortId");
        await Reaches(admin, "ports", port, "ACTIVE");

        // Its link goes down: a ticket about the service, which the list of services names.
        (await admin.Post($"/__admin/ports/{port}", """{"linkState":"DOWN"}""")).MustBeOk();
        var services = (await daan.Get("/v2/support-tickets/services")).MustBeOk().Json.AsArray();
        var service = services.Single(one => one!["value"]!.GetValue<string>() == port)!;
        Assert.Equal(("Port", "Annex"), (
            service["type"]!.GetValue<string>(), service["label"]!.GetValue<string>()));
        var ticket = (await daan.Post(
            "/v2/support-tickets",
            $$"""
            {"name":"Annex is down","description":"No light since noon.","issueType":"Circuit Down",
            "service":{"type":"Port","id":"{{port}}"} }
            """)).MustBeOk().TextOf("id");
        Assert.Single(await emulator.Letters("SupportTicket", "support@consoleconnect.com"));

        // Support works on it, both sides write notes, and it is closed.
        await Fires(admin, ticket, "Start");
        (await daan.Post($"/v2/support-tickets/{ticket}/addNote", """{"noteText":"We moved a rack."}""")).MustBeOk();
        (await admin.Post(
            $"/__admin/support-tickets/{ticket}/notes", """{"noteText":"A patch was pulled; it is back."}"""))
            .MustBeOk();
        (await admin.Post($"/__admin/ports/{port}", """{"linkState":"UP"}""")).MustBeOk();
        await Fires(admin, ticket, "Resolve");
        await Fires(admin, ticket, "Close");
        var closed = (await daan.Get($"/v2/support-tickets/{ticket}")).MustBeOk();
        Assert.Equal("Closed", closed.TextOf("status"));
        Assert.Equal(
            ["No light since noon.", "We moved a rack.", "A patch was pulled; it is back."],
            closed["notes"]!.AsArray()
                .Where(note => note!["@type"]!.GetValue<string>() == "worklog")
                .Select(note => note!["text"]!.GetValue<string>()));
        Assert.Equal(2, (await emulator.Letters("SupportNote", "daan@meridian.example")).Count
            + (await emulator.Letters("SupportNote", "support@consoleconnect.com")).Count);
        Assert.Empty((await daan.Get("/v2/support-tickets?status=open")).MustBeOk().Json.AsArray());
    }

    private static async Task Fires(Client admin, string ticket, string trigger) =>
        (await admin.Post(
            $"/__admin/workflows/support-tickets/{ticket}/fire", $$"""{"trigger":"{{trigger}}"}""")).MustBeOk();

    private static async Task Reaches(Client admin, string machine, string id, string state) =>
        (await admin.Post(
            "/__admin/clock/advance-until",
            $$"""{"machine":"{{machine}}","id":"{{id}}","state":"{{state}}"}""")).MustBeOk();
}
