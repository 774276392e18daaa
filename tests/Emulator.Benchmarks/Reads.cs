using System.Diagnostics;
using System.Text.Json;

namespace Emulator.Benchmarks;

/// <summary>Reads: how many a second, and what each costs, as a share of a bare server that answers the same.</summary>
internal static class Reads
{
    private const int Pairs = 7;
    private const int Writes = 60;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(1);

    /// <summary>One port, against a server that has the bytes at hand.</summary>
    public static IEnumerable<Measure> OfOnePort(Published programs, ScratchFolder folder)
    {
        using var emulator = Server.Emulator(programs, folder.NewDatabase());
        return Compared(programs, folder, emulator, "one port", Request.Port, "bytes", 0.25);
    }

    /// <summary>A list of a hundred, against a server that serialises the same objects each time.</summary>
    public static IEnumerable<Measure> OfAHundredPorts(Published programs, ScratchFolder folder)
    {
        using var emulator = Server.Emulator(
            programs,
            folder.NewDatabase(),
            "--seed-data",
            HundredPorts.Seed(programs.SeedFolder, folder["seed-data"]));
        return Compared(programs, folder, emulator, "list of 100 ports", Request.Ports, "objects", 0.50);
    }

    /// <summary>The body of an answer.</summary>
    /// <exception cref="BenchmarkBroken">It isn't 200.</exception>
    public static byte[] BodyOf(Server server, byte[] request)
    {
        using var connection = new HttpConnection(server.Port);
        using var body = new MemoryStream();
        Expect(connection.Ask(request, body));
        return body.ToArray();
    }

    /// <exception cref="BenchmarkBroken">The answer isn't 200.</exception>
    public static void Expect(Answer answer)
    {
        if (answer.Status != 200)
        {
            throw new BenchmarkBroken($"An answer was {answer.Status} instead of 200.");
        }
    }

    private static List<Measure> Compared(
        Published programs,
        ScratchFolder folder,
        Server emulator,
        string name,
        string path,
        string what,
        double atLeast)
    {
        emulator.WaitForFirstAnswer(Request.FirstOfAll);
        var credential = $"portal-token: {LogIn(emulator)}";
        var request = Request.Get(path, credential);
        var answer = BodyOf(emulator, request);
        HundredPorts.ExpectIn(path, answer);
        using var bare = Server.Bare(programs, path, what, folder.Holding("answer.json", answer));
        bare.WaitForFirstAnswer(request);
        if (!BodyOf(bare, request).AsSpan().SequenceEqual(answer))
        {
            throw new BenchmarkBroken($"The two sides answer {path} with different bytes.");
        }

        return
        [
            .. Throughput($"{name}, polled", Alternate(neverAskedBefore: false), atLeast),
            .. Throughput($"{name}, made again each time", Alternate(neverAskedBefore: true), atLeast: null),
            AfterWrites($"{name}, latency right after a write", bare, emulator, request, credential),
        ];

        (Round[] Bare, Round[] Emulator) Alternate(bool neverAskedBefore)
        {
            using var bareLoad = new Load(bare, path, credential, neverAskedBefore, answer.Length);
            using var emulatorLoad = new Load(emulator, path, credential, neverAskedBefore, answer.Length);
            _ = bareLoad.Run(WarmUp);
            _ = emulatorLoad.Run(WarmUp);
            var ofBare = new Round[Pairs];
            var ofEmulator = new Round[Pairs];
            for (var pair = 0; pair < Pairs; pair++)
            {
                ofBare[pair] = bareLoad.Run(Length);
                ofEmulator[pair] = emulatorLoad.Run(Length);
            }

            return (ofBare, ofEmulator);
        }
    }

    private static IEnumerable<Measure> Throughput(
        string name,
        (Round[] Bare, Round[] Emulator) rounds,
        double? atLeast)
    {
        var (bare, emulator) = rounds;
        var share = bare.Zip(emulator, (ofBare, ofEmulator) => ofEmulator.PerSecond / ofBare.PerSecond).Median();
        yield return new Measure(
            name,
            Numbers.PerSecond(bare.Select(round => round.PerSecond).Median()),
            Numbers.PerSecond(emulator.Select(round => round.PerSecond).Median()),
            Numbers.Percent(share),
            atLeast is { } target ? $">= {Numbers.Percent(target)}" : null,
            atLeast is null ? null : share >= atLeast);

        // The client shares the machine with the server, which brings the two sides together; the processor time of the
        // server's process alone doesn't.
        yield return new Measure(
            $"{name}: server's processor time a read",
            Numbers.Milliseconds(bare.Select(round => round.ProcessorMicroseconds).Median() / 1000),
            Numbers.Milliseconds(emulator.Select(round => round.ProcessorMicroseconds).Median() / 1000),
            Numbers.Times(
                bare.Zip(emulator, (ofBare, ofEmulator) =>
                        ofEmulator.ProcessorMicroseconds / ofBare.ProcessorMicroseconds)
                    .Median()),
            null,
            null);
    }

    /// <summary>A write of the same port before each read: whatever is kept, it can't be this answer.</summary>
    private static Measure AfterWrites(string name, Server bare, Server emulator, byte[] request, string credential)
    {
        using var toBare = new HttpConnection(bare.Port);
        using var toEmulator = new HttpConnection(emulator.Port);
        var bareTimes = new List<double>();
        var emulatorTimes = new List<double>();
        for (var i = 0; i < Writes; i++)
        {
            Expect(toEmulator.Ask(Request.With("POST", Request.Port, credential, $$"""{"name": "Renamed {{i}}"}""")));
            emulatorTimes.Add(TimeOf(toEmulator, request));
            bareTimes.Add(TimeOf(toBare, request));
        }

        return new Measure(
            name,
            Numbers.Milliseconds(bareTimes.Median()),
            Numbers.Milliseconds(emulatorTimes.Median()),
            Numbers.Times(emulatorTimes.Median() / bareTimes.Median()),
            null,
            null);
    }

    private static double TimeOf(HttpConnection connection, byte[] request)
    {
        var begin = Stopwatch.GetTimestamp();
        Expect(connection.Ask(request));
        return Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    }

    private static string LogIn(Server emulator)
    {
        var answer = BodyOf(
            emulator,
            Request.With("PUT", "/api/auth/token", null, """{"email": "stan@example.com", "password": "Password1"}"""));
        using var account = JsonDocument.Parse(answer);
        return account.RootElement.GetProperty("token").GetString()!;
    }
}
