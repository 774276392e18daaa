using System.Text;
using ConsoleConnect.Emulator.Admin;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// No outbound connection is ever made, no program is started, no code is loaded: nothing of ours calls what could, but
/// the health check that asks this machine's own emulator, the export that OpenTelemetry's variables ask for, and the
/// scripts of a start-up folder; and a process that is asked everything connects to nothing, whatever its packages may
/// do.
/// </summary>
public sealed class NothingOutboundTests : IDisposable
{
    /// <summary>
    /// All of the network that may be named: it reads addresses and statuses, and talks over sockets that clients have
    /// opened.
    /// </summary>
    private static readonly string[] Passive =
    [
        "System.Net.IPAddress",
        "System.Net.IPNetwork",
        "System.Net.HttpStatusCode",
        "System.Net.WebUtility",
        "System.Net.Sockets.SocketException",
        "System.Net.Sockets.AddressFamily",
    ];

    /// <summary>
    /// Programs, pipes, scripts, code that is loaded or made at run time, and libraries that aren't managed.
    /// </summary>
    private static readonly string[] Active =
    [
        "native",
        "System.Diagnostics.Process",
        "System.IO.Pipes.",
        "System.Reflection.Emit.",
        "System.Runtime.Loader.",
        "System.Runtime.InteropServices.NativeLibrary",
        "Microsoft.CodeAnalysis.",
        "System.CodeDom.Compiler.CodeDomProvider",
        "System.Management.Automation.",
        "Microsoft.CSharp.",
        "System.Xml.Xsl.",
    ];

    private static readonly string[] ActiveMembers =
    [
        "System.Reflection.Assembly.Load",
        "System.Reflection.Assembly.LoadFrom",
        "System.Reflection.Assembly.LoadFile",
        "System.Reflection.Assembly.UnsafeLoadFrom",
        "System.Activator.CreateInstanceFrom",
        "System.Type.GetType",
        "System.Linq.Expressions.Expression`1.Compile",
        "System.Linq.Expressions.LambdaExpression.Compile",
        "Microsoft.Data.Sqlite.SqliteConnection.LoadExtension",
        "Microsoft.Data.Sqlite.SqliteConnection.EnableExtensions",
    ];

    /// <summary>
    /// The one native function: of the C library, which is there anyway, and with no path to give it.
    /// </summary>
    private static readonly Call TrimsMemory = new("Emulator.Simulation.FreedMemory", "native", "libc malloc_trim");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("outbound-");

    [Fact]
    public void Nothing_of_ours_connects_but_the_health_check()
    {
        var calls = Ours().Where(Connects).ToList();
        Assert.Equal(["Emulator.Hosting.HealthCheck"], calls.Select(call => call.Caller).Distinct());
        Assert.Contains(calls, call => call is { Type: "System.Net.Http.HttpClient", Member: "GetAsync" });
    }

    [Fact]
    public void Nothing_of_ours_starts_programs_or_loads_code_but_scripts_that_init_names()
    {
        var calls = Ours().Where(Acts).ToLookup(call => call.Caller == "Emulator.Hosting.StartUp.ShellScript");
        Assert.Equal(TrimsMemory, Assert.Single(calls[false]));
        Assert.Contains(calls[true], call => call is { Type: "System.Diagnostics.Process", Member: "Start" });
    }

    /// <summary>OpenTelemetry's exporter connects: nobody else names it.</summary>
    [Fact]
    public void Only_what_its_variables_ask_for_names_OpenTelemetry() => Assert.Equal(
        ["Emulator.Hosting.Observing.OtlpExport"],
        Ours().Where(call => call.Type.StartsWith("OpenTelemetry", StringComparison.Ordinal))
            .Select(call => call.Caller).Distinct());

    /// <summary>The tests do both: what reads the compiled code sees it.</summary>
    [Fact]
    public void The_reading_of_compiled_code_finds_what_it_is_for()
    {
        var calls = CalledMembers.Of(typeof(RunningEmulator).Assembly);
        Assert.Contains(calls.Where(Connects), call =>
            call is { Caller: "Emulator.Tests.RunningEmulator", Type: "System.Net.Sockets.TcpListener" });
        Assert.Contains(calls.Where(Connects), call =>
            call is { Caller: "Emulator.Tests.RunningEmulator", Type: "System.Net.Http.HttpClient", Member: "GetAsync" }
        );
        Assert.Contains(calls.Where(Acts), call =>
            call is { Caller: "Emulator.Tests.RunningEmulator", Type: "System.Diagnostics.Process", Member: "Start" });
    }

