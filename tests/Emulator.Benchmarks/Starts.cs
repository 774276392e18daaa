namespace Emulator.Benchmarks;

/// <summary>From the start of the process to the first answer of the API.</summary>
internal static class Starts
{
    private const int Rounds = 11;

    public static IEnumerable<Measure> Measure(Published programs, ScratchFolder folder)
    {
        var existing = folder.NewDatabase();
        byte[] port;
        using (var first = Server.Emulator(programs, existing))
        {
            first.WaitForFirstAnswer(Request.FirstOfAll);
            port = Reads.BodyOf(first, Request.FirstOfAll);
        }

        var file = folder.Holding("start.json", port);
        var sides = new Func<Server>[]
        {
            () => Server.Bare(programs, Request.Port, "bytes", file),
            () => Server.Emulator(programs, existing),
            () => Server.Emulator(programs, folder.NewDatabase()),
        };
        var times = new double[3][];
        for (var side = 0; side < 3; side++)
        {
            times[side] = new double[Rounds];
            _ = Once(sides[side]); // The first time everything comes from the disk.
        }

        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < 3; turn++)
            {
                var side = (round + turn) % 3;
                times[side][round] = Once(sides[side]);
            }
        }

        yield return Compared("start to first answer, existing database", times[0], times[1], 2);
        yield return Compared("start to first answer, fresh database and whole seed", times[0], times[2], 3);
    }

    private static double Once(Func<Server> start)
    {
        using var server = start();
        return server.WaitForFirstAnswer(Request.FirstOfAll).TotalMilliseconds;
    }

    private static Measure Compared(string name, double[] bare, double[] emulator, double atMost)
    {
        var ratio = bare.Zip(emulator, (ofBare, ofEmulator) => ofEmulator / ofBare).Median();
        return new Measure(
            name,
            Numbers.Milliseconds(bare.Median()),
            Numbers.Milliseconds(emulator.Median()),
            Numbers.Times(ratio),
            $"<= {atMost} x",
            ratio <= atMost);
    }
}
