using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// What the other side of a connection does: per company it approves, rejects, modifies or ignores, after a while.
/// </summary>
public sealed class CounterpartyTests
{
    private static readonly Dictionary<string, string> Metros = new()
    {
        ["SJC"] = "1232413986c08c061dd8c45f",
        ["Sydney"] = "5a370fcac2e6a1b4d7382214",
        ["Tokyo"] = "5a370febc2e6a1b4d7ab54c6",
        ["London"] = "56bd9f93c2e6a1b4d7481c5a",
        ["Amsterdam"] = "5a37101cc2e6a1b4d71a0951",
        ["New York"] = "56bd9fb0c2e6a1b4d77a3c77",
    };

    private const string Backbone = "569fbfdec2e6a1b4d74c2c70";

    [Fact]
    public async Task Seeded_companies_show_each_of_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        var (approves, rejects, modifies, late, never) = (
            await Request(stan, "harbourlight", "Sydney"),
            await Request(stan, "meridian", "Amsterdam"),
            await Request(stan, "kestrelbank", "London"),
            await Request(stan, "hoshizora", "Tokyo"),
            await Request(stan, "bluefin", "New York"));
        await emulator.Pass(4.5);
        Assert.All(await Statuses(stan, approves, rejects, modifies, late, never), status =>
            Assert.Equal("PENDING", status));
        await emulator.Pass(0.5);
        Assert.Equal(
            ["ACCEPTED", "DENIED", "PENDING", "PENDING", "PENDING"],
            await Statuses(stan, approves, rejects, modifies, late, never));
        Assert.Equal(50, (await Get(stan, modifies))["speed"]!["value"]!.GetValue<int>());
        await emulator.Pass(5);
        Assert.Equal("ACTIVE", (await Get(stan, approves)).TextOf("status"));
        await emulator.Pass(86_400);
        Assert.Equal(
            ["ACTIVE", "DENIED", "PENDING", "ACTIVE", "PENDING"],
            await Statuses(stan, approves, rejects, modifies, late, never));

