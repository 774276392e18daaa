using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Emulator.Tests.Memory;

/// <summary>Lists that are longer than what is read at once are read while they are sent.</summary>
public sealed class LongListTests
{
    private const string Ports = "/api/company/volume1/ports";
    private const string Connections = "/api/v2/company/volume1/connections";

    [Fact]
    public async Task A_long_list_is_the_same_as_its_pages_one_after_the_other()
    {
        await using var emulator = new EmulatorUnderTest("volume=4000");
        var client = emulator.With("key-volume1");
        foreach (
            var (path, query) in new[]
            {
                (Ports, ""),
                (Ports, "deleted=false&"),
                (Connections, ""),
                (Connections, "status=ACTIVE&"),
            })
        {
            var whole = Texts((await client.Get($"{path}?{query}")).MustBeOk());
            Assert.True(whole.Count > 600, $"{path}?{query} has {whole.Count}");
            var pages = new List<string>();
            for (var page = 1; pages.Count < whole.Count; page++)
            {
                var results = Texts((await client.Get($"{path}?{query}page={page}&count=300")).MustBeOk());
                Assert.NotEmpty(results);
                pages.AddRange(results);
            }

            Assert.Equal(pages, whole);
            var most = Texts((await client.Get($"{path}?{query}page=1&count={whole.Count - 5}")).MustBeOk());
            Assert.Equal(whole[..^5], most);
        }
    }

    [Fact]
    public async Task A_poll_of_a_long_list_counts_for_what_it_shows()
    {
        await using var emulator = new EmulatorUnderTest("volume=4000", "progression=polls");
        var client = emulator.With("key-volume1");
        var late = (await client.Get($"{Ports}?deleted=false&page=6&count=100")).MustBeOk()["results"]!.AsArray();
        var port = late.First(IsFree)!["id"]!.GetValue<string>();
        (await client.Post($"{Ports}/{port}/disable")).MustBeOk();

        for (var polls = 0; polls < 10; polls++)
        {
            (await client.Get(Ports)).MustBeOk();
        }

        Assert.Equal("DISABLED", (await client.Get($"{Ports}/{port}")).MustBeOk().TextOf("status"));

        static bool IsFree(JsonNode? port) =>
            port!["status"]!.GetValue<string>() == "ACTIVE" && port["connections"]!.AsArray().Count == 0;
    }

    [Fact]
    public async Task Clients_that_do_not_read_a_long_list_take_little_memory_and_hold_nobody_up()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--volume=10000", "--progression=immediate");
        var client = emulator.With("key-volume1");
        var length = (await client.Get(Ports)).MustBeOk().Text.Length;
        Assert.True(length > 20_000_000, $"the list has {length} characters");
        var before = emulator.Megabytes;
        var unread = new List<Socket>();
        try
        {
            for (var number = 0; number < 30; number++)
            {
                unread.Add(await Ask(emulator, $"{Ports}?n={number}"));
            }

            // Long enough for one answer to be made whole, thirty times over.
            for (var tries = 0; tries < 40; tries++)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
                (await client.Get($"{Ports}?page=1&count=1&try={tries}")).MustBeOk();
            }

            var more = emulator.Megabytes - before;
            Assert.True(more < 150, $"{more:0} MB more for 30 answers of {length / 1e6:0} MB");
        }
        finally
        {
            unread.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task Clients_that_do_not_read_a_kept_answer_share_it()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--volume=2000");
        var client = emulator.With("key-volume1");
        const string Path = $"{Ports}?page=1&count=110";
        Assert.True((await client.Get(Path)).MustBeOk().Text.Length > 1_200_000);
        var before = emulator.Megabytes;
        var unread = new List<Socket>();
        try
        {
            for (var number = 0; number < 100; number++)
            {
                unread.Add(await Ask(emulator, Path));
            }

            await Task.Delay(500, TestContext.Current.CancellationToken);
            (await client.Get(Path)).MustBeOk();
            var more = emulator.Megabytes - before;
            Assert.True(more < 60, $"{more:0} MB more for 100 answers of 1.4 MB");
        }
        finally
        {
            unread.ForEach(socket => socket.Dispose());
        }
    }

    [Fact]
    public async Task A_long_list_goes_on_with_what_is_written_meanwhile_and_ends_early_with_its_sandbox()
    {
        using var emulator = await RunningEmulator.Start(":memory:", "--volume=10000");
        var client = emulator.With("key-volume1");
        var late = (await client.Get($"{Ports}?page=10&count=190")).MustBeOk()["results"]!.AsArray();
        var last = late[^1]!["id"]!.GetValue<string>();

        using (var half = new StreamReader(await Begun(emulator, "?one")))
        {
            (await client.Post($"{Ports}/{last}", """{"name":"Renamed meanwhile"}""")).MustBeOk();
            var rest = await half.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains("Renamed meanwhile", rest, StringComparison.Ordinal);
        }

        using var other = new StreamReader(await Begun(emulator, "?two"));
        (await client.Post("/__admin/reset")).MustBeOk();
        await Assert.ThrowsAnyAsync<IOException>(() => other.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>An answer whose body waits to be read.</summary>
    private static async Task<Stream> Begun(RunningEmulator emulator, string query)
    {
        var http = new HttpClient { BaseAddress = new Uri(emulator.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Get, Ports + query);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "key-volume1");
        var ct = TestContext.Current.CancellationToken;
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(ct);
    }

    /// <summary>Asks, and doesn't read what is answered.</summary>
    private static async Task<Socket> Ask(RunningEmulator emulator, string path)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        var address = new Uri(emulator.Url);
        await socket.ConnectAsync(address.Host, address.Port);
        var request = $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nportal-token: key-volume1\r\n\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        return socket;
    }

    private static List<string> Texts(Answer list) =>
        [.. list["results"]!.AsArray().Select(one => one!.ToJsonString())];
}
