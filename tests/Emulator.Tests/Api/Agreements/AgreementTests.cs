using System.Net;
using Emulator.Tests.Api.CloudRouters;
using Emulator.Tests.Api.InternetOnDemand;
using Xunit;

namespace Emulator.Tests.Api.Agreements;

/// <summary>What companies agree to (published editions, 096 and 097), and sandboxes that require it.</summary>
public sealed class AgreementTests
{
    private const string Acme = "/app-user/557679e2c2e6a1b4d7756472";
    private const string Meridian = "/app-user/5cf63896c2e6a1b4d7e6a191";
    private const string PortOrder =
        """{"dataCenterFacility":"equinix-am3","speed":1000,"portName":"New","paymentType":"invoice"}""";

    [Fact]
    public async Task The_seeded_customers_have_agreed_to_all_four_and_others_to_nothing()
    {
        await using var emulator = new EmulatorUnderTest();
        var listed = (await emulator.With("key-stan").Get($"{Acme}/agreements")).MustBeOk().Json.AsArray();
        Assert.Equal(
            ["CONSOLE_PORT_SERVICE_TERMS", "L2_CONNECTION", "CONSOLE_CLOUDROUTER_SPECIFIC_TERMS", "GIA_SERVICE"],
            listed.Select(one => one!["type"]!.GetValue<string>()));
        Assert.All(listed, one => Assert.Equal("557679e2c2e6a1b4d7756472", one!["companyId"]!.GetValue<string>()));
        Assert.Equal("[]", (await emulator.With("key-anouk").Get($"{Meridian}/agreements")).MustBeOk().Text.Trim());
    }

    [Fact]
    public async Task Who_agrees_is_the_caller_for_the_company_in_the_path_now_and_to_the_current_version()
    {
        await using var emulator = new EmulatorUnderTest();
        var daan = emulator.With("key-daan");
        var made = (await daan.Post(
            $"{Meridian}/agreements",
            """
            {"type":"GIA_SERVICE","companyId":"557679e2c2e6a1b4d7756472","userId":"58980a25a77b4d7bf459d100","id":"x"}
            """)).MustBeOk();
        Assert.Equal("5cf63896c2e6a1b4d7e6a191", made.TextOf("companyId"));
        Assert.Equal("5cf6849fc2e6a1b4d7c983c8", made.TextOf("userId"));
        Assert.Equal("1.0", made.TextOf("version"));
        Assert.Equal("2026-03-01T12:00:00.000Z", made.TextOf("date"));
        var listed = (await daan.Get($"{Meridian}/agreements")).MustBeOk().Json.AsArray();
        Assert.Equal(made.Json.ToJsonString(), Assert.Single(listed)!.ToJsonString());
    }

    [Fact]
    public async Task The_same_version_again_answers_the_first_record_and_another_is_another()
    {
        await using var emulator = new EmulatorUnderTest();
        var anouk = emulator.With("key-anouk");
        var first = (await Agree(anouk, """{"type":"L2_CONNECTION","version":"1.2"}""")).MustBeOk();
        await emulator.Pass(60);
        var again = (await Agree(
            emulator.With("key-daan"),
            """{"type":"L2_CONNECTION","version":1.2,"date":"2020-01-01T00:00:00Z"}""")).MustBeOk();
        Assert.Equal(first.Json.ToJsonString(), again.Json.ToJsonString());
        var other = (await Agree(
            anouk, """{"type":"L2_CONNECTION","version":2,"date":"2026-02-28T23:30:00+01:00"}""")).MustBeOk();
        Assert.Equal(("2", "2026-02-28T22:30:00.000Z"), (other.TextOf("version"), other.TextOf("date")));
        var listed = (await anouk.Get($"{Meridian}/agreements")).MustBeOk().Json.AsArray();
        Assert.Equal(
            [other.TextOf("id"), first.TextOf("id")], listed.Select(one => one!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Of_many_who_agree_at_once_one_is_recorded()
    {
        await using var emulator = new EmulatorUnderTest();
        var anouk = emulator.With("key-anouk");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => Agree(anouk, """{"type":"GIA_SERVICE"}""")));
        Assert.Single(answers.Select(answer => answer.MustBeOk().TextOf("id")).Distinct());
        Assert.Single((await anouk.Get($"{Meridian}/agreements")).MustBeOk().Json.AsArray());
    }

    [Theory]
    [InlineData("{}", "The request must have required property 'type'")]
    [InlineData("""{"type":"MSA"}""", "The request/type must be equal to one of the allowed values")]
    [InlineData("""{"type":1}""", "The request/type must be string")]
    [InlineData("""{"type":null}""", "The request/type must be string")]
    [InlineData("""{"type":"GIA_SERVICE","version":""}""", "The request/version must NOT have fewer than 1 characters")]
    [InlineData("""{"type":"GIA_SERVICE","version":[1]}""", "The request/version must be string")]
    [InlineData(
        """{"type":"GIA_SERVICE","version":123456789012345678901234567890123}""",
        "The request/version must NOT have more than 32 characters")]
    [InlineData("""{"type":"GIA_SERVICE","date":"soon"}""", "The request/date must match format \"date-time\"")]
    [InlineData("""{"type":"GIA_SERVICE","date":"2026-13-45T99:99:99Z"}""",
        "The request/date must match format \"date-time\"")]
    public async Task What_is_no_agreement_is_refused(string body, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        var anouk = emulator.With("key-anouk");
        (await Agree(anouk, body)).MustRefuse(400, message);
        Assert.Empty((await anouk.Get($"{Meridian}/agreements")).MustBeOk().Json.AsArray());
    }

    [Fact]
    public async Task Viewers_read_and_only_those_who_write_the_network_agree()
    {
        await using var emulator = new EmulatorUnderTest();
        var lotte = await emulator.LoggedIn("lotte@meridian.example");
        (await lotte.Get($"{Meridian}/agreements")).MustBeOk();
        (await Agree(lotte, """{"type":"GIA_SERVICE"}""")).MustRefuse(401, "Access denied");
        var ruben = await emulator.LoggedIn("ruben@meridian.example");
        (await ruben.Get($"{Meridian}/agreements")).MustRefuse(401, "Access denied");
        var stan = emulator.With("key-stan");
        (await stan.Get($"{Meridian}/agreements")).MustRefuse(401, "Access denied");
        (await Agree(stan, """{"type":"GIA_SERVICE"}""")).MustRefuse(401, "Access denied");
        (await stan.Get("/app-user/5cf63896c2e6a1b4d7e6a199/agreements")).MustRefuse(404);
    }

    [Fact]
    public async Task Nothing_is_required_unless_the_sandbox_says_so_and_a_reset_takes_it_back()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        Assert.Empty(await Required(admin));
        (await emulator.With("key-anouk").Put("/api/company/meridian/ports/orders", PortOrder)).MustBeOk();
        await Require(admin, "L2_CONNECTION", "GIA_SERVICE", "GIA_SERVICE");
        Assert.Equal(["L2_CONNECTION", "GIA_SERVICE"], await Required(admin));
        await Require(admin, "CONSOLE_PORT_SERVICE_TERMS", "GIA_SERVICE");
        Assert.Equal(["CONSOLE_PORT_SERVICE_TERMS", "GIA_SERVICE"], await Required(admin));
        (await admin.Put("/__admin/agreements", """{"required":["MSA"]}""")).MustRefuse(400);
        (await admin.Put("/__admin/agreements", """{"required":"GIA_SERVICE"}""")).MustRefuse(400);
        (await admin.Put("/__admin/agreements", "{}")).MustRefuse(400);
        Assert.Equal(["CONSOLE_PORT_SERVICE_TERMS", "GIA_SERVICE"], await Required(admin));
        (await admin.Post("/__admin/reset")).MustBeOk();
        Assert.Empty(await Required(admin));
    }

