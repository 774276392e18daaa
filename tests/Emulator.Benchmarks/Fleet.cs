using System.Globalization;
using System.Text.Json;

namespace Emulator.Benchmarks;

/// <summary>
/// What test suites and demos really do: many ports of one company are polled by many connections, and some requests
/// write. The bare side answers each with the bytes of one port.
/// </summary>
internal static class Fleet
{
    private const string Ports = "/api/company/volume1/ports";
    private const string Credential = "portal-token: key-volume1";

    /// <summary>A fifth of it is the one company's.</summary>
    private const string Volume = "2000";

    private const int Connections = 16;
    private const int Pairs = 7;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1.5);

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        using var emulator = Server.Emulator(programs, folder.NewDatabase(), "--volume", Volume);
        emulator.WaitForFirstAnswer(Request.FirstOfAll);
        using var list = JsonDocument.Parse(Reads.BodyOf(emulator, Request.Get(Ports, Credential)));
        var ids = list.RootElement.GetProperty("results").EnumerateArray()
            .Where(port => port.GetProperty("status").GetString() == "ACTIVE")
            .Select(port => port.GetProperty("id").GetString()!).ToList();
        var one = $"{Ports}/{ids[0]}";
        var answer = Reads.BodyOf(emulator, Request.Get(one, Credential));
        using var bare = Server.Bare(programs, one, "bytes", folder.Holding("fleet.json", answer));
        bare.WaitForFirstAnswer(Request.Get(one, Credential));
        return
        [
            Compared(bare, one, emulator, ids, 0, 0.75),
            Compared(bare, one, emulator, ids, 0.001, 0.50),
            Compared(bare, one, emulator, ids, 0.01, 0.25),
        ];
    }

    private static Measure Compared(
        Server bare, string one, Server emulator, IReadOnlyList<string> ids, double writes, double atLeast)
    {
        using var onBare = new Load(
            bare,
            [.. Each(_ => new Questions(one, Credential, neverAskedBefore: false))],
            null);
        using var onEmulator = new Load(emulator, [.. Each(number => new SomeWrites(ids, writes, number))], null);
        _ = onBare.Run(WarmUp);
        _ = onEmulator.Run(WarmUp);
        var rounds = Enumerable
            .Range(0, Pairs)
            .Select(_ => (Bare: onBare.Run(Length), Emulator: onEmulator.Run(Length)))
            .ToList();
        var share = rounds.Select(round => round.Emulator.PerSecond / round.Bare.PerSecond).Median();
        return new Measure(
            $"{ids.Count} ports of a company, "
                + "polled"
                + $"{(writes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", 1 write in {1 / writes:0}"))}",
            Numbers.PerSecond(rounds.Select(round => round.Bare.PerSecond).Median()),
            Numbers.PerSecond(rounds.Select(round => round.Emulator.PerSecond).Median()),
            Numbers.Percent(share),
            $">= {Numbers.Percent(atLeast)}",
            share >= atLeast);
    }

    private static IEnumerable<IQuestions> Each(Func<int, IQuestions> make) =>
        Enumerable.Range(0, Connections).Select(make);

    /// <summary>Reads a port by luck, or renames it.</summary>
    private sealed class SomeWrites(IReadOnlyList<string> ids, double writes, int seed) : IQuestions
    {
        private readonly Random luck = new(seed);
        private readonly byte[][] reads = [.. ids.Select(id => Request.Get($"{Ports}/{id}", Credential))];

        /// <inheritdoc/>
        public ReadOnlySpan<byte> Next()
        {
            var port = luck.Next(ids.Count);
            return luck.NextDouble() >= writes
                ? reads[port]
                : Request.With("POST", $"{Ports}/{ids[port]}", Credential, $$"""{"name":"{{luck.Next()}}"}""");
        }
    }
}
