using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>What can be built on a port, and ports by filter (published editions, 113 and clients, 260).</summary>
public sealed class PortSearchTests
{
    private const string Acme = "/app-user/557679e2c2e6a1b4d7756472/ports";

    [Theory]
    [InlineData("key-stan", "Acme", "576247795c9de0b91e8b8576", "true true true true")] // PHYSICAL, ACTIVE, with IO-D.
    [InlineData("key-stan", "Acme", "55767b5652a693344a015744", "false true true true")] // Without.
    [InlineData("key-stan", "Acme", "5b15027fc2e6a1b4d7c3a05e", "false true false false")] // DISABLED.
    [InlineData("key-stan", "corp", "60bec23bc2e6a1b4d707f0ae", "false true true true")] // NNI.
    [InlineData("key-anouk", "meridian", "5f68b8dac2e6a1b4d769396e", "false true false false")] // PHYSICAL_NSP.
    public async Task A_port_tells_what_can_be_built_on_it(string key, string company, string port, string can)
    {
        await using var emulator = new EmulatorUnderTest();
        var told = (await emulator.With(key).Get($"/app-user/{company}/ports/{port}/info")).MustBeOk()["capabilities"]!;
        Assert.Equal(
            can,
            string.Join(' ', new[] { "giaStandardV1", "l2TypeA", "l3vpnTypeA", "qinq" }.Select(name => told[name])));
        Assert.Equal(4, told.AsObject().Count);
    }

    [Fact]
    public async Task A_port_that_is_not_the_companys_or_not_delivered_is_not_found()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        const string NotFound = "A port can not be found with the given id";
        foreach (var id in new[]
        {
            "5e5f9b85c2e6a1b4d782bcd0", "000000000000000000000000", "x", "5b1f988bc2e6a1b4d7f81c22",
        })
        {
            (await stan.Get($"{Acme}/{id}/info")).MustRefuse(404, NotFound);
        }

        (await stan.Get("/app-user/nobody/ports/5e5f9b85c2e6a1b4d782bcd0/info")).MustRefuse(404);
        (await stan.Get("/app-user/harbourlight/ports/5ca476a3c2e6a1b4d75b06f2/info")).MustRefuse(401, "Access denied");
        (await emulator.Nobody().Get($"{Acme}/55767b5652a693344a015744/info")).MustRefuse(401);
    }

    [Fact]
    public async Task Ports_are_searched_as_the_list_shows_them()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var listed = (await stan.Get("/api/company/Acme/ports")).MustBeOk().Json["results"]!;
        Assert.Equal(listed.ToJsonString(), (await stan.Get(Acme)).MustBeOk().Json.ToJsonString());
        Assert.Equal(
            listed[1]!.ToJsonString(),
            (await Found(stan, $$$"""{"where":{"id":"{{{listed[1]!["id"]}}}"}}"""))[0]!.ToJsonString());
        Assert.Equal(
            listed.AsArray().Count(port => port!["status"]!.GetValue<string>() == "ACTIVE"),
            (await Found(stan, """{"where":{"status":"ACTIVE"}}""")).Count);
    }

    [Theory]
    [InlineData("""{"where":{"id":{"in":["55767b5652a693344a015744","576247795c9de0b91e8b8576"]}}}""", 2)]
    [InlineData("""{"where":{"id":{"inq":["55767b5652a693344a015744","5e5f9b85c2e6a1b4d782bcd0"]}}}""", 1)]
    [InlineData("""{"where":{"id":{"inq":[]}}}""", 0)]
    [InlineData("""{"where":{"id":"5e5f9b85c2e6a1b4d782bcd0"}}""", 0)] // Another company's.
    [InlineData("""{"where":{"id":{"in":["55767b5652a693344a015744"]},"status":"DISABLED"}}""", 0)]
    [InlineData("""{"where":{"and":[{"id":"55767b5652a693344a015744"},{"status":"ACTIVE"}]}}""", 1)]
    [InlineData("""{"where":{"or":[{"id":"55767b5652a693344a015744"},{"id":"576247795c9de0b91e8b8576"}]}}""", 2)]
    [InlineData("""{"where":{"id":{"nin":["55767b5652a693344a015744"]}},"limit":2}""", 2)]
    [InlineData("""{"where":{"speed.value":10000}}""", 1)]
    [InlineData("""{"limit":2,"order":"name DESC"}""", 2)]
    public async Task A_filter_finds_what_it_says(string filter, int count)
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Equal(count, (await Found(await emulator.Stan(), filter)).Count);
    }

    [Fact]
    public async Task A_filter_chooses_members_and_a_bad_one_or_a_foreign_company_is_refused()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var chosen = (await Found(stan, """{"fields":["id","name"],"limit":1}"""))[0]!.AsObject();
        Assert.Equal(["id", "name"], chosen.Select(member => member.Key).Order(StringComparer.Ordinal));
        (await stan.Get($"{Acme}?filter=x")).MustRefuse(400, "Value is not an object.");
        (await stan.Get($"{Acme}?filter={Uri.EscapeDataString("""{"where":{"id":{"near":1}}}""")}")).MustRefuse(400);
        (await stan.Get("/app-user/harbourlight/ports")).MustRefuse(401, "Access denied");
        (await stan.Get("/app-user/nobody/ports")).MustRefuse(404);
    }

    private static async Task<JsonArray> Found(Client client, string filter) =>
        (await client.Get($"{Acme}?filter={Uri.EscapeDataString(filter)}")).MustBeOk().Json.AsArray();
}
