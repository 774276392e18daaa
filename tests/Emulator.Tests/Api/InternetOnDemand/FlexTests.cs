using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>Flexing a service's bandwidth, and what becomes of it.</summary>
public sealed class FlexTests
{
    [Fact]
    public async Task A_flex_is_requested_processed_and_in_force_until_the_contracts_bandwidth_ends_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = await emulator.Active(IodWorld.Order());
        Assert.Equal(
            """{"latest":null,"active":null}""",
            (await joe.Get(Path(id) + "/current")).MustBeOk().Json.ToJsonString());
        var requested = (await joe.Flex(id, "450")).MustBeOk();
        Assert.Equal(("UPGRADE", "REQUESTED", "450", false), Told(requested.Json));
        Assert.Equal(100, await Rate());
        var pending = (await joe.Get(Path(id) + "/history")).MustBeOk()["pending"]!;
        Assert.Equal(
            ("450", "false"),
            (pending["bandwidth"]!.ToJsonString(), pending["toBaseContract"]!.ToJsonString()));
        await emulator.Pass(1);
        Assert.Equal("PROCESSING", (await Current())["latest"]!["status"]!.GetValue<string>());
        await emulator.Pass(1);
        Assert.Equal(450, await Rate());
        Assert.Equal(("UPGRADE", "SUCCESS", "450", true), Told((await Current())["active"]!));
        await emulator.Pass(7200 - 2);
        Assert.Equal(("DOWNGRADE", "REQUESTED", "300", false), Told((await joe.Flex(id, "300")).MustBeOk().Json));
        await emulator.Pass(2 + 3600 - 2);
        Assert.Equal(("DOWNGRADE", "REQUESTED", "100", false), Told((await joe.Flex(id, "\"100\"")).MustBeOk().Json));
        await emulator.Pass(2);
        Assert.Equal(100, await Rate());
        Assert.Null((await Current())["active"]);
        Assert.Equal("SUCCESS", (await Current())["latest"]!["status"]!.GetValue<string>());

        var history = (await joe.Get(Path(id) + "/history")).MustBeOk();
        Assert.Equal(100, history["contractBandwidth"]!.GetValue<int>());
        Assert.Null(history["active"]);
        Assert.Null(history["pending"]);
        Assert.Equal(2, history["total"]!.GetValue<int>());
        var (first, second) = (history["results"]![0]!, history["results"]![1]!);
        Assert.Equal(("350", "450", "76.5", "\"2.0000\"", 153m), Entry(first));
        Assert.Equal(("200", "300", "76.5", "\"1.0000\"", 76.5m), Entry(second));
        Assert.Equal(first["end"]!.GetValue<string>(), second["start"]!.GetValue<string>());

        var list = (await joe.Get(Path(id))).MustBeOk().Json.AsArray();
        Assert.Equal([450, 300, 100], list.Select(flex => flex!["bandwidth"]!.GetValue<int>()));

        async Task<int> Rate() => (await joe.Service(id)).MustBeOk()["rateLimit"]!["rate"]!.GetValue<int>();