    [Fact]
    public async Task A_required_agreement_holds_orders_of_its_product_until_the_company_agrees()
    {
        await using var emulator = new EmulatorUnderTest();
        var admin = emulator.Nobody();
        var anouk = emulator.With("key-anouk");
        foreach (var (type, order) in Orders(anouk))
        {
            var allowed = (await order()).Status;
            Assert.NotEqual(HttpStatusCode.Unauthorized, allowed);
            await Require(admin, type);
            (await order()).MustRefuse(401, "You are not authorized to do that.");
            await Require(admin, Others(type));
            Assert.Equal(allowed, (await order()).Status);
            await Require(admin, type);
            (await Agree(anouk, $$"""{"type":"{{type}}"}""")).MustBeOk();
            Assert.Equal(allowed, (await order()).Status);
        }
    }

    [Fact]
    public async Task Who_has_agreed_is_not_held_and_roles_are_looked_at_first()
    {
        await using var emulator = new EmulatorUnderTest();
        await Require(emulator.Nobody(), "CONSOLE_PORT_SERVICE_TERMS", "GIA_SERVICE");
        (await emulator.With("key-stan").Put("/api/company/Acme/ports/orders", PortOrder)).MustBeOk();
        (await emulator.With("key-joe").Provision(IodWorld.Order())).MustBeOk();
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Put("/api/company/Acme/ports/orders", PortOrder)).MustRefuse(401, "Access denied");
    }

    /// <summary>An order of each product, one of every route.</summary>
    private static IEnumerable<(string Type, Func<Task<Answer>> Order)> Orders(Client anouk)
    {
        yield return ("CONSOLE_PORT_SERVICE_TERMS", () => anouk.Put("/api/company/meridian/ports/orders", PortOrder));
        yield return ("L2_CONNECTION", () => anouk.Put("/api/v2/company/meridian/connections/layer2", "{}"));
        yield return (
            "CONSOLE_CLOUDROUTER_SPECIFIC_TERMS",
            () => anouk.Post($"{Meridian}/l3vpns", RouterWorld.Order().ToJsonString()));
        yield return ("GIA_SERVICE", () => anouk.Post($"{Meridian}/gia-service", "{}"));
    }

    private static string[] Others(string type) =>
        [.. new[] { "CONSOLE_PORT_SERVICE_TERMS", "L2_CONNECTION", "GIA_SERVICE" }.Where(one => one != type)];

    private static Task<Answer> Agree(Client client, string body) => client.Post($"{Meridian}/agreements", body);

    private static async Task Require(Client admin, params string[] types) =>
        (await admin.Put(
            "/__admin/agreements",
            $$"""{"required":[{{string.Join(',', types.Select(type => $"\"{type}\""))}}]}""")).MustBeOk();

    private static async Task<string[]> Required(Client admin) =>
    [
        .. (await admin.Get("/__admin/agreements")).MustBeOk()["agreements"]!.AsArray()
            .Where(one => one!["required"]!.GetValue<bool>())
            .Select(one => one!["type"]!.GetValue<string>()),
    ];
}
