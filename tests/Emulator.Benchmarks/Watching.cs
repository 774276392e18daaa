namespace Emulator.Benchmarks;

/// <summary>
/// What journal and faults take of a polled read's throughput: the emulator as it is by default, with rules that never
/// fire, beside one that keeps no journal and has no rule.
/// </summary>
internal static class Watching
{
    private const int Pairs = 9;
    private const double AtLeast = 0.90;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>One for each way to match: none of them is this read.</summary>
    private static readonly string[] Rules =
    [
        """{"match":{"operation":"041"},"then":{"answer":{"status":503}}}""",
        """{"match":{"method":"DELETE","path":"/api/company/*/ports/*"},"then":{"answer":{"status":503}}}""",
        """{"match":{"path":"/api/v2/**"},"then":{"latency":{"milliseconds":1}}}""",
        """{"match":{"company":"company2"},"then":{"reset":true}}""",
        """{"match":{"header":{"name":"X-Never","value":"sent"}},"then":{"answer":{"status":500}}}""",
    ];

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        using var plain = Server.Emulator(programs, folder.NewDatabase(), "--journal", "0");
        using var watched = Server.Emulator(programs, folder.NewDatabase());
        plain.WaitForFirstAnswer(Request.FirstOfAll);
        watched.WaitForFirstAnswer(Request.FirstOfAll);
        foreach (var rule in Rules)
        {
            using var connection = new HttpConnection(watched.Port);
            Reads.Expect(connection.Ask(Request.With("POST", "/__admin/faults", null, rule)));
        }

        const string Credential = "Authorization: Bearer key-stan";
        var length = Reads.BodyOf(plain, Request.FirstOfAll).Length;
        using var plainLoad = new Load(plain, Request.Port, Credential, neverAskedBefore: false, length);
        using var watchedLoad = new Load(watched, Request.Port, Credential, neverAskedBefore: false, length);
        _ = plainLoad.Run(WarmUp);
        _ = watchedLoad.Run(WarmUp);
        var rounds = new List<(Round Plain, Round Watched)>();
        for (var pair = 0; pair < Pairs; pair++)
        {
            rounds.Add((plainLoad.Run(Length), watchedLoad.Run(Length)));
        }

        var share = rounds.Select(round => round.Watched.PerSecond / round.Plain.PerSecond).Median();
        yield return new Measure(
            "one port, polled: with journal and five fault rules",
            Numbers.PerSecond(rounds.Select(round => round.Plain.PerSecond).Median()),
            Numbers.PerSecond(rounds.Select(round => round.Watched.PerSecond).Median()),
            Numbers.Percent(share),
            $">= {Numbers.Percent(AtLeast)}",
            share >= AtLeast);
        yield return new Measure(
            "the same: server's processor time a read",
            Numbers.Milliseconds(rounds.Select(round => round.Plain.ProcessorMicroseconds).Median() / 1000),
            Numbers.Milliseconds(rounds.Select(round => round.Watched.ProcessorMicroseconds).Median() / 1000),
            Numbers.Times(
                rounds.Select(round => round.Watched.ProcessorMicroseconds / round.Plain.ProcessorMicroseconds).Median()
            ),
            null,
            null);
    }
}
