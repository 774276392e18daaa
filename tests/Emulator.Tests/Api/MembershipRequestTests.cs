using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Users ask to join companies, companies ask users (000:1867-2355).</summary>
public sealed class MembershipRequestTests
{
    private const string Requests = "/api/membership-requests";

    [Fact]
    public async Task A_request_is_seen_from_both_sides_until_it_is_accepted()
    {
        await using var emulator = new EmulatorUnderTest();
        var rosa = await emulator.LoggedIn("rosa@example.com");
        var stan = await emulator.Stan();
        (await rosa.Put($"{Requests}/acme")).MustBeOk();
        var own = (await rosa.Get(Requests)).MustBeOk();
        Assert.Equal("Acme", Assert.Single(own["results"]!.AsArray())!["username"]!.GetValue<string>());
        var link = (await Open(stan, "Acme"))["linkUserCompany"]!["58afc0479430ab7f3666b971"]!;
        Assert.Equal("INACTIVE", link["state"]!.GetValue<string>());
        Assert.Equal("[\"USER\"]", link["roles"]!.ToJsonString());
        Assert.Equal("[]", link["roleIds"]!.ToJsonString());
        (await rosa.Get("/api/company/Acme/ports/orders")).MustRefuse(401);
        (await stan.Put($"{Requests}/Acme/accept/rosa")).MustBeOk();
        Assert.Empty((await rosa.Get(Requests)).MustBeOk()["results"]!.AsArray());
        Assert.DoesNotContain("rosa", Usernames(await Open(stan, "Acme")));
        Assert.Equal(
            "ACTIVE",
            (await rosa.Get("/api/auth/token"))["linkUserCompany"]!["557679e2c2e6a1b4d7756472"]![
                "state"
            ]!.GetValue<string>());
        Assert.Single(await emulator.Letters("MembershipRequest", "stan@example.com"));
        Assert.Equal(
            "You are a member of Acme",
            Assert.Single(await emulator.Letters("MembershipAccepted", "rosa@example.com"))[
                "subject"
            ]!.GetValue<string>());
        (await stan.Put($"{Requests}/Acme/accept/rosa")).MustBeOk();
    }

    [Fact]
    public async Task Declined_by_the_company_a_user_can_not_ask_again_but_be_invited()
    {
        await using var emulator = new EmulatorUnderTest();
        var rosa = await emulator.LoggedIn("rosa@example.com");
        var stan = await emulator.Stan();
        (await rosa.Put($"{Requests}/Acme")).MustBeOk();
        (await stan.Put($"{Requests}/Acme/deny/rosa")).MustBeOk();
        (await rosa.Put($"{Requests}/Acme")).MustRefuse(409, "A user can not request to join a company once they "
            + "have been declined by that company");
        (await rosa.Put($"{Requests}/Acme/accept")).MustRefuse(409);
        Assert.Single(await emulator.Letters("MembershipDenied", "rosa@example.com"));
        (await stan.Put($"{Requests}/Acme/invite/rosa")).MustBeOk();
        (await rosa.Put($"{Requests}/Acme/accept")).MustBeOk();
        Assert.Single(await emulator.Letters("MemberJoined", "stan@example.com"));
    }

