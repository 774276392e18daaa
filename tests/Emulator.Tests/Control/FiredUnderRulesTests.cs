using System.Text.Json.Nodes;
using Emulator.Tests.Api.InternetOnDemand;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// Moves that are made through /__admin are under the rules that the operations are under, unless they are forced.
/// </summary>
public sealed class FiredUnderRulesTests
{
    private const string Busy = "5be2d15fc2e6a1b4d7f0495f";
    private const string AcmesBusy = "569fbfdec2e6a1b4d74c2c70";
    private const string Link = "55783e39519d254d36f6126e";
    private const string Proposal = "58afc0499430ab7f3666b990";

    [Fact]
    public async Task A_port_is_not_fired_away_from_what_stands_on_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await Fire(emulator, "ports", Busy, "Disable")).MustRefuse(
            409,
            "Disable is against a rule of the service: The port can only be disabled when all attached "
                + "connections are disabled");
        Assert.Contains(
            "5de524cdc2e6a1b4d7895706 (ACTIVE)",
            refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        Assert.Contains("\"force\": true", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        Assert.Contains(
            "5de524cdc2e6a1b4d7895706",
            refused["error"]!["because"]![0]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Equal("ACTIVE", await State(emulator, "ports", Busy));
    }

    /// <summary>
    /// What was forced is a state like another: later rules look at it, and nothing is taken from what stands there.
    /// </summary>
    [Fact]
    public async Task A_port_that_was_forced_out_of_service_is_still_kept_from_deletion_and_can_be_put_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Port = $"/api/company/Acme/ports/{AcmesBusy}";
        var fired = (await Fire(emulator, "ports", AcmesBusy, "Disable", force: true)).MustBeOk();
        Assert.Equal("DISABLING", fired.TextOf("state"));
        const string Kept = "The port can only be deleted when all attached connections are disabled";
        (await stan.Delete(Port)).MustRefuse(409, Kept);
        await emulator.Pass(1);
        var refused = (await stan.Delete(Port)).MustRefuse(409, Kept);
        Assert.Contains($"connection {Link} (ACTIVE)", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        (await Fire(emulator, "ports", AcmesBusy, "Delete")).MustRefuse(409);

        // The connection on it goes on, and comes back only with its port.
        (await stan.Put($"/api/company/Acme/connections/{Link}/disable")).MustBeOk();
        await emulator.Pass(1);
        (await Fire(emulator, "connections", Link, "Enable")).MustRefuse(
            409, "Enable is against a rule of the service: Cannot find an ACTIVE source port");
        (await stan.Post(Port + "/active")).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("ENABLING", (await Fire(emulator, "connections", Link, "Enable")).MustBeOk().TextOf("state"));
    }

    [Fact]
    public async Task What_stands_on_a_port_that_was_forced_away_can_still_be_read_and_taken_down()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await Fire(emulator, "ports", AcmesBusy, "Disable", force: true)).MustBeOk();
        await emulator.Pass(1);
        (await Fire(emulator, "ports", AcmesBusy, "Delete", force: true)).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("DELETED", await State(emulator, "ports", AcmesBusy));
        const string Path = $"/api/v2/company/Acme/connections/{Link}";
        foreach (
            var read in (string[])
                [
                    Path,
                    "/api/v2/company/Acme/connections",
                    "/api/company/Acme/ports",
                    $"/api/company/Acme/ports/{AcmesBusy}/connections",
                ])
        {
            (await stan.Get(read)).MustBeOk();
        }

        (await stan.Post(Path, """{"speed":100}""")).MustBeOk();
        (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"Late","portId":"{{AcmesBusy}}","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            )
        ).MustRefuse(409, "Cannot find an ACTIVE source port");
        (await stan.Delete(Path)).MustBeOk();
        await emulator.Pass(1);
        Assert.Equal("DELETED", (await stan.Get(Path)).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task An_onboarded_port_is_left_alone()
    {
        await using var emulator = new EmulatorUnderTest();
        (await Fire(emulator, "ports", "60bec23bc2e6a1b4d707f0ae", "Disable")).MustRefuse(
            409, "Disable is against a rule of the service: This action is not permitted on an onboarded port");
    }

    [Fact]
    public async Task A_request_is_not_accepted_for_a_side_that_has_not_approved()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, meg) = (await emulator.Stan(), await emulator.Meg());
        var id = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"Theirs","portId":"{{AcmesBusy}}","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            )
        ).MustBeOk().TextOf("id");
        (
            await meg.Post(
                $"/api/v2/company/company2/connections/{id}",
                """{"speed":5,"portId":"58afc0489430ab7f3666b97a"}"""
            )
        ).MustBeOk();
        var refused = (await Fire(emulator, "connections", id, "Accept")).MustRefuse(409);
        Assert.Contains(
            "The source hasn't approved it",
            refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        Assert.Equal(
            "ACCEPTED",
            (await Fire(emulator, "connections", id, "Accept", force: true)).MustBeOk().TextOf("state"));
    }

    [Theory]
    [InlineData("Apply")]
    [InlineData("Withdraw")]
    [InlineData("Reject")]
    [InlineData("Modify")]
    public async Task What_is_proposed_for_a_connection_that_is_gone_stays_as_it_is(string trigger)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Delete($"/api/company/company1/connections/{Proposal}")).MustBeOk();
        (await Fire(emulator, "change-requests", Proposal, trigger)).MustRefuse(
            409, $"{trigger} is against a rule of the service: The connection can not be changed while its status is "
                + "DELETING");
    }

    [Fact]
    public async Task A_proposal_is_not_applied_before_both_sides_have_approved()
    {
        await using var emulator = new EmulatorUnderTest();
        (await Fire(emulator, "change-requests", Proposal, "Apply")).MustRefuse(
            409, "Apply is against a rule of the service: The change request can not be applied while its status is "
                + "PENDING");
        (await (await emulator.Stan()).Put($"/api/company/company1/connections/{Proposal}/change/approve")).MustBeOk();
        (await Fire(emulator, "change-requests", Proposal, "Apply")).MustRefuse(409);
    }

    [Theory]
    [InlineData("Leave")]
    [InlineData("Deny")]
    [InlineData("Suspend")]
    public async Task The_last_keyholder_stays_unless_it_is_forced(string trigger)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var links = (await stan.Get("/api/auth/token")).MustBeOk();
        var company = links["companies"]!.AsArray().Single(one => one!["username"]!.GetValue<string>() == "company1")!;
        var id = links["linkUserCompany"]![company["id"]!.GetValue<string>()]!["id"]!.GetValue<string>();
        (await Fire(emulator, "memberships", id, trigger)).MustRefuse(
            409, $"{trigger} is against a rule of the service: The last Company Keyholder can not be removed");
        (await Fire(emulator, "memberships", id, trigger, force: true)).MustBeOk();
        (await stan.Get("/api/company/company1/ports/orders")).MustRefuse(401, "Access denied");
        (await (await emulator.Meg()).Put("/api/membership-requests/company1")).MustBeOk();
    }

    [Fact]
    public async Task A_service_is_not_fired_out_of_its_contract()
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await emulator.Active(IodWorld.Order());
        var refused = (await Fire(emulator, "iod-services", id, "Delete")).MustRefuse(409);
        Assert.Contains("still in contract", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            "DELETING",
            (await Fire(emulator, "iod-services", id, "Delete", force: true)).MustBeOk().TextOf("state"));
    }

    [Fact]
    public async Task A_service_is_not_built_on_a_port_that_is_out_of_service()
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await emulator.Active(IodWorld.Order());
        (await Fire(emulator, "iod-services", id, "Fail")).MustBeOk();
        (await Fire(emulator, "ports", IodWorld.London, "Lose")).MustBeOk();
        (await Fire(emulator, "iod-services", id, "Retry")).MustRefuse(
            409, "Retry is against a rule of the service: Cannot find an ACTIVE access port");
    }

    /// <summary>Groups move as one (000:5575), in every way that they are moved.</summary>
    [Fact]
    public async Task What_is_fired_at_a_group_is_fired_at_its_connections()
    {
        await using var emulator = new EmulatorUnderTest();
        (await Fire(emulator, "connections", "66d5bd73c2e6a1b4d78b8bc2", "Disable")).MustBeOk();
        Assert.Equal("DISABLING", await State(emulator, "connections", "66d5bd73c2e6a1b4d78b8bc3"));
        Assert.Equal("DISABLING", await State(emulator, "connections", "66d5bd73c2e6a1b4d78b8bc4"));
    }

    /// <summary>Advancing does what the service would do: the task is done, not only marked as done.</summary>
    [Theory]
    [InlineData("advance", null)]
    [InlineData("fire", """{"trigger":"Run"}""")]
    public async Task A_scheduled_task_that_is_run_early_does_what_it_says(string how, string? body)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var id = (await stan.Put("/api/v2/company/Acme/connections/layer2", """
            {"type":"LAYER2","name":"Scheduled","portId":"576247795c9de0b91e8b8576","speed":10,"destCompany":"Acme",
             "destPortId":"5aaaac3bc2e6a1b4d7cc4c6d",
             "scheduledTaskList":[{"scheduledAt":"2026-03-02T00:00:00Z","action":"update","options":{"speed":5}}]}
            """)).MustBeOk().TextOf("id");
        await emulator.Pass(3);
        var kinds = (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/now")).MustBeOk()["kinds"]!.AsArray();
        var tasks = kinds.Single(kind => kind!["kind"]!.GetValue<string>() == "scheduledRuns")!["added"]!.AsArray();
        var task = tasks.Single()!["id"]!.GetValue<string>();
        var ran = (await emulator.Nobody().Post($"/__admin/workflows/scheduled-tasks/{task}/{how}", body)).MustBeOk();
        Assert.Equal("DONE", ran.TextOf("state"));
        Assert.Equal(5, (await stan.Get($"/api/v2/company/Acme/connections/{id}"))["speed"]!["value"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("advance", null)]
    [InlineData("fire", """{"trigger":"Give"}""")]
    public async Task A_reply_that_is_given_early_answers_the_request(string how, string? body)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Policy = """{"policy":"approve","delaySeconds":86400}""";
        (await emulator.Nobody().Put("/__admin/counterparties/company2", Policy)).MustBeOk();
        var id = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"Asked","portId":"{{AcmesBusy}}","speed":10,
                "destMetroId":"1232413986c08c061dd8c45f","destCompany":"company2"}
                """
            )
        ).MustBeOk().TextOf("id");
        var given = (await emulator.Nobody().Post($"/__admin/workflows/replies/{id}/{how}", body)).MustBeOk();
        Assert.Equal("GIVEN", given.TextOf("state"));
        Assert.Equal(
            "ACCEPTED",
            (await stan.Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk().TextOf("status"));
    }

    private static Task<Answer> Fire(
        EmulatorUnderTest emulator,
        string machine,
        string id,
        string trigger,
        bool force = false) =>
        emulator
            .Nobody()
            .Post(
                $"/__admin/workflows/{machine}/{id}/fire",
                new JsonObject { ["trigger"] = trigger, ["force"] = force }.ToJsonString());

    private static async Task<string> State(EmulatorUnderTest emulator, string machine, string id) =>
        (await emulator.Nobody().Get($"/__admin/workflows/{machine}/{id}")).MustBeOk().TextOf("state");
}
