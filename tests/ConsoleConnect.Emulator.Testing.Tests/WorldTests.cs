using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConsoleConnect.Emulator.Admin;
using Xunit;

namespace ConsoleConnect.Emulator.Testing.Tests;

/// <summary>
/// What can be made to happen in a world, through the typed client; each test in a sandbox of its own.
/// </summary>
public sealed class WorldTests(Running running) : IClassFixture<Running>, IAsyncLifetime
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    private const string Orders = "/api/company/Acme/ports/orders";
    private const string BeingCreated = "675868acc2e6a1b4d7fa14df";

    private EmulatorSandbox world = null!;

    public async ValueTask InitializeAsync() =>
        world = await running.Emulator.NewSandboxAsync(new SandboxOptions { ClockFrozen = true });

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_sandbox_has_its_own_data_and_is_gone_with_its_object()
    {
        await using (var other = await running.Emulator.NewSandboxAsync(new SandboxOptions { Name = "passing" }))
        {
            (await other.Client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
            Assert.DoesNotContain("\"Renamed\"", await world.Client.GetStringAsync(Port), StringComparison.Ordinal);
            Assert.Contains(await running.Emulator.Sandboxes.ListAsync(), sandbox => sandbox.Name == "passing");

            // By its address, and by its key, from clients that know nothing of it.
            using var stranger = new HttpClient();
            stranger.DefaultRequestHeaders.Add("portal-token", other.ApiKeys["stan"]);
            Assert.Contains(
                "\"Renamed\"",
                await stranger.GetStringAsync(new Uri(other.Url, Port)),
                StringComparison.Ordinal);
            Assert.Contains(
                "\"Renamed\"",
                await stranger.GetStringAsync(new Uri(other.Address + Port)),
                StringComparison.Ordinal);
        }

        Assert.DoesNotContain(await running.Emulator.Sandboxes.ListAsync(), sandbox => sandbox.Name == "passing");
    }

    [Fact]
    public async Task The_clock_makes_an_order_go_on()
    {
        var order = await Order();
        var moved = await world.Clock.AdvanceToNextAsync();
        Assert.Contains(moved.Moved, move => move.Id == order);
        var reached = await world.Clock.AdvanceUntilAsync("port-orders", order, "done");
        Assert.Equal("done", reached.StateNow);
        Assert.Equal("done", await StatusOf($"{Orders}/{order}"));
        var never = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            world.Clock.AdvanceUntilAsync("port-orders", order, "created"));
        Assert.NotNull(never.Explanation);
    }

    [Fact]
    public async Task The_clock_is_set_frozen_and_let_go()
    {
        var at = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        Assert.Equal(at, (await world.Clock.SetAsync(at)).Now);
        Assert.Equal(at.AddSeconds(1.5), (await world.Clock.AdvanceAsync(TimeSpan.FromSeconds(1.5))).Now);
        Assert.False((await world.Clock.ResumeAsync()).Frozen);
        Assert.True((await world.Clock.FreezeAsync(at)).Frozen);
    }

    [Fact]
    public async Task A_move_is_fired_and_an_illegal_one_refused_with_what_is_legal()
    {
        var failed = await world.Workflows.FireAsync("connections", BeingCreated, "Fail", "No light");
        Assert.Equal("ERROR", failed.State);
        Assert.Equal("No light", failed.History[^1].Reason);
        var refused = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            world.Workflows.FireAsync("connections", BeingCreated, "Created"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("\"legal\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains(await world.Workflows.ListAsync(), machine =>
            machine.Name == "connections" && machine.Moves.Count > 0);
        Assert.Equal("ERROR", (await world.Workflows.ShowAsync("connections", BeingCreated)).State);
    }

    [Fact]
    public async Task A_move_that_a_rule_forbids_is_made_when_it_is_forced()
    {
        const string Busy = "5be2d15fc2e6a1b4d7f0495f";
        var refused = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            world.Workflows.FireAsync("ports", Busy, "Disable"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("DISABLING", (await world.Workflows.FireAsync("ports", Busy, "Disable", force: true)).State);
    }

    [Fact]
    public async Task The_services_next_move_is_made()
    {
        var order = await Order();
        Assert.Equal("pending", (await world.Workflows.AdvanceAsync("port-orders", order)).State);
    }

    [Fact]
    public async Task The_pace_is_set_and_taken_back()
    {
        await world.Progression.SetAsync(new ProgressionPace { Progression = ProgressionKind.Manual });
        var order = await Order();
        Assert.Null((await world.Workflows.ShowAsync("port-orders", order)).NextDue);
        await world.Progression.SetAsync(
            "port-orders",
            order,
            new ProgressionPace { Progression = ProgressionKind.Time, StepSeconds = 30 });
        Assert.NotNull((await world.Workflows.ShowAsync("port-orders", order)).NextDue);
        await world.Progression.SetAsync(
            "connections",
            new ProgressionPace
            {
                Progression = ProgressionKind.Time,
                Stages = new Dictionary<string, double> { ["CREATING"] = 30 },
            });
        await world.Progression.ClearAsync();
        Assert.NotNull((await world.Workflows.ShowAsync("port-orders", await Order())).NextDue);
    }

    [Fact]
    public async Task A_counterparty_approves_after_a_while()
    {
        Assert.Equal(
            CounterpartyPolicy.Approve,
            (
                await world.Counterparties.SetAsync("company2", CounterpartyPolicy.Approve, TimeSpan.FromSeconds(5))
            ).Policy);
        using var answer = await world.Client.PutAsJsonAsync(
            "/api/v2/company/Acme/connections/layer2",
            new
            {
                type = "LAYER2",
                name = "Acme to company2",
                portId = "576247795c9de0b91e8b8576",
                speed = 10,
                destMetroId = "1232413986c08c061dd8c45f",
                destCompany = "company2",
            });
        var id = (await Json(answer))["id"]!.GetValue<string>();
        Assert.Equal(id, Assert.Single((await world.Counterparties.ShowAsync("company2")).Waiting).ConnectionId);
        await world.Clock.AdvanceUntilAsync("connections", id, "ACTIVE");
        Assert.Equal(CounterpartyPolicy.Ignore, (await world.Counterparties.ClearAsync("company2")).Policy);
    }

    [Fact]
    public async Task Agreements_are_required_by_product()
    {
        Assert.DoesNotContain(await world.Agreements.ShowAsync(), agreement => agreement.Required);
        var required = await world.Agreements.RequireAsync(["GIA_SERVICE"]);
        Assert.Equal("GIA_SERVICE", Assert.Single(required, agreement => agreement.Required).Type);
        Assert.DoesNotContain(await world.Agreements.RequireAsync([]), agreement => agreement.Required);
    }

    [Fact]
    public async Task A_fault_strikes_as_often_as_it_was_told_to()
    {
        var rule = await world.Faults.AnswerNextAsync(
            "GET /api/company/{companyName}/ports/{portId}",
            503,
            retryAfterSeconds: 1);
        using var struck = await world.Client.GetAsync(Port);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)),
            (struck.StatusCode, struck.Headers.RetryAfter!.Delta));
        Assert.Equal(HttpStatusCode.OK, (await world.Client.GetAsync(Port)).StatusCode);
        Assert.Equal(1, (await world.Faults.ShowAsync(rule.Id)).Fired);
        await world.Faults.DeleteAsync(rule.Id);
        Assert.Empty(await world.Faults.ListAsync());
    }

    [Fact]
    public async Task Every_kind_of_fault_can_be_said_and_comes_back_as_it_was_said()
    {
        var rule = new FaultRule
        {
            Id = "everything",
            Match = new FaultMatch
            {
                Method = "GET",
                Path = "/api/**",
                Company = "Acme",
                User = "stan",
                Header = new FaultHeader("X-Try", "2"),
            },
            When = new FaultWhen { Probability = 0.5 },
            Then = new FaultEffect
            {
                Answer = new FaultAnswer
                {
                    Status = 500,
                    Body = JsonNode.Parse("""{"a":[1]}"""),
                    Headers = new Dictionary<string, string> { ["X-A"] = "b" },
                },
                Latency = new FaultLatency { From = 1, To = 2 },
                After = true,
            },
            Seed = 7,
            TtlSeconds = 60,
        };
        var added = await world.Faults.AddAsync(rule);
        Assert.Equal(
            (rule.Match, rule.When, new PlacedLatency(1, 2), 7L),
            (added.Match, added.When, added.Then.Latency, added.Seed));
        Assert.Equal("""{"a":[1]}""", JsonSerializer.Serialize(added.Then.Answer!.Body));
        await world.Faults.AddAsync(
            new FaultRule
            {
                Then = new FaultEffect
                {
                    RateLimit = new FaultRateLimit
                    {
                        Limit = 1,
                        PerSeconds = 60,
                        By = "user",
                    },
                },
                First = true,
            });
        await world.Faults.AddAsync(
            new FaultRule
            {
                Then = new FaultEffect { Truncate = new FaultCut { Share = 0.5 } },
                Enabled = false,
            });
        await world.Faults.AddAsync(
            new FaultRule
            {
                Then = new FaultEffect { Slow = new FaultSlowness { BytesPerSecond = 10 } },
                Enabled = false,
            });
        await world.Faults.AddAsync(
            new FaultRule
            {
                Then = new FaultEffect { Reset = true },
                Enabled = false,
            });
        Assert.Equal(5, (await world.Faults.ListAsync()).Count);
        await world.Faults.ClearAsync();
        Assert.Empty(await world.Faults.ListAsync());
    }

    [Fact]
    public async Task The_journal_tells_what_was_asked()
    {
        await world.Journal.ClearAsync();
        await world.Client.GetStringAsync(Port);
        await Order();
        var search = new JournalSearch { Method = "PUT", Path = "/api/company/*/ports/orders" };
        Assert.Equal(1, await world.Journal.CountAsync(search));
        await world.Journal.VerifyAsync(search, exactly: 1);
        var missed = await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            world.Journal.VerifyAsync(search, exactly: 2));
        Assert.Contains("exactly 2", missed.Message, StringComparison.Ordinal);
        var listed = await world.Journal.ListAsync(
            new JournalSearch
            {
                Company = "Acme",
                User = "stan",
                Status = "2xx",
            });
        Assert.Equal(["GET", "PUT"], listed.Select(exchange => exchange.Method));
        var whole = await world.Journal.ShowAsync(listed[1].Sequence);
        Assert.Contains("supernetpa4", whole.RequestBody!.Text, StringComparison.Ordinal);
        Assert.Equal("041", whole.Operation!.Key);
        Assert.Equal(listed[1].Sequence, (await world.Journal.WaitAsync(search)).Sequence);
        await Assert.ThrowsAsync<EmulatorRefusedException>(() =>
            world.Journal.WaitAsync(new JournalSearch { Path = "/nowhere" }, TimeSpan.Zero));
    }

    [Fact]
    public async Task What_the_world_itself_logs_in_with_is_not_in_its_journal()
    {
        await world.LogInAsync(SeededUser.Meg);
        Assert.Empty(await world.Journal.ListAsync());
        await world.ResetAsync();
        Assert.Empty(await world.Journal.ListAsync());
    }

    [Fact]
    public async Task The_journal_is_held_to_bounds_and_knows_operations_by_their_names()
    {
        await Order();
        await Order();
        var orders = new JournalSearch { Operation = EmulatorOperations.CreatePortOrder };
        await world.Journal.VerifyAsync(orders);
        await world.Journal.VerifyAsync(orders, atLeast: 1, atMost: 2);
        Assert.Contains(
            "at least 3",
            (await Assert.ThrowsAsync<EmulatorRefusedException>(() => world.Journal.VerifyAsync(orders, atLeast: 3)))
                .Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "at most 1",
            (await Assert.ThrowsAsync<EmulatorRefusedException>(() => world.Journal.VerifyAsync(orders, atMost: 1)))
                .Message,
            StringComparison.Ordinal);
        Assert.Equal(0, await world.Journal.CountAsync(
            new JournalSearch { Operation = EmulatorOperations.ListPortOrders }));
    }

    [Fact]
    public async Task What_a_request_changed_is_verified_and_told_with_before_and_after()
    {
        (await world.Client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
        var renamed = new JournalSearch { Operation = EmulatorOperations.UpdatePort, Changed = EmulatorMachines.Ports };
        await world.Journal.VerifyAsync(renamed, exactly: 1);
        await world.Journal.VerifyAsync(renamed with { Changed = EmulatorMachines.Connections }, exactly: 0);
        var listed = Assert.Single(await world.Journal.ListAsync(renamed));
        Assert.Equal(1, listed.Changed);
        var change = Assert.Single((await world.Journal.ShowAsync(listed.Sequence)).Changes!);
        Assert.Equal(("request", "changed", EmulatorMachines.Ports), (change.By, change.Kind, change.Resource));
        var name = change.Members.Single(member => member.Name == "name");
        Assert.Equal(("Acme Great Oaks", "Renamed"), (name.Before!.Value.GetString(), name.After!.Value.GetString()));
    }

    [Fact]
    public async Task Events_are_read_as_they_happen_and_waited_for()
    {
        var order = await Order();
        var created = await world.Events.WaitAsync(happened => happened["id"] == order, since: 0);
        Assert.Equal(("transition", EmulatorMachines.PortOrders), (created.Kind, created["machine"]));
        var waiting = world.Events.WaitAsync(
            happened => happened["to"] == EmulatorStates.PortOrders.Done, since: created.Id);
        await world.Clock.AdvanceUntilAsync(EmulatorMachines.PortOrders, order, EmulatorStates.PortOrders.Done);
        Assert.Equal(order, (await waiting)["id"]);
        List<string> kinds = [];
        await foreach (var happened in world.Events.ReadAsync(["transition"], since: 0))
        {
            kinds.Add(happened.Kind);
            if (kinds.Count == 3)
            {
                break;
            }
        }

        Assert.All(kinds, kind => Assert.Equal("transition", kind));
        var none = await Assert.ThrowsAsync<TimeoutException>(() =>
            world.Events.WaitAsync(_ => false, since: created.Id, within: TimeSpan.FromMilliseconds(300)));
        Assert.Contains("What came: transition", none.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<EmulatorRefusedException>(async () =>
            await world.Events.ReadAsync(["weather"]).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task The_outbox_has_what_was_mailed()
    {
        using var nobody = world.CreateClient();
        (await nobody.PutAsync("/api/auth/password/forgot/user@example.com", null)).EnsureSuccessStatusCode();
        var letter = await world.Outbox.WaitAsync("user@example.com", "PasswordReset");
        Assert.NotNull(letter.Token);
        Assert.Equal(letter.Id, Assert.Single(await world.Outbox.ListAsync(to: "user@example.com")).Id);
        Assert.Empty(await world.Outbox.ListAsync(after: letter.Id));
        await world.Outbox.ClearAsync();
        Assert.Empty(await world.Outbox.ListAsync());
    }

    [Fact]
    public async Task A_reset_puts_it_back_and_leaves_its_client_logged_in()
    {
        var client = world.Client;
        (await client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
        await world.ResetAsync();
        Assert.DoesNotContain("\"Renamed\"", await client.GetStringAsync(Port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_is_saved_restored_and_begun_with()
    {
        var saved = await world.Snapshots.SaveAsync();
        (await world.Client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
        await world.Snapshots.RestoreAsync(saved.Name);
        Assert.DoesNotContain("\"Renamed\"", await world.Client.GetStringAsync(Port), StringComparison.Ordinal);

        var file = await world.Snapshots.FetchAsync(saved.Name);
        await world.Snapshots.DeleteAsync(saved.Name);
        var kept = await world.Snapshots.KeepAsync("kept", file);
        Assert.Contains(await world.Snapshots.ListAsync(), snapshot => snapshot.Name == kept.Name);
        await using var later = await running.Emulator.NewSandboxAsync(
            new SandboxOptions
            {
                From = "kept",
                ClockStart = new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero),
                Seed = 7,
            });
        Assert.Equal(new DateTimeOffset(2032, 1, 1, 0, 0, 0, TimeSpan.Zero), (await later.Clock.ReadAsync()).Now);
    }

    [Fact]
    public async Task Other_users_log_in_and_a_wrong_password_is_refused()
    {
        Assert.Contains(
            "\"meg\"",
            await (await world.LogInAsync(SeededUser.Meg)).GetStringAsync("/api/auth/token"),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"meg\"",
            await world.CreateClient("key-meg").GetStringAsync("/api/auth/token"),
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<EmulatorRefusedException>(() => world.LogInAsync(SeededUser.Meg, "wrong"));
    }

    [Fact]
    public async Task A_client_that_is_made_elsewhere_gets_in_through_the_handler()
    {
        using var client = new HttpClient(world.CreateHandler()) { BaseAddress = world.Url };
        client.DefaultRequestHeaders.Add("portal-token", "key-stan");
        (await client.PostAsync(Port, new StringContent("""{"name":"Renamed"}"""))).EnsureSuccessStatusCode();
        Assert.Contains("\"Renamed\"", await world.Client.GetStringAsync(Port), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_was_as_the_contract_says()
    {
        await world.Client.GetStringAsync(Port);
        var report = await running.Emulator.Conformance.ReportAsync();
        Assert.NotEqual("violates", report.Verdict);
    }

    private async Task<string> Order()
    {
        using var answer = await world.Client.PutAsJsonAsync(
            Orders,
            new
            {
                dataCenterFacility = "supernetpa4",
                speed = 1000,
                portName = "P",
                paymentType = "invoice",
            });
        return (await Json(answer))["id"]!.GetValue<string>();
    }

    private async Task<string> StatusOf(string path) =>
        JsonNode.Parse(await world.Client.GetStringAsync(path))!["status"]!.GetValue<string>();

    private static async Task<JsonNode> Json(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
