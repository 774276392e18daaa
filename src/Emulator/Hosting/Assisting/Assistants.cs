using System.Runtime.CompilerServices;
using Emulator.Hosting.Pipeline;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Emulator.Hosting.Assisting;

/// <summary>
/// What coding assistants are answered at <c>/__admin/mcp</c>, by the Model Context Protocol. It stands behind the same
/// guard as the rest of <c>/__admin</c>, and its assemblies are loaded only where <c>--mcp</c> asks for it.
/// </summary>
internal static class Assistants
{
    private const string Path = "/__admin/mcp";

    private const string Instructions =
        "An emulator of Console Connect's API (network as a service). Make a sandbox with make_sandbox and pass its "
        + "name as sandbox to the other tools. find_operations and describe_operation say how to call the service, "
        + "call calls it. Time stands or runs as the sandbox's clock does: advance_until moves it until an order or a "
        + "connection is where it should be. Refusals say why, and what to do next. search_journal shows what a client "
        + "under test has sent; add_fault lets its requests fail.";

    /// <summary>Registers it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddTo(IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddMcpServer(server =>
        {
            server.ServerInfo = new Implementation { Name = "console-connect-emulator", Version = Frame.Version };
            server.ServerInstructions = Instructions;
        })
        .WithHttpTransport(http => http.Stateless = true)
        .WithListToolsHandler(List)
        .WithCallToolHandler(Call);

    /// <summary>Maps it; worlds are a tool where the emulator has them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Map(WebApplication app) => app.MapMcp(Path);

    private static ValueTask<ListToolsResult> List(
        RequestContext<ListToolsRequestParams> request, CancellationToken ct) =>
        ValueTask.FromResult(new ListToolsResult
        {
            Tools =
            [
                .. ToolCalls.Offered(request.Services!).Select(tool => new Tool
                {
                    Name = tool.Name,
                    Description = tool.Tells,
                    InputSchema = tool.Schema(),
                    Annotations = new ToolAnnotations
                    {
                        ReadOnlyHint = tool.OnlyReads,
                        DestructiveHint = tool.Name.StartsWith("delete_", StringComparison.Ordinal)
                            || tool.Name.StartsWith("reset_", StringComparison.Ordinal),
                        OpenWorldHint = false,
                    },
                }),
            ],
        });

    private static async ValueTask<CallToolResult> Call(
        RequestContext<CallToolRequestParams> request, CancellationToken ct)
    {
        var http = request.Services!.GetRequiredService<IHttpContextAccessor>().HttpContext!;
        var (text, failed) = await ToolCalls.Make(
            request.Params!.Name,
            request.Params.Arguments ?? new Dictionary<string, System.Text.Json.JsonElement>(),
            http,
            ct);
        return new CallToolResult { IsError = failed, Content = [new TextContentBlock { Text = text }] };
    }
}
