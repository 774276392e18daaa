using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Emulator.Store.Images;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// What differs between two states: which resources were added, changed and removed, and never a secret.
/// </summary>
public sealed class SnapshotDiffTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string Order =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"A new port","paymentType":"invoice"}""";

    [Fact]
    public async Task Nothing_differs_at_first()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var path in new[] { "seed/diff/now", "now/diff/seed", "now/diff/now", "SEED/diff/Seed" })
        {
            var diff = await Diff(emulator, path);
            Assert.Equal(
                (0, 0, 0),
                (diff["added"]!.GetValue<int>(), diff["removed"]!.GetValue<int>(), diff["changed"]!.GetValue<int>()));
            Assert.Empty(diff["kinds"]!.AsArray());
        }
    }

    [Fact]
    public async Task What_was_added_changed_and_removed_is_told_with_names_and_values()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        await SnapshotTests.Save(emulator, "before");
        await emulator.Pass(10);
        (await stan.Post(Port, """{"name":"Renamed"}""")).MustBeOk();
        var order = (await stan.Put(Orders, Order)).MustBeOk().TextOf("id");
        (await emulator.Nobody().Delete("/__admin/outbox/1")).MustBeOk();

        var diff = await Diff(emulator, "before/diff/now");
        Assert.Equal(
            ("before", "now"),
            (diff["from"]!["name"]!.GetValue<string>(), diff["to"]!["name"]!.GetValue<string>()));
        Assert.Equal("2026-03-01T12:00:10.000Z", diff["to"]!["now"]!.GetValue<string>());
        Assert.Equal(diff["from"]!["idsGiven"]!.GetValue<int>() + 2, diff["to"]!["idsGiven"]!.GetValue<int>());
        var renamed = Assert.Single(Kind(diff, "ports")["changed"]!.AsArray())!;
        Assert.Equal(
            ("55767b5652a693344a015744", "Renamed"),
            (renamed["id"]!.GetValue<string>(), renamed["name"]!.GetValue<string>()));
        var columns = renamed["columns"]!
            .AsArray()
            .ToDictionary(column => column!["column"]!.GetValue<string>(), column => column!);
        Assert.Equal(
            ("Acme Great Oaks", "Renamed"),
            (columns["name"]["from"]!.GetValue<string>(), columns["name"]["to"]!.GetValue<string>()));
        Assert.Equal("2026-03-01T12:00:10.000Z", columns["updatedAt"]["to"]!.GetValue<string>());
        var added = Assert.Single(Kind(diff, "portOrders")["added"]!.AsArray())!;
        Assert.Equal((order, "A new port"), (added["id"]!.GetValue<string>(), added["name"]!.GetValue<string>()));
        Assert.Equal(1, Kind(diff, "portOrders")["addedCount"]!.GetValue<int>());
        Assert.Equal("1", Assert.Single(Kind(diff, "letters")["removed"]!.AsArray())!["id"]!.GetValue<string>());
        Assert.DoesNotContain(diff["kinds"]!.AsArray(), kind => kind!["kind"]!.GetValue<string>() == "sandbox");

        // The other way round, everything is the reverse.
        var reverse = await Diff(emulator, "now/diff/before");
        Assert.Equal(
            (diff["added"]!.GetValue<int>(), diff["removed"]!.GetValue<int>(), diff["changed"]!.GetValue<int>()),
            (
                reverse["removed"]!.GetValue<int>(),
                reverse["added"]!.GetValue<int>(),
                reverse["changed"]!.GetValue<int>()));
        Assert.Equal(
            order,
            Assert.Single(Kind(reverse, "portOrders")["removed"]!.AsArray())!["id"]!.GetValue<string>());
        await SnapshotTests.Save(emulator, "after");
        Assert.Equal(
            diff["kinds"]!.ToJsonString(),
            (await Diff(emulator, "before/diff/after"))["kinds"]!.ToJsonString());
    }

    [Fact]
    public async Task Lists_end_and_counts_do_not()
    {
        await using var emulator = new EmulatorUnderTest();
        for (var number = 0; number < 4; number++)
        {
            (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk();
        }

        var orders = Kind(await Diff(emulator, "seed/diff/now?limit=3"), "portOrders");
        Assert.Equal((4, 3), (orders["addedCount"]!.GetValue<int>(), orders["added"]!.AsArray().Count));
        Assert.Empty(Kind(await Diff(emulator, "seed/diff/now?limit=0"), "portOrders")["added"]!.AsArray());
        (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/now?limit=many")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/now?limit=10001")).MustRefuse(400);
        (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/none")).MustRefuse(
            404,
            "There is no snapshot called none");
        (await emulator.Nobody().Get("/__admin/snapshots/none/diff/seed")).MustRefuse(
            404,
            "There is no snapshot called none");
    }

    [Fact]
    public async Task Passwords_tokens_and_keys_are_never_shown()
    {
        await using var emulator = new EmulatorUnderTest();
        await SnapshotTests.Save(emulator, "before");
        (await emulator.Nobody().Put("/api/auth/password/forgot/stan@example.com")).MustBeOk();
        var letter = (await emulator.Nobody().Get("/__admin/outbox")).MustBeOk()["letters"]![0]!;
        var stan = await emulator.Stan();
        (await stan.Put("/api/auth/password", """{"oldPassword":"Password1","newPassword":"Password2"}""")).MustBeOk();
        var text = (await emulator.Nobody().Get("/__admin/snapshots/before/diff/now")).MustBeOk().Text;
        Assert.DoesNotContain(letter["token"]!.GetValue<string>(), text, StringComparison.Ordinal);
        Assert.DoesNotContain(stan.Credential!, text, StringComparison.Ordinal);
        var diff = JsonNode.Parse(text)!;
        var changed = Assert.Single(Kind(diff, "users")["changed"]!.AsArray())!["columns"]!
            .AsArray()
            .Single(column => column!["column"]!.GetValue<string>() == "passwordHash")!;
        Assert.Equal(
            ("(hidden)", "(hidden)"),
            (changed["from"]!.GetValue<string>(), changed["to"]!.GetValue<string>()));
        var session = Kind(diff, "sessions")["added"]![0]!;
        Assert.Equal(("(hidden)", "stan"), (session["id"]!.GetValue<string>(), session["name"]!.GetValue<string>()));
    }

    /// <summary>A new column that opens a door must be one of these, or be called otherwise.</summary>
    [Fact]
    public void Every_column_that_sounds_like_a_secret_is_one() =>
        Assert.Equal(
            [
                "ApiKeys.Key",
                "CloudKeys.Key",
                "CloudRouterSites.BgpKey",
                "CloudRouterSites.CloudKey",
                "Invitations.Token",
                "IodServices.BgpKey",
                "Letters.Link",
                "Letters.Text",
                "Letters.Token",
                "MailedTokens.Token",
                "Sessions.Token",
                "Users.NewEmailTokenCreatedAt",
                "Users.PasswordHash",
                "Users.PasswordUpdatedAt",
            ],
            ConsoleConnectService.Instance.Store
                .Model.GetEntityTypes()
                .SelectMany(table =>
                    table
                        .GetProperties()
                        .Where(property => Readable.IsSecret(table.GetTableName()!, property.Name))
                        .Select(property => $"{table.GetTableName()}.{property.Name}"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void A_row_of_every_table_is_called_something() =>
        Assert.All(ConsoleConnectService.Instance.Store.Model.GetEntityTypes(), table =>
            Assert.True(
                ConsoleConnectService.Instance.Store.NameOf(table.GetTableName()!) != "\"Name\""
                    || table.FindProperty("Name") is not null,
                $"{table.GetTableName()} has no name: its resource tells it by Called"));

    [Fact]
    public async Task What_was_set_from_outside_is_told_too()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/__admin/progression/ports", """{"progression":"manual"}""")).MustBeOk();
        (await emulator.Nobody().Put("/__admin/counterparties/company2", """{"policy":"approve"}""")).MustBeOk();
        var diff = await Diff(emulator, "seed/diff/now");
        Assert.Equal("Manual", Kind(diff, "paces")["added"]![0]!["name"]!.GetValue<string>());
        Assert.Equal("company2", Kind(diff, "counterparties")["added"]![0]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task Diffs_of_sandboxes_that_go_on_meanwhile_are_of_one_instant()
    {
        await using var emulator = new EmulatorUnderTest();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            if (number % 2 == 0)
            {
                (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk();
                return;
            }

            var diff = await Diff(emulator, "seed/diff/now");
            var orders = diff["kinds"]!
                .AsArray()
                .FirstOrDefault(kind => kind!["kind"]!.GetValue<string>() == "portOrders")
                ?["addedCount"]!.GetValue<int>()
                ?? 0;
            Assert.Equal(diff["to"]!["idsGiven"]!.GetValue<int>(), 2 * orders); // Its own and its port's.
        }));
    }

    private static async Task<JsonNode> Diff(EmulatorUnderTest emulator, string path) =>
        (await emulator.Nobody().Get($"/__admin/snapshots/{path}")).MustBeOk().Json;

    private static JsonNode Kind(JsonNode diff, string kind) =>
        diff["kinds"]!.AsArray().Single(one => one!["kind"]!.GetValue<string>() == kind)!;
}
