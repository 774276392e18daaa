using System.Text;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// Whatever is sent, the answer is the service's own refusal, nothing is changed, and it is never a 500.
/// </summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("{\"portName\":}")]
    [InlineData("nonsense")]
    [InlineData("{\"portName\":\"x\"} trailing")]
    [InlineData("{\"portName\":\"\u0001\"}")]
    public async Task Malformed_JSON_is_a_400(string body)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await (await emulator.Stan()).Post("/api/company/Acme/ports/orders/Acme", body)).MustRefuse(400);
        Assert.StartsWith("Unexpected token in JSON at position ", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_nested_beyond_all_reason_is_a_400()
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await (await emulator.Stan()).Post(
                "/api/company/Acme/ports/orders/Acme",
                "{\"portName\":" + new string('[', 20000) + new string(']', 20000) + "}")
        ).MustRefuse(400);
    }

    [Fact]
    public async Task A_body_of_10_MB_is_a_413()
    {
        await using var emulator = new EmulatorUnderTest();
        var body = "{\"portName\":\"" + new string('x', 10 * 1024 * 1024) + "\"}";
        (await (await emulator.Stan()).Post("/api/company/Acme/ports/orders/Acme", body)).MustRefuse(
            413,
            "request entity too large");
    }

    [Theory]
    [InlineData("GET", "/nowhere", "There is no method to handle GET /nowhere")]
    [InlineData("PATCH", "/api/auth/token", "There is no method to handle PATCH /api/auth/token")]
    [InlineData("POST", "/api/company/Acme/ports", "There is no method to handle POST /api/company/Acme/ports")]
    [InlineData("PUT", "/", "There is no method to handle PUT /")]
    [InlineData("DELETE", "/__admin/clock", "There is no method to handle DELETE /__admin/clock")]
    public async Task Unknown_paths_and_wrong_methods_are_answered_in_the_services_words(
        string method,
        string path,
        string message)
    {
        await using var emulator = new EmulatorUnderTest();
        (await (await emulator.Stan()).Send(new HttpMethod(method), path)).MustRefuse(404, message);
    }

    [Fact]
    public async Task The_two_families_of_routes_speak_their_own_dialect()
    {
        await using var emulator = new EmulatorUnderTest();
        var first = (await emulator.Nobody().Get("/api/company/Acme/ports")).MustRefuse(401)["error"]!.AsObject();
        Assert.Equal(["message", "status", "statusCode"], first.Select(member => member.Key));
        var second = (await emulator.Nobody().Get("/v2/data-center-facility")).MustRefuse(401)["error"]!.AsObject();
        Assert.Equal(["statusCode", "name", "message"], second.Select(member => member.Key));
        Assert.Equal("Error", second["name"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_bad_filter_is_a_400_in_LoopBacks_words()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        foreach (
            var filter in new[]
            {
                "{",
                "[]",
                "{\"where\":1}",
                "{\"limit\":-1}",
                "{\"where\":{\"name\":{\"regexp\":\"(\"}}}",
                "{\"where\":{\"a\":{\"nope\":1}}}",
            })
        {
            (await stan.Get("/v2/data-center-facility?filter=" + Uri.EscapeDataString(filter))).MustRefuse(400);
        }
    }

    [Fact]
    public async Task Every_answer_says_that_it_is_the_emulators()
    {
        await using var emulator = new EmulatorUnderTest();
        foreach (var path in new[] { "/livez", "/nowhere", "/api/auth/token" })
        {
            var answer = await emulator.Nobody().Get(path);
            Assert.Equal("console-connect", answer.Headers["X-Emulator"]);
            Assert.True(answer.Headers.ContainsKey("X-Emulator-Version"));
        }
    }

    [Fact]
    public async Task Seeded_rubbish_never_makes_a_500()
    {
        await using var emulator = new EmulatorUnderTest("progression=immediate");
        var stan = await emulator.Stan();
        var random = new Random(20260301);
        string[] paths =
        [
            "/api/auth/token",
            "/api/company/Acme/ports/orders",
            "/api/company/Acme/ports/orders/Acme",
            "/api/company/Acme/ports/55767b5652a693344a015744",
            "/api/v2/company/Acme/connections/layer2",
            "/api/v2/company/Acme/connections/55783e39519d254d36f6126e",
            "/api/company/Acme/connections/55783e39519d254d36f6126e/change",
            "/api/v2/company/Acme/connections/55783e39519d254d36f6126e/approve",
            "/api/company/Acme/ports/55767b5652a693344a015744/disable",
            "/__admin/clock/advance",
            "/__admin/workflows/connections/55783e39519d254d36f6126e/fire",
        ];
        string[] names =
        [
            "email",
            "password",
            "speed",
            "portName",
            "name",
            "asn",
            "dataCenterFacility",
            "paymentType",
            "billingId",
            "type",
            "portId",
            "destPortId",
            "destMetroId",
            "destCompany",
            "trigger",
            "seconds",
            "scheduledTaskList",
            "untagged",
            "tag",
        ];
        string[] values =
        [
            "null",
            "1",
            "-1",
            "1e30",
            "1.5",
            "\"\"",
            "\"LAYER2\"",
            "\"576247795c9de0b91e8b8576\"",
            "\"company2\"",
            "[]",
            "{}",
            "[{}]",
            "true",
            "\"2000\"",
            "\"\\u0000\"",
            "\"x'; DROP TABLE Ports;--\"",
            "9223372036854775808",
            "\"Fail\"",
        ];
        string[] methods = ["GET", "PUT", "POST", "DELETE"];
        for (var i = 0; i < 400; i++)
        {
            var body = new StringBuilder("{");
            for (var member = random.Next(6); member > 0; member--)
            {
                body.Append('"')
                    .Append(names[random.Next(names.Length)])
                    .Append("\":")
                    .Append(values[random.Next(values.Length)])
                    .Append(member > 1 ? "," : "");
            }

            var method = methods[random.Next(methods.Length)];
            var path = paths[random.Next(paths.Length)];
            if (method == "DELETE" && path == "/api/auth/token")
            {
                continue;
            }

            var answer = await stan.Send(new HttpMethod(method), path, body.Append('}').ToString());
            Assert.True((int)answer.Status < 500, $"{method} {path} {body}: {(int)answer.Status} {answer.Text}");
        }
    }
}
