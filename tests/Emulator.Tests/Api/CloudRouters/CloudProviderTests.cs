using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api.CloudRouters;

/// <summary>The clouds that sites lead to, and their ports.</summary>
public sealed class CloudProviderTests
{
    private static readonly string[] Clouds =
    [
        "alibaba_cloud", "amazon", "azure", "gamma", "google_cloud", "huaweicloud", "ibm", "oracle", "ovhcloud",
        "salesforcecom", "tencent-cloud", "vultrcloud", "wasabicloud",
    ];

    [Theory]
    [InlineData("""{"where":{"isCloudProvider":true}}""")]
    [InlineData("""{"where":{"and":[{"isCloudProvider":true},{"isCloudProvider":{"neq":false}}]}}""")]
    [InlineData("""{"where":{"cloudProviderDetails":{"exists":true}}}""")]
    public async Task The_clouds_are_found(string filter)
    {
        await using var emulator = new EmulatorUnderTest();
        var found = await Companies(emulator, filter);
        Assert.Equal(Clouds, found.Select(company => Text(company, "username")).Order(StringComparer.Ordinal));
        Assert.Equal(
            found.Count,
            found.Select(company => Text(company["cloudProviderDetails"]!, "cloudType")).Distinct().Count());
    }

    [Fact]
    public async Task A_cloud_tells_its_numbers_or_the_range_of_them_and_how_many_ports_it_has()
    {
        await using var emulator = new EmulatorUnderTest();
        var found = await Companies(emulator, """{"where":{"isCloudProvider":true}}""");
        var google = found.Single(company => Text(company, "username") == "google_cloud");
        Assert.Equal(
            """{"cloudType":"GOOGLE","partnerName":"google","companyType":"DCP","asn":"""
            + """{"value":16550,"range":[]},"bgpAuthority":"GOOGLE"}""",
            google["cloudProviderDetails"]!.ToJsonString());
        Assert.Equal(6, google["portsActive"]!.GetValue<int>());
        var amazon = found.Single(company => Text(company, "username") == "amazon");
        Assert.Equal("""{"range":[64512,65534]}""", amazon["cloudProviderDetails"]!["asn"]!.ToJsonString());
        Assert.Equal(
            "B2B",
            Text(
                found.Single(company => Text(company, "username") == "gamma")["cloudProviderDetails"]!,
                "companyType"));
    }

    [Fact]
    public async Task Other_companies_are_listed_too_where_nothing_is_said()
    {
        await using var emulator = new EmulatorUnderTest();
        var everybody = (await (await emulator.Stan()).Get("/v2/companies")).MustBeOk().Json.AsArray();
        var acme = everybody.Single(company => Text(company!, "username") == "Acme")!;
        Assert.False(acme["isCloudProvider"]!.GetValue<bool>());
        Assert.False(acme.AsObject().ContainsKey("cloudProviderDetails"));
        Assert.Equal((5, 2, 1), (
            acme["portsActive"]!.GetValue<int>(),
            acme["portsPending"]!.GetValue<int>(),
            acme["portsDisabled"]!.GetValue<int>()));
        Assert.Equal(
            everybody.Count - Clouds.Length,
            (await Companies(emulator, """{"where":{"isCloudProvider":false}}""")).Count);
        var two = await Companies(
            emulator,
            """{"where":{"isCloudProvider":true},"order":"username ASC","skip":1,"limit":2,"fields":["username"]}""");
        Assert.Equal("""[{"username":"amazon"},{"username":"azure"}]""", new JsonArray([.. two.Select(company =>
            company.DeepClone())]).ToJsonString());
    }

    [Fact]
    public async Task A_filter_that_is_none_and_nobody_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get("/v2/companies?filter=%7B")).MustRefuse(400);
        (await emulator.Nobody().Get("/v2/companies")).MustRefuse(401, "The user is not logged in");
        (await emulator.Nobody().Get("/v2/companies/cloud-providers/58e27698c2e6a1b4d73a1153/ports"))
            .MustRefuse(401, "The user is not logged in");
        var stan = await emulator.Stan();
        (await stan.Delete("/api/auth/token")).MustBeOk();
        (await stan.Get("/v2/companies")).MustRefuse(401, "The session token been deleted");
    }

    [Fact]
    public async Task A_clouds_ports_in_service_are_listed_with_what_it_sells_on_them()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var ports = (await stan.Get("/v2/companies/cloud-providers/google_cloud/ports")).MustBeOk().Json.AsArray();
        Assert.Equal(
            [
                "asia-northeast1", "asia-northeast1 zone 2", "us-east4", "us-east4 zone 2", "europe-west3",
                "europe-west3 zone 2",
            ],
            ports.Select(port => Text(port!, "name")));
        Assert.Equal(
            """{"value":50,"type":"AUTOMATIC"}""", ports[0]!["partner"]!["connectionSpeeds"]![0]!.ToJsonString());
        (await emulator.Nobody().Post(
            $"/__admin/workflows/ports/{Text(ports[0]!, "id")}/fire", """{"trigger":"Disable","force":true}"""))
            .MustBeOk();
        Assert.Equal(
            5, (await stan.Get("/v2/companies/cloud-providers/google_cloud/ports")).MustBeOk().Json.AsArray().Count);
        var gamma = (await stan.Get("/v2/companies/cloud-providers/gamma/ports")).MustBeOk().Json.AsArray();
        Assert.Empty(Assert.Single(gamma)!["partner"]!["connectionSpeeds"]!.AsArray());
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("Acme")]
    [InlineData("internet")]
    public async Task A_company_that_is_no_cloud_is_not_found(string provider)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get($"/v2/companies/cloud-providers/{provider}/ports"))
            .MustRefuse(404, "A company can not be found with the given id");
    }

    private static async Task<List<JsonNode>> Companies(EmulatorUnderTest emulator, string filter) =>
        [
            .. (await (await emulator.Stan()).Get($"/v2/companies?filter={Uri.EscapeDataString(filter)}"))
                .MustBeOk().Json.AsArray().Select(company => company!),
        ];

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
