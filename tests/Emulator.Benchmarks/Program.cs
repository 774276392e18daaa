using Emulator.Benchmarks;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(BenchmarkSettings.Help);
    return 0;
}

try
{
    var settings = BenchmarkSettings.Read(args);
    var programs = Published.Get(settings);
    using var folder = new ScratchFolder();
    var measures = new List<Measure>();
    var isWhole = true;
    foreach (var (name, take) in All(programs, folder).Where(one => settings.Takes(one.Name)))
    {
        Console.Error.WriteLine($"measuring {name} …");
        try
        {
            measures.AddRange(take());
        }
        catch (BenchmarkBroken broken)
        {
            Console.Error.WriteLine($"{name}: {broken.Message}"); // What the others take minutes for isn't lost.
            isWhole = false;
        }
    }

    Report.Write(measures);
    return !isWhole ? 2 : measures.Exists(measure => measure.Met is false) ? 1 : 0;
}
catch (BenchmarkBroken broken)
{
    Console.Error.WriteLine(broken.Message);
    return 2;
}

static IEnumerable<(string Name, Func<IEnumerable<Measure>> Take)> All(Published programs, ScratchFolder folder) =>
[
    ("start", () => Starts.Measure(programs, folder)),
    ("port", () => Reads.OfOnePort(programs, folder)),
    ("fleet", () => Fleet.Measure(programs, folder)),
    ("list", () => Reads.OfAHundredPorts(programs, folder)),
    ("reset", () => Resets.Measure(programs, folder)),
    ("sandboxes", () => SandboxPrices.Measure(programs, folder)),
    ("watching", () => Watching.Measure(programs, folder)),
    ("volume", () => Volumes.Measure(programs, folder)),
];
