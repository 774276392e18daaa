using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>
/// Who is online, as payloads and the stream of events tell it (000:1448-1486). The sockets themselves have tests of
/// their own.
/// </summary>
public sealed class PresenceTests
{
    [Fact]
    public async Task All_user_responses_tell_whether_the_user_is_online()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        Assert.False(await SeenBy(stan));
        var connection = await Online(emulator, meg);
        Assert.True(await SeenBy(stan));
        Assert.True((await meg.Get("/api/auth/token"))["online"]!.GetValue<bool>());
        Assert.True(
            (await stan.Get("/company/acmeinc/memberships"))["results"]!
                .AsArray()
                .Single(user => user!["username"]!.GetValue<string>() == "meg")!["online"]!.GetValue<bool>());
        await (await emulator.Services.GetRequiredService<Sandboxes>().Default).GoOffline(connection);
        Assert.False(await SeenBy(stan));
    }

    [Fact]
    public async Task Logging_out_and_a_reset_end_presence()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        var meg = await emulator.Meg();
        await Online(emulator, meg);
        (await meg.Delete("/api/auth/token")).MustBeOk();
        Assert.False(await SeenBy(stan));
        await Online(emulator, await emulator.Meg());
        (await emulator.Nobody().Post("/__admin/reset")).MustBeOk();
        Assert.False(await SeenBy(await emulator.Stan()));
    }

    [Fact]
    public async Task The_stream_tells_of_others_coming_and_going_for_as_long_as_one_watches()
    {
        await using var emulator = new EmulatorUnderTest();
        var stan = await emulator.Stan();
        using var http = emulator.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/user");
        request.Headers.Add("portal-token", stan.Credential);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal(": watching", await Next(lines));
        var connection = await Online(emulator, await emulator.Meg());
        Assert.Equal("event: online-status-changed", await Next(lines));
        Assert.Equal("data: {\"username\":\"meg\",\"online\":true}", await Next(lines));
        Assert.False((await stan.Get("/api/user/stan"))["online"]!.GetValue<bool>());
        await (await emulator.Services.GetRequiredService<Sandboxes>().Default).GoOffline(connection);
        Assert.Equal("event: online-status-changed", await Next(lines));
        Assert.Equal("data: {\"username\":\"meg\",\"online\":false}", await Next(lines));
    }

    [Fact]
    public async Task Nobody_watches_without_logging_in() =>
        (await new EmulatorUnderTest().Nobody().Get("/user")).MustRefuse(401, "The user is not logged in");

    private static async Task<bool> SeenBy(Client client) =>
        (await client.Get("/api/user/meg")).MustBeOk()["online"]!.GetValue<bool>();

    private static async Task<Presence.Listener> Online(EmulatorUnderTest emulator, Client client)
    {
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
        return (await sandbox.ComeOnline("meg", client.Credential!, _ => { }, instead: null, CancellationToken.None))!;
    }

    private static async Task<string?> Next(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        string? line;
        do
        {
            line = await lines.ReadLineAsync(patience.Token);
        }
        while (line is "");
        return line;
    }
}
