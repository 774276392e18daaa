using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// What comes over a real connection and is none of our failures: uploads that break off, chunks that are none, bytes
/// in headers and paths, names of sandboxes that nobody has.
/// </summary>
public sealed class OutsideOnTheWireTests(OutsideOnTheWireTests.Running running)
    : IClassFixture<OutsideOnTheWireTests.Running>, IAsyncLifetime
{
    private const string Host = " HTTP/1.1\r\nHost: localhost\r\n";

    private const string Stan = "Authorization: Bearer key-stan\r\n";

    private const string Orders = "PUT /api/company/Acme/ports/orders" + Host + Stan;

    /// <summary>Long enough on a machine that has much else to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly RunningEmulator emulator = running.Emulator;

    private int before;

    public async ValueTask InitializeAsync() =>
        before = (await emulator.Nobody().Get("/__admin/journal")).MustBeOk()["last"]!.GetValue<int>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("FFFFFFFFFFFFFFFFF\r\nabc\r\n")]
    [InlineData("80000000\r\nabc\r\n")]
    [InlineData("zz\r\nabc\r\n")]
    [InlineData("-1\r\nabc\r\n")]
    public async Task Chunks_that_are_none_are_the_clients_failure(string chunks)
    {
        var body = "Transfer-Encoding: chunked\r\n\r\n" + chunks;
        Assert.StartsWith("HTTP/1.1 400 ", await Sent(Orders + body), StringComparison.Ordinal);
        await MustBeBookedAsAborted(1);
        foreach (var own in new[] { "POST /__admin/sandboxes", "PUT /__admin/snapshots/mine/file", "PUT /nowhere" })
        {
            Assert.StartsWith("HTTP/1.1 4", await Sent(own + Host + body), StringComparison.Ordinal);
        }

        MustHaveLoggedNoFailure();
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"a\":", true)]
    [InlineData("Content-Length: 100\r\n\r\n{\"a\":", false)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10\r\n{\"a\"", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n10\r\n{\"a\"", false)]
    public async Task An_upload_that_breaks_off_is_the_clients_failure(string rest, bool reset)
    {
        await BreakOff(Orders + rest, reset);
        await BreakOff("POST /__admin/sandboxes" + Host + rest, reset);
        await BreakOff("PUT /__admin/snapshots/mine/file" + Host + rest, reset);
        await BreakOff("PUT /nowhere" + Host + rest, reset);
        await MustBeBookedAsAborted(1);
        MustHaveLoggedNoFailure();
    }

    [Theory]
    [InlineData("M%C3%BCller", "Müller")]
    [InlineData("a%0D%0Ab", "a\r\nb")]
    [InlineData("a%1Bb", "a\u001bb")]
    [InlineData("%ff", "%ff")]
    [InlineData("%ED%A0%80", "%ED%A0%80")]
    public async Task A_sandbox_that_nobody_made_is_told_by_the_name_that_was_asked(string written, string name)
    {
        var answer = await Sent($"GET /sandbox/{written}/api/company/Acme/ports{Host}{Stan}Connection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        var refused = JsonNode.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..])!["error"]!;
        Assert.Equal($"There is no sandbox called {name}", refused["message"]!.GetValue<string>());
        Assert.DoesNotContain("X-Emulator-Sandbox", answer, StringComparison.OrdinalIgnoreCase);
        await JournalMustBeShown();
        MustHaveLoggedNoFailure();
    }

    [Fact]
    public async Task An_answer_names_the_sandbox_as_it_spells_itself()
    {
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"Mine"}""")).MustBeOk();
        var made = await emulator.With("key-stan").Get("/sandbox/mINE/api/company/Acme/ports");
        Assert.Equal("Mine", made.MustBeOk().Headers["X-Emulator-Sandbox"]);
        var usual = await emulator.With("key-stan").Get("/sandbox/DEFAULT/api/company/Acme/ports");
        Assert.Equal("default", usual.MustBeOk().Headers["X-Emulator-Sandbox"]);
    }

    [Theory]
    [InlineData("GET /api/company/Acme/ports?limit=1", "X-Trace: caf\u00e9", 200)]
    [InlineData("GET /api/company/Acme/ports?limit=1&token=%ff&x=%ED%A0%80", "X-Token: \u00ff", 200)]
    [InlineData("GET /api/company/Acme/ports?limit=%ff", "X-Trace: a", 200)]
    [InlineData("GET /api/company/Ac%ffme/ports", "Cookie: \u00ff=\u00ff", 404)]
    [InlineData("GET /api/company/Ac%ED%A0%80me/ports", "Content-Type: caf\u00e9", 404)]
    [InlineData("GET /api/nothing/%1B%0A%0D%22%27/caf%C3%A9", "X-Trace: \u00c3\u00a9", 404)]
    [InlineData("GET /api/company/Acme/ports", "X-Emulator-Sandbox: M\u00fcller", 404)]
    [InlineData("GET /api/company/Acme/ports", "portal-token: \u00ff", 401)]
    [InlineData("GET /v2/data-center-facility?filter=%7B%22a%22:%22%5Cud83d%ff%22%7D", "X-A: \u00ff", 200)]
    public async Task Whatever_bytes_a_request_has_the_journal_shows_it(string line, string header, int status)
    {
        var credential = header.StartsWith("portal-token", StringComparison.Ordinal) ? "" : Stan;
        var answer = await Sent($"{line}{Host}{credential}{header}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        await JournalMustBeShown();
        MustHaveLoggedNoFailure();
    }

    /// <summary>Sends letters as Latin-1, a byte each, and reads until the emulator closes.</summary>
    private async Task<string> Sent(string request)
    {
        using var socket = await Connected();
        await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        using var patience = new CancellationTokenSource(Patience);
        var answer = new MemoryStream();
        var chunk = new byte[8192];
        int count;
        while ((count = await socket.ReceiveAsync(chunk, patience.Token)) > 0)
        {
            answer.Write(chunk, 0, count);
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }

    private async Task BreakOff(string request, bool reset)
    {
        using var socket = await Connected();
        await socket.SendAsync(Encoding.Latin1.GetBytes(request));
        await Task.Delay(100); // What is sent is read before the connection ends.
        if (reset)
        {
            socket.LingerState = new LingerOption(true, 0);
            return;
        }

        socket.Shutdown(SocketShutdown.Send);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await socket.ReceiveAsync(new byte[1024], patience.Token) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The emulator has ended it for its part.
        }
    }

    private async Task<Socket> Connected()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(emulator.Url).Port);
        return socket;
    }

    private async Task MustBeBookedAsAborted(int many)
    {
        var found = new JsonArray();
        for (var attempt = 0; found.Count < many && attempt < 600; attempt++)
        {
            await Task.Delay(50);
            found = await Exchanges("path=/api/company/Acme/ports/orders");
        }

        Assert.Equal(many, found.Count);
        Assert.All(found, one => Assert.True(one!["aborted"]!.GetValue<bool>()));
        Assert.All(found, one => Assert.Equal(400, one!["status"]!.GetValue<int>()));
        await JournalMustBeShown();
    }

    private async Task JournalMustBeShown()
    {
        Assert.Empty(await Exchanges("status=5xx"));
        var listed = await Exchanges("limit=1000");
        Assert.NotEmpty(listed);
        string[] pages = ["/unmatched", "/export?format=har", "/export?format=http", "/export?format=curl"];
        foreach (var path in listed.Select(one => $"/{one!["sequence"]}").Concat(pages))
        {
            (await emulator.Nobody().Get("/__admin/journal" + path)).MustBeOk();
        }
    }

    /// <summary>What this test has asked so far.</summary>
    private async Task<JsonArray> Exchanges(string search) =>
        (await emulator.Nobody().Get($"/__admin/journal?{search}&since={before}")).MustBeOk()["exchanges"]!.AsArray();

    private void MustHaveLoggedNoFailure()
    {
        Assert.DoesNotContain("fail:", emulator.Output + emulator.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", emulator.Output + emulator.Errors, StringComparison.Ordinal);
    }

    /// <summary>One process for all of them.</summary>
    public sealed class Running : IAsyncLifetime
    {
        internal RunningEmulator Emulator { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Emulator = await RunningEmulator.Start(":memory:", "--conformance=fail");

        public ValueTask DisposeAsync()
        {
            Emulator.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
