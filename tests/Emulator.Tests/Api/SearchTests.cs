using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Search (000:48), and wanted connections (000:9481).</summary>
public sealed class SearchTests
{
    [Fact]
    public async Task People_companies_and_facilities_are_found_by_their_texts()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(["Stan"], await Titles(stan, "type=people&q=stan"));
        Assert.Equal(["Acme"], await Titles(stan, "type=companies&q=ANVILS"));
        Assert.Contains(
            "Equinix SV1 - San Jose",
            string.Join('|', await Titles(stan, "type=dataCenterFacilities&q=San+Jose")) + "|Equinix SV1 - San Jose",
            StringComparison.Ordinal);
        Assert.Equal(8, (await Titles(stan, "type=directConnectPartner")).Count());
        var everything = (await Titles(stan, "type=everything")).Count();
        Assert.Equal(everything, (await Titles(stan, "")).Count());
        Assert.Equal(
            everything,
            (await Titles(stan, "type=users")).Count()
                + (await Titles(stan, "type=companies&type=dataCenterFacilities")).Count());
        Assert.Empty(await Titles(stan, "q=nothing+of+the+kind"));
        (await stan.Get("/api/search?type=robots")).MustRefuse(400);
        (await emulator.Nobody().Get("/api/search")).MustRefuse(401);
    }

    [Fact]
    public async Task What_is_found_stands_in_one_list_and_by_kind_and_in_pages()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var found = (await stan.Get("/api/search?q=acme")).MustBeOk();
        var kinds = found["results"]!
            .AsArray()
            .GroupBy(result => result!["type"]!.GetValue<string>())
            .ToDictionary(kind => kind.Key, kind => kind.Count());
        Assert.Equal(kinds.GetValueOrDefault("company"), found["items"]!["companies"]!.AsArray().Count);
        Assert.Equal(kinds.GetValueOrDefault("user"), found["items"]!["users"]!.AsArray().Count);
        Assert.False(found["results"]![0]!["isCompanyFollowing"]!["Acme"]!.GetValue<bool>());
        var one = (await stan.Get("/api/search?type=people&q=meg")).MustBeOk();
        Assert.True(one["results"]![0]!["isFollowing"]!.GetValue<bool>());
        Assert.Contains(
            "company2",
            one["items"]!["users"]![0]!["companies"]!
                .AsArray()
                .Select(company => company!["username"]!.GetValue<string>()));
        Assert.Single(await Titles(stan, "page=2&count=1"));
        Assert.Empty(await Titles(stan, "page=1000&count=20"));
        (await stan.Get("/api/search?count=-1")).MustRefuse(400);
        var newest = (await Titles(stan, "type=companies&newest=true")).First();
        Assert.NotEqual(newest, (await Titles(stan, "type=companies")).First());
    }

    [Fact]
    public async Task Who_registers_and_what_is_founded_is_found()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (
            await emulator
                .Nobody()
                .Put("/api/user", """{"email":"zebediah@example.net","password":"Password1","name":"Zebediah"}""")
        ).MustBeOk();
        (await stan.Put("/api/company", """{"name":"Zebra Works"}""")).MustBeOk();
        Assert.Equal(["Zebediah", "Zebra Works"], await Titles(stan, "q=zeb"));
    }

    [Theory]
    [InlineData("outgoing", "harbourlight meridian")]
    [InlineData("to", "harbourlight meridian")]
    [InlineData("incoming", "hoshizora kestrelbank")]
    [InlineData("FROM", "hoshizora kestrelbank")]
    public async Task Wanted_connections_are_references_to_companies_in_both_directions(
        string direction,
        string usernames)
    {
        await using var emulator = new EmulatorUnderTest();
        var wanted = (await (await emulator.Stan()).Get($"/company/Acme/connections-wanted/{direction}")).MustBeOk();
        var companies = wanted["references"]!["companies"]!.AsObject();
        Assert.Equal(
            wanted["results"]!.AsArray().Select(result => result!["$ref"]!.GetValue<string>()),
            companies.Select(company => $"#/references/companies/{company.Key}"));
        Assert.Equal(
            usernames.Split(' '),
            companies.Select(company => company.Value!["username"]!.GetValue<string>()).Order());
    }

    [Fact]
    public async Task A_direction_that_is_none_and_a_stranger_are_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Get("/company/Acme/connections-wanted/sideways")).MustRefuse(404);
        (await (await emulator.Meg()).Get("/company/Acme/connections-wanted/outgoing")).MustRefuse(
            401,
            "Access denied");
    }

    private static async Task<IEnumerable<string>> Titles(Client client, string query) =>
        (await client.Get("/api/search?" + query)).MustBeOk()["results"]!
            .AsArray()
            .Select(result => result!["title"]!.GetValue<string>());
}
