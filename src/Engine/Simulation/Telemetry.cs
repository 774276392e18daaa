using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Emulator.Simulation;

/// <summary>
/// What is measured and traced, under one name. An instrument that nobody listens to costs a look at a field. No label
/// names a sandbox, a resource or a person: only operations, machines, states and statuses, of which there are so many
/// and no more.
/// </summary>
internal static class Telemetry
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "ConsoleConnect.Emulator";

    /// <summary>The bounds of durations, seconds: most answers take less than a millisecond.</summary>
    private static readonly InstrumentAdvice<double> Durations = new()
    {
        HistogramBucketBoundaries =
            [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    private static readonly Meter Meter = new(Name);

    /// <summary>The spans: a turn of a request, and what is settled.</summary>
    public static readonly ActivitySource Spans = new(Name);

    /// <summary>
    /// How long requests take, by method, route, operation and status (OpenTelemetry's semantic conventions).
    /// </summary>
    public static readonly Histogram<double> Requests = Meter.CreateHistogram<double>(
        "http.server.request.duration", "s", "Duration of HTTP server requests.", tags: null, Durations);

    /// <summary>Pieces of work that had their turn in a sandbox.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>(
        "emulator.turns", "{turn}", "Pieces of work that had their turn in a sandbox.");

    /// <summary>How long they waited for it.</summary>
    public static readonly Histogram<double> TurnWaits = Meter.CreateHistogram<double>(
        "emulator.turn.wait", "s", "How long work waited for its turn in a sandbox.", tags: null, Durations);

    /// <summary>How often something that was due was settled.</summary>
    public static readonly Counter<long> Settles = Meter.CreateCounter<long>(
        "emulator.settles", "{settle}", "How often moves that were due were settled before a piece of work.");

    /// <summary>Moves of state machines, by machine and state.</summary>
    public static readonly Counter<long> Moves = Meter.CreateCounter<long>(
        "emulator.moves", "{move}", "Moves of resources from one state to another, by machine and new state.");

    /// <summary>Requests that fault rules have struck.</summary>
    public static readonly Counter<long> Faults = Meter.CreateCounter<long>(
        "emulator.faults", "{strike}", "Requests that fault rules have struck.");

    /// <summary>Reads that were answered from what is kept.</summary>
    public static readonly Counter<long> KeptAnswers = Meter.CreateCounter<long>(
        "emulator.kept_answers", "{answer}", "Reads that were answered from memory, without a turn.");

    /// <summary>Counts the moves that were stored.</summary>
    public static void Moved(IReadOnlyList<Domain.Staging.Move> moves)
    {
        if (!Moves.Enabled)
        {
            return;
        }

        foreach (var move in moves)
        {
            Moves.Add(1, new("emulator.machine", move.Machine), new("emulator.state", move.To));
        }
    }
}
