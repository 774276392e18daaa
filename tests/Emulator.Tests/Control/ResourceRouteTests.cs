using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// What a console stands on: the index, the overview, lists of resources, what is due, the network, people.
/// </summary>
public sealed class ResourceRouteTests
{
    private const string Orders = "/api/company/Acme/ports/orders";

    private const string Order = """
        {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Lit up","paymentType":"invoice"}
        """;

    [Fact]
    public async Task The_index_has_every_route_of_the_emulators_own_with_what_it_is_for()
    {
        await using var emulator = new EmulatorUnderTest();
        var tools = (await emulator.Nobody().Get("/__admin")).MustBeOk()["tools"]!.AsArray();
        var document = (await emulator.Nobody().Get("/openapi/admin.json")).MustBeOk()["paths"]!.AsObject();
        Assert.Equal(
            document.Select(path => path.Key).Where(path => path != "/").Order(StringComparer.Ordinal),
            tools.Select(tool => tool!["path"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.NotEmpty(tool!["summary"]!.GetValue<string>()));
        var clock = tools.Single(tool => tool!["path"]!.GetValue<string>() == "/__admin/clock")!;
        Assert.Equal(
            ["GET", "PUT"], clock["methods"]!.AsArray().Select(method => method!.GetValue<string>()).Order());
        Assert.Equal("Clock", clock["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_overview_counts_what_there_is_and_says_what_is_next()
    {
        await using var emulator = new EmulatorUnderTest();
        var (nobody, stan) = (emulator.Nobody(), emulator.With("key-stan"));
        var before = (await nobody.Get("/__admin/overview")).MustBeOk().Json;
        Assert.Equal(
            ("default", true, "http://localhost"),
            (before["sandbox"]!["name"]!.GetValue<string>(), before["sandbox"]!["isDefault"]!.GetValue<bool>(),
                before["sandbox"]!["url"]!.GetValue<string>()));
        var id = (await stan.Put(Orders, Order)).MustBeOk().TextOf("id");
        (await nobody.Post("/__admin/faults", """{"when":{"next":1},"then":{"answer":{"status":503}}}""")).MustBeOk();
        Assert.Equal(503, (int)(await stan.Get(Orders)).Status);
        (await nobody.Post("/__admin/snapshots", """{"name":"one"}""")).MustBeOk();
        (await nobody.Post("/__admin/sandboxes", """{"name":"other"}""")).MustBeOk();
        (await nobody.Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        var after = (await nobody.Get("/__admin/overview")).MustBeOk().Json;
        var due = after["due"]!["next"]!;
        Assert.Equal(
            ("port-orders", id, "Lit up", "Acme", "created"),
            (Text(due, "machine"), Text(due, "id"), Text(due, "name"), Text(due, "company"), Text(due, "from")));
        Assert.Equal(Number(before["due"]!, "count") + 1, Number(after["due"]!, "count"));
        Assert.Equal(
            (3, 1, 1, 2, 1, false),
            (Number(after["journal"]!, "recorded"), Number(after["faults"]!, "rules"),
                Number(after["faults"]!, "struck"), Number(after["sandboxes"]!, "count"),
                Number(after["snapshots"]!, "count"), after["adminToken"]!.GetValue<bool>()));
        Assert.Equal(Number(before["outbox"]!, "messages") + 1, Number(after["outbox"]!, "messages"));
        var orders = Machine(after, "port-orders");
        Assert.Equal(Number(Machine(before, "port-orders"), "total") + 1, Number(orders, "total"));
        Assert.Equal(
            Number(orders, "total"), orders["states"]!.AsObject().Sum(state => state.Value!.GetValue<int>()));
        Assert.True(Number(orders["states"]!, "created") >= 1);
        var acme = after["companies"]!.AsArray().Single(company => Text(company!, "name") == "Acme")!;
        var ports = (await stan.Get("/api/company/Acme/ports?deleted=false")).MustBeOk()["results"]!.AsArray();
        Assert.Equal(ports.Count, Number(acme, "ports"));
        Assert.Equal("time", Text(after["progression"]!["usual"]!, "progression"));
        var coverage = (await nobody.Get("/__admin/coverage")).MustBeOk();
        var published = Number(coverage.Json, "emulated") + Number(coverage.Json, "notYetEmulated");
        Assert.StartsWith(
            $"{coverage["emulated"]} of {published} operations answer",
            after["isReal"]![0]!.GetValue<string>(),
            StringComparison.Ordinal);
        Assert.Contains(after["isNot"]!.AsArray(), line => line!.GetValue<string>()
            .StartsWith($"{coverage["notYetEmulated"]} published operations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task States_are_counted_right_whatever_is_written_in_between()
    {
        await using var emulator = new EmulatorUnderTest();
        var (nobody, stan) = (emulator.Nobody(), emulator.With("key-stan"));
        await MustAgree(); // Counted once, and kept from here on.
        (await stan.Put(Orders, Order)).MustBeOk();
        await MustAgree();
        (await nobody.Post("/__admin/clock/advance", """{"seconds":2}""")).MustBeOk();
        await MustAgree();
        (await nobody.Post(
            "/__admin/workflows/connections/675868acc2e6a1b4d7fa14df/fire", """{"trigger":"Fail"}""")).MustBeOk();
        (await stan.Put(Orders, """{"dataCenterFacility":"nowhere"}""")).MustRefuse(400);
        (await nobody.Post("/__admin/clock/advance", """{"seconds":600}""")).MustBeOk();
        await MustAgree();
        (await nobody.Post("/__admin/reset")).MustBeOk();
        await MustAgree();

        async Task MustAgree()
        {
            var overview = (await nobody.Get("/__admin/overview")).MustBeOk().Json;
            var listed = (await List(nobody, "?limit=1000")).Rows
                .GroupBy(row => $"{Text(row, "machine")} {Text(row, "state")}")
                .ToDictionary(rows => rows.Key, rows => rows.Count());
            Assert.Equal(
                listed.OrderBy(one => one.Key, StringComparer.Ordinal),
                overview["machines"]!.AsArray().SelectMany(machine => machine!["states"]!.AsObject().Select(state =>
                    KeyValuePair.Create($"{Text(machine, "name")} {state.Key}", state.Value!.GetValue<int>())))
                    .OrderBy(one => one.Key, StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task An_overview_is_of_the_sandbox_that_is_asked()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        var shown = (await emulator.Nobody().Get("/sandbox/mine/__admin/overview")).MustBeOk()["sandbox"]!;
        Assert.Equal(
            ("mine", false, "http://localhost/sandbox/mine"),
            (Text(shown, "name"), shown["isDefault"]!.GetValue<bool>(), Text(shown, "url")));
    }

    [Fact]
    public async Task Resources_are_listed_by_machine_state_company_and_name_and_page()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        (await emulator.With("key-stan").Put(Orders, Order)).MustBeOk();
        var all = await List(nobody, "?limit=1000");
        Assert.Equal(all.Found, all.Rows.Count);
        var paged = new List<JsonNode>();
        for (var offset = 0; offset < all.Found; offset += 40)
        {
            paged.AddRange((await List(nobody, $"?limit=40&offset={offset}")).Rows);
        }

        Assert.Equal(all.Rows.Select(row => row.ToJsonString()), paged.Select(row => row.ToJsonString()));
        Assert.Equal(
            Number(Machine((await nobody.Get("/__admin/overview")).MustBeOk().Json, "ports"), "total"),
            (await List(nobody, "?machine=ports&limit=0")).Found);
        var order = (await List(nobody, "?machine=PORT-ORDERS&limit=1")).Rows.Single(); // The newest comes first.
        Assert.Equal(
            ("Lit up", "Acme", "created", "2026-03-01T12:00:01.000Z"),
            (Text(order, "name"), Text(order, "company"), Text(order, "state"), Text(order, "nextDue")));
        var active = await List(nobody, "?machine=ports&state=active&company=acme");
        Assert.All(active.Rows, row => Assert.Equal(("Acme", "ACTIVE"), (Text(row, "company"), Text(row, "state"))));
        Assert.NotEmpty(active.Rows);
        Assert.All(
            (await List(nobody, "?state=ERROR&limit=1000")).Rows, row => Assert.Equal("ERROR", Text(row, "state")));

        // Both parties of a connection find it.
        var ofCompany2 = await List(nobody, "?machine=connections&company=company2");
        Assert.Contains(ofCompany2.Rows, row => Text(row, "company") != "company2");
        Assert.Single((await List(nobody, "?q=LIT%20UP&machine=port-orders")).Rows);
        Assert.Single((await List(nobody, $"?q={Text(order, "id")}&machine=port-orders")).Rows);
        Assert.Empty((await List(nobody, "?q=%25")).Rows); // No wildcard of SQL's.
        foreach (var bad in new[] { "state=LOST", "machine=ports&state=created", "limit=1001", "limit=x", "offset=-1" })
        {
            (await nobody.Get($"/__admin/resources?{bad}")).MustRefuse(400);
        }

        (await nobody.Get("/__admin/resources?machine=weather")).MustRefuse(404);
        (await nobody.Get("/__admin/resources?company=nobody")).MustRefuse(404);
    }

    [Fact]
    public async Task What_is_due_comes_earliest_first_and_comes_true()
    {
        await using var emulator = new EmulatorUnderTest();
        var (nobody, stan) = (emulator.Nobody(), emulator.With("key-stan"));
        (await stan.Put(Orders, Order)).MustBeOk();
        var steps = 0;
        for (; (await nobody.Get("/__admin/due?limit=1")).MustBeOk()["due"]!.AsArray() is [{ } next]; steps++)
        {
            var clock = (await nobody.Post("/__admin/clock/advance-to-next")).MustBeOk();
            var moved = clock["moved"]![0]!;
            Assert.Equal(
                (Text(next, "at"), Text(next, "machine"), Text(next, "id"), Text(next, "from"), Text(next, "trigger"),
                    Text(next, "to")),
                (Text(moved, "at"), Text(moved, "machine"), Text(moved, "id"), Text(moved, "from"),
                    Text(moved, "trigger"), Text(moved, "to")));
        }

        Assert.True(steps >= 5, $"{steps} steps");
        (await stan.Put(Orders, Order)).MustBeOk();
        (await stan.Put(Orders, Order.Replace("Lit up", "Another", StringComparison.Ordinal))).MustBeOk();
        var all = (await nobody.Get("/__admin/due?limit=1000")).MustBeOk();
        var instants = all["due"]!.AsArray().Select(one => Text(one!, "at")).ToList();
        Assert.Equal(instants.Order(StringComparer.Ordinal), instants);
        Assert.Equal(Number(all.Json, "count"), instants.Count);
    }

    [Fact]
    public async Task Each_seeded_resource_that_says_where_it_is_shown_is_shown_there_to_whom_it_says()
    {
        await using var emulator = new EmulatorUnderTest();
        var nobody = emulator.Nobody();
        var people = (await nobody.Get("/__admin/people?limit=1000")).MustBeOk()["people"]!.AsArray();
        var (shown, without) = (new Dictionary<string, int>(), new HashSet<string>());
        var clients = new Dictionary<string, Client>();
        foreach (var row in (await List(nobody, "?limit=1000")).Rows)
        {
            var (machine, id) = (Text(row, "machine")!, Text(row, "id")!);
            var resource = (await nobody.Get($"/__admin/workflows/{machine}/{id}")).MustBeOk();
            Assert.Equal(
                (Text(row, "name"), Text(row, "company"), Text(row, "state")),
                (Text(resource.Json, "name"), Text(resource.Json, "company"), Text(resource.Json, "state")));
            if (Text(resource.Json, "path") is not { } path || Text(resource.Json, "readAs") is not { } reader)
            {
                without.Add(machine);
                continue;
            }

            if (shown.GetValueOrDefault(machine) >= 12)
            {
                continue; // Enough of a kind.
            }

            var person = people.Single(one => Text(one!, "username") == reader)!;
            if (!clients.TryGetValue(reader, out var client))
            {
                clients[reader] = client = person["apiKeys"]!.AsArray() is [{ } key, ..]
                    ? emulator.With(key.GetValue<string>())
                    : await emulator.LoggedIn(Text(person, "email")!);
            }

            var read = await client.Get(path);
            Assert.True(read.Status == System.Net.HttpStatusCode.OK, $"{machine} {id} {Text(row, "state")} at {path} "
                + $"as {reader}: {(int)read.Status} {read.Text}");
            shown[machine] = shown.GetValueOrDefault(machine) + 1;
        }

        var machines = (await nobody.Get("/__admin/workflows")).MustBeOk()["machines"]!.AsArray()
            .Select(machine => Text(machine!, "name")!).ToList();
        string[] nowhere = ["invitations"]; // Only their token leads to them.
        Assert.Superset(
            (await List(nobody, "?limit=1000")).Rows.Select(row => Text(row, "machine")!).Except(nowhere).ToHashSet(),
            machines.ToHashSet());
        Assert.Empty((await List(nobody, "?limit=1000")).Rows.Select(row => Text(row, "machine")!).Distinct()
            .Except(nowhere).Except(shown.Keys));
    }

    [Fact]
    public async Task The_network_is_told_whole_and_what_is_sold_of_ports_is_as_the_service_says()
    {
        await using var emulator = new EmulatorUnderTest();
        var (nobody, stan) = (emulator.Nobody(), emulator.With("key-stan"));
        var network = (await nobody.Get("/__admin/network")).MustBeOk().Json;
        Assert.All(network["metros"]!.AsArray(), metro =>
        {
            Assert.InRange(metro!["lat"]!.GetValue<double>(), -60, 70);
            Assert.Equal(2, Text(metro, "countryCode")!.Length);
        });
        var metros = network["metros"]!.AsArray().Select(metro => Text(metro!, "id")).ToHashSet();
        Assert.All(network["facilities"]!.AsArray(), facility => Assert.Contains(Text(facility!, "metroId"), metros));
        Assert.Contains(network["facilities"]!.AsArray(), facility => !facility!["orderable"]!.GetValue<bool>());
        var ports = network["ports"]!.AsArray();
        Assert.Equal(ports.Count, Number(network["found"]!, "ports"));
        Assert.Equal(
            network["connections"]!.AsArray().Count, Number(network["found"]!, "connections"));
        var (compared, used) = (0, 0);
        foreach (var port in ports.Where(port => Text(port!, "company") == "Acme"))
        {
            var listed = (await stan.Get($"/api/company/Acme/ports/{Text(port!, "id")}")).MustBeOk();
            Assert.Equal(
                (Text(listed.Json, "name"), Text(listed.Json, "status"), Number(listed["capacity"]!, "total"),
                    Number(listed["capacity"]!, "utilised")),
                (Text(port!, "name"), Text(port!, "status"), Number(port!, "speed"), Number(port!, "used")));
            used += Number(port!, "used");
            compared++;
        }

        Assert.True(compared > 3 && used > 0);
        Assert.Contains(network["connections"]!.AsArray(), connection => connection!["cloud"] is not null);
        Assert.Contains(
            network["cloudRouters"]!.AsArray(), router => router!["sites"]!.AsArray().Count > 1);
        Assert.NotEmpty(network["services"]!.AsArray());
        Assert.All(network["clouds"]!.AsArray(), cloud => Assert.NotEmpty(Text(cloud!, "provider")!));
        Assert.All(
            network["connections"]!.AsArray(), connection => Assert.DoesNotContain(
                Text(connection!, "status"), new[] { "DELETED", "DENIED", "CANCELLED" }));
        var acme = (await nobody.Get("/__admin/network?company=acme")).MustBeOk().Json;
        Assert.All(acme["ports"]!.AsArray(), port => Assert.Equal("Acme", Text(port!, "company")));
        Assert.Equal(
            ports.Where(port => Text(port!, "company") == "Acme").Select(port => port!.ToJsonString()),
            acme["ports"]!.AsArray().Select(port => port!.ToJsonString()));
        Assert.All(acme["connections"]!.AsArray(), connection => Assert.Contains(
            "Acme", new[] { Text(connection!, "company"), Text(connection!, "toCompany") }));
        var two = (await nobody.Get("/__admin/network?limit=2")).MustBeOk().Json;
        Assert.Equal((2, ports.Count), (two["ports"]!.AsArray().Count, Number(two["found"]!, "ports")));
        (await nobody.Get("/__admin/network?company=nobody")).MustRefuse(404);
        (await nobody.Get("/__admin/network?limit=50001")).MustRefuse(400);
    }

    [Fact]
    public async Task People_are_told_with_what_they_log_in_with_until_they_choose_a_password_of_their_own()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        var stan = await Person(emulator, "", "stan");
        Assert.Equal(("stan@example.com", "Password1"), (Text(stan, "email"), Text(stan, "password")));
        Assert.Equal("key-stan", stan["apiKeys"]![0]!.GetValue<string>());
        Assert.Contains(stan["companies"]!.AsArray(), company => Text(company!, "company") == "Acme"
            && company!["roles"]![0]!.GetValue<string>() == "admin");
        (await (await emulator.Stan()).Put(
            "/api/auth/password", """{"oldPassword":"Password1","newPassword":"Of-my-own-7"}""")).MustBeOk();
        Assert.Null((await Person(emulator, "", "stan"))["password"]);
        var there = await Person(emulator, "/sandbox/mine", "stan");
        Assert.Equal(
            ("Password1", "mine.key-stan"), (Text(there, "password"), there["apiKeys"]![0]!.GetValue<string>()));
        Assert.All(
            (await emulator.Nobody().Get("/__admin/people?company=company2")).MustBeOk()["people"]!.AsArray(),
            person => Assert.Contains(person!["companies"]!.AsArray(), one => Text(one!, "company") == "company2"));
        (await emulator.Nobody().Get("/__admin/people?limit=1001")).MustRefuse(400);
    }

    private static async Task<JsonNode> Person(EmulatorUnderTest emulator, string sandbox, string username) =>
        (await emulator.Nobody().Get($"{sandbox}/__admin/people")).MustBeOk()["people"]!.AsArray()
            .Single(person => Text(person!, "username") == username)!;

    private static async Task<(List<JsonNode> Rows, int Found)> List(Client nobody, string query)
    {
        var answer = (await nobody.Get("/__admin/resources" + query)).MustBeOk();
        return ([.. answer["resources"]!.AsArray().Select(row => row!)], Number(answer.Json, "found"));
    }

    private static JsonNode Machine(JsonNode overview, string name) =>
        overview["machines"]!.AsArray().Single(machine => Text(machine!, "name") == name)!;

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static int Number(JsonNode node, string name) => node[name]!.GetValue<int>();
}