    [Fact]
    public async Task A_user_takes_a_request_back_and_may_ask_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var rosa = await emulator.LoggedIn("rosa@example.com");
        (await rosa.Put($"{Requests}/Acme/cancel")).MustRefuse(404, "A membership request can not be found for the "
            + "given company");
        (await rosa.Put($"{Requests}/Acme")).MustBeOk();
        (await rosa.Put($"{Requests}/Acme")).MustRefuse(409, "The membership can not be requested while its status "
            + "is INACTIVE");
        (await rosa.Put($"{Requests}/Acme/accept")).MustRefuse(409, "The membership can not be accepted while its "
            + "status is INACTIVE");
        (await rosa.Put($"{Requests}/Acme/cancel")).MustBeOk();
        (await rosa.Put($"{Requests}/Acme/cancel")).MustRefuse(409);
        (await rosa.Put($"{Requests}/Acme")).MustBeOk();
        (await rosa.Put($"{Requests}/nowhere")).MustRefuse(404, "A company can not be found with the given id");
    }

    [Fact]
    public async Task A_user_declines_an_invite_and_may_still_ask()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put($"{Requests}/CompanyB/deny")).MustBeOk();
        (await stan.Put($"{Requests}/CompanyB/accept")).MustRefuse(409);
        (await stan.Put($"{Requests}/CompanyB")).MustBeOk();
        Assert.Contains("stan", Usernames(await Open(await emulator.LoggedIn("zakary@example.com"), "CompanyB")));
    }

    [Fact]
    public async Task An_invite_by_mail_to_a_user_gives_its_roles_when_accepted()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var rosa = await emulator.LoggedIn("rosa@example.com");
        (
            await stan.Put(
                "/admin/membership-requests/Acme/invite",
                """{"invites":[{"email":"ROSA@example.com","message":"Please join!","roles":["NETWORKVIEW","USER"]}]}"""
            )
        ).MustBeOk();
        var letter = Assert.Single(await emulator.Letters("MembershipInvite", "rosa@example.com"));
        Assert.Equal(
            "Acme invites you to join as Network Viewer, Company Member: Please join!",
            letter["text"]!.GetValue<string>());
        Assert.Equal("PUT /api/admin/membership-requests/Acme/invite", letter["causedBy"]!.GetValue<string>());
        var id = (await Open(stan, "Acme"))["linkUserCompany"]!["58afc0479430ab7f3666b971"]!["id"]!.GetValue<string>();
        (await stan.Post($"{Requests}/Acme/invite/{id}", """{"roles":["NETWORKCONTROL"]}""")).MustBeOk();
        (await stan.Put($"{Requests}/Acme/accept/rosa")).MustRefuse(409);
        (await rosa.Put($"{Requests}/Acme/accept")).MustBeOk();
        Assert.Contains(
            "rosa",
            Usernames((await stan.Get("/company/Acme/memberships?role=NETWORKCONTROL")).MustBeOk()));
        (await stan.Post($"{Requests}/Acme/invite/{id}", """{"roles":["USER"]}""")).MustRefuse(
            409,
            "The membership can not be updated while its status is ACTIVE");
        (
            await stan.Put("/admin/membership-requests/Acme/invite", """{"invites":[{"email":"rosa@example.com"}]}""")
        ).MustRefuse(409, "The membership can not be requested while its status is ACTIVE");
    }

    [Fact]
    public async Task An_invite_by_mail_to_a_stranger_makes_them_a_member_when_they_register_with_its_token()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put(
                "/admin/membership-requests/Acme/invite",
                """
                {"invites":[{"name":"Test User","email":"test@example.org","message":"Please join our company!",
                "roles":["NETWORKVIEW"]}]}
                """
            )
        ).MustBeOk();
        var invited = Assert.Single((await Open(stan, "Acme"))["invites"]!.AsArray())!;
        Assert.Equal("test@example.org", invited["email"]!.GetValue<string>());
        (
            await stan.Post(
                $"{Requests}/Acme/invite/{invited["id"]!.GetValue<string>()}",
                """{"roles":["NETWORKCONTROL"]}"""
            )
        ).MustBeOk();
        var token = await emulator.TokenTo("test@example.org", "Invitation");
        Assert.Equal("Acme", (await emulator.Nobody().Get($"/api/invite/token/{token}")).MustBeOk().TextOf("company"));
        var account = (
            await emulator
                .Nobody()
                .Put(
                    "/api/user",
                    $$"""
                    {"email":"other@example.org","password":"Password1","name":"Test User",
                    "invitationToken":"{{token}}"}
                    """
                )
        ).MustBeOk();
        Assert.Equal(
            "NETWORKCONTROL",
            account["linkUserCompany"]!["557679e2c2e6a1b4d7756472"]!["roles"]![0]!.GetValue<string>());
        (await emulator.With(account.TextOf("token")).Get("/api/company/Acme/ports/orders")).MustBeOk();
        Assert.Equal(
            "Test User has joined Acme",
            Assert.Single(await emulator.Letters("MemberJoined", "stan@example.com"))["subject"]!.GetValue<string>());
        Assert.Empty((await Open(stan, "Acme"))["invites"]!.AsArray());
    }

    [Fact]
    public async Task A_stranger_who_registers_without_the_token_has_an_invite_to_answer()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.Stan()).Put(
                "/admin/membership-requests/Acme/invite",
                """{"invites":[{"email":"test@example.org","roles":["NETWORKVIEW"]}]}"""
            )
        ).MustBeOk();
        var account = (
            await emulator
                .Nobody()
                .Put("/api/user", """{"email":"test@example.org","password":"Password1","name":"Test User"}""")
        ).MustBeOk();
        var test = emulator.With(account.TextOf("token"));
        (await test.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
        Assert.Equal(["Acme"], Usernames((await test.Get(Requests)).MustBeOk()));
        (await test.Put($"{Requests}/Acme/accept")).MustBeOk();
        (await test.Get("/api/company/Acme/ports/orders")).MustBeOk();
    }

    [Fact]
    public async Task An_invite_is_taken_back_by_its_id_and_its_token_is_no_good_then()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        const string ByMail = $"{Requests}/acmeinc/invites/675a21d2c2e6a1b4d7b3e0b5";
        (await meg.Put(ByMail + "/accept")).MustRefuse(409, "The invitation can not be accepted while its status is "
            + "SENT");
        (await meg.Put(ByMail + "/dance")).MustRefuse(404);
        (await meg.Delete(ByMail)).MustBeOk();
        (
            await emulator
                .Nobody()
                .Get("/api/invite/token/7e52f1a0c96b4d83e0a7159cd2f86b340d9e1c75af28643b5e07d1b9c4a6f082")
        ).MustRefuse(404);
        (await meg.Delete(ByMail)).MustRefuse(409);
        const string OfMax = $"{Requests}/acmeinc/invites/675a0d91c2e6a1b4d7b3e0a4";
        (await meg.Put(OfMax + "/deny")).MustRefuse(409);
        (await meg.Put(OfMax + "/cancel")).MustBeOk();
        (await (await emulator.LoggedIn("max@example.com")).Put($"{Requests}/acmeinc/accept")).MustRefuse(409);
        (await meg.Delete($"{Requests}/acmeinc/invites/none")).MustRefuse(
            404,
            "An invite can not be found with the " + "given id");
        (await meg.Delete($"{Requests}/exampleco/invites/675a0c44c2e6a1b4d7b3e0a3")).MustRefuse(
            404,
            "An invite can not be found with the given id");
    }

    [Fact]
    public async Task A_request_is_answered_by_its_id()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        const string OfVera = $"{Requests}/acmeinc/invites/675a0c44c2e6a1b4d7b3e0a3";
        (await meg.Put(OfVera + "/cancel")).MustRefuse(409);
        (await meg.Put(OfVera + "/dance")).MustRefuse(404);
        (await meg.Put(OfVera + "/deny")).MustBeOk();
        (await (await emulator.LoggedIn("vera@example.com")).Put($"{Requests}/acmeinc")).MustRefuse(409);
        (await meg.Put(OfVera + "/accept")).MustBeOk();
        Assert.Contains("vera", Usernames((await meg.Get("/company/acmeinc/memberships")).MustBeOk()));
    }

    [Fact]
    public async Task Where_both_want_it_the_user_is_a_member_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put($"{Requests}/CompanyB")).MustBeOk();
        Assert.Contains(
            "stan",
            Usernames((await stan.Get("/company/CompanyB/memberships?role=NETWORKVIEW")).MustBeOk()));
        (
            await stan.Put(
                "/admin/membership-requests/Acme/invite",
                """{"invites":[{"email":"ned@harbourlight.example","roles":["NETWORKVIEW"]}]}"""
            )
        ).MustBeOk();
        Assert.Contains("ned", Usernames((await stan.Get("/company/Acme/memberships?role=NETWORKVIEW")).MustBeOk()));
    }

    [Theory]
    [InlineData(
        """{"invites":[{"email":"a@example.com"},{"email":"nobody"}]}""",
        "The request/invites/1/email must match format \"email\""
    )]
    [InlineData(
        """{"invites":[{"email":"a@example.com"},{"name":"B"}]}""",
        "The request/invites/1 must have required property 'email'"
    )]
    [InlineData(
        """{"invites":[{"email":"a@example.com","roles":["KING"]}]}""",
        "The request/invites/0/roles/0 must be equal to one of the allowed values"
    )]
    [InlineData(
        """{"invites":[{"email":"a@example.com","roles":"USER"}]}""",
        "The request/invites/0/roles must be array"
    )]
    [InlineData("""{"invites":{}}""", "The request/invites must be array")]
    [InlineData("{}", "The request must have required property 'invites'")]
    public async Task With_one_bad_invite_nobody_is_invited(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Put("/admin/membership-requests/Acme/invite", body)).MustRefuse(400, message);
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task With_one_member_among_them_nobody_is_invited()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put(
                "/admin/membership-requests/Acme/invite",
                """{"invites":[{"email":"a@example.com"},{"email":"vera@example.com"}]}"""
            )
        ).MustRefuse(409);
        Assert.Empty((await Open(stan, "Acme"))["invites"]!.AsArray());
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task Who_is_invited_twice_has_one_open_invitation_the_newer_one()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put(
                "/admin/membership-requests/Acme/invite",
                """{"invites":[{"email":"a@example.com"},{"email":"A@example.com","roles":["NETWORKVIEW"]}]}"""
            )
        ).MustBeOk();
        var first = (await emulator.Letters("Invitation", "a@example.com"))[0]["token"]!.GetValue<string>();
        Assert.Equal(
            "[\"NETWORKVIEW\"]",
            Assert.Single((await Open(stan, "Acme"))["invites"]!.AsArray())!["roles"]!.ToJsonString());
        (await emulator.Nobody().Get($"/api/invite/token/{first}")).MustRefuse(404);
    }

    [Theory]
    [InlineData("GET", $"{Requests}/Acme", null)]
    [InlineData("PUT", "/admin/membership-requests/Acme/invite", """{"invites":[]}""")]
    [InlineData("POST", $"{Requests}/Acme/invite/675a1246c2e6a1b4d7b3e0a6", """{"roles":["USER"]}""")]
    [InlineData("PUT", $"{Requests}/Acme/invite/meg", null)]
    [InlineData("PUT", $"{Requests}/Acme/accept/ned", null)]
    [InlineData("DELETE", $"{Requests}/Acme/invites/675a1246c2e6a1b4d7b3e0a6", null)]
    [InlineData("PUT", $"{Requests}/Acme/invites/675a1180c2e6a1b4d7b3e0a5/accept", null)]
    public async Task Only_members_with_user_moderation_answer_for_the_company(string method, string path, string? body)
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var email in new[] { "user@example.com", "vera@example.com", "max@example.com", "meg@example.com" })
        {
            (await (await emulator.LoggedIn(email)).Send(new HttpMethod(method), path, body)).MustRefuse(
                401,
                "Access denied");
        }

        (await (await emulator.Stan()).Send(new HttpMethod(method), path, body)).MustBeOk();
    }

    [Fact]
    public async Task Answering_a_user_who_never_asked_or_an_unknown_action_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put($"{Requests}/Acme/accept/joe")).MustRefuse(404, "A membership request can not be found for "
            + "the given company");
        (await stan.Put($"{Requests}/Acme/accept/nobody")).MustRefuse(404, "A user can not be found with the given "
            + "username");
        (await stan.Put($"{Requests}/Acme/dance/ned")).MustRefuse(404);
        (await stan.Put($"{Requests}/Acme/cancel/ned")).MustRefuse(409);
        (await stan.Put($"{Requests}/Acme/deny/vera")).MustRefuse(409);
        (await stan.Put($"{Requests}/Acme/deny/giles")).MustRefuse(409);
        (await stan.Put($"{Requests}/Acme/cancel/giles")).MustBeOk();
    }

    [Fact]
    public async Task Of_an_acceptance_and_a_denial_together_the_history_tells_one_way_there()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(number =>
                    stan.Put(number % 2 == 0 ? $"{Requests}/Acme/accept/ned" : $"{Requests}/Acme/deny/ned")));
        var history = (
            await emulator.Nobody().Get("/__admin/workflows/memberships/675a1180c2e6a1b4d7b3e0a5")
        ).MustBeOk();
        Assert.Contains(history.TextOf("state"), new[] { "ACTIVE", "DENIED" });
        var moves = history["history"]!
            .AsArray()
            .Skip(1)
            .Select(move => (From: move!["from"]!.GetValue<string>(), To: move["to"]!.GetValue<string>()))
            .ToList();
        Assert.All(moves.Zip(moves.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.InRange(moves.Count, 1, 3);
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Keyholders_who_switched_a_letter_off_do_not_get_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Post("/api/user/stan", """{"settings":{"alertMeWhenJoinCompanyRequest":{"option":false}}}""")
        ).MustBeOk();
        (await (await emulator.LoggedIn("rosa@example.com")).Put($"{Requests}/Acme")).MustBeOk();
        Assert.Equal(0, await emulator.Count());
    }

    private static async Task<JsonNode> Open(Client client, string company) =>
        (await client.Get($"{Requests}/{company}")).MustBeOk().Json;

    private static IEnumerable<string> Usernames(Answer page) => Usernames(page.Json);

    private static IEnumerable<string> Usernames(JsonNode page) =>
        page["results"]!.AsArray().Select(result => result!["username"]!.GetValue<string>());
}
