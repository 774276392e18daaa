using System.Text.Json.Nodes;
using Emulator.Domain.Addresses;
using Xunit;

namespace Emulator.Tests.Api.InternetOnDemand;

/// <summary>
/// The pools of addresses and of private ASNs: finite, nobody has what another has, and what is given back can be had
/// again.
/// </summary>
public sealed class PoolTests
{
    [Fact]
    public async Task A_hundred_services_at_once_share_nothing_and_leave_the_pools_as_they_were()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var before = (
            await emulator.GivenBlocks(),
            await joe.Capacity(IodWorld.London),
            (await joe.Get("/api/private-asn/suggestion")).Text,
            (await Asns(emulator)).Count);
        var order = IodWorld
            .Order()
            .With("rateLimit", 10)
            .With("enableIpv6", true)
            .With("ipblock", 30)
            .With("ipv6Block", 48)
            .ToJsonString();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(_ => emulator.With("key-joe").Post(IodWorld.Company + "/gia-service", order)));
        Assert.All(answers, answer => answer.MustBeOk());
        foreach (
            var member in new[]
            {
                "id",
                "vlanId",
                "asnId",
                "bgpKey",
                "customerRouterIpv4",
                "consoleRouterIpv4",
                "customerRouterIpv6",
                "consoleRouterIpv6",
                "ipv4BlockId",
                "ipv6BlockId",
                "giaOrderId",
            })
        {
            Assert.Equal(100, answers.Select(answer => answer[member]!.ToJsonString()).Distinct().Count());
        }

        var routers = answers.SelectMany(answer =>
            new[] { answer.TextOf("customerRouterIpv4"), answer.TextOf("consoleRouterIpv4") });
        Assert.Equal(200, routers.Distinct().Count());
        var asns = await Asns(emulator);
        Assert.Equal(before.Item4 + 100, asns.Count);
        Assert.Equal(asns.Count, asns.Select(asn => asn["asn"]!.GetValue<long>()).Distinct().Count());

        await emulator.Pass(86_401);
        var deletions = await Task.WhenAll(
            answers.Select(answer => emulator.With("key-joe").Delete($"/v2/gia-services/{answer.TextOf("id")}")));
        Assert.All(deletions, deletion => deletion.MustBeOk());
        await emulator.Pass(1);
        var after = (
            await emulator.GivenBlocks(),
            await joe.Capacity(IodWorld.London),
            (await joe.Get("/api/private-asn/suggestion")).Text,
            (await Asns(emulator)).Count);
        Assert.Equal(before.Item1, after.Item1);
        Assert.Equal((before.Item2, before.Item3, before.Item4), (after.Item2, after.Item3, after.Item4));
    }

    [Fact]
    public async Task The_pools_run_out_and_the_availability_says_so()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        Assert.True(await Available("ipv4", "customer", 26));
        var blocks = 0;
        Answer answer;
        while (
            (int)(answer = await joe.Provision(IodWorld.Static().With("rateLimit", 10).With("ipblock", 26))).Status
            == 200)
        {
            blocks++;
        }

        answer.MustRefuse(409, "No IPv4 customer block with mask 26 is available");
        Assert.Equal(7, blocks); // Eight less the one that seeded services have parts of.
        Assert.False(await Available("ipv4", "customer", 26));
        Assert.True(await Available("ipv4", "customer", 30));
        Assert.True(await Available("ipv6", "customer", 48));
        Assert.False(await Available("ipv6", "customer", 29));

        while ((int)(answer = await joe.Provision(IodWorld.Static().With("rateLimit", 10))).Status == 200)
        {
        }

        answer.MustRefuse(409, "No IPv4 linknet block with mask 31 is available");
        Assert.False(await Available("ipv4", "linknet", 30));
        Assert.Equal(128, (await emulator.GivenBlocks())["ipv4 linknet"]);

        async Task<bool> Available(string type, string pool, int mask) =>
            (await joe.Get($"{IodWorld.Company}/check-ip-availability?type={type}&pool={pool}&mask={mask}"))
                .MustBeOk()
                .Json.GetValue<bool>();
    }

    [Theory]
    [InlineData("pool=customer&mask=29", "The request must have required property 'type'")]
    [InlineData("type=ipv4&mask=29", "The request must have required property 'pool'")]
    [InlineData("type=ipv4&pool=customer", "The request must have required property 'mask'")]
    [InlineData("type=ipv5&pool=customer&mask=29", "The query/type must be equal to one of the allowed values")]
    [InlineData("type=ipv4&pool=mine&mask=29", "The query/pool must be equal to one of the allowed values")]
    [InlineData("type=ipv4&pool=customer&mask=25", "The query/mask must be equal to one of the allowed values")]
    [InlineData("type=ipv4&pool=customer&mask=big", "The query/mask must be integer")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Get($"{IodWorld.Company}/check-ip-availability?{query}")).MustRefuse(
            400,
            message);
    }

    [Theory]
    [InlineData("4200000055", true, null)]
    [InlineData("4294967294", true, null)]
    [InlineData("4294967295", false, "ASN is out of range")]
    [InlineData("4199999999", false, "ASN is out of range")]
    [InlineData("0", false, "ASN is out of range")]
    [InlineData("-5", false, "ASN is out of range")]
    [InlineData("65514", false, "ASN is out of range")]
    [InlineData("65515", false, "ASN is reserved for use in Microsoft ExpressRoute Peering")]
    [InlineData("65520", false, "ASN is reserved for use in Microsoft ExpressRoute Peering")]
    [InlineData("4200000000", false, "ASN is already in use")]
    [InlineData("\"4200009000\"", false, "ASN is already in use")]
    public async Task A_private_ASN_is_valid_or_there_is_a_reason(string asn, bool valid, string? reason)
    {
        await using var emulator = new EmulatorUnderTest();
        var verdict = (
            await emulator.With("key-joe").Post("/api/private-asn/validate", $$"""{"asn":{{asn}}}""")
        ).MustBeOk();
        Assert.Equal((valid, reason), (verdict["valid"]!.GetValue<bool>(), verdict["reason"]?.GetValue<string>()));
        Assert.Equal(!valid, verdict.Headers.ContainsKey("X-Emulator-Explain"));
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'asn'")]
    [InlineData("""{"asn":1.5}""", "The request/asn must be integer")]
    [InlineData("""{"asn":"abc"}""", "The request/asn must be integer")]
    [InlineData("""{"asn":1e30}""", "The request/asn must be integer")]
    public async Task What_is_no_number_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.With("key-joe").Post("/api/private-asn/validate", body)).MustRefuse(400, message);
    }

    [Fact]
    public async Task A_suggestion_can_be_had_and_is_not_suggested_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var suggested = (await joe.Get("/api/private-asn/suggestion")).MustBeOk()["asn"]!.GetValue<long>();
        Assert.Equal(4200000004, suggested);
        (
            await joe.Provision(
                IodWorld.Order().With("privateAsnAutoAssign", false).With("privateAsnRequested", suggested))
        ).MustBeOk();
        Assert.Equal(4200000005, (await joe.Get("/api/private-asn/suggestion")).MustBeOk()["asn"]!.GetValue<long>());
    }

    [Fact]
    public void Blocks_are_given_lowest_first_on_boundaries_of_their_own_size()
    {
        var pool = IpPool.CustomerIpv4;
        var given = new List<IpBlock>();
        foreach (
            var (mask, address) in new[]
            {
                (30, "198.51.100.0"),
                (29, "198.51.100.8"),
                (30, "198.51.100.4"),
                (26, "198.51.100.64"),
                (26, "198.51.100.128"),
                (26, "198.51.100.192"),
                (26, "203.0.113.0"),
            })
        {
            var block = pool.Take("", mask, given);
            Assert.Equal(address, block.Address);
            given.Add(block);
        }

        Assert.Equal(128, pool.Size);
        Assert.Equal(1 + 2 + 1 + 4 * 16, given.Sum(pool.Worth));
        Assert.Equal(
            ("2001:db8::", "2001:db8::1"),
            (IpPool.LinknetIpv6.Take("", 127, []).CustomerRouter, IpPool.LinknetIpv6.Take("", 127, []).ConsoleRouter));
        Assert.Equal(
            "2001:db8:8001::",
            IpPool.CustomerIpv6.Take("", 48, [IpPool.CustomerIpv6.Take("", 48, [])]).Address);
        Assert.Null(pool.Free(33, []));
        Assert.Null(pool.Free(23, []));
    }

    private static async Task<List<JsonNode>> Asns(EmulatorUnderTest emulator) =>
        [
            .. (await emulator.Nobody().Get("/__admin/companies/bloggs/asns")).MustBeOk()["asns"]!
                .AsArray()
                .Select(asn => asn!),
        ];
}
