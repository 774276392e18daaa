using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Hosting.Assisting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>Assistants at <c>/__admin/mcp</c>, by the official SDK's client.</summary>
public sealed partial class AssistantTests
{
    [Fact]
    public async Task An_assistant_walks_order_approve_advance()
    {
        await using var emulator = new EmulatorUnderTest("mcp=true");
        await using var assistant = await Connected(emulator);
        Assert.Equal("console-connect-emulator", assistant.ServerInfo!.Name);
        Assert.Contains("make_sandbox", assistant.ServerInstructions!, StringComparison.Ordinal);

        var made = await Do(assistant, "make_sandbox", new { name = "tried", clockFrozen = true });
        Assert.Contains("tried.key-stan", made, StringComparison.Ordinal);
        Assert.Contains("PUT /api/company/{companyName}/ports/orders",
            await Do(assistant, "find_operations", new { words = "ports orders" }), StringComparison.Ordinal);
        var described = await Do(assistant, "describe_operation",
            new { method = "PUT", path = "/api/company/{companyName}/ports/orders" });
        Assert.Contains("dataCenterFacility", described, StringComparison.Ordinal);

        // Order a port, until it is there.
        var order = Body(await Do(assistant, "call", new
        {
            sandbox = "tried",
            key = "key-stan",
            method = "PUT",
            path = "/api/company/Acme/ports/orders",
            body = new { dataCenterFacility = "supernetpa4", speed = 1000, portName = "Mine", paymentType = "invoice" },
        }));
        await Do(assistant, "advance_until",
            new { sandbox = "tried", machine = "port-orders", id = (string)order["id"]!, state = "done" });
        var port = (string)Body(await Do(assistant, "call", new
        {
            sandbox = "tried",
            key = "key-stan",
            method = "GET",
            path = $"/api/company/Acme/ports/orders/{order["id"]}",
        }))["portId"]!;
        await Do(assistant, "advance_until", new { sandbox = "tried", machine = "ports", id = port, state = "ACTIVE" });

        // Request a connection; the other company approves; it gets into service.
        var connection = (string)Body(await Do(assistant, "call", new
        {
            sandbox = "tried",
            key = "key-stan",
            method = "PUT",
            path = "/api/v2/company/Acme/connections/layer2",
            body = new
            {
                type = "LAYER2",
                name = "Ours",
                portId = port,
                speed = 100,
                destMetroId = "1232413986c08c061dd8c45f",
                destCompany = "company2",
            },
        }))["id"]!;
        var refused = await Do(assistant, "call", new
        {
            sandbox = "tried",
            key = "key-stan",
            method = "PUT",
            path = $"/api/v2/company/company2/connections/{connection}/approve",
            body = new { destPortId = "58b5b4a9c2e6a1b4d777c52d" },
        });
        Assert.StartsWith("HTTP 401", refused, StringComparison.Ordinal);
        Assert.Contains("X-Emulator-Explain: ", refused, StringComparison.Ordinal);
        await Do(assistant, "call", new
        {
            sandbox = "tried",
            key = "key-meg",
            method = "PUT",
            path = $"/api/v2/company/company2/connections/{connection}/approve",
            body = new { destPortId = "58b5b4a9c2e6a1b4d777c52d" },
        });
        await Do(assistant, "advance_until",
            new { sandbox = "tried", machine = "connections", id = connection, state = "ACTIVE" });
        Assert.Contains("ACTIVE", await Do(assistant, "show_resource",
            new { sandbox = "tried", machine = "connections", id = connection }), StringComparison.Ordinal);

        // What was asked is in the sandbox's journal, and nowhere else.
        var journal = await Do(assistant, "search_journal", new { sandbox = "tried", method = "PUT", limit = 10 });
        Assert.Contains("/approve", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("/approve", await Do(assistant, "search_journal", new { }), StringComparison.Ordinal);
        await Do(
            assistant,
            "verify_calls",
            new { sandbox = "tried", method = "PUT", path = "/api/v2/company/*/connections/*/approve", exactly = 2 });
    }

    [Fact]
    public async Task Faults_snapshots_and_clocks_are_tools_too()
    {
        await using var emulator = new EmulatorUnderTest("mcp=true");
        (await emulator.Nobody().Put("/__admin/sandboxes/inside", "{}")).MustBeOk();
        await using var assistant = await Connected(emulator, "/sandbox/inside/__admin/mcp");
        await Do(assistant, "add_fault", new
        {
            rule = new
            {
                match = new { path = "/api/company/*/ports" },
                when = new { next = 1 },
                then = new { answer = new { status = 503 } },
            },
        });
        var struck = await Do(
            assistant, "call", new { key = "key-stan", method = "GET", path = "/api/company/Acme/ports" });
        Assert.StartsWith("HTTP 503", struck, StringComparison.Ordinal);
        Assert.Contains("X-Emulator-Fault: fault-1", struck, StringComparison.Ordinal);
        Assert.Contains("\"fired\": 1", await Do(assistant, "list_faults", new { }), StringComparison.Ordinal);
        await Do(assistant, "clear_faults", new { });
        await Do(assistant, "save_snapshot", new { name = "before" });
        await Do(assistant, "set_progression", new { progression = "manual" });
        await Do(assistant, "advance_clock", new { seconds = 60 });
        await Do(assistant, "restore_snapshot", new { name = "before" });
        await Do(assistant, "compare_snapshots", new { name = "before", other = "now" });
        Assert.Empty((await emulator.Nobody().Get("/__admin/faults")).MustBeOk()["faults"]!.AsArray());
        await Do(assistant, "delete_sandbox", new { name = "inside" });
        (await emulator.Nobody().Get("/__admin/sandboxes/inside")).MustRefuse(404);
    }

    [Fact]
    public async Task Every_tool_has_a_schema_and_asks_a_route_that_there_is()
    {
        await using var emulator = new EmulatorUnderTest("mcp=true");
        await using var assistant = await Connected(emulator);
        var tools = await assistant.ListToolsAsync();
        Assert.InRange(tools.Count, 28, 60);
        Assert.All(tools, tool =>
        {
            Assert.False(string.IsNullOrWhiteSpace(tool.Description));
            Assert.Equal("object", tool.JsonSchema.GetProperty("type").GetString());
            Assert.False(tool.JsonSchema.GetProperty("additionalProperties").GetBoolean());
        });
        var routes = emulator.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern).ToList();
        foreach (var tool in Tools.All.Where(tool => tool.Path.StartsWith("/__admin", StringComparison.Ordinal)))
        {
            // Worlds are a tool where there is such a route.
            var path = Braces().Replace(tool.Path, "{}");
            var there = routes.Any(route => Braces().Replace(route.RawText!, "{}") == path);
            Assert.True(there || tool.Name == "make_world", $"{tool.Name} asks {tool.Path}");
            Assert.Equal(there, tools.Any(offered => offered.Name == tool.Name));
        }
    }

