using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>How a port is reached (000:4721-4908).</summary>
public sealed class AccessCircuitTests
{
    private const string Path = "/api/company/Acme/ports/55767b5652a693344a015744/access-circuit";

    [Fact]
    public async Task The_documents_port_has_the_documents_circuit()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await (await emulator.LoggedIn("vera@example.com")).Get(Path)).MustBeOk();
        Assert.Equal(Documented("200").ToJsonString(), answer.Json.ToJsonString());
    }

    [Fact]
    public async Task What_is_not_known_of_a_circuit_is_empty_text()
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (
            await (await emulator.Stan()).Get("/api/company/corp/ports/60bec23bc2e6a1b4d707f0ae/access-circuit")
        ).MustBeOk();
        Assert.Equal(
            ("COPPER", "RJ45", "", false),
            (
                answer.TextOf("crossConnectMediaType"),
                answer.TextOf("crossConnectConnectorType"),
                answer.TextOf("localLoopSpeed"),
                answer["crossConnectMediaConvertor"]!.GetValue<bool>()));
        Assert.Equal(
            Documented("200").AsObject().Select(member => member.Key),
            answer.Json.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("ffffffffffffffffffffffff", "404")]
    [InlineData("58b5b4a9c2e6a1b4d777c52d", "404")] // company2's
    [InlineData("576247795c9de0b91e8b8576", "404.3")]
    public async Task What_is_not_there_is_refused_in_the_documents_words(string port, string sample)
    {
        await using var emulator = new EmulatorUnderTest();
        var refused = (await (await emulator.Stan()).Get(Path.Replace("55767b5652a693344a015744", port))).MustRefuse(
            404);
        Assert.Equal(Documented(sample).ToJsonString(), refused.Json.ToJsonString());
    }

    [Fact]
    public async Task A_port_that_is_ordered_has_none()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        (await stan.Post("/api/company/Acme/ports/orders/55767b5652a693344a015744/loasent")).MustBeOk();
        await emulator.Pass(10);
        var port = (await stan.Get("/api/company/Acme/ports/orders/55767b5652a693344a015744"))
            .MustBeOk()
            .TextOf("portId");
        (await stan.Get(Path.Replace("55767b5652a693344a015744", port))).MustRefuse(
            404,
            "No access-circuit " + "information was found for the given port");
    }

    [Fact]
    public async Task Who_may_not_read_ports_is_refused_in_the_documents_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var max = await emulator.LoggedIn("max@example.com");
        var refused = (await max.Get(Path)).MustRefuse(401);
        var documented = Documented("401");
        documented["error"]!["accessRequests"]![0]!["resource"] = "cc-api:network::557679e2c2e6a1b4d7756472:Port/*";
        documented["error"]!["principalId"]!["id"] = (await max.Get("/api/auth/token")).TextOf("id");
        Assert.Equal(documented.ToJsonString(), refused.Json.ToJsonString());
    }

    private static JsonNode Documented(string what) =>
        JsonNode.Parse(
            File.ReadAllText(Directory.GetFiles(OperationCatalogue.Samples, $"051-*.response.{what}.json").Single())
        )!;
}
