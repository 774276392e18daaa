using Emulator.ConsoleConnect;
using Emulator.Hosting;
using Emulator.Resources;
using Emulator.Store.Seeding;
using Emulator.Tests.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Emulator.Tests.MadeUp;

/// <summary>
/// A resource that this project doesn't have works whole from one file and one registration: nothing else names it.
/// </summary>
public sealed class MadeUpResourceTests : IAsyncLifetime
{
    /// <summary>The rack that is seeded.</summary>
    public const string Seeded = "9a0000000000000000000001";

    private const string Racks = "/api/company/Acme/racks";

    private static readonly Service WithRacks =
        new([.. ConsoleConnectService.Resources, RacksResource.Resource], ConsoleConnectService.Traits);

    private readonly SeedCopy seed = new();
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        seed.Write("racks.json", $$"""
            {"rows": [{"id": "{{Seeded}}", "companyId": "557679e2c2e6a1b4d7756472", "label": "Row 1",
            "createdAt": "2020-01-01T00:00:00Z"}]}
            """);
        var builder = EmulatorApp.Begin([]);
        builder.WebHost.UseTestServer();
        string[] flags =
        [
            "--data=:memory:",
            $"--seed-data={seed.Folder}",
            "--clock-start=2026-03-01T12:00:00Z",
            "--clock-frozen=true",
            "--progression=time",
        ];
        var settings = EmulatorSettings.Read(
            flags, new ConfigurationBuilder().Build(), new Dictionary<string, string>());
        app = EmulatorApp.Build(builder, settings, another: WithRacks);
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        seed.Dispose();
    }

    [Fact]
    public async Task It_is_seeded_read_and_settled_and_a_kept_answer_follows_what_is_written()
    {
        Assert.Equal("POWERED_UP", (await Stan.Get($"{Racks}/{Seeded}")).MustBeOk().TextOf("status"));
        var id = (await Stan.Put(Racks, """{"label":"Row 7"}""")).MustBeOk().TextOf("id");
        Assert.Equal("BUILDING", (await Stan.Get($"{Racks}/{id}")).MustBeOk().TextOf("status"));
        (await Nobody.Post("/__admin/clock/advance", """{"seconds":5}""")).MustBeOk();
        Assert.Equal("POWERED_UP", (await Stan.Get($"{Racks}/{id}")).MustBeOk().TextOf("status"));
        (await Nobody.Post($"/__admin/workflows/racks/{id}/fire", """{"trigger":"Break"}""")).MustBeOk();
        Assert.Equal("BROKEN", (await Stan.Get($"{Racks}/{id}")).MustBeOk().TextOf("status"));
        Assert.Equal("POWERED_UP", (await Stan.Get($"{Racks}/{Seeded}")).MustBeOk().TextOf("status"));
    }

    [Fact]
    public async Task It_is_shown_fired_and_paced_from_outside()
    {
        var machine = (await Nobody.Get("/__admin/workflows")).MustBeOk()["machines"]!.AsArray()
            .Single(machine => machine!["name"]!.GetValue<string>() == "racks");
        Assert.Equal(["BUILDING", "POWERED_UP", "BROKEN"],
            machine!["states"]!.AsArray().Select(state => state!.GetValue<string>()));
        (await Nobody.Put("/__admin/progression/racks", """{"progression":"manual"}""")).MustBeOk();
        var id = (await Stan.Put(Racks, """{"label":"Row 8"}""")).MustBeOk().TextOf("id");
        (await Nobody.Post("/__admin/clock/advance", """{"seconds":60}""")).MustBeOk();
        Assert.Equal("BUILDING", (await Stan.Get($"{Racks}/{id}")).MustBeOk().TextOf("status"));
        (await Nobody.Post($"/__admin/workflows/racks/{id}/advance")).MustBeOk();
        var shown = (await Nobody.Get($"/__admin/workflows/racks/{id}")).MustBeOk();
        Assert.Equal("POWERED_UP", shown.TextOf("state"));
        (await Nobody.Post($"/__admin/workflows/racks/{id}/fire", """{"trigger":"PowerUp"}""")).MustRefuse(409);
    }

    [Fact]
    public async Task It_is_listed_due_and_told_with_what_a_request_changed()
    {
        var id = (await Stan.Put(Racks, """{"label":"Row 10"}""")).MustBeOk().TextOf("id");
        var listed = (await Nobody.Get("/__admin/resources?machine=racks&company=Acme&q=row%2010")).MustBeOk();
        Assert.Equal(
            (id, "Row 10", "Acme", "BUILDING"),
            (listed["resources"]![0]!["id"]!.GetValue<string>(), listed["resources"]![0]!["name"]!.GetValue<string>(),
                listed["resources"]![0]!["company"]!.GetValue<string>(),
                listed["resources"]![0]!["state"]!.GetValue<string>()));
        var due = (await Nobody.Get("/__admin/due")).MustBeOk()["due"]!.AsArray()
            .Single(move => move!["id"]!.GetValue<string>() == id)!;
        Assert.Equal(("PowerUp", "POWERED_UP"), (due["trigger"]!.GetValue<string>(), due["to"]!.GetValue<string>()));
        var shown = (await Nobody.Get($"/__admin/workflows/racks/{id}")).MustBeOk();
        Assert.Equal(($"{Racks}/{id}", "stan"), (shown.TextOf("path"), shown.TextOf("readAs")));
        var change = (await Nobody.Get("/__admin/journal?changed=racks")).MustBeOk();
        Assert.Equal(1, change["found"]!.GetValue<int>());
    }

    [Fact]
    public async Task It_is_in_snapshots_and_their_differences_in_sandboxes_and_gone_after_a_reset()
    {
        (await Nobody.Post("/__admin/snapshots", """{"name":"before"}""")).MustBeOk();
        var id = (await Stan.Put(Racks, """{"label":"Row 9"}""")).MustBeOk().TextOf("id");
        var diff = (await Nobody.Get("/__admin/snapshots/before/diff/now")).MustBeOk();
        Assert.Contains("Row 9", diff.Text, StringComparison.Ordinal);
        (await Nobody.Post("/__admin/snapshots", """{"name":"after"}""")).MustBeOk();
        (await Nobody.Post("/__admin/sandboxes", """{"name":"other","from":"after"}""")).MustBeOk();
        Assert.Equal("Row 9", (await Stan.Get($"/sandbox/other{Racks}/{id}")).MustBeOk().TextOf("label"));
        using var file = await app.GetTestClient().GetAsync(new Uri("/__admin/snapshots/after/file", UriKind.Relative));
        var bytes = await file.Content.ReadAsByteArrayAsync();
        using var upload = new ByteArrayContent(bytes);
        upload.Headers.ContentType = new("application/vnd.sqlite3");
        using var kept = await app.GetTestClient()
            .PutAsync(new Uri("/__admin/snapshots/uploaded/file", UriKind.Relative), upload);
        Assert.True(kept.IsSuccessStatusCode, await kept.Content.ReadAsStringAsync());
        (await Nobody.Post("/__admin/reset")).MustBeOk();
        (await Stan.Get($"{Racks}/{id}")).MustRefuse(404);
    }

    [Fact]
    public async Task It_is_in_the_contract_in_the_header_and_in_the_permissions()
    {
        var document = (await Nobody.Get("/openapi.json")).MustBeOk().Json;
        Assert.NotNull(document["paths"]!["/api/company/{companyName}/racks/{rackId}"]!["get"]);
        var read = (await Stan.Get($"{Racks}/{Seeded}")).MustBeOk();
        Assert.StartsWith("902 GET", read.Headers["X-Emulator-Operation"], StringComparison.Ordinal);
        (await Nobody.Get($"{Racks}/{Seeded}")).MustRefuse(401);
    }

    [Fact]
    public void What_cannot_be_registered_is_refused_when_the_service_is_put_together()
    {
        var twice = Assert.Throws<InvalidOperationException>(() =>
            new Service(
                [.. ConsoleConnectService.Resources, RacksResource.Resource, RacksResource.Resource],
                ConsoleConnectService.Traits));
        Assert.Equal("The resource racks is registered twice.", twice.Message);
        var same = Resource.Named("shelves").Moved("Shelves", table =>
            new Machine<RackStatus, RackTrigger, Rack>("racks", table, () => Rack.Table, db => db.Set<Rack>()));
        Assert.Equal("The lifecycle racks is registered twice.", Assert.Throws<InvalidOperationException>(() =>
            new Service(
                [.. ConsoleConnectService.Resources, RacksResource.Resource, same],
                ConsoleConnectService.Traits).Machines).Message);
        var seeded = Resource.Named("shelves")
            .Seeded(() => new SeedPart<RackRow>("racks.json", () => RackJson.Default.RackRow));
        Assert.Equal("The seed file racks.json is registered twice.", Assert.Throws<InvalidOperationException>(() =>
            new Service(
                [.. ConsoleConnectService.Resources, RacksResource.Resource, seeded],
                ConsoleConnectService.Traits).Seeds).Message);
        Assert.NotEmpty(ConsoleConnectService.Instance.Machines);
        Assert.NotEmpty(ConsoleConnectService.Instance.Seeds);
        var keyless = Resource.Named("keyless").Stored(model => model.Entity<Keyless>().ToTable("Keyless"));
        Assert.Contains("Keyless", Assert.Throws<InvalidOperationException>(() =>
            new Service(
                [.. ConsoleConnectService.Resources, keyless],
                ConsoleConnectService.Traits).Store.Schema).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_state_of_every_lifecycle_has_a_spelling_of_its_own() =>
        Assert.All(WithRacks.Machines, machine =>
        {
            Assert.All(machine.States, Assert.NotEmpty);
            Assert.Equal(machine.States.Count, machine.States.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(machine.Moves, move => Assert.Contains(move.From, machine.States));
            Assert.All(machine.Moves, move => Assert.Contains(move.To, machine.States));
        });

    private Client Nobody => new(app.GetTestClient(), credential: null);

    private Client Stan => new(app.GetTestClient(), "key-stan");

    private sealed class Keyless
    {
        public string Text { get; set; } = "";
    }
}
