using System.Text.Json.Nodes;
using Emulator.Tests.Wire.Contract;
using Emulator.Wire.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Control;

/// <summary>
/// Answers are held against the contract while the emulator runs. The emulator keeps its contract, so that here the
/// contract is changed: what it asks for is no longer what real operations answer.
/// </summary>
public sealed class ConformanceTests
{
    private const string Port = "/api/company/Acme/ports/55767b5652a693344a015744";
    private const string PortInTheContract = "/api/company/{companyName}/ports/{portId}";
    private const string Utilization = "/api/company/Acme/ports/569fbfdec2e6a1b4d74c2c70/utilization";

    [Fact]
    public async Task Answers_as_they_are_conform()
    {
        await using var emulator = new EmulatorUnderTest("conformance=count");
        var before = await Verdict(emulator);
        Assert.Equal(
            ("nothing checked", "count", 0),
            (before.TextOf("verdict"), before.TextOf("setting"), before["checked"]!.GetValue<int>()));
        var stan = await emulator.Stan();
        (await stan.Get(Port)).MustBeOk();
        (await stan.Get("/api/company/Acme/ports/000000000000000000000000")).MustRefuse(404);
        (await stan.Get(Utilization)).MustBeOk();
        await stan.Get("/nowhere");
        await stan.Get("/__admin/clock");

        var after = await Verdict(emulator);
        Assert.Equal("conforms", after.TextOf("verdict"));
        Assert.Empty(after["violations"]!.AsArray());
        Assert.Equal(
            ["PUT /api/auth/token 1", $"GET {PortInTheContract} 2", $"GET {PortInTheContract}/utilization 1"],
            Exercised(after));
        Assert.Equal(
            (4, 3, before["operations"]!.AsArray().Count - 3),
            (
                after["checked"]!.GetValue<int>(),
                after["operationsChecked"]!.GetValue<int>(),
                after["operationsNeverChecked"]!.GetValue<int>()));
        Assert.Equal(
            "GetPort",
            after["operations"]!
                .AsArray()
                .Single(operation => operation!["operation"]!.GetValue<string>() == $"GET {PortInTheContract}")![
                "operationId"
            ]!.GetValue<string>());
    }

    [Fact]
    public async Task A_violation_is_listed_once_and_counted_and_the_answer_is_sent_all_the_same()
    {
        await using var usual = new EmulatorUnderTest();
        await using var emulator = With("count", WithoutNames);
        var right = (await (await usual.Stan()).Get(Port)).MustBeOk();
        var stan = await emulator.Stan();
        for (var i = 0; i < 3; i++)
        {
            // Kept after the first time, and found again all the same.
            Assert.Equal(right.Text, (await stan.Get(Port)).MustBeOk().Text);
        }

        (await stan.Get(Port + "?again")).MustBeOk();
        (await stan.Post(Port, """{"name":"N"}""")).MustBeOk();
        var verdict = await Verdict(emulator);
        Assert.Equal("violates", verdict.TextOf("verdict"));
        Assert.Equal(
            [$"GET {PortInTheContract} 200 /name: no such member, found one, 4 times", $"POST {PortInTheContract} "
                + "200 /name: no such member, found one, 1 times"],
            Violations(verdict));
        Assert.Equal("default", verdict["violations"]![0]!["sandbox"]!.GetValue<string>());

        var cleared = (await emulator.Nobody().Delete("/__admin/conformance")).MustBeOk();
        Assert.Equal("nothing checked", cleared.TextOf("verdict"));
        (await stan.Get(Port)).MustBeOk();
        Assert.Equal(
            [$"GET {PortInTheContract} 200 /name: no such member, found one, 1 times"],
            Violations(await Verdict(emulator)));
    }

    [Fact]
    public async Task An_answer_that_is_kept_is_checked_once_and_once_more_when_all_is_forgotten()
    {
        await using var emulator = new EmulatorUnderTest("conformance=count");
        var stan = await emulator.Stan();
        for (var i = 0; i < 5; i++)
        {
            (await stan.Get(Port)).MustBeOk();
        }

        Assert.Contains($"GET {PortInTheContract} 1", Exercised(await Verdict(emulator)));
        (await emulator.Nobody().Delete("/__admin/conformance")).MustBeOk();
        (await stan.Get(Port)).MustBeOk();
        (await stan.Get(Port)).MustBeOk();
        Assert.Equal([$"GET {PortInTheContract} 1"], Exercised(await Verdict(emulator)));
    }