        async Task<JsonNode> Current() => (await joe.Get(Path(id) + "/current")).MustBeOk().Json;
    }

    [Fact]
    public async Task Hours_are_those_of_the_sandboxs_clock_to_the_tenth_of_a_thousandth()
    {
        await using var emulator = new EmulatorUnderTest();
        var history = (await emulator.With("key-joe").Get(Path(IodWorld.Seeded) + "/history")).MustBeOk();
        var result = Assert.Single(history["results"]!.AsArray())!;
        Assert.Equal(("350", "450", "76.5", "\"0.0001\"", 0.00765m), Entry(result));
        var active = history["active"]!;
        Assert.Equal(
            (200, 300, 76.5m),
            (
                active["flexBandwidth"]!.GetValue<int>(),
                active["totalBandwidth"]!.GetValue<int>(),
                active["rate"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task What_is_asked_for_is_reserved_at_once_and_given_back_where_it_fails()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var id = await emulator.Active(IodWorld.Order());
        var before = await joe.Capacity(IodWorld.London);
        var flex = (await joe.Flex(id, "600")).MustBeOk().TextOf("id");
        Assert.Equal(before.Utilised + 500, (await joe.Capacity(IodWorld.London)).Utilised);
        (
            await emulator
                .Nobody()
                .Post(
                    $"/__admin/workflows/flexes/{flex}/fire",
                    """{"trigger":"Fail","reason":"No capacity upstream"}"""
                )
        ).MustBeOk();
        Assert.Equal(before, await joe.Capacity(IodWorld.London));
        Assert.Equal("FAILED", (await joe.Get(Path(id) + "/current"))["latest"]!["status"]!.GetValue<string>());
        Assert.Equal(0, (await joe.Get(Path(id) + "/history")).MustBeOk()["total"]!.GetValue<int>());
        (await joe.Flex(id, "600")).MustBeOk();
    }

    [Theory]
    [InlineData("0", 422, "Rate limit cannot be less than 1Mbps")]
    [InlineData("-1", 422, "Rate limit cannot be less than 1Mbps")]
    [InlineData("1.5", 422, "Rate limit should be an integer.")]
    [InlineData("\"abc\"", 422, "Rate limit should be an integer.")]
    [InlineData("null", 422, "Rate limit should be an integer.")]
    [InlineData("true", 422, "Rate limit should be an integer.")]
    [InlineData("[]", 422, "Rate limit should be an integer.")]
    [InlineData("1e400", 422, "Rate limit should be an integer.")]
    [InlineData("1e30", 422, "Flex price is not available for the requested bandwidth for this service.")]
    [InlineData("10101", 422, "Flex price is not available for the requested bandwidth for this service.")]
    [InlineData("99", 422, "Flex price is not available for the requested bandwidth for this service.")]
    [InlineData("9801", 400, "The requested bandwidth exceeds the available capacity for the Port. Max is: 9300")]
    public async Task A_bandwidth_that_can_not_be_had_is_refused(string bandwidth, int status, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var id = await emulator.Active(IodWorld.Order());
        (await emulator.With("key-joe").Flex(id, bandwidth)).MustRefuse(status, message);
        Assert.Empty((await emulator.With("key-joe").Get(Path(id))).MustBeOk().Json.AsArray());
    }

    [Fact]
    public async Task A_bandwidth_is_required()
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post(Path(IodWorld.Seeded), "{}")).MustRefuse(
            400,
            "The request must have required property 'bandwidth'");
    }

    [Fact]
    public async Task Only_an_active_service_that_is_billed_by_use_and_paid_by_invoice_can_be_flexed_once_at_a_time()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var provisioning = (await joe.Provision(IodWorld.Order())).MustBeOk().TextOf("id");
        (await joe.Flex(provisioning, "200")).MustRefuse(400, "Flex can only be requested when the service is active");
        (await joe.Flex(IodWorld.Flexing, "200")).MustRefuse(400, "New Flex cannot be requested while there is a "
            + "request already in progress.");
        var card = await emulator.Active(IodWorld.Order().With("paymentType", "creditcard"));
        (await joe.Flex(card, "200")).MustRefuse(400, "Flex can only be requested on a service which is set up to be "
            + "paid by invoice.");
        foreach (var billing in new[] { "free", "bespoke" })
        {
            var other = await emulator.Active(IodWorld.Order().With("billingtype", billing));
            (await joe.Flex(other, "200")).MustRefuse(400, "Flex cannot be requested on this service. To change the "
                + "bandwidth of this service please contact support.");
        }
    }

    [Fact]
    public async Task Of_two_flexes_at_once_one_wins()
    {
        await using var emulator = new EmulatorUnderTest();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => emulator.With("key-joe").Flex(IodWorld.Seeded, $"{400 + number}"))
        );
        Assert.Single(answers, answer => (int)answer.Status == 200);
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer =>
            answer.MustRefuse(400, "New Flex cannot be requested while there is a request already in progress."));
        Assert.Equal(3, (await emulator.With("key-joe").Get(Path(IodWorld.Seeded))).MustBeOk().Json.AsArray().Count);
    }

    [Fact]
    public async Task A_failure_or_a_deletion_of_the_service_ends_its_flexes()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var flex = (await joe.Flex(IodWorld.Seeded, "400")).MustBeOk().TextOf("id");
        (await joe.Delete($"/v2/gia-services/{IodWorld.Seeded}")).MustBeOk();
        var shown = (await emulator.Nobody().Get($"/__admin/workflows/flexes/{flex}")).MustBeOk();
        Assert.Equal("FAILED", shown.TextOf("state"));
        Assert.Null(shown["nextDue"]);
        var history = (await joe.Get(Path(IodWorld.Seeded) + "/history")).MustBeOk();
        Assert.Null(history["active"]);
        Assert.Equal(2, history["total"]!.GetValue<int>());
    }

    private static string Path(string id) => $"{IodWorld.Company}/gia-service/{id}/flex";

    private static (string Type, string Status, string Bandwidth, bool Active) Told(JsonNode flex) =>
        (
            flex["type"]!.GetValue<string>(),
            flex["status"]!.GetValue<string>(),
            flex["bandwidth"]!.GetValue<string>(),
            flex["active"]!.GetValue<bool>());

    private static (string Extra, string Total, string Rate, string Hours, decimal Cost) Entry(JsonNode entry) =>
        (
            entry["flexBandwidth"]!.ToJsonString(),
            entry["totalBandwidth"]!.ToJsonString(),
            entry["rate"]!.ToJsonString(),
            entry["hours"]!.ToJsonString(),
            entry["total"]!.GetValue<decimal>());
}
