using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Journeys;

/// <summary>
/// A stranger asks for an invitation, registers with the token from the outbox, asks to join a company, is accepted
/// with a role, uses the network API, loses the role and is refused. Over HTTP alone.
/// </summary>
public sealed class StrangerBecomesAMember
{
    [Fact]
    public async Task From_asking_for_an_invitation_to_being_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        var stan = await emulator.Stan();

        // The stranger asks, and the team approves.
        (
            await nobody.Put(
                "/api/invite/request",
                """{"firstName":"Nadia","lastName":"Rahman","email":"nadia@example.net","company":"Saltmarsh"}"""
            )
        ).MustBeOk();
        var waiting = (await nobody.Get("/__admin/invitations?status=REQUESTED")).MustBeOk()["invitations"]!
            .AsArray()
            .Single(invitation => invitation!["email"]?.GetValue<string>() == "nadia@example.net")!;
        (
            await nobody.Post(
                $"/__admin/workflows/invitations/{waiting["id"]!.GetValue<string>()}/fire",
                """{"trigger":"Approve"}"""
            )
        ).MustBeOk();

        // The token comes by mail; with it the stranger registers.
        var letter = (
            await nobody.Post("/__admin/outbox/wait", """{"to":"nadia@example.net","kind":"Invitation"}""")
        ).MustBeOk();
        var token = letter.TextOf("token");
        Assert.Equal(
            "Nadia",
            (await nobody.Get(new Uri(letter.TextOf("link")).AbsolutePath)).MustBeOk().TextOf("firstName"));
        var account = (
            await nobody.Put(
                "/api/user",
                $$"""
                {"email":"nadia@example.net","password":"Password1","name":"Nadia Rahman",
                "optIntoMarketingEmail":"false","invitationToken":"{{token}}"}
                """
            )
        ).MustBeOk();
        Assert.Empty(account["companies"]!.AsArray());
        var nadia = emulator.With(account.TextOf("token"));

        // She asks to join Acme, whose network she can't see yet.
        (await nadia.Put("/api/membership-requests/Acme")).MustBeOk();
        Assert.Equal(["Acme"], Usernames((await nadia.Get("/api/membership-requests")).MustBeOk().Json));
        (await nadia.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");

        // Stan is told, accepts, and makes her Network Admin.
        (
            await nobody.Post("/__admin/outbox/wait", """{"to":"stan@example.com","kind":"MembershipRequest"}""")
        ).MustBeOk();
        Assert.Contains("nadiarahman", Usernames((await stan.Get("/api/membership-requests/Acme")).MustBeOk().Json));
        (await stan.Put("/api/membership-requests/Acme/accept/nadiarahman")).MustBeOk();
        (await stan.Put("/company/Acme/memberships/nadiarahman/roles/NETWORKCONTROL")).MustBeOk();
        Assert.Contains(
            "nadiarahman",
            Usernames((await stan.Get("/company/Acme/memberships?role=NETWORKCONTROL")).MustBeOk().Json));

        // She works: a port, and a connection from another.
        var order = (
            await nadia.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Nadia's","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        await emulator.Pass(60);
        var done = (await nadia.Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}")).MustBeOk();
        Assert.Equal("done", done.TextOf("status"));
        var port = done.TextOf("portId");
        (
            await nadia.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"Nadia's","portId":"{{port}}","speed":100,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            )
        ).MustBeOk();

        // She loses the role, and is refused from the next request on.
        (await stan.Delete("/company/Acme/memberships/nadiarahman/roles/NETWORKCONTROL")).MustBeOk();
        var refused = (await nadia.Post($"/api/company/Acme/ports/{port}", """{"name":"Mine"}""")).MustRefuse(
            401,
            "Access denied");
        Assert.Equal("network:UpdatePort", refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        Assert.Equal(account.TextOf("id"), refused["error"]!["principalId"]!["id"]!.GetValue<string>());
        (await nadia.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
    }

    private static IEnumerable<string> Usernames(JsonNode page) =>
        page["results"]!.AsArray().Select(result => result!["username"]!.GetValue<string>());
}
