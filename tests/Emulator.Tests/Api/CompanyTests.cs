using System.Net;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Companies, members and roles (000:1488-1866, 000:2357-2576).</summary>
public sealed class CompanyTests
{
    private const string Foo =
        """
        {"name":"Foo International","company":{"asns":[123],"addresses":[{"primary":true,"country":"US",
        "address":"17 Anywhere Pl","city":"Major City","state":"OH","zip":"44101"}],"emailDomains":["foo.co"],
        "businessType":"Data Center"}}
        """;

    [Fact]
    public async Task Who_creates_a_company_is_its_keyholder_and_can_order_ports_once_it_is_verified()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        var created = (await max.Put("/api/company", Foo)).MustBeOk();
        Assert.Equal("foointernational", created.TextOf("username"));
        var account = (await max.Get("/api/auth/token")).MustBeOk();
        var company = account["companies"]!
            .AsArray()
            .Single(company => company!["name"]!.GetValue<string>() == "Foo International")!;
        Assert.Equal("foointernational", company["username"]!.GetValue<string>());
        Assert.Equal("Major City", company["company"]!["addresses"]![0]!["city"]!.GetValue<string>());
        Assert.Equal("Data Center", company["company"]!["businessType"]!.GetValue<string>());
        Assert.Equal(
            "ADMIN",
            account["linkUserCompany"]![company["id"]!.GetValue<string>()]!["roles"]![0]!.GetValue<string>());
        const string Order =
            """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"First","paymentType":"invoice"}""";
        (await max.Put("/api/company/foointernational/ports/orders", Order)).MustRefuse(
            400,
            "The company must be verified before a port can be ordered");
        (await emulator.Nobody().Post("/__admin/companies/foointernational/verify")).MustBeOk();
        (await max.Put("/api/company/foointernational/ports/orders", Order)).MustBeOk();
        (
            await emulator.Nobody().Post("/__admin/companies/foointernational/verify", """{"verified":false}""")
        ).MustBeOk();
        (await max.Put("/api/company/foointernational/ports/orders", Order)).MustRefuse(400);
    }

    [Fact]
    public async Task Companies_of_one_name_get_usernames_of_their_own()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => stan.Put("/api/company", """{"name":"Acme"}""")));
        var usernames = (await stan.Get("/api/auth/token")).MustBeOk()["companies"]!
            .AsArray()
            .Select(company => company!["username"]!.GetValue<string>())
            .Where(username => username.StartsWith("acme", StringComparison.Ordinal));
        Assert.Equal(["acme2", "acme3", "acme4", "acme5", "acme6"], usernames.Order());
    }

    [Fact]
    public async Task Of_twenty_who_want_one_username_together_exactly_one_wins()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => stan.Put("/api/company", """{"name":"Foo","username":"Foo"}""")));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status != HttpStatusCode.OK), answer =>
            answer.MustRefuse(409, "That username is already taken."));
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'name'")]
    [InlineData("""{"name":"Foo","company":{"asns":["x"]}}""", "The request/company/asns/0 must be integer")]
    [InlineData(
        """{"name":"Foo","company":{"asns":[4294967296]}}""",
        "The request/company/asns/0 must be <= 4294967295"
    )]
    [InlineData(
        """{"name":"Foo","company":{"addresses":[{"city":1}]}}""",
        "The request/company/addresses/0/city must be string"
    )]
    [InlineData("""{"name":"Foo","company":"Foo"}""", "The request/company must be object")]
    [InlineData(
        """{"name":"Foo","username":"f oo"}""",
        "Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters."
    )]
    public async Task A_company_that_is_refused_is_not_there(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put("/api/company", body)).MustRefuse(400, message);
        (await stan.Get("/api/user/foo")).MustRefuse(404);
    }

    [Fact]
    public async Task Members_are_listed_with_pages_and_by_queryable_roles()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(["stan", "user", "vera", "max"], await Members(stan, "/company/Acme/memberships"));
        Assert.Equal(
            ["user"],
            await Members(stan, "/api/company/Acme/memberships-and-roles?role=NETWORKCONTROL&page=1&count=20"));
        Assert.Equal(
            ["user", "vera"],
            await Members(stan, "/company/Acme/memberships?role=NETWORKCONTROL&role=NETWORKVIEW"));
        Assert.Equal(["user", "vera"], await Members(stan, "/user/acme/memberships?role=networkcontrol,networkview"));
        Assert.Equal(["vera"], await Members(stan, "/company/Acme/memberships?page=3&count=1"));
        Assert.Empty(await Members(stan, "/company/Acme/memberships?page=9&count=20"));
        (await stan.Get("/company/Acme/memberships?role=ADMIN")).MustRefuse(400, "The role ADMIN is not queryable");
        (await stan.Get("/company/Acme/memberships?role=USER")).MustRefuse(400, "The role USER is not queryable");
        (await stan.Get("/company/Acme/memberships?role=KING")).MustRefuse(404, "A role can not be found with the "
            + "given name");
        (await stan.Get("/company/Acme/memberships?count=0")).MustRefuse(400);
        (await stan.Get("/company/none/memberships")).MustRefuse(404, "A company can not be found with the given id");
        (await stan.Get("/api/robots/Acme/memberships")).MustRefuse(404, "There is no method to handle GET "
            + "/api/robots/Acme/memberships");
        (await emulator.Nobody().Get("/company/Acme/memberships")).MustRefuse(401);
    }

    [Fact]
    public async Task A_users_own_companies_are_listed_to_them_only()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(
            ["Acme", "company1", "corp"],
            (await Members(await emulator.Stan(), "/user/stan/memberships"))
                .Where(username => username != "bloggs")
                .Order());
        (await (await emulator.Meg()).Get("/user/stan/memberships")).MustRefuse(401, "Access denied");
    }

    [Fact]
    public async Task A_role_decides_from_the_next_request_on()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var max = await emulator.LoggedIn("max@example.com");
        (await max.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
        (await stan.Put("/company/Acme/memberships/max/roles/NETWORKVIEW")).MustBeOk();
        (await max.Get("/api/company/Acme/ports/orders")).MustBeOk();
        (await stan.Put("/company/Acme/memberships/max/roles/NETWORKVIEW")).MustBeOk();
        Assert.Equal(
            "[\"USER\",\"NETWORKVIEW\"]",
            (await max.Get("/api/auth/token"))["linkUserCompany"]!["557679e2c2e6a1b4d7756472"]!["roles"]!.ToJsonString()
        );
        (await stan.Delete("/company/Acme/memberships/max/roles/networkview")).MustBeOk();
        (await stan.Delete("/company/Acme/memberships/max/roles/NETWORKVIEW")).MustBeOk();
        (await max.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
    }

    [Theory]
    [InlineData("vera", "NETWORKVIEW", 404, "A role can not be found with the given name", "KING")]
    [InlineData("joe", "NETWORKVIEW", 404, "A membership can not be found for the given user", "NETWORKVIEW")]
    [InlineData("ned", "NETWORKVIEW", 404, "A membership can not be found for the given user", "NETWORKVIEW")]
    [InlineData("nobody", "NETWORKVIEW", 404, "A user can not be found with the given username", "NETWORKVIEW")]
    public async Task A_role_that_is_none_or_a_user_who_is_no_member_is_refused(
        string username,
        string held,
        int status,
        string message,
        string role)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Put($"/company/Acme/memberships/{username}/roles/{role}")).MustRefuse(status, message);
        (await stan.Delete($"/company/Acme/memberships/{username}/roles/{role}")).MustRefuse(status, message);
        Assert.Contains("vera", await Members(stan, $"/company/Acme/memberships?role={held}"));
    }

    [Theory]
    [InlineData("PUT", "/company/Acme/memberships/max/roles/ADMIN")]
    [InlineData("DELETE", "/company/Acme/memberships/vera/roles/NETWORKVIEW")]
    [InlineData("POST", "/company/Acme/memberships/vera")]
    [InlineData("DELETE", "/company/Acme/memberships/vera")]
    public async Task Only_keyholders_moderate_users(string method, string path)
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var email in new[] { "user@example.com", "vera@example.com", "max@example.com", "meg@example.com" })
        {
            var refused = (
                await (await emulator.LoggedIn(email)).Send(new HttpMethod(method), path, """{"state":"DENIED"}""")
            ).MustRefuse(401, "Access denied");
            Assert.StartsWith(
                "account:",
                refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>(),
                StringComparison.Ordinal);
            Assert.StartsWith(
                "cc-api:account::557679e2c2e6a1b4d7756472:",
                refused["error"]!["accessRequests"]![0]!["resource"]!.GetValue<string>(),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_last_keyholder_neither_leaves_nor_loses_the_role()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Delete("/company/Acme/memberships")).MustRefuse(
            409,
            "The last Company Keyholder can not be " + "removed");
        (await stan.Delete("/company/Acme/memberships/stan")).MustRefuse(
            409,
            "The last Company Keyholder can not be " + "removed");
        (await stan.Delete("/company/Acme/memberships/stan/roles/ADMIN")).MustRefuse(
            409,
            "The last Company Keyholder can not be removed");
        (await stan.Post("/company/Acme/memberships/stan", """{"state":"INACTIVE"}""")).MustRefuse(
            409,
            "The last Company Keyholder can not be removed");
        (await stan.Put("/company/Acme/memberships/vera/roles/ADMIN")).MustBeOk();
        (await stan.Delete("/company/Acme/memberships/stan/roles/ADMIN")).MustBeOk();
        (await stan.Put("/company/Acme/memberships/stan/roles/ADMIN")).MustRefuse(401, "Access denied");
        (await (await emulator.LoggedIn("vera@example.com")).Delete("/company/Acme/memberships")).MustRefuse(409);
    }

    [Fact]
    public async Task Of_two_keyholders_who_leave_together_one_stays()
    {
        await using var emulator = new EmulatorUnderTest();
        var meg = await emulator.Meg();
        var walter = await emulator.LoggedIn("walter@example.com");
        var answers = await Task.WhenAll(
            meg.Delete("/company/acmeinc/memberships"),
            walter.Delete("/company/acmeinc/memberships"));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Who_leaves_or_is_removed_is_out_and_may_ask_again()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Delete("/company/Acme/memberships")).MustBeOk();
        (await vera.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
        (await vera.Delete("/company/Acme/memberships")).MustRefuse(404, "A membership can not be found for the "
            + "given user");
        (await stan.Delete("/company/Acme/memberships/max")).MustBeOk();
        Assert.Equal(["stan", "user"], await Members(stan, "/company/Acme/memberships"));
        (await vera.Put("/api/membership-requests/Acme")).MustBeOk();
    }

    [Fact]
    public async Task A_membership_is_suspended_made_active_again_and_denied_for_good()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await stan.Post("/company/Acme/memberships/vera", """{"state":"INACTIVE"}""")).MustBeOk();
        (await vera.Get("/api/company/Acme/ports/orders")).MustRefuse(401, "Access denied");
        (await vera.Put("/api/membership-requests/Acme/accept")).MustRefuse(409);
        (await stan.Post("/company/Acme/memberships/vera", """{"state":"ACTIVE"}""")).MustBeOk();
        (await stan.Post("/company/Acme/memberships/vera", """{"state":"ACTIVE"}""")).MustBeOk();
        (await stan.Post("/company/Acme/memberships/vera", "{}")).MustBeOk();
        (await vera.Get("/api/company/Acme/ports/orders")).MustBeOk();
        (await stan.Post("/company/Acme/memberships/vera", """{"state":"DENIED"}""")).MustBeOk();
        (await vera.Put("/api/membership-requests/Acme")).MustRefuse(
            409,
            "A user can not request to join a company " + "once they have been declined by that company");
        (await stan.Post("/company/Acme/memberships/vera", """{"state":"SLEEPING"}""")).MustRefuse(
            400,
            "The request/state must be equal to one of the allowed values");
        (await stan.Post("/company/Acme/memberships/joe", """{"state":"ACTIVE"}""")).MustRefuse(
            404,
            "A membership can not be found for the given user");
    }

    private static async Task<IEnumerable<string>> Members(Client client, string path)
    {
        var page = (await client.Get(path)).MustBeOk();
        Assert.Equal(
            page["results"]!.AsArray().Select(member => member!["id"]!.GetValue<string>()).Order(),
            page["linkUserCompany"]!.AsObject().Select(link => link.Key).Order());
        return page["results"]!.AsArray().Select(member => member!["username"]!.GetValue<string>());
    }
}
