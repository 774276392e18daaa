using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Metros and data center facilities (published editions, 108-112 and 144).</summary>
public sealed class FacilityTests
{
    private const string Search = "/v2/data-center-facility/search";

    [Fact]
    public async Task Metros_are_counted_by_the_ports_in_service_and_with_hasPort_those_without_are_left_out()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var all = (await stan.Get("/api/company/Acme/metro")).MustBeOk().Json["results"]!.AsArray();
        Assert.Equal(17, all.Count);
        Assert.Equal(Counts(all).Keys.Order(StringComparer.Ordinal), Counts(all).Keys);
        Assert.Equal(3, Counts(all)["SJC, USA"]);
        Assert.Equal(1, Counts(all)["London, GB"]); // Another one there is disabled.
        Assert.Equal(0, Counts(all)["Hong Kong, hk"]); // One is still being ordered.
        var some = (await stan.Get("/company/Acme/metro?hasPort=true")).MustBeOk().Json["results"]!.AsArray();
        Assert.Equal(Counts(all).Where(metro => metro.Value > 0), Counts(some));
        Assert.Equal(all.ToJsonString(), (await stan.Get("/api/company/Acme/metro?hasPort=false")).Json["results"]!
            .ToJsonString());
        Assert.All(all, metro => Assert.Equal(
            metro!["name"]!.ToString(), $"{metro["city"]}, {metro["country"]}"));
        (await stan.Get("/api/company/nobody/metro")).MustRefuse(404, "A company can not be found with the given id");
        (await emulator.Nobody().Get("/api/company/Acme/metro")).MustRefuse(401);