    /// <summary>
    /// The runtime's own trace of a process tells of each connection that is begun and each name that is looked up, by
    /// any code.
    /// </summary>
    [Fact]
    public async Task A_process_that_is_asked_everything_connects_to_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the process is asked to stop by a signal");
        var served = Path.Combine(folder.FullName, "served.nettrace");
        using (
            var emulator = await RunningEmulator.Start(
                new Surroundings(Variables: Tracing(served)),
                Path.Combine(folder.FullName, "data.db")))
        {
            foreach (var (document, _) in OpenApiListing.All)
            {
                var listing = new OpenApiListing((await emulator.Nobody().Get(document)).MustBeOk().Json);
                foreach (
                    var operation in listing.Operations.Where(operation => operation.Answers != "text/event-stream"))
                {
                    using var request = new HttpRequestMessage(new HttpMethod(operation.Method), operation.Address());
                    request.Headers.Add("portal-token", "key-stan");
                    request.Content = operation.Body is { } body
                        ? new StringContent(body.Replace("\"seconds\":10", "\"seconds\":0"))
                        : null;
                    await emulator.Nobody().Send(request);
                }
            }

            Assert.True(await emulator.Stop(TimeSpan.FromSeconds(30)), "it hasn't stopped");
        }

        Assert.True(Tells(served, "AcceptStart"), "the trace tells of the connections that came in");
        Assert.False(Tells(served, "ConnectStart"), "a connection was begun");
        Assert.False(Tells(served, "ResolutionStart"), "a name was looked up");

        // The same trace of the health check, which connects: even where nobody answers.
        var asked = Path.Combine(folder.FullName, "asked.nettrace");
        Assert.Equal(
            1,
            (
                await RunningEmulator.Fail(
                    new Surroundings(Variables: Tracing(asked)),
                    "--health",
                    "--urls=http://127.0.0.1:1"
                )
            ).Code);
        Assert.True(Tells(asked, "ConnectStart"), "the trace tells of connections that are begun");
    }

    /// <summary>A proxy in the environment would be a way out.</summary>
    [Fact]
    public async Task The_health_check_asks_this_machine_whatever_proxy_is_set_and_whatever_it_listens_on()
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        var port = new Uri(emulator.Url).Port;
        var proxy = new Surroundings(
            Variables: new Dictionary<string, string>
            {
                ["http_proxy"] = "http://192.0.2.1:3128",
                ["HTTP_PROXY"] = "http://192.0.2.1:3128",
            });
        foreach (var host in new[] { "127.0.0.1", "0.0.0.0", "[::]", "*", "some.name.example" })
        {
            Assert.Equal(
                (host, 0),
                (host, (await RunningEmulator.Fail(proxy, "--health", $"--urls=http://{host}:{port}")).Code)
            );
        }
    }

    /// <summary>
    /// Swagger UI itself would have a public site validate the documents; its package here switches that off where
    /// nothing is set.
    /// </summary>
    [Fact]
    public async Task Swagger_UI_sends_the_browser_nowhere_else()
    {
        await using var emulator = new EmulatorUnderTest();
        var page =
            (await emulator.Nobody().Get("/swagger/index.html")).MustBeOk().Text
            + (await emulator.Nobody().Get("/swagger/index.js")).Text;
        Assert.Contains("configObject.validatorUrl = null;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"validatorUrl\":", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", page);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static bool Connects(Call call) =>
        call.Type.StartsWith("System.Net.", StringComparison.Ordinal)
        && !Passive.Contains(call.Type)
        && (
            !call.Type.StartsWith("System.Net.WebSockets.", StringComparison.Ordinal)
            || call.Type.StartsWith("System.Net.WebSockets.ClientWebSocket", StringComparison.Ordinal));

    private static IEnumerable<Call> Ours() =>
        new[]
        {
            typeof(Program), typeof(Emulator.Control.ControlRoutes),
            typeof(Emulator.ConsoleConnect.ConsoleConnectService),
            typeof(ClockReading), typeof(Emulator.Resources.Service), typeof(SocketIo.SocketIoPacket),
            typeof(Stateless.StateMachine<,>),
        }
            .SelectMany(type => CalledMembers.Of(type.Assembly));

    private static bool Acts(Call call) =>
        Active.Any(type =>
            call.Type == type || (type.EndsWith('.') && call.Type.StartsWith(type, StringComparison.Ordinal))
        ) || ActiveMembers.Contains($"{call.Type}.{call.Member}");

    private static Dictionary<string, string> Tracing(string file) =>
        new()
        {
            ["DOTNET_EnableEventPipe"] = "1",
            ["DOTNET_EventPipeOutputPath"] = file,
            ["DOTNET_EventPipeConfig"] =
                "System.Net.Sockets:0xFFFFFFFFFFFFFFFF:5,System.Net.NameResolution:0xFFFFFFFFFFFFFFFF:5",
        };

    /// <summary>Whether a trace tells of an event: its name is written down when it first happens.</summary>
    private static bool Tells(string trace, string happening) =>
        File.ReadAllBytes(trace).AsSpan().IndexOf(Encoding.Unicode.GetBytes(happening)) >= 0;
}
