using Xunit;

namespace Emulator.Tests.Api.Clouds;

/// <summary>Direct Links that are ordered of IBM, by the company's id, in a dialect of two members.</summary>
public sealed class IbmTests
{
    private const string Acme = "557679e2c2e6a1b4d7756472";

    [Fact]
    public async Task The_answer_names_the_connection_and_its_provisioning()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var results = (await stan.Ordered("IBM", CloudWorld.Order("IBM"), Acme)).MustBeOk()["results"]!;
        Assert.Matches("^[0-9a-f]{8}$", results["connectionProvisioningId"]!.GetValue<string>());
        Assert.Equal(Acme, results["connection"]!["srcCompanyId"]!.GetValue<string>());
        var connection = await stan.Connection(results["connection"]!["id"]!.GetValue<string>());
        Assert.Equal("Cloud", connection.TextOf("name"));
        Assert.Equal("LAYER2", connection.TextOf("type"));
        Assert.Equal("IBM", connection["partner"]!["type"]!.GetValue<string>());
        Assert.Equal("9c4d7e1f", connection["partner"]!["account"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("partnerAccountId")]
    [InlineData("srcPortId")]
    [InlineData("destPortId")]
    [InlineData("speed")]
    [InlineData("name")]
    public async Task What_is_required_is_asked_for_in_its_own_words(string member)
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Ordered("IBM", CloudWorld.Order("IBM").Without(member), Acme)).MustRefuse(
            400, $"{member} is a required arg");
        (await stan.Ordered("IBM", CloudWorld.Order("IBM").With(member, null), Acme)).MustRefuse(400);
    }

    [Fact]
    public async Task Refusals_have_the_printed_words_and_two_members()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        Assert.Equal(
            """{"error":{"code":400,"message":"partnerAccountId is a required arg"}}""",
            (await stan.Ordered("IBM", CloudWorld.Order("IBM").With("partnerAccountId", ""), Acme)).MustRefuse(400)
                .Json.ToJsonString());
        Assert.Equal(
            """{"error":{"code":400,"message":"Cannot find an ACTIVE source port"}}""",
            (await stan.Ordered("IBM", CloudWorld.Order("IBM").With("srcPortId", "MY_PORT"), Acme)).MustRefuse(400)
                .Json.ToJsonString());
        Assert.Equal(
            """{"error":{"code":400,"message":"Cannot find an ACTIVE destination port"}}""",
            (await stan.Ordered("IBM", CloudWorld.Order("IBM").With("destPortId", "IBM_PORT_ID"), Acme)).MustRefuse(400)
                .Json.ToJsonString());
    }

    [Theory]
    [InlineData("partnerAccountId", "The request/partnerAccountId must be string")]
    [InlineData("srcPortId", "The request/srcPortId must be string")]
    [InlineData("destPortId", "The request/destPortId must be string")]
    [InlineData("name", "The request/name must be string")]
    [InlineData("paymentType", "The request/paymentType must be string")]
    public async Task What_is_of_the_wrong_kind_is_refused(string member, string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Ordered("IBM", CloudWorld.Order("IBM").With(member, 5), Acme)).MustRefuse(
            400, message);
    }

    [Fact]
    public async Task A_company_named_by_its_id_deletes_a_connection_of_any_kind()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (var cloud in CloudWorld.All)
        {
            var id = CloudWorld.IdIn(await stan.Ordered(cloud, CloudWorld.Order(cloud)));
            Assert.Equal(
                "{}", (await stan.Delete($"/app-user/{Acme}/connections/{id}")).MustBeOk().Json.ToJsonString());
            await emulator.Pass(10);
            var gone = await stan.Connection(id);
            Assert.Equal("DELETED", gone.TextOf("status"));
            Assert.All(
                gone["subconnections"]!.AsArray(), sub => Assert.Equal("DELETED", sub!["status"]!.GetValue<string>()));
            (await stan.Delete($"/app-user/{Acme}/connections/{id}")).MustRefuse(409);
        }

        (await stan.Delete($"/app-user/{Acme}/connections/000000000000000000000001")).MustRefuse(
            404, "A connection can not be found with the given id");
        (await stan.Delete($"/app-user/{Acme}/connections/66d5bd73c2e6a1b4d78b8bc2")).MustRefuse(404);
        var vera = await emulator.LoggedIn("vera@example.com");
        (await vera.Delete($"/app-user/{Acme}/connections/55783e39519d254d36f6126e")).MustRefuse(401, "Access denied");
    }
}