    [Fact]
    public async Task With_fail_the_client_is_told_what_is_wrong_and_the_change_is_saved()
    {
        await using var emulator = With("fail", document =>
            document["paths"]![PortInTheContract]!["post"]!["responses"]!["200"]!["content"]!["application/json"]![
                "schema"
            ] = JsonNode.Parse(
                """{"type":"object","properties":{"name":{"type":"integer"}},"additionalProperties":true}"""
            ));
        var stan = await emulator.Stan();
        var refused = (await stan.Post(Port, """{"name":"Renamed"}""")).MustRefuse(
            500,
            $"The answer to POST {PortInTheContract} is not as the contract says. At \"/name\" is expected: integer");
        Assert.Contains(
            "Found \"Renamed\" (status 200).",
            refused.Headers["X-Emulator-Explain"],
            StringComparison.Ordinal);
        Assert.Contains("is saved", refused.Headers["X-Emulator-Explain"], StringComparison.Ordinal);
        Assert.Equal("application/json", refused.ContentType);
        Assert.Equal("Renamed", (await stan.Get(Port)).MustBeOk().TextOf("name"));
        Assert.Equal(
            [$"POST {PortInTheContract} 200 /name: integer, found \"Renamed\", 1 times"],
            Violations(await Verdict(emulator)));
    }

    [Fact]
    public async Task With_fail_a_kept_answer_fails_each_time()
    {
        await using var emulator = With("fail", WithoutNames);
        var stan = await emulator.Stan();
        for (var i = 0; i < 3; i++)
        {
            (await stan.Get(Port)).MustRefuse(500);
        }

        Assert.Equal(
            [$"GET {PortInTheContract} 200 /name: no such member, found one, 3 times"],
            Violations(await Verdict(emulator)));
    }

    [Fact]
    public async Task With_off_nothing_is_checked_and_the_contract_is_never_read()
    {
        await using var emulator = new EmulatorUnderTest("conformance=off")
        {
            Registers = services =>
                services.AddSingleton<Func<ServiceContract>>(() => throw new InvalidOperationException("read")),
        };
        var stan = await emulator.Stan();
        (await stan.Get(Port)).MustBeOk();
        (await stan.Get(Utilization)).MustBeOk();
        var verdict = await Verdict(emulator);
        Assert.Equal(
            ("nothing checked", "off", 0),
            (verdict.TextOf("verdict"), verdict.TextOf("setting"), verdict["operations"]!.AsArray().Count));
        (await emulator.Nobody().Delete("/__admin/conformance")).MustBeOk();
    }

    [Theory]
    [InlineData("count", 404)]
    [InlineData("fail", 500)]
    public async Task A_status_that_the_contract_doesnt_tell_of_is_a_violation(string setting, int status)
    {
        await using var emulator = With(setting, document =>
            document["paths"]![PortInTheContract]!["get"]!["responses"]!.AsObject().Remove("404"));
        (await (await emulator.Stan()).Get("/api/company/Acme/ports/000000000000000000000000")).MustRefuse(status);
        Assert.Equal(
            [$"GET {PortInTheContract} 404 : a status of 200, 401, 413, found 404, 1 times"],
            Violations(await Verdict(emulator)));
    }

    /// <summary>Refusals are rendered farther out than operations are known.</summary>
    [Fact]
    public async Task Refusals_are_checked()
    {
        await using var emulator = With("count", document =>
            Members(document, "Refusal")["error"]!["required"]!.AsArray().Add("trace"));
        (await emulator.Nobody().Get(Port)).MustRefuse(401);
        (await emulator.Nobody().Put("/api/auth/token", "{")).MustRefuse(400);
        Assert.Equal(
            [
                $"GET {PortInTheContract} 401 /error/trace: such a member, found none, 1 times",
                "PUT /api/auth/token 400 /error/trace: such a member, found none, 1 times",
            ],
            Violations(await Verdict(emulator)));
    }

    [Fact]
    public async Task A_long_answer_that_is_sent_while_it_is_made_is_checked_on_the_way()
    {
        await using var usual = new EmulatorUnderTest("conformance=off");
        await using var emulator = With("count", Change);
        await using var failing = With("fail", Change);
        var right = (await (await usual.Stan()).Get(Utilization)).MustBeOk();
        Assert.True(right.Text.Length > 100_000, "it is long");
        Assert.Equal(right.Text, (await (await emulator.Stan()).Get(Utilization)).MustBeOk().Text);
        Assert.Equal([$"GET {PortInTheContract}/utilization 200 /results/*/rxAverage: no such member, found one, 1 "
            + "times"], Violations(await Verdict(emulator)));
        (await (await failing.Stan()).Get(Utilization)).MustRefuse(500);
        Assert.Equal([$"GET {PortInTheContract}/utilization 200 /results/*/rxAverage: no such member, found one, 1 "
            + "times"], Violations(await Verdict(failing)));

        static void Change(JsonNode document)
        {
            var rows = Members(document, "PortUtilization")["results"]!["items"]!["$ref"]!
                .GetValue<string>()
                .Split('/')[^1];
            Remove(document, rows, "rxAverage");
        }
    }