        // A port that goes out of service is counted no more.
        (
            await stan.Post("/api/company/Acme/ports/55767b5652a693344a015744/disable")
        ).MustBeOk();
        await emulator.Pass(3600);
        Assert.Equal(2, Counts((await stan.Get("/api/company/Acme/metro")).Json["results"]!.AsArray())["SJC, USA"]);
    }

    [Fact]
    public async Task A_metro_is_read_by_its_id_and_an_unknown_one_is_refused_in_the_printed_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var metro = (await stan.Get("/api/metro/56bd9f93c2e6a1b4d7481c5a")).MustBeOk();
        Assert.Equal("London", metro["metro"]!["name"]!.GetValue<string>());
        Assert.Equal("LON", metro["metro"]!["code"]!.GetValue<string>());
        Assert.Empty(metro["results"]!.AsArray());
        Assert.Empty(metro["ports"]!.AsObject());
        var dubai = (await stan.Get("/api/metro/653f41c1c2e6a1b4d7a545db")).MustBeOk();
        Assert.False(dubai["metro"]!["ready"]!.GetValue<bool>());
        foreach (var id in new[] { "000000000000000000000000", "London" })
        {
            var refused = (await stan.Get($"/api/metro/{id}")).MustRefuse(404, "The metro with that ID does not exist");
            Assert.Equal(404, refused["error"]!["statusCode"]!.GetValue<int>());
            Assert.Equal(404, refused["error"]!["status"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Locations_are_those_of_facilities_that_take_orders_each_once_and_in_order()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var all = Locations((await stan.Get("/v2/data-center-facility/locations")).MustBeOk());
        Assert.Contains("US San Jose", all);
        Assert.Contains("HK Tsuen Wan", all);
        Assert.Contains("AU Fortitude Valley", all);
        Assert.DoesNotContain("AE Dubai", all); // It isn't open yet.
        Assert.Equal(all.Distinct(), all);
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        var clouds = Locations((await stan.Get("/v2/data-center-facilities/cloud-locations")).MustBeOk());
        Assert.Contains("US Ashburn", clouds);
        Assert.DoesNotContain("US Palo Alto", clouds);
        Assert.Subset(all.ToHashSet(), clouds.ToHashSet());

        // Toronto has no cloud; Paris has none any more once its only port is lost.
        Assert.DoesNotContain("CA Toronto", clouds);
        Assert.Contains("FR Paris", clouds);
        (
            await emulator.Nobody().Post(
                "/__admin/workflows/ports/5ee79e8ac2e6a1b4d7674c78/fire", """{"trigger":"Lose"}""")
        ).MustBeOk();
        Assert.DoesNotContain(
            "FR Paris", Locations((await stan.Get("/v2/data-center-facility/cloud-locations")).MustBeOk()));
    }

    [Fact]
    public async Task Every_location_finds_a_facility()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var location in (await stan.Get("/v2/data-center-facility/locations")).MustBeOk().Json.AsArray())
        {
            Assert.NotEmpty(await Found(stan, new JsonObject
            {
                ["locations"] = new JsonArray($"{location!["city"]},{location["country"]}"),
            }.ToJsonString()));
        }
    }

    [Fact]
    public async Task A_facility_is_read_by_its_id_and_literal_paths_win()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var spelling in new[] { "data-center-facility", "data-center-facilities" })
        {
            var facility = (await stan.Get($"/v2/{spelling}/5639a0efc2e6a1b4d7f929f5")).MustBeOk();
            Assert.Equal("coresite-sv1", facility.TextOf("username"));
            Assert.Equal("60ebda60c2e6a1b4d760b47e", facility.TextOf("bundleCrossConnectChargeId"));
            Assert.Equal(
                facility["company"]!["addresses"]![0]!["address"]!.ToString(),
                facility["company"]!["addresses"]![0]!["street"]!.ToString());
            Assert.False(facility.Json.AsObject().ContainsKey("products"));
            Assert.IsType<JsonArray>((await stan.Get($"/v2/{spelling}/search?criteria={{}}")).MustBeOk().Json);
            Assert.IsType<JsonArray>((await stan.Get($"/v2/{spelling}/locations")).MustBeOk().Json);
            Assert.IsType<JsonArray>((await stan.Get($"/v2/{spelling}/cloud-locations")).MustBeOk().Json);
        }

        (await stan.Get("/v2/data-center-facility/653f42d4c2e6a1b4d77cdd4b")).MustBeOk(); // One that isn't open.
        var refused = (await stan.Get("/v2/data-center-facility/invalid")).MustRefuse(
            404,
            "There is no method to handle GET /v2/data-center-facility/invalid");
        Assert.Equal("Error", refused["error"]!["name"]!.GetValue<string>());
        (await emulator.Nobody().Get("/v2/data-center-facility/5639a0efc2e6a1b4d7f929f5")).MustRefuse(401);
    }

    [Theory]
    [InlineData("""{"speeds":[100]}""", "coresite-sv1", "nextdc-s1")]
    [InlineData("""{"speeds":[100]}""", "equinix-sv1", "supernetpa4")] // The first has no speeds of its own.
    [InlineData("""{"speeds":[100,1000]}""", "nextdc-s1", "equinix-dx1")]
    [InlineData("""{"locations":["Sydney,AU"],"speeds":[100]}""", "equinix-sy3", "nextdc-s1")]
    [InlineData("""{"locations":["sydney, au","Tokyo,JPN"]}""", "equinix-ty2", "equinix-hk1")]
    [InlineData("""{"locations":["New York,US"]}""", "digital-60-hudson", "equinix-sv1")]
    [InlineData("""{"locations":["San Jose,USA"]}""", "equinix-sv1", "supernetpa4")]
    [InlineData("""{"name":"EQUINIX"}""", "equinix-sv1", "coresite-sv1")]
    [InlineData("""{"crossConnect":["addOn"]}""", "coresite-sv1", "mega-i")]
    [InlineData("""{"crossConnect":["free"]}""", "mega-i", "equinix-sv1")]
    [InlineData("""{"crossConnect":["free","addOn"],"name":"mega"}""", "mega-i", "coresite-sv1")]
    [InlineData("""{"networkStatus":["offNet"]}""", "hkg05", "equinix-sv1")]
    [InlineData("""{"networkStatus":["onNet"]}""", "equinix-sv1", "hkg05")]
    [InlineData("""{"networkStatus":["onNet","offNet"]}""", "hkg05", "equinix-dx1")]
    [InlineData("""{"portReady":false}""", "equinix-dx1", "equinix-sv1")]
    [InlineData("""{"portReady":true,"speeds":[],"name":null}""", "equinix-sv1", "equinix-dx1")]
    [InlineData("""{}""", "equinix-sv1", "equinix-dx1")]
    [InlineData("", "equinix-sv1", "equinix-dx1")]
    [InlineData("""{"colour":"red"}""", "equinix-sv1", "equinix-dx1")]
    public async Task A_search_finds_what_all_criteria_hold_for(string criteria, string found, string notFound)
    {
        await using var emulator = new EmulatorUnderTest();
        var usernames = await Found(await emulator.Stan(), criteria);
        Assert.Contains(found, usernames);
        Assert.DoesNotContain(notFound, usernames);
    }

    [Theory]
    [InlineData("""{"speeds":1000}""", "criteria/speeds")]
    [InlineData("""{"speeds":["fast"]}""", "criteria/speeds")]
    [InlineData("""{"speeds":[1.5]}""", "criteria/speeds")]
    [InlineData("""{"locations":"Sydney,AU"}""", "criteria/locations")]
    [InlineData("""{"locations":["Sydney"]}""", "criteria/locations")]
    [InlineData("""{"locations":[7]}""", "criteria/locations")]
    [InlineData("""{"name":7}""", "criteria/name")]
    [InlineData("""{"crossConnect":["both"]}""", "criteria/crossConnect")]
    [InlineData("""{"crossConnect":"free"}""", "criteria/crossConnect")]
    [InlineData("""{"networkStatus":["ONNET "]}""", "criteria/networkStatus")]
    [InlineData("""{"portReady":"true"}""", "criteria/portReady")]
    [InlineData("""{"speeds":[1000]""", "criteria")]
    [InlineData("""{speeds:[1000]}""", "criteria")]
    [InlineData("""[]""", "criteria")]
    public async Task Criteria_that_can_not_be_read_are_refused(string criteria, string member)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (
            await (await emulator.Stan()).Get($"{Search}?criteria={Uri.EscapeDataString(criteria)}")
        ).MustRefuse(400);
        Assert.StartsWith($"The query/{member} must be ", refused.Message, StringComparison.Ordinal);
        Assert.Equal("Error", refused["error"]!["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_search_has_pages_and_shows_more_of_each_facility_than_the_list()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var all = await Found(stan, "{}");
        Assert.Equal(28, all.Count);
        Assert.Equal(all.Take(10), await Found(stan, "{}", "&page=1"));
        Assert.Equal(all.Skip(20), await Found(stan, "{}", "&page=3&pageSize=10"));
        Assert.Equal(all.Skip(7).Take(7), await Found(stan, "{}", "&page=2&pageSize=7"));
        Assert.Equal(all.Take(3), await Found(stan, "{}", "&pageSize=3"));
        Assert.Empty(await Found(stan, "{}", "&page=4&pageSize=10"));
        Assert.Empty(await Found(stan, "{}", "&page=2147483647&pageSize=2147483647"));
        Assert.Empty(await Found(stan, """{"name":"nowhere"}"""));
        foreach (var wrong in new[] { "page=0", "page=x", "pageSize=0", "pageSize=-1", "pageSize=1.5" })
        {
            (await stan.Get($"{Search}?{wrong}")).MustRefuse(400);
        }

        var listed = (await stan.Get("/v2/data-center-facility")).MustBeOk().Json.AsArray()[0]!.AsObject();
        var found = (await stan.Get($"{Search}?pageSize=1")).MustBeOk().Json.AsArray()[0]!.AsObject();
        Assert.Subset(
            found.Select(member => member.Key).ToHashSet(), listed.Select(member => member.Key).ToHashSet());
        Assert.Empty(found["products"]!.AsArray());
        Assert.False(found["isFollowing"]!.GetValue<bool>());
    }

    private static async Task<List<string>> Found(Client client, string criteria, string more = "") =>
        [
            .. (await client.Get($"{Search}?criteria={Uri.EscapeDataString(criteria)}{more}")).MustBeOk().Json.AsArray()
                .Select(facility => facility!["username"]!.GetValue<string>()),
        ];

    private static List<string> Locations(Answer answer) =>
        [.. answer.Json.AsArray().Select(location => $"{location!["country"]} {location["city"]}")];

    private static Dictionary<string, int> Counts(JsonArray metros) =>
        metros.ToDictionary(metro => metro!["name"]!.GetValue<string>(), metro => metro!["count"]!.GetValue<int>());
}
