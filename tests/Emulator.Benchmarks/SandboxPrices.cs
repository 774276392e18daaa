using System.Diagnostics;

namespace Emulator.Benchmarks;

/// <summary>What a sandbox costs: to make, to put back, to keep; alone and among a hundred.</summary>
internal static class SandboxPrices
{
    private const int Times = 61;
    private const int Others = 100;
    private const int Kept = 200;
    private const double InMemory = 5;
    private const double OnFile = 15;
    private const double MostMegabytes = 2;
    private const double Slower = 1.25;

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        using var server = Server.Emulator(programs, folder.NewDatabase());
        server.WaitForFirstAnswer(Request.FirstOfAll);
        using var connection = new HttpConnection(server.Port);
        for (var i = 0; i < Times; i++)
        {
            _ = Make(connection, $"warm-{i}", thenDelete: true);
        }

        var made = Series(() => Make(connection, "one", thenDelete: true));
        Reads.Expect(connection.Ask(Post("/__admin/sandboxes", """{"name":"mine"}""")));
        var reset = Series(() => Reset(connection, "/sandbox/mine", "mine.key-stan"));
        var onFile = Series(() => Reset(connection, "", "key-stan"));
        var before = server.Megabytes;
        for (var i = 0; i < Others; i++)
        {
            _ = Make(connection, $"other-{i}", thenDelete: false);
        }

        var madeAmong = Series(() => Make(connection, "one", thenDelete: true));
        var resetAmong = Series(() => Reset(connection, "/sandbox/mine", "mine.key-stan"));
        for (var i = Others; i < Kept; i++)
        {
            _ = Make(connection, $"other-{i}", thenDelete: false);
        }

        var each = (server.Megabytes - before) / Kept;
        yield return Price("new sandbox from the seed, median", made, InMemory);
        yield return Price("reset of a sandbox in memory, median", reset, InMemory);
        yield return Price("reset of the sandbox on file, median", onFile, OnFile);
        yield return Ratio($"new sandbox among {Others} others", made, madeAmong);
        yield return Ratio($"reset among {Others} others", reset, resetAmong);
        yield return new Measure(
            $"memory of each of {Kept} idle sandboxes",
            null,
            $"{each:0.00} MB",
            null,
            $"< {MostMegabytes} MB",
            each < MostMegabytes);
    }

    private static Measure Price(string name, double median, double atMost) =>
        new(name, null, Numbers.Milliseconds(median), null, $"<= {atMost} ms", median <= atMost);

    private static Measure Ratio(string name, double alone, double among) =>
        new(
            name,
            Numbers.Milliseconds(alone),
            Numbers.Milliseconds(among),
            Numbers.Times(among / alone),
            $"<= {Slower:0.00} x",
            among / alone <= Slower);

    private static double Series(Func<double> once) => Enumerable.Range(0, Times).Select(_ => once()).Median();

    private static double Make(HttpConnection connection, string name, bool thenDelete)
    {
        var begin = Stopwatch.GetTimestamp();
        Reads.Expect(connection.Ask(Post("/__admin/sandboxes", $$"""{"name":"{{name}}"}""")));
        var took = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        if (thenDelete)
        {
            Reads.Expect(connection.Ask(Request.With("DELETE", $"/__admin/sandboxes/{name}", null, "")));
        }

        return took;
    }

    /// <summary>There is always something to put back.</summary>
    private static double Reset(HttpConnection connection, string sandbox, string key)
    {
        Reads.Expect(
            connection.Ask(
                Request.With("POST", sandbox + Request.Port, $"Authorization: Bearer {key}", """{"name": "Renamed"}"""))
        );
        var begin = Stopwatch.GetTimestamp();
        Reads.Expect(connection.Ask(Post(sandbox + "/__admin/reset", "")));
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static byte[] Post(string path, string body) => Request.With("POST", path, null, body);
}