        // What was modified is the asking company's to agree to.
        Assert.Equal(
            "ACCEPTED",
            (await stan.Put($"/api/v2/company/Acme/connections/{modifies}/approve", "{}")).MustBeOk().TextOf("status"));
        Assert.Equal(
            [
                "bluefin ignore", "harbourlight approve", "hoshizora approve", "huaweicloud approve",
                "kestrelbank modify", "meridian reject", "oracle approve", "tencent-cloud approve",
                "vultrcloud approve",
            ],
            (await emulator.Nobody().Get("/__admin/counterparties")).MustBeOk()["counterparties"]!
                .AsArray()
                .Select(shown => $"{shown!["company"]} {shown["policy"]}"));
    }

    [Fact]
    public async Task A_policy_can_be_set_seen_at_work_and_taken_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"approve","delaySeconds":60}""")).MustBeOk();
        var connection = await Request(stan, "company2", "SJC");
        var shown = (await admin.Get("/__admin/counterparties/company2")).MustBeOk();
        Assert.Equal(
            $$"""[{"connectionId":"{{connection}}","due":"2026-03-01T12:01:00.000Z"}]""",
            shown["waiting"]!.ToJsonString());
        var reached = (
            await admin.Post(
                "/__admin/clock/advance-until",
                $$"""{"machine":"connections","id":"{{connection}}","state":"ACTIVE"}""")
        ).MustBeOk();
        Assert.Equal("2026-03-01T12:01:02.000Z", reached.TextOf("reachedAt"));
        var approved = (await Get(stan, connection));
        Assert.Equal("58b5b4a9c2e6a1b4d777c52d", approved["destPort"]!["id"]!.GetValue<string>());
        Assert.Equal(
            "Approved",
            (await admin.Get($"/__admin/workflows/replies/{connection}"))["history"]![1]!["reason"]!.GetValue<string>()
        );

        (await admin.Delete("/__admin/counterparties/company2")).MustBeOk();
        var alone = await Request(stan, "company2", "SJC");
        await emulator.Pass(86_400);
        Assert.Equal("PENDING", (await Get(stan, alone)).TextOf("status"));
    }

    [Fact]
    public async Task Changes_of_speed_are_answered_too()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"approve"}""")).MustBeOk();
        var connection = await Request(stan, "company2", "SJC");
        Assert.Equal("ACTIVE", (await Get(stan, connection)).TextOf("status"));
        await Propose(200);
        Assert.Equal((200, null), await Speed());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"modify","speedPercent":75}""")).MustBeOk();
        await Propose(400);

        // Less than what the other side has approved is applied at once (000:8288).
        Assert.Equal((300, null), await Speed());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"reject"}""")).MustBeOk();
        await Propose(500);
        Assert.Equal((300, "REJECTED"), await Speed());

        Task<Answer> Propose(int speed) =>
            stan.Put($"/api/company/Acme/connections/{connection}/change", $$"""{"speed":{{speed}}}""");

        async Task<(int, string?)> Speed()
        {
            var shown = await Get(stan, connection);
            return (shown["speed"]!["value"]!.GetValue<int>(), shown["request"]?["status"]?.GetValue<string>());
        }
    }

    [Fact]
    public async Task People_can_be_quicker()
    {
        await using var emulator = new EmulatorUnderTest();
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"reject","delaySeconds":60}""")).MustBeOk();
        var connection = await Request(stan, "company2", "SJC");
        (
            await emulator.With("key-meg").Put($"/api/v2/company/company2/connections/{connection}/approve", "{}")
        ).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("ACTIVE", (await Get(stan, connection)).TextOf("status"));
        Assert.Equal("MOOT", (await admin.Get($"/__admin/workflows/replies/{connection}")).TextOf("state"));
    }

    [Fact]
    public async Task What_waits_already_is_answered_only_when_asked_for()
    {
        const string Waiting = "67569860c2e6a1b4d7775129"; // a request to Acme
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        (await admin.Put("/__admin/counterparties/Acme", """{"policy":"reject"}""")).MustBeOk();
        await emulator.Pass(60);
        Assert.Equal("PENDING", (await admin.Get($"/__admin/workflows/connections/{Waiting}")).TextOf("state"));
        var shown = (
            await admin.Put("/__admin/counterparties/Acme", """{"policy":"reject","pending":true}""")
        ).MustBeOk();
        Assert.Contains(
            Waiting,
            shown["waiting"]!.AsArray().Select(reply => reply!["connectionId"]!.GetValue<string>()));
        Assert.Equal("DENIED", (await admin.Get($"/__admin/workflows/connections/{Waiting}")).TextOf("state"));
    }

    [Fact]
    public async Task What_a_rule_forbids_is_not_done_and_leaves_no_trace()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/CompanyB", """{"policy":"approve","delaySeconds":1}""")).MustBeOk();
        var connection = await Request(stan, "CompanyB", "SJC");
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"approve"}""")).MustBeOk();

        // Nowhere in London has company2 a port.
        var nowhere = await Request(stan, "company2", "London");
        Assert.Equal("PENDING", (await Get(stan, nowhere)).TextOf("status"));
        var failed = (await admin.Get($"/__admin/workflows/replies/{nowhere}")).MustBeOk();
        Assert.Equal("FAILED", failed.TextOf("state"));
        Assert.Contains(
            "have an ACTIVE port in the requested metro",
            failed["history"]!.AsArray().Last()!["reason"]!.GetValue<string>(),
            StringComparison.Ordinal);

        // The source's port goes away in the meantime: the destination's port isn't named either.
        (await stan.Post($"/api/company/Acme/ports/{Backbone}/disable")).MustRefuse(409);
        await emulator.Pass(1);
        Assert.Equal("ACTIVE", (await Get(stan, connection)).TextOf("status"));
    }

    [Fact]
    public async Task Two_companies_that_both_want_less_come_to_an_end()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/company2", """{"policy":"modify"}""")).MustBeOk();
        (await admin.Put("/__admin/counterparties/Acme", """{"policy":"modify"}""")).MustBeOk();
        var connection = await Request(stan, "company2", "SJC");
        var shown = await Get(stan, connection);
        Assert.Equal(("ACTIVE", 1), (shown.TextOf("status"), shown["speed"]!["value"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_cloud_partner_accepts_as_its_customer_does_there_and_nothing_else()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var (stan, admin) = (emulator.With("key-stan"), emulator.Nobody());
        (await admin.Put("/__admin/counterparties/amazon", """{"policy":"reject"}""")).MustRefuse(
            409,
            "The cloud partner amazon can only approve or ignore");
        (await admin.Put("/__admin/counterparties/amazon", """{"policy":"approve","delaySeconds":30}""")).MustBeOk();
        var connection = (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                """
                {"type":"LAYER2","name":"Cloud","portId":"576247795c9de0b91e8b8576","speed":50,
                "destPortId":"579ec72fa21a602e46f32c30","destCompany":"amazon"}
                """
            ))
            .MustBeOk()
            .TextOf("id");
        Assert.Equal("PENDING_ACCEPTANCE", (await Get(stan, connection)).TextOf("status"));
        await emulator.Pass(30);
        Assert.Equal("ACTIVE", (await Get(stan, connection)).TextOf("status"));
    }

    [Theory]
    [InlineData("nobody", """{"policy":"approve"}""", 404, "A company can not be found with the given id")]
    [InlineData("company2", "{}", 400, "The request must have required property 'policy'")]
    [InlineData(
        "company2",
        """{"policy":"argue"}""",
        400,
        "The request/policy must be equal to one of the allowed values"
    )]
    [InlineData("company2", """{"policy":"approve","delaySeconds":-1}""", 400, "The request/delaySeconds must be >= 0")]
    [InlineData(
        "company2",
        """{"policy":"modify","speedPercent":100}""",
        400,
        "The request/speedPercent must be <= 99"
    )]
    public async Task What_can_not_be_is_refused(string company, string body, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put($"/__admin/counterparties/{company}", body)).MustRefuse(status, message);
    }

    private static async Task<string> Request(Client stan, string company, string metro)
    {
        return (
            await stan.Put(
                "/api/v2/company/Acme/connections/layer2",
                $$"""
                {"type":"LAYER2","name":"To {{company}}","portId":"{{Backbone}}","speed":100,
                "destMetroId":"{{Metros[metro]}}","destCompany":"{{company}}"}
                """
            ))
            .MustBeOk()
            .TextOf("id");
    }

    private static async Task<Answer> Get(Client stan, string connection) =>
        (await stan.Get($"/api/v2/company/Acme/connections/{connection}")).MustBeOk();

    private static async Task<string[]> Statuses(Client stan, params string[] connections)
    {
        var statuses = new List<string>();
        foreach (var connection in connections)
        {
            statuses.Add((await Get(stan, connection)).TextOf("status"));
        }

        return [.. statuses];
    }
}
