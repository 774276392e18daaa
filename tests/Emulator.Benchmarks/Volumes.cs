using System.Text.Json;

namespace Emulator.Benchmarks;

/// <summary>
/// What the same question costs among a hundred thousand ports, as a multiple of what it costs among a hundred. Both
/// sides are the emulator; nothing kept is asked for.
/// </summary>
internal static class Volumes
{
    private const string Small = "100";
    private const string Large = "100000";
    private const string Credential = "portal-token: key-volume1";
    private const string Ports = "/api/company/volume1/ports";
    private const string Connections = "/api/v2/company/volume1/connections";
    private const string SeededCredential = "portal-token: key-stan";
    private const string Acme = "/app-user/557679e2c2e6a1b4d7756472";
    private const int Pairs = 9;

    /// <summary>
    /// Lists of what the seed has, whose tables the generated ports and connections only stand beside.
    /// </summary>
    private static readonly (string Name, string Path)[] OfTheSeed =
    [
        ("CloudRouters of a company", $"{Acme}/l3vpns"),
        ("sites of a CloudRouter", $"{Acme}/l3vpn/65e0a3d4c2e6a1b4d7418b20/sites"),
        ("ASNs of a company", $"{Acme}/asns"),
        ("search of facilities", "/v2/data-center-facility/search?criteria=%7B%7D&page=1&pageSize=10"),
    ];

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        using var small = Server.Emulator(programs, folder.NewDatabase(), "--volume", Small);
        small.WaitForFirstAnswer(Request.FirstOfAll);
        using var large = Server.Emulator(programs, folder.NewDatabase(), "--volume", Large);
        var start = large.WaitForFirstAnswer(Request.FirstOfAll);
        var measures = new List<Measure>
        {
            new(
                $"start with --volume {Large}, fresh",
                null,
                Numbers.Milliseconds(start.TotalMilliseconds),
                null,
                null,
                null),
        };
        Server[] sides = [small, large];
        measures.AddRange(Compared("one port", 1.5, sides, server => $"{Ports}/{PortWithTwoConnections(server)}"));
        measures.AddRange(Compared("one connection", 1.5, sides, server => $"{Connections}/{FirstActive(server)}"));
        measures.AddRange(
            Compared("page of 20 connections by status", 2, sides, _ => $"{Connections}?page=1&count=20&status=ACTIVE")
        );
        measures.AddRange(Compared("first page of 20 connections", null, sides, _ => $"{Connections}?page=1&count=20"));
        measures.AddRange(Compared("first page of 20 ports", null, sides, _ => $"{Ports}?page=1&count=20"));
        foreach (var (name, path) in OfTheSeed)
        {
            measures.AddRange(Compared(name, 2, sides, _ => path, SeededCredential));
        }

        return measures;
    }

    private static IEnumerable<Measure> Compared(
        string name,
        double? atMost,
        Server[] sides,
        Func<Server, string> pathOn,
        string credential = Credential)
    {
        using var onSmall = LoadOf(sides[0]);
        using var onLarge = LoadOf(sides[1]);
        _ = onSmall.Run(WarmUp);
        _ = onLarge.Run(WarmUp);
        var rounds = Enumerable
            .Range(0, Pairs)
            .Select(_ => (Small: onSmall.Run(Length), Large: onLarge.Run(Length)))
            .ToList();
        var ratio = rounds.Select(round => round.Small.PerSecond / round.Large.PerSecond).Median();
        yield return new Measure(
            $"{name}, among {Large} ports instead of {Small}",
            Numbers.PerSecond(rounds.Select(round => round.Small.PerSecond).Median()),
            Numbers.PerSecond(rounds.Select(round => round.Large.PerSecond).Median()),
            Numbers.Times(ratio),
            atMost is { } target ? $"<= {target} x" : null,
            atMost is null ? null : ratio <= atMost);
        yield return new Measure(
            $"{name}: server's processor time a read",
            Numbers.Milliseconds(rounds.Select(round => round.Small.ProcessorMicroseconds).Median() / 1000),
            Numbers.Milliseconds(rounds.Select(round => round.Large.ProcessorMicroseconds).Median() / 1000),
            Numbers.Times(
                rounds.Select(round => round.Large.ProcessorMicroseconds / round.Small.ProcessorMicroseconds).Median()),
            null,
            null);

        Load LoadOf(Server server)
        {
            var path = pathOn(server);
            return new Load(
                server,
                path,
                credential,
                neverAskedBefore: true,
                Reads.BodyOf(server, Request.Get(path, credential)).Length);
        }
    }

    /// <summary>A port whose payload is as long on both sides.</summary>
    private static string PortWithTwoConnections(Server server) =>
        First(server, $"{Ports}?page=1&count=20", port =>
            port.GetProperty("status").GetString() == "ACTIVE" && port.GetProperty("connections").GetArrayLength() == 2
        );

    private static string FirstActive(Server server) =>
        First(server, $"{Connections}?page=1&count=20&status=ACTIVE", _ => true);

    private static string First(Server server, string path, Func<JsonElement, bool> fits)
    {
        using var json = JsonDocument.Parse(Reads.BodyOf(server, Request.Get(path, Credential)));
        var found = json
            .RootElement.GetProperty("results")
            .EnumerateArray()
            .Where(fits)
            .Select(row => row.GetProperty("id").GetString())
            .FirstOrDefault();
        return found ?? throw new BenchmarkBroken($"There is nothing to be measured in {path}.");
    }
}
