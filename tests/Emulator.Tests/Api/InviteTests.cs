using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Invitations to the platform (000:545-782).</summary>
public sealed class InviteTests
{
    private const string Asking =
        """{"firstName":"Nadia","lastName":"Rahman","email":"nadia@example.net","company":"Saltmarsh"}""";

    [Fact]
    public async Task A_strangers_request_waits_for_the_team_and_is_mailed_once_approved()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/api/invite/request", Asking)).MustBeOk();
        Assert.Equal(0, await emulator.Count());
        var waiting = await Waiting(emulator, "nadia@example.net");
        Assert.Equal("REQUEST", waiting["kind"]!.GetValue<string>());
        await emulator.Pass(3600);
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/invitations/{waiting["id"]!.GetValue<string>()}/fire",
                    """{"trigger":"Approve"}"""
                )
        ).MustBeOk();
        var token = await emulator.TokenTo("nadia@example.net", "Invitation");
        var invite = (await emulator.Nobody().Get($"/api/invite/token/{token}")).MustBeOk();
        Assert.Equal("Nadia", invite.TextOf("firstName"));
        Assert.Equal("Saltmarsh", invite.TextOf("company"));
        Assert.Equal("2026-03-01T12:00:00.000Z", invite.TextOf("createdAt"));
        Assert.Equal("2026-03-01T13:00:00.000Z", invite.TextOf("invitedAt"));
    }

    [Fact]
    public async Task A_declined_request_is_never_mailed_and_its_token_is_no_good()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/api/invite/request", Asking)).MustBeOk();
        var id = (await Waiting(emulator, "nadia@example.net"))["id"]!.GetValue<string>();
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/invitations/{id}/fire",
                    """{"trigger":"Decline","reason":"Unknown company"}"""
                )
        ).MustBeOk();
        (
            await emulator.Nobody().Post($"/__admin/workflows/invitations/{id}/fire", """{"trigger":"Approve"}""")
        ).MustRefuse(409);
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task The_token_of_a_request_that_waits_is_not_valid_yet()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator
                .Nobody()
                .Get("/api/invite/token/3f1d0c5be7a94826b0d7c1e4f58a9236704be1dc2f96a835e0417bd9c6f2a851")
        ).MustRefuse(404, "An invitation can not be found with the given token");
        (await emulator.Nobody().Get("/api/invite/token/unknown")).MustRefuse(
            404,
            "An invitation can not be found " + "with the given token");
    }

    [Fact]
    public async Task Users_invite_people_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        (
            await max.Put(
                "/api/invite/user",
                """
                [{"email":"bob@example.com","name":"Bob"},{"email":"ann@example.com","firstName":"Ann",
                "companyName":"Examples Are Us"}]
                """
            )
        ).MustBeOk();
        Assert.Equal(
            "Max Osei invites you to Console Connect",
            Assert.Single(await emulator.Letters("Invitation", "bob@example.com"))["subject"]!.GetValue<string>());
        var ann = (
            await emulator.Nobody().Get($"/api/invite/token/{await emulator.TokenTo("ann@example.com", "Invitation")}")
        ).MustBeOk();
        Assert.Equal("Examples Are Us", ann.TextOf("company"));
        (await max.Put("/api/invite/user", "[]")).MustBeOk();
        (await emulator.Nobody().Put("/api/invite/user", "[]")).MustRefuse(401);
    }

    [Theory]
    [InlineData(
        """[{"email":"bob@example.com"},{"email":"nobody"}]""",
        "The request/1/email must match format \"email\""
    )]
    [InlineData(
        """[{"email":"bob@example.com"},{"name":"Ann"}]""",
        "The request/1 must have required property 'email'"
    )]
    [InlineData("""[{"email":"bob@example.com"},7]""", "The request/1 must be object")]
    [InlineData("""{"email":"bob@example.com"}""", "The request must be array")]
    public async Task With_one_bad_element_nobody_is_invited(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Put("/api/invite/user", body)).MustRefuse(400, message);
        Assert.Equal(0, await emulator.Count());
    }

    [Theory]
    [InlineData("name", 1024)]
    [InlineData("firstName", 512)]
    [InlineData("lastName", 512)]
    [InlineData("companyName", 1024)]
    public async Task Names_are_as_long_as_documented_at_most(string member, int length)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put(
                "/api/invite/user",
                $$"""[{"email":"bob@example.com","{{member}}":"{{new string('x', length + 1)}}"}]""")
        ).MustRefuse(400, $"The request/0/{member} must NOT have more than {length} characters");
        (
            await stan.Put(
                "/api/invite/user",
                $$"""[{"email":"bob@example.com","{{member}}":"{{new string('x', length)}}"}]""")
        ).MustBeOk();
    }

    [Fact]
    public async Task Companies_worth_inviting_are_leads_for_the_team_and_nothing_is_sent()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await stan.Put(
                "/api/invite/company",
                """[{"companyName":"Examples Are Us","companyWebsite":"www.example.com"}]"""
            )
        ).MustBeOk();
        var lead = (await Invitations(emulator)).Single(invitation =>
            invitation["companyName"]?.GetValue<string>() == "Examples Are Us");
        Assert.Equal("stan", lead["invitedBy"]!.GetValue<string>());
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/invitations/{lead["id"]!.GetValue<string>()}/fire",
                    """{"trigger":"Approve"}"""
                )
        ).MustRefuse(409);
        (await stan.Put("/api/invite/company", """[{"companyWebsite":"www.example.com"}]""")).MustRefuse(
            400,
            "The request/0 must have required property 'companyName'");
        (await stan.Put("/api/invite/company", $$"""[{"companyName":"{{new string('x', 1025)}}"}]""")).MustRefuse(
            400,
            "The request/0/companyName must NOT have more than 1024 characters");
        Assert.Equal(0, await emulator.Count());
    }

    [Fact]
    public async Task A_company_invites_a_data_center_through_the_team_with_a_message()
    {
        await using var emulator = new EmulatorUnderTest();
        var body =
            """
            {"firstName":"Tomas","lastName":"Varga","email":"tomas@example.net","datacenter":true,
            "personalMessage":"We would like a port."}
            """;
        (await (await emulator.LoggedIn("max@example.com")).Put("/api/company/Acme/invite/send", body)).MustRefuse(
            401,
            "Access denied");
        var stan = await emulator.Stan();
        (await stan.Put("/api/company/Acme/invite/send", body)).MustBeOk();
        Assert.Equal(0, await emulator.Count());
        var id = (await Waiting(emulator, "tomas@example.net"))["id"]!.GetValue<string>();
        (
            await emulator.Nobody().Post($"/__admin/workflows/invitations/{id}/fire", """{"trigger":"Approve"}""")
        ).MustBeOk();
        var letter = Assert.Single(await emulator.Letters("Invitation", "tomas@example.net"));
        Assert.Equal("Acme invites you to Console Connect", letter["subject"]!.GetValue<string>());
        Assert.EndsWith("We would like a port.", letter["text"]!.GetValue<string>(), StringComparison.Ordinal);
        (await stan.Put("/api/company/Acme/invite/send", """{"firstName":"Tomas"}""")).MustRefuse(
            400,
            "The request must have required property 'lastName'");
        (await stan.Put("/api/company/none/invite/send", body)).MustRefuse(404);
    }

    [Theory]
    [InlineData("""{"email":"nobody"}""", "The request/email must match format \"email\"")]
    [InlineData("""{"firstName":"Nadia"}""", "The request must have required property 'email'")]
    [InlineData("""{"email":"two@at@example.com"}""", "The request/email must match format \"email\"")]
    [InlineData("""{"email":"spaced out@example.com"}""", "The request/email must match format \"email\"")]
    public async Task A_request_without_an_address_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/api/invite/request", body)).MustRefuse(400, message);
    }

    private static async Task<JsonNode> Waiting(EmulatorUnderTest emulator, string email) =>
        (await Invitations(emulator)).Single(invitation =>
            invitation["email"]?.GetValue<string>() == email && invitation["status"]!.GetValue<string>() == "REQUESTED"
        );

    private static async Task<IEnumerable<JsonNode>> Invitations(EmulatorUnderTest emulator) =>
        (await emulator.Nobody().Get("/__admin/invitations?status=REQUESTED")).MustBeOk()["invitations"]!
            .AsArray()
            .Select(invitation => invitation!);
}
