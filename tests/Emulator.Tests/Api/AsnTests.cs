using System.Text.Json.Nodes;
using Emulator.Tests.Api.CloudRouters;
using Emulator.Tests.Api.InternetOnDemand;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>The ASNs that companies hold (published editions, 133-136 and 145).</summary>
public sealed class AsnTests
{
    private const string Asns = "/api/company/bloggs/asns";

    /// <summary>Of bloggs, by number; one is used by a service.</summary>
    private const string Verified = "65540", Unverified = "65541", Rejected = "65542", OfAService = "4200000000";

    /// <summary>One that nobody has.</summary>
    private const string Free = "65543";

    [Fact]
    public async Task An_ASN_is_added_UNVERIFIED_and_can_be_used_once_Support_has_verified_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var added = (await joe.Put($"{Asns}/{Free}")).MustBeOk();
        Assert.Equal(
            """{"asn":"65543","status":"UNVERIFIED","type":"PROVIDED","createdAt":"2026-03-01T12:00:00.000Z","""
            + """ "updatedAt":"2026-03-01T12:00:00.000Z","deleted":false,"deletedAt":"1970-01-01T00:00:00.000Z"}""",
            added.Json.ToJsonString().Replace(",\"updatedAt\"", ", \"updatedAt\"", StringComparison.Ordinal));
        var id = await IdOf(joe, Free);
        var order = Public(id);
        (await joe.Provision(order)).MustRefuse(400, "ASN 65543 is not VERIFIED");
        (await Attach(joe, Free)).MustRefuse(400, "ASN 65543 is not VERIFIED");
        await emulator.Pass(30 * 24 * 3600); // Nobody but Support verifies it.
        Assert.Equal("UNVERIFIED", (await joe.Get($"{Asns}/{Free}")).MustBeOk().TextOf("status"));
        await Fire(emulator, id, "Reject");
        Assert.Equal("REJECTED", (await joe.Get($"{Asns}/{Free}")).MustBeOk().TextOf("status"));
        (await joe.Provision(order)).MustRefuse(400, "ASN 65543 is not VERIFIED");
        await Fire(emulator, id, "Verify");
        Assert.Equal("VERIFIED", (await joe.Get($"{Asns}/{Free}")).MustBeOk().TextOf("status"));
        Assert.Equal(id, (await joe.Provision(order)).MustBeOk().TextOf("asnId"));
        (await Attach(joe, Free)).MustBeOk();
    }

    [Theory]
    [InlineData("64512")]
    [InlineData("65534")]
    [InlineData("4200000900")]
    [InlineData("4294967294")]
    public async Task One_for_private_use_is_PRIVATE_at_once_and_outlives_the_service_that_uses_it(string number)
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var added = (await joe.Put($"{Asns}/{number}")).MustBeOk();
        Assert.Equal(("PRIVATE", "PROVIDED"), (added.TextOf("status"), added.TextOf("type")));
        var id = await IdOf(joe, number);
        (
            await emulator.Nobody().Post($"/__admin/workflows/asns/{id}/fire", """{"trigger":"Verify"}""")
        ).MustRefuse(409);
        var service = (await joe.Provision(Public(id))).MustBeOk().TextOf("id");
        (await joe.Delete($"{Asns}/{number}")).MustRefuse(403, "The ASN is in use and can not be deleted");
        await emulator.Pass(2 * 24 * 3600); // The contract of a day is over.
        (await joe.Delete($"/v2/gia-services/{service}")).MustBeOk();
        await emulator.Pass(3600);
        (await joe.Service(service)).MustRefuse(404);
        (await joe.Get($"{Asns}/{number}")).MustBeOk();
        (await joe.Delete($"{Asns}/{number}")).MustBeOk();
    }

    [Theory]
    [InlineData("65515", "ASN is reserved for use in Microsoft ExpressRoute Peering")]
    [InlineData("65520", "ASN is reserved for use in Microsoft ExpressRoute Peering")]
    [InlineData("0", "ASN is out of range")]
    [InlineData("4294967295", "ASN is out of range")]
    [InlineData("99999999999999999999", "ASN is not a number")]
    [InlineData("AS65543", "ASN is not a number")]
    [InlineData("-1", "ASN is not a number")]
    [InlineData("1.5", "ASN is not a number")]
    public async Task What_is_no_ASN_that_a_company_may_have_is_refused(string number, string reason)
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var before = (await joe.Get(Asns)).MustBeOk().Text;
        (await joe.Put($"{Asns}/{number}")).MustRefuse(400, $"ASN {number} is not valid: {reason}");
        (await joe.Get($"{Asns}/{number}")).MustRefuse(404, "An ASN can not be found with the given number");
        (await joe.Delete($"{Asns}/{number}")).MustRefuse(404, "An ASN can not be found with the given number");
        Assert.Equal(before, (await joe.Get(Asns)).MustBeOk().Text);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_another_companys_is_refused_until_it_is_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var olivia = emulator.With("key-olivia");
        const string Theirs = "/api/company/harbourlight/asns";
        foreach (var number in new[] { Verified, Unverified, Rejected, OfAService })
        {
            var before = (await joe.Get($"{Asns}/{number}")).MustBeOk().Text;
            Assert.Equal(before, (await joe.Put($"{Asns}/{number}")).MustBeOk().Text);
            (await olivia.Put($"{Theirs}/{number}")).MustRefuse(409, $"ASN {number} is already in use");
            (await olivia.Get($"{Theirs}/{number}")).MustRefuse(404);
            (await olivia.Delete($"{Theirs}/{number}")).MustRefuse(404);
        }

        (await joe.Delete($"{Asns}/{Rejected}")).MustBeOk();
        (await joe.Get($"{Asns}/{Rejected}")).MustRefuse(404, "An ASN can not be found with the given number");
        (await joe.Delete($"{Asns}/{Rejected}")).MustRefuse(404);
        Assert.DoesNotContain(Rejected, Numbers((await joe.Get(Asns)).MustBeOk().Json["results"]!));
        Assert.Equal("UNVERIFIED", (await olivia.Put($"{Theirs}/{Rejected}")).MustBeOk().TextOf("status"));
        (await joe.Put($"{Asns}/{Rejected}")).MustRefuse(409);
    }

    [Fact]
    public async Task Of_two_companies_that_add_one_number_at_once_one_has_it()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        var olivia = emulator.With("key-olivia");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(time => time % 2 == 0
                ? joe.Put($"{Asns}/{Free}")
                : olivia.Put($"/api/company/harbourlight/asns/{Free}")));
        Assert.Equal(10, answers.Count(answer => answer.Status == System.Net.HttpStatusCode.OK));
        Assert.All(answers.Where(answer => (int)answer.Status != 200), answer => answer.MustRefuse(409));
        Assert.Single(answers.Where(answer => (int)answer.Status == 200).Select(answer => answer.Text).Distinct());
    }

    [Fact]
    public async Task One_that_is_used_can_not_be_deleted()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        const string InUse = "The ASN is in use and can not be deleted";
        var refused = (await joe.Delete($"{Asns}/{Verified}")).MustRefuse(403, InUse);
        Assert.Contains(IodWorld.Seeded, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        (await joe.Delete($"{Asns}/{OfAService}")).MustRefuse(403, InUse);

        // A port uses what is attached to it, until it is another.
        (await joe.Put($"{Asns}/64999")).MustBeOk();
        (await Attach(joe, "64999")).MustBeOk();
        refused = (await joe.Delete($"{Asns}/64999")).MustRefuse(403, InUse);
        Assert.Contains(IodWorld.London, refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        (await Attach(joe, "64620")).MustBeOk();
        (await joe.Delete($"{Asns}/64999")).MustBeOk();
    }

    [Fact]
    public async Task A_CloudRouters_site_uses_the_ASN_of_its_peer_until_it_is_gone()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = emulator.With("key-stan");
        const string Number = "64700";
        (await stan.Put($"/api/company/Acme/asns/{Number}")).MustBeOk();
        var site = (await stan.AddSite(RouterWorld.Own().Changed("peer.asn", Number))).MustBeOk().SiteId();
        var refused = (await stan.Delete($"/api/company/Acme/asns/{Number}"))
            .MustRefuse(403, "The ASN is in use and can not be deleted");
        Assert.Contains($"CloudRouter site {site}", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        await emulator.Pass(1);
        (await stan.DeleteSite(site)).MustBeOk();
        await emulator.Pass(1);
        (await stan.Delete($"/api/company/Acme/asns/{Number}")).MustBeOk();
    }

    [Fact]
    public async Task A_port_takes_no_ASN_of_another_company_and_any_text_that_is_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await Attach(joe, "64500")).MustRefuse(409, "ASN 64500 is already in use");
        (await Attach(joe, Rejected)).MustRefuse(400, $"ASN {Rejected} is not VERIFIED");
        (await Attach(joe, OfAService)).MustRefuse(400, $"ASN {OfAService} is not VERIFIED");
        (await Attach(joe, "Hello, world!")).MustBeOk();
        (await Attach(joe, Verified)).MustBeOk();
    }

    [Fact]
    public async Task One_that_was_made_for_a_service_is_that_ones_only()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await joe.Provision(Public(await IdOf(joe, OfAService)))).MustRefuse(400, $"ASN {OfAService} is not VERIFIED");
    }

    [Fact]
    public async Task A_list_has_all_of_a_companys_by_number_and_no_other()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await joe.Put($"{Asns}/7")).MustBeOk();
        Assert.Equal(
            ["7", Verified, Unverified, Rejected, OfAService],
            Numbers((await joe.Get(Asns)).MustBeOk().Json["results"]!));
        Assert.Equal(
            ["64501"],
            Numbers((await emulator.With("key-stan").Get("/company/Acme/asns")).MustBeOk().Json["results"]!));
        (await joe.Get("/api/company/nobody/asns")).MustRefuse(404, "A company can not be found with the given id");
        (await joe.Get("/api/company/harbourlight/asns")).MustRefuse(401, "Access denied");
        (await joe.Put("/api/company/harbourlight/asns/7")).MustRefuse(401, "Access denied");
        (await joe.Delete("/api/company/harbourlight/asns/64500")).MustRefuse(401, "Access denied");
    }

    [Theory]
    [InlineData("", "65540,65541,65542,4200000000")]
    [InlineData("""{"where":{"status":"VERIFIED","private":false}}""", "65540")]
    [InlineData("""{"where":{"status":"VERIFIED","private":true}}""", "")]
    [InlineData("""{"where":{"private":true}}""", "4200000000")]
    [InlineData("""{"where":{"status":{"inq":["REJECTED","PRIVATE"]}},"order":"asn DESC"}""", "65542,4200000000")]
    [InlineData("""{"limit":1,"skip":1}""", "65541")]
    public async Task A_search_goes_by_a_LoopBack_filter(string filter, string numbers)
    {
        await using var emulator = new EmulatorUnderTest();
        var found = (
            await emulator.With("key-joe").Get($"{IodWorld.Company}/asns?filter={Uri.EscapeDataString(filter)}")
        ).MustBeOk();
        Assert.Equal(numbers.Split(',', StringSplitOptions.RemoveEmptyEntries), Numbers(found.Json));
    }

    [Fact]
    public async Task A_search_tells_what_is_known_of_prefixes_and_refuses_what_is_no_filter()
    {
        await using var emulator = new EmulatorUnderTest();
        var joe = emulator.With("key-joe");
        (await joe.Put($"{Asns}/{Free}")).MustBeOk();
        var found = (await joe.Get($"{IodWorld.Company}/asns")).MustBeOk().Json.AsArray()
            .ToDictionary(asn => asn!["asn"]!.GetValue<string>(), asn => asn!);
        Assert.Equal("AS-BLOGGS", found[Verified]["asSet"]!.GetValue<string>());
        Assert.NotEmpty(found[Verified]["ipPrefixConfiguredInSLV6"]!.AsArray());
        Assert.Equal("2021-01-18T15:02:10.000Z", found[Verified]["created_at"]!.ToString());
        Assert.Null(found[Free]["asSet"]);
        Assert.Empty(found[Free]["ipPrefixConfiguredInIPCV4"]!.AsArray());
        Assert.Equal(found[Free]["companyId"]!.ToString(), found[Free]["company_id"]!.ToString());
        (await joe.Get($"{IodWorld.Company}/asns?filter=status")).MustRefuse(400, "Value is not an object.");
        (await joe.Get("/app-user/000000000000000000000000/asns")).MustRefuse(
            404,
            "A company can not be found with the given id");
        (await joe.Get("/app-user/5c863526c2e6a1b4d7e66613/asns")).MustRefuse(401, "Access denied");
    }

    [Fact]
    public async Task Admin_gives_private_ones_too_and_has_nothing_to_verify_of_them()
    {
        await using var emulator = new EmulatorUnderTest();
        var brought = (
            await emulator.Nobody().Post("/__admin/companies/bloggs/asns", """{"asn":64999,"verified":true}""")
        ).MustBeOk();
        Assert.Equal("PRIVATE", brought.TextOf("status"));
    }

    private static JsonObject Public(string asnId) => IodWorld.Order()
        .With("privateAsn", false).With("privateAsnAutoAssign", false).With("asnId", asnId);

    private static Task<Answer> Attach(Client client, string asn) => client.Post(
        $"/api/company/bloggs/ports/{IodWorld.London}",
        new JsonObject { ["asn"] = asn }.ToJsonString());

    private static async Task Fire(EmulatorUnderTest emulator, string id, string trigger) => (
        await emulator.Nobody().Post($"/__admin/workflows/asns/{id}/fire", $$"""{"trigger":"{{trigger}}"}""")
    ).MustBeOk();

    private static async Task<string> IdOf(Client client, string number) => Assert.Single(
        (await client.Get($"{IodWorld.Company}/asns")).MustBeOk().Json.AsArray(),
        asn => asn!["asn"]!.GetValue<string>() == number)!["id"]!.GetValue<string>();

    private static IEnumerable<string> Numbers(JsonNode asns) =>
        asns.AsArray().Select(asn => asn!["asn"]!.GetValue<string>());
}
