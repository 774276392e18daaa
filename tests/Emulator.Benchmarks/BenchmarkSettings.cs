namespace Emulator.Benchmarks;

/// <summary>What is measured, and with which emulator.</summary>
/// <param name="Measures">The measures asked for; empty for all.</param>
/// <param name="Emulator">
/// The folder of an emulator that is published already; null to publish the one of this repository.
/// </param>
internal sealed record BenchmarkSettings(IReadOnlyList<string> Measures, string? Emulator)
{
    public const string Help =
        """
        dotnet run -c Release --project tests/Emulator.Benchmarks [-- [MEASURE …] [--emulator FOLDER]]

          MEASURE             start, port, fleet, list, reset, sandboxes, watching, volume; all where none is named
          --emulator FOLDER   an emulator that is published already, instead of this repository's

        Exit code: 0 all targets met, 1 one missed, 2 it could not be measured.
        """;

    private static readonly string[] Known =
    [
        "start",
        "port",
        "fleet",
        "list",
        "reset",
        "sandboxes",
        "watching",
        "volume",
    ];

    /// <summary>Whether a measure is asked for.</summary>
    public bool Takes(string measure) => Measures.Count == 0 || Measures.Contains(measure);

    /// <exception cref="BenchmarkBroken">Something nobody knows.</exception>
    public static BenchmarkSettings Read(string[] args)
    {
        var measures = new List<string>();
        string? emulator = null;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--emulator" && i + 1 < args.Length)
            {
                emulator = Path.GetFullPath(args[++i]);
            }
            else if (Known.Contains(args[i]))
            {
                measures.Add(args[i]);
            }
            else
            {
                throw new BenchmarkBroken($"{args[i]} is unknown.\n\n{Help}");
            }
        }

        return new BenchmarkSettings(measures, emulator);
    }
}

/// <summary>What keeps it from measuring; the message says what to do.</summary>
internal sealed class BenchmarkBroken(string message) : Exception(message);