    [Fact]
    public async Task What_can_not_be_is_told_as_an_error_that_helps()
    {
        await using var emulator = new EmulatorUnderTest("mcp=true");
        await using var assistant = await Connected(emulator);
        await MustFail(assistant, "advance_clok", new { seconds = 1 }, "advance_clock");
        await MustFail(assistant, "advance_clock", new { second = 1 }, "seconds");
        await MustFail(assistant, "advance_clock", new { seconds = "one" }, "seconds must be integer");
        await MustFail(assistant, "advance_clock", new { }, "advance_clock needs seconds");
        await MustFail(
            assistant,
            "advance_clock",
            new { seconds = 1, sandbox = "nobody" },
            "There is no sandbox called nobody");
        await MustFail(assistant, "show_resource", new { machine = "ports", id = "x" }, "HTTP 404");
        await MustFail(
            assistant,
            "describe_operation",
            new { method = "GET", path = "/api/company/{companyName}/port" },
            "/ports");
        await MustFail(
            assistant,
            "add_fault",
            new { rule = new { then = new { answer = new { status = 503 }, never = 1 } } },
            "HTTP 400");
    }

    [Fact]
    public async Task It_is_off_unless_asked_for_and_stands_behind_the_guard()
    {
        const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";
        await using (var off = new EmulatorUnderTest())
        {
            (await off.Nobody().Post("/__admin/mcp", Ping)).MustRefuse(404);
        }

        await using var guarded = new EmulatorUnderTest("mcp=true", "admin-token=secret");
        (await guarded.Nobody().Post("/__admin/mcp", Ping)).MustRefuse(401);
        await Assert.ThrowsAnyAsync<Exception>(async () => await Connected(guarded));
        await using var assistant = await Connected(guarded, token: "secret");
        Assert.Contains("default", await Do(assistant, "list_sandboxes", new { }), StringComparison.Ordinal);
        using var page = new HttpRequestMessage(HttpMethod.Post, "/__admin/mcp") { Content = new StringContent(Ping) };
        page.Headers.Add("X-Emulator-Admin-Token", "secret");
        page.Headers.Add("Origin", "https://elsewhere.example");
        (await guarded.Nobody().Send(page)).MustRefuse(403);
    }

    [Fact]
    public async Task A_process_that_is_asked_loads_it_and_answers()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--mcp");
        await using var assistant = await McpClient.CreateAsync(new HttpClientTransport(
            new HttpClientTransportOptions { Endpoint = new Uri(emulator.Url + "/__admin/mcp") }));
        Assert.Contains("\"now\"", await Do(assistant, "show_clock", new { }), StringComparison.Ordinal);
    }

    private static async Task<McpClient> Connected(
        EmulatorUnderTest emulator, string path = "/__admin/mcp", string? token = null)
    {
        var http = emulator.CreateClient();
        if (token is not null)
        {
            http.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        }

        return await McpClient.CreateAsync(new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = new Uri("http://localhost" + path),
                TransportMode = HttpTransportMode.StreamableHttp,
            },
            http,
            ownsHttpClient: true));
    }

    private static async Task<(string Text, bool Failed)> Call(McpClient assistant, string tool, object arguments)
    {
        var sent = JsonSerializer.SerializeToNode(arguments)!.AsObject()
            .ToDictionary(one => one.Key, one => (object?)one.Value);
        var result = await assistant.CallToolAsync(tool, sent);
        return (Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, result.IsError == true);
    }

    private static async Task<string> Do(McpClient assistant, string tool, object arguments)
    {
        var (text, failed) = await Call(assistant, tool, arguments);
        Assert.False(failed, $"{tool}: {text}");
        return text;
    }

    private static async Task MustFail(McpClient assistant, string tool, object arguments, string why)
    {
        var (text, failed) = await Call(assistant, tool, arguments);
        Assert.True(failed, text);
        Assert.Contains(why, text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Braces();

    private static JsonNode Body(string text) =>
        JsonNode.Parse(text[(text.IndexOf("\n\n", StringComparison.Ordinal) + 2)..])!;
}
