using System.Diagnostics;

namespace Emulator.Benchmarks;

/// <summary>Back to the seed over HTTP.</summary>
internal static class Resets
{
    private const int Times = 101;
    private const double AtMost = 10;

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        using var server = Server.Emulator(programs, folder.NewDatabase());
        server.WaitForFirstAnswer(Request.FirstOfAll);
        var reset = Request.With("POST", "/__admin/reset", null, "");
        var write = Request.With("POST", Request.Port, "Authorization: Bearer key-stan", """{"name": "Renamed"}""");
        using var connection = new HttpConnection(server.Port);
        var milliseconds = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            // There is always something to put back.
            Reads.Expect(connection.Ask(write));
            var begin = Stopwatch.GetTimestamp();
            Reads.Expect(connection.Ask(reset));
            milliseconds.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        var median = milliseconds.Median();
        yield return new Measure(
            "reset to the seed, median",
            null,
            Numbers.Milliseconds(median),
            null,
            $"<= {AtMost} ms",
            median <= AtMost);
    }
}
