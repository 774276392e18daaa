using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>Logging in and out (000:168-538).</summary>
public sealed class AuthTests
{
    [Fact]
    public async Task Logging_in_gives_a_token_of_64_hexadecimal_digits_with_companies_and_roles()
    {
        await using var emulator = new EmulatorUnderTest();
        var account = (
            await emulator.Nobody().Put("/api/auth/token", """{"email":"STAN@example.com","password":"Password1"}""")
        ).MustBeOk();
        Assert.Matches(new Regex("^[0-9a-f]{64}$"), account.TextOf("token"));
        Assert.Equal("stan", account.TextOf("username"));
        var acme = account["companies"]!
            .AsArray()
            .Single(company => company!["username"]!.GetValue<string>() == "Acme")!["id"]!.GetValue<string>();
        Assert.Equal("ADMIN", account["linkUserCompany"]![acme]!["roles"]![0]!.GetValue<string>());
        Assert.True(
            account["linkUserCompany"]![acme]!["permissions"]!["groups"]!["ADMIN"]!["order-create"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"email":"stan@example.com","password":"password1"}""", 401)]
    [InlineData("""{"email":"nobody@example.com","password":"Password1"}""", 401)]
    [InlineData("""{"password":"Password1"}""", 400)]
    [InlineData("""{"email":1,"password":"Password1"}""", 400)]
    [InlineData("", 400)]
    public async Task A_wrong_login_is_refused(string body, int status)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Put("/api/auth/token", body)).MustRefuse(status);
    }

    [Theory]
    [InlineData("""{"email":"stan@example.com","password":"Password1"}""", "application/x-www-form-urlencoded")]
    [InlineData("""{"email":"stan@example.com","password":"Password1"}""", "text/plain")]
    [InlineData("email=stan%40example.com&password=Password1", "application/x-www-form-urlencoded")]
    public async Task A_login_is_taken_as_JSON_whatever_it_calls_itself_and_as_a_form(string body, string contentType)
    {
        await using var emulator = new EmulatorUnderTest();
        (await emulator.Nobody().Send(HttpMethod.Put, "/api/auth/token", body, contentType)).MustBeOk();
    }

    [Fact]
    public async Task The_token_is_taken_from_portal_token_and_from_a_bearer_and_an_api_key_too()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Get("/api/auth/token")).MustBeOk();
        foreach (var credential in new[] { stan.Credential!, "key-stan" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/auth/token");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", credential);
            Assert.Equal("stan", (await emulator.Nobody().Send(request)).MustBeOk().TextOf("username"));
        }
    }

    [Theory]
    [InlineData("[TOKEN]")]
    [InlineData("\"TOKEN\"")]
    [InlineData("TOKEN;")]
    public async Task The_tokens_value_counts_exactly(string form)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await emulator.With(form.Replace("TOKEN", stan.Credential)).Get("/api/auth/token")).MustRefuse(
            401,
            "The user is not logged in");
    }

    [Fact]
    public async Task Without_a_token_nobody_is_logged_in() =>
        (await new EmulatorUnderTest().Nobody().Get("/api/auth/token")).MustRefuse(401, "The user is not logged in");

    [Fact]
    public async Task A_logged_out_token_is_refused_in_the_services_own_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var again = await emulator.Stan();
        Assert.Equal("{}", (await stan.Delete("/api/auth/token")).MustBeOk().Text.Replace("\n", "").Replace(" ", ""));
        (await stan.Get("/api/auth/token")).MustRefuse(401, "The session token been deleted");
        (await again.Get("/api/auth/token")).MustBeOk();
    }

    [Fact]
    public async Task A_missing_role_answers_401_in_the_documented_form_and_changes_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var vera = await emulator.LoggedIn("vera@example.com");
        var refused = (
            await vera.Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"No","paymentType":"invoice"}"""
            )
        ).MustRefuse(401, "Access denied");
        Assert.Equal("network:CreatePortOrder", refused["error"]!["accessRequests"]![0]!["action"]!.GetValue<string>());
        Assert.Equal(
            "cc-api:network::557679e2c2e6a1b4d7756472:PortOrder/*",
            refused["error"]!["accessRequests"]![0]!["resource"]!.GetValue<string>());
        Assert.NotNull(refused["error"]!["principalId"]!["id"]);
        (await vera.Get("/api/company/Acme/ports/orders")).MustBeOk();
        (await (await emulator.LoggedIn("max@example.com")).Get("/api/company/Acme/ports/orders")).MustRefuse(
            401,
            "Access denied");
        (await (await emulator.LoggedIn("user@example.com")).Get("/api/company/company2/ports")).MustBeOk();
    }

    [Theory]
    [InlineData("report", true)]
    [InlineData("off", false)]
    public async Task Access_can_be_reported_or_off(string mode, bool reported)
    {
        await using var emulator = new EmulatorUnderTest($"access={mode}");
        var answer = (
            await (await emulator.LoggedIn("max@example.com")).Get("/api/company/Acme/ports/orders")
        ).MustBeOk();
        Assert.Equal(reported, answer.Headers.ContainsKey("X-Emulator-Access"));
    }
}