    [Fact]
    public async Task A_secret_is_not_shown()
    {
        await using var emulator = With("count", document =>
            Members(document, "UserAccount")["token"] = JsonNode.Parse("""{"type":"integer"}"""));
        var stan = await emulator.Stan();
        var verdict = await Verdict(emulator);
        Assert.Equal(
            ["PUT /api/auth/token 200 /token: integer, found a string that isn't shown, 1 times"],
            Violations(verdict));
        Assert.DoesNotContain(stan.Credential!, verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_a_fault_of_the_clients_own_making_has_spoiled_is_not_checked()
    {
        await using var emulator = new EmulatorUnderTest("conformance=fail")
        {
            Registers = services =>
                services.AddSingleton(() => Contracts.Changed(WithoutNames)).AddTransient<IStartupFilter, Faulted>(),
        };
        (await (await emulator.Stan()).Get(Port)).MustBeOk();
        Assert.Equal("nothing checked", (await Verdict(emulator)).TextOf("verdict"));
    }

    [Fact]
    public async Task Clients_at_once_make_one_violation()
    {
        await using var emulator = With("count", WithoutNames);
        var stan = await emulator.Stan();
        await Task.WhenAll(
            Enumerable.Range(0, 60).Select(i => Task.Run(async () => (await stan.Get($"{Port}?{i % 20}")).MustBeOk())));
        Assert.Equal(
            [$"GET {PortInTheContract} 200 /name: no such member, found one, 60 times"],
            Violations(await Verdict(emulator)));
    }

    /// <summary>The verdict is the process's, but says where something was found.</summary>
    [Fact]
    public async Task A_violation_names_the_sandbox_it_was_found_in()
    {
        await using var emulator = With("count", WithoutNames);
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"mine"}""")).MustBeOk();
        (await emulator.With("mine.key-stan").Get(Port)).MustBeOk();
        Assert.Equal("mine", (await Verdict(emulator))["violations"]![0]!["sandbox"]!.GetValue<string>());
        Assert.Equal(1, (await Verdict(emulator, "/sandbox/mine"))["checked"]!.GetValue<int>());
    }

    private static EmulatorUnderTest With(string setting, Action<JsonNode> change) =>
        new($"conformance={setting}")
        {
            Registers = services => services.AddSingleton(() => Contracts.Changed(change)),
        };

    /// <summary>No longer tells of ports' names.</summary>
    private static void WithoutNames(JsonNode document) => Remove(document, "PortDetails", "name");

    private static void Remove(JsonNode document, string schema, string member)
    {
        Members(document, schema).Remove(member);
        var required = document["components"]!["schemas"]![schema]!["required"]!.AsArray();
        required.Remove(required.Single(name => name!.GetValue<string>() == member));
    }

    private static JsonObject Members(JsonNode document, string schema) =>
        document["components"]!["schemas"]![schema]!["properties"]!.AsObject();

    private static async Task<Answer> Verdict(EmulatorUnderTest emulator, string sandbox = "") =>
        (await emulator.Nobody().Get(sandbox + "/__admin/conformance")).MustBeOk();

    private static IEnumerable<string> Exercised(Answer verdict) =>
        verdict["operations"]!
            .AsArray()
            .Where(operation => operation!["checked"]!.GetValue<int>() > 0)
            .Select(operation => $"{operation!["operation"]} {operation["checked"]}");

    private static IEnumerable<string> Violations(Answer verdict) => verdict["violations"]!.AsArray()
        .Select(found => $"{found!["operation"]} {found["status"]} {found["pointer"]}: {found["expected"]}, found "
            + $"{found["found"]}, {found["count"]} times");

    /// <summary>Marks every answer as one that a fault has spoiled.</summary>
    private sealed class Faulted : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(following => context =>
            {
                context.Response.Headers["X-Emulator-Fault"] = "test";
                return following(context);
            });
            next(app);
        };
    }
}
