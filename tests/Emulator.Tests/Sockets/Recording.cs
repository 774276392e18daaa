using System.Net.WebSockets;
using System.Text;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests.Sockets;

/// <summary>
/// What a stock client and a stock server said to each other, line by line, and how the emulator does in the server's
/// place.
/// </summary>
internal sealed partial class Recording(string name)
{
    /// <summary>How often the server pinged, in those of heartbeats.</summary>
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, string> ids = [];
    private readonly Dictionary<string, Task<HttpResponseMessage>> requests = [];
    private readonly Dictionary<string, WebSocket> sockets = [];

    /// <summary>All there are.</summary>
    public static IEnumerable<string> All =>
        Directory.GetFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    private static string Folder =>
        Path.Combine(OperationCatalogue.Repository, "tests/Emulator.Tests/Sockets/recorded");

    private IEnumerable<Match> Lines =>
        File.ReadLines(Path.Combine(Folder, name + ".txt"))
            .Where(line => line[0] != '#')
            .Select(line => Line().Match(line));

    /// <summary>Every packet of Engine.IO in it.</summary>
    public IEnumerable<string> Packets =>
        Lines.SelectMany(line =>
            (line.Groups["kind"].Value, line.Groups["rest"].Value) switch
            {
                (">", var packet) => [packet],
                (" POST" or " 200", var request) when !request.EndsWith("text/html ok", StringComparison.Ordinal) =>
                    BodyOf(request).Split('␞'),
                _ => Array.Empty<string>(),
            });

    /// <summary>Says to the emulator what the client said; it must answer what the server answered.</summary>
    public async Task Replay(SocketEmulator emulator, IReadOnlyDictionary<string, string> tokens)
    {
        foreach (var line in Lines)
        {
            var (number, rest) = (line.Groups["number"].Value, Filled(line.Groups["rest"].Value, tokens));
            if (line.Groups["who"].Value == "S" && (rest == "2" || rest.EndsWith(" 2", StringComparison.Ordinal)))
            {
                // The pong before has arrived.
                await SocketEmulator.Until(() => emulator.Time.UntilNext <= PingInterval);
                emulator.Time.Pass(PingInterval);
            }

            switch (line.Groups["who"].Value + line.Groups["kind"].Value)
            {
                case "C GET":
                    requests[number] = emulator.Http.GetAsync(rest.Split(' ')[0]);
                    await Arrived(emulator, requests[number], rest);
                    break;
                case "C POST":
                    requests[number] = emulator.Http.PostAsync(
                        rest.Split(' ')[0],
                        new StringContent(BodyOf(rest).Replace('␞', '\x1e'), Encoding.UTF8, "text/plain"));
                    break;
                case "S 200":
                    using (var answer = await requests[number])
                    {
                        var type = answer.Content.Headers.ContentType!.ToString();
                        MustBe(rest, $"{type} {(await answer.Content.ReadAsStringAsync()).Replace('\x1e', '␞')}");
                    }

                    break;
                case "C WS":
                    sockets[number] = await emulator.WebSocket(rest);
                    break;
                case "C>":
                    await sockets[number]
                        .SendAsync(
                            Encoding.UTF8.GetBytes(rest),
                            WebSocketMessageType.Text,
                            endOfMessage: true,
                            CancellationToken.None);
                    break;
                case "S>":
                    MustBe(rest, await new WebSocketClient(sockets[number]).Next());
                    break;
                case "C CLOSED":
                    await sockets[number]
                        .CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    break;
                case "S CLOSED":
                    Assert.Null(await new WebSocketClient(sockets[number]).NextOrEnd());
                    break;
                default:
                    throw new InvalidOperationException(line.Value);
            }
        }
    }

    /// <summary>
    /// Waits until a poll is there or answered: what is said next could overtake it otherwise, and end its session.
    /// </summary>
    private static Task Arrived(SocketEmulator emulator, Task answer, string request) =>
        SessionId().Match(request) is { Success: true } id
            ? SocketEmulator.Until(() =>
                answer.IsCompleted || emulator.Sessions.Find(id.Groups["id"].Value)?.Polling.IsPolled == true)
            : Task.CompletedTask;

    private static string BodyOf(string rest) => Body().Match(rest).Groups["body"].Value;

    /// <summary>A line with the ids that the emulator has given in place of those that the server gave.</summary>
    private string Filled(string text, IReadOnlyDictionary<string, string> tokens)
    {
        foreach (var (name, value) in ids.Concat(tokens))
        {
            text = text.Replace(name, value, StringComparison.Ordinal);
        }

        return text;
    }

    private void MustBe(string expected, string actual)
    {
        var pattern = "^" + NewId().Replace(Regex.Escape(expected), "(?<$0>[\\w-]{20})") + "$";
        var match = Regex.Match(actual, pattern);
        Assert.True(match.Success, $"{name}: expected {expected}, got {actual}");
        foreach (var id in match.Groups.Keys.Where(key => key.StartsWith("SID", StringComparison.Ordinal)))
        {
            ids[id] = match.Groups[id].Value;
        }
    }

    [GeneratedRegex(@"[?&]sid=(?<id>[\w-]+)")]
    private static partial Regex SessionId();

    [GeneratedRegex("^(?<who>[CS])(?<number>[0-9]+)(?<kind>>| [A-Z0-9]+) ?(?<rest>.*)$")]
    private static partial Regex Line();

    [GeneratedRegex("^.*?charset=UTF-8 (?<body>.*)$")]
    private static partial Regex Body();

    [GeneratedRegex("SID[0-9]+")]
    private static partial Regex NewId();
}
