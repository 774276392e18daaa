using Emulator.Errors;
using Emulator.ConsoleConnect;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>Every piece of state belongs to a sandbox, and two share nothing.</summary>
public sealed class SandboxTests
{
    private static readonly SandboxSettings Settings = new(
        new Pace(Progression.Time, TimeSpan.FromSeconds(1)),
        Seed: 1,
        EmulatorUnderTest.Start,
        ClockFrozen: true,
        AccessMode.Enforce);

    [Fact]
    public async Task Two_sandboxes_have_their_own_data_clock_and_ids()
    {
        using var template = Template();
        using var one = New("one", template);
        using var other = New("other", template);
        one.Clock.Advance(TimeSpan.FromDays(1));
        await Work(one, async turn =>
        {
            turn.Ids.Next();
            (await turn.Db.Ports.FirstAsync(port => port.Id == "55767b5652a693344a015744")).Update(
                "Renamed",
                asn: null,
                turn.Now);
        });
        Assert.Equal(EmulatorUnderTest.Start, other.Clock.Now);
        Assert.Equal(1, one.Ids.Given);
        Assert.Equal(0, other.Ids.Given);
        await Work(other, async turn =>
            Assert.NotEqual(
                "Renamed",
                (await turn.Db.Ports.FirstAsync(port => port.Id == "55767b5652a693344a015744")).Name));
    }

    [Fact]
    public async Task A_turn_that_is_not_saved_leaves_no_trace()
    {
        using var template = Template();
        using var sandbox = New("one", template);
        var turn = await sandbox.Begin(CancellationToken.None);
        turn.Ids.Next();
        (await turn.Db.Ports.FirstAsync(port => port.Id == "55767b5652a693344a015744")).Update(
            "Renamed",
            asn: null,
            turn.Now);
        turn.End();
        Assert.Equal(0, sandbox.Ids.Given);
        await Work(sandbox, async next =>
            Assert.NotEqual(
                "Renamed",
                (await next.Db.Ports.FirstAsync(port => port.Id == "55767b5652a693344a015744")).Name));
    }

    [Fact]
    public async Task A_reset_puts_data_clock_and_ids_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var before = (await stan.Get("/api/v2/company/Acme/connections")).Text;
        var first = await Api.ConnectionTests.Request(stan);
        await emulator.Pass(1000);
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        (await stan.Get("/api/auth/token")).MustRefuse(401);
        var again = await emulator.Stan();
        Assert.Equal(before, (await again.Get("/api/v2/company/Acme/connections")).Text);
        Assert.Equal(first, await Api.ConnectionTests.Request(again));
        Assert.Equal("2026-03-01T12:00:00.000Z", (await emulator.Nobody().Get("/__admin/clock")).TextOf("now"));
    }

    [Fact]
    public async Task What_was_answered_before_a_write_is_never_answered_after_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
        for (var i = 0; i < 20; i++)
        {
            (await stan.Post(Port, $$"""{"name":"Name {{i}}"}""")).MustBeOk();
            Assert.Equal($"Name {i}", (await stan.Get(Port)).TextOf("name"));
            Assert.Equal($"Name {i}", (await stan.Get(Port)).TextOf("name"));
        }
    }

    [Fact]
    public async Task Of_the_reference_data_only_what_was_written_is_read_again()
    {
        using var template = Template();
        using var sandbox = New("one", template);
        var before = sandbox.Reference;
        await Work(sandbox, async turn =>
            (await turn.Db.Users.FirstAsync(user => user.Username == "stan")).Name = "Stanley");
        Assert.Equal("Stanley", sandbox.Reference.UserNamed("stan").Name);
        Assert.NotSame(before.UserTable, sandbox.Reference.UserTable);
        Assert.Same(before.CompanyTable, sandbox.Reference.CompanyTable);
        Assert.Same(before.MembershipTable, sandbox.Reference.MembershipTable);
        Assert.Same(before.FollowTable, sandbox.Reference.FollowTable);
        Assert.Same(before.PlaceTable, sandbox.Reference.PlaceTable);
    }

    [Fact]
    public async Task A_count_of_active_ports_is_remembered_until_a_port_is_written()
    {
        using var template = Template();
        using var sandbox = New("one", template);
        var acme = sandbox.Reference.CompanyNamed("Acme");
        var before = sandbox.PortsInService.Of(acme);
        await Work(sandbox, async turn =>
        {
            var port = await turn.Db.Ports.FirstAsync(port => port.Id == "55767b5652a693344a015744");
            port.Disable(PortUse.None, turn.Now);
        });
        Assert.Equal(before - 1, sandbox.PortsInService.Of(acme));
    }

    private static SandboxDatabase Template()
    {
        var database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        database.CreateTables();
        using var db = database.Open();
        Seed.Read(SeedFolder.Path, ConsoleConnectService.Instance.Seeds).AddTo(database, password => password);
        return database;
    }

    private static Sandbox New(string name, SandboxDatabase template)
    {
        var database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        database.BecomeCopyOf(template);
        database.Rows.Insert("Sandbox", [Sandbox.Beginning(Settings, TimeProvider.System)]);
        return Sandbox.Open(name, ConsoleConnectService.Instance, database, Settings, TimeProvider.System);
    }

    private static async Task Work(Sandbox sandbox, Func<Turn, Task> work)
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            await work(turn);
            await turn.Save();
        }
        finally
        {
            turn.End();
        }
    }
}
