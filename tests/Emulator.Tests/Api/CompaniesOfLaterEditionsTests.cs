using Xunit;

namespace Emulator.Tests.Api;

/// <summary>What later editions add to companies, their members and the search (OpenAPI 1.0.0, 1.59.2).</summary>
public sealed class CompaniesOfLaterEditionsTests
{
    [Fact]
    public async Task Who_creates_a_company_is_answered_the_company_and_nobody_else_may_see_it_yet()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        var founded = (await max.Put(
            "/api/company",
            """
            {"name":"Foo International","businessRegistrationNumber":"EXAMPLE-321","company":{"asns":[123],
            "addresses":[{"primary":true,"country":"US","city":"Major City"}],"emailDomains":["foo.co"],
            "businessType":"Data Center"}}
            """)).MustBeOk();
        Assert.Equal("foointernational", founded.TextOf("username"));
        Assert.Equal("EXAMPLE-321", founded.TextOf("businessRegistrationNumber"));
        Assert.Equal("Major City", founded["company"]!["addresses"]![0]!["city"]!.GetValue<string>());
        Assert.Equal("foo.co", founded["company"]!["emailDomains"]![0]!.GetValue<string>());
        Assert.False(founded["verified"]!.GetValue<bool>());
        Assert.Null(founded["token"]);
        var account = (await max.Get("/api/auth/token")).MustBeOk()["companies"]!.AsArray()
            .Single(company => company!["id"]!.GetValue<string>() == founded.TextOf("id"))!;
        foreach (var kind in new[] { "network", "community" })
        {
            Assert.Equal("PRIVATE", founded["company"]!["privacy"]![kind]!["mode"]!.GetValue<string>());
            Assert.Equal("PRIVATE", account["company"]!["privacy"]![kind]!["mode"]!.GetValue<string>());
        }

        Assert.Equal("EXAMPLE-321", account["businessRegistrationNumber"]!.GetValue<string>());
        (await max.Put("/api/company", """{"name":"Foo","businessRegistrationNumber":7}""")).MustRefuse(
            400,
            "The request/businessRegistrationNumber must be string");
    }

    [Theory]
    [InlineData("NETWORKCONTROL", "Network Admin", "-299", true)]
    [InlineData("networkview", "Network Viewer", "-298", false)]
    public async Task Giving_a_role_answers_the_role(string role, string display, string displayOrder, bool writes)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var given = (await stan.Put($"/company/Acme/memberships/max/roles/{role}")).MustBeOk();
        Assert.Equal(role.ToUpperInvariant(), given.TextOf("name"));
        Assert.Equal(display, given.TextOf("display"));
        Assert.Equal(displayOrder, given.TextOf("displayOrder"));
        Assert.False(given["keyholder"]!.GetValue<bool>());
        Assert.Equal(13, given["permissions"]!.AsObject().Count);
        Assert.Equal(writes, given["permissions"]!["order-create"]!.GetValue<bool>());
        Assert.True(given["permissions"]!["ports-read"]!.GetValue<bool>());
        Assert.NotEmpty(given["permissionIds"]!.AsArray());
    }

    [Fact]
    public async Task People_are_invited_without_admin_in_the_path_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        const string Body = """{"invites":[{"email":"new.person@example.org"}]}""";
        var answer = (await meg.Put("/api/membership-requests/acmeinc/invite", Body)).MustBeOk();
        Assert.Empty(answer.Json.AsObject());
        Assert.Contains(
            "new.person@example.org",
            (await meg.Get("/api/membership-requests/acmeinc")).MustBeOk()["invites"]!.ToJsonString(),
            StringComparison.Ordinal);
        (await (await emulator.Stan()).Put("/api/membership-requests/acmeinc/invite", Body)).MustRefuse(401);
        (await meg.Put("/api/membership-requests/acmeinc/invite", "{}")).MustRefuse(
            400,
            "The request must have required property 'invites'");
    }

    [Fact]
    public async Task A_search_tells_followers_and_asns_of_companies_and_can_be_of_some_users_only()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        var founded = (await max.Put("/api/company", """{"name":"Zebra Works","company":{"asns":[123]}}""")).MustBeOk();
        var items = (await max.Get("/api/search?type=everything")).MustBeOk()["items"]!;
        var zebra = items["companies"]!.AsArray()
            .Single(company => company!["id"]!.GetValue<string>() == founded.TextOf("id"))!;
        Assert.Equal(123, zebra["company"]!["asns"]![0]!.GetValue<int>());
        Assert.Empty(zebra["followers"]!.AsArray());
        Assert.All(items["companies"]!.AsArray(), company =>
        {
            Assert.Equal(
                company!["stats"]!["followers"]!.GetValue<int>(),
                company["followers"]!.AsArray().Count);
            Assert.Null(company["following"]);
        });
        Assert.Contains(items["companies"]!.AsArray(), company => company!["followers"]!.AsArray().Count > 0);

        var me = (await max.Get("/api/auth/token")).MustBeOk().TextOf("id");
        var mine = (await max.Get($"/api/search?userId={me}&startTime=2015-10-07T22:37:51.732Z")).MustBeOk();
        Assert.Equal([me], mine["items"]!["users"]!.AsArray().Select(user => user!["id"]!.GetValue<string>()));
        Assert.Contains(mine["items"]!["companies"]!.AsArray(), company =>
            company!["id"]!.GetValue<string>() == founded.TextOf("id"));
        Assert.Empty(mine["items"]!["dataCenterFacilities"]!.AsArray());
        var two = (await max.Get($"/api/search?type=people&userId={me}&userId=58980a25a77b4d7bf459d100")).MustBeOk();
        Assert.Equal(2, two["results"]!.AsArray().Count);
    }
}
