using Emulator.ConsoleConnect;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>The admin side of the state machines.</summary>
public sealed class WorkflowTests
{
    [Fact]
    public async Task The_machines_are_listed_with_states_triggers_and_diagrams()
    {
        await using var emulator = new EmulatorUnderTest();
        var machines = (await emulator.Nobody().Get("/__admin/workflows")).MustBeOk()["machines"]!.AsArray();
        Assert.Equal(
            [
                "memberships",
                "invitations",
                "ports",
                "port-orders",
                "connections",
                "change-requests",
                "scheduled-tasks",
                "replies",
                "connection-flexes",
                "azure-peerings",
                "asns",
                "iod-services",
                "flexes",
                "sim-pools",
                "sim-orders",
                "sims",
                "cloudrouters",
                "cloudrouter-sites",
                "support-tickets",
                "edge-quotes",
            ],
            machines.Select(machine => machine!["name"]!.GetValue<string>()));
        Assert.All(machines, machine =>
            Assert.StartsWith("stateDiagram-v2", machine!["diagram"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("port-orders", "reserved created pending allocated loa_sent done cancelling cancelled waiting_for_nsp "
        + "processing setup_xc error draft site_survey installation")]
    [InlineData("ports", "ACTIVATING READY ACTIVE DISABLING DISABLED DELETING DELETED UNKNOWN ONBOARDING")]
    [InlineData("connections", "PENDING PENDING_ACCEPTANCE ACCEPTED CREATING ENABLING ACTIVATING ACTIVE DISABLING "
        + "DISABLED DELETING DELETED CANCELLED DENIED ERROR MANUAL")]
    [InlineData("change-requests", "NONE PENDING WITHDRAWN REJECTED")]
    [InlineData("memberships", "INACTIVE ACTIVE DENIED CANCELLED")]
    [InlineData("iod-services", "DRAFT PROVISIONING ACTIVE DOWN ERROR DELETING DELETED")]
    [InlineData("connection-flexes", "REQUESTED SUCCESS FAILED")]
    [InlineData("cloudrouters", "CREATING CREATED ERROR DELETING DELETED")]
    [InlineData("cloudrouter-sites", "CREATING ACTIVE ERROR DELETING DELETED")]
    [InlineData("sim-orders", "ORDERED PROCESSING PROCESSED FAILED")]
    [InlineData("sim-pools", "CREATED PROCESSING FAILED DELETED")]
    [InlineData("sims", "ACTIVE PAUSED")]
    [InlineData("flexes", "REQUESTED PROCESSING SUCCESS FAILED")]
    [InlineData("replies", "WAITING GIVEN MOOT FAILED")]
    [InlineData("azure-peerings", "PENDING SYNCING SYNCED DELETED")]
    [InlineData("support-tickets", "Acknowledged In_Progress Resolved Closed")]
    [InlineData("edge-quotes", "PROCESSING READY")]
    [InlineData("asns", "UNVERIFIED VERIFIED REJECTED PRIVATE")]
    public void A_machine_has_exactly_the_documented_statuses(string machine, string states) =>
        Assert.Equal(
            states.Split(' ').Select(state => machine == "support-tickets" ? state.Replace('_', ' ') : state).Order(),
            ConsoleConnectService.Instance.Machine(machine).States.Order());

    [Fact]
    public async Task A_resource_tells_where_it_stands_and_an_illegal_move_is_409_with_what_is_legal()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        const string Connection = "/__admin/workflows/connections/55783e39519d254d36f6126e";
        var shown = (await nobody.Get(Connection)).MustBeOk();
        Assert.Equal("ACTIVE", shown.TextOf("state"));
        Assert.Null(shown["nextDue"]);
        Assert.Equal(
            ["Disable", "Delete"],
            shown["mayFire"]!.AsArray().Select(move => move!["trigger"]!.GetValue<string>()));
        var refused = (await nobody.Post(Connection + "/fire", """{"trigger":"Enable"}""")).MustRefuse(
            409,
            "Enable is not legal in the state ACTIVE");
        Assert.Equal(
            ["Disable", "Delete"],
            refused["error"]!["legal"]!.AsArray().Select(trigger => trigger!.GetValue<string>()));
        (await nobody.Post(Connection + "/fire", """{"trigger":"3"}""")).MustRefuse(409);
        (await nobody.Post(Connection + "/advance")).MustRefuse(409);
        (await nobody.Post(Connection + "/fire", "{}")).MustRefuse(400);
        (await nobody.Get("/__admin/workflows/routers/1")).MustRefuse(404, "There is no workflow called routers");
        (await nobody.Get("/__admin/workflows/ports/none")).MustRefuse(404);
        var fired = (
            await nobody.Post(Connection + "/fire", """{"trigger":"disable","reason":"maintenance"}""")
        ).MustBeOk();
        Assert.Equal("DISABLING", fired.TextOf("state"));
        Assert.Equal("2026-03-01T12:00:01.000Z", fired.TextOf("nextDue"));
        Assert.Equal("maintenance", fired["history"]!.AsArray().Last()!["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task Advancing_an_order_to_done_delivers_its_port()
    {
        await using var emulator = new EmulatorUnderTest("progression=manual");
        var order = (
            await (await emulator.Stan()).Get("/api/company/Acme/ports/orders/55767b5652a693344a015744")
        ).MustBeOk();
        (await emulator.Nobody().Post("/__admin/workflows/port-orders/55767b5652a693344a015744/advance")).MustBeOk();
        (await emulator.Nobody().Post("/__admin/workflows/port-orders/55767b5652a693344a015744/advance")).MustBeOk();
        var port = (
            await emulator.Nobody().Get($"/__admin/workflows/ports/{order["port"]!["id"]!.GetValue<string>()}")
        ).MustBeOk();
        Assert.Equal("ACTIVATING", port.TextOf("state"));
    }

    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write them again.</summary>
    [Fact]
    public void The_diagrams_in_docs_are_those_of_the_tables()
    {
        foreach (var machine in ConsoleConnectService.Instance.Machines)
        {
            var path = Path.Combine(OperationCatalogue.Repository, $"docs/workflows/{machine.Name}.md");
            var text = $"# {machine.Name}\n\nGenerated from the table in src/ConsoleConnect/Domain; "
                + $"`EMULATOR_UPDATE_DOCS=1 dotnet test` writes it again.\n\n```mermaid\n{machine.Diagram}```\n";
            if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
            }

            Assert.Equal(text, File.ReadAllText(path));
        }
    }

    [Fact]
    public async Task Health_tells_how_the_emulator_is()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal("alive", (await emulator.Nobody().Get("/livez")).MustBeOk().TextOf("status"));
        Assert.True((await emulator.Nobody().Get("/readyz")).MustBeOk()["ready"]!.GetValue<bool>());
        Assert.Equal("ok", (await emulator.Nobody().Get("/__admin/health")).MustBeOk().TextOf("status"));
    }
}
