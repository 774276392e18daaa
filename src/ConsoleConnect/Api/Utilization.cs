using System.Text.Json.Serialization;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api;

/// <summary>The traffic through a port or a connection, as clients ask for it (000:5202).</summary>
internal static class Utilization
{
    /// <summary>
    /// The longest window, in steps: 100 days by minute, 16 years by hour. A row more is where it begins and ends
    /// within steps.
    /// </summary>
    private const int MostSteps = 144_000;

    /// <summary>The window where none is sent: the last day, seconds.</summary>
    private const int DefaultWindow = 86_400;

    public static readonly QueryParameter<long?> Start = Query.UnixSeconds(
        "start",
        "1459376516",
        "Beginning of the window, Unix seconds; a day before its end where it isn't sent.");

    public static readonly QueryParameter<long?> End = Query.UnixSeconds(
        "end", "1459376516", "End of the window, Unix seconds; now where it isn't sent.");

    public static readonly QueryParameter<string?> Resolution = Query.Choice(
        "resolution", "day", "How long a step is; minute where it isn't sent.", "day", "hour", "minute");

    /// <summary>A row for each step of the window that is asked for, in time; counted out one by one.</summary>
    /// <param name="line">What the traffic goes through.</param>
    /// <param name="carried">What goes through it.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="now">There is no traffic after it yet.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.BadQuery"/>: no time, no resolution, or too long a window.
    /// </exception>
    public static IEnumerable<UtilizationRow> Of(
        MeasuredLine line,
        IEnumerable<CarriedConnection> carried,
        HttpRequest request,
        DateTimeOffset now)
    {
        var window = WindowOf(request, now.ToUnixTimeSeconds());
        var traffic = new Traffic(line, carried, now);
        if (traffic.CountOf(window) is var count && count > MostSteps + 1)
        {
            throw ServiceErrors.BadQuery.Because(
                $"The window has {count} rows; an answer has {MostSteps} at most. Ask for a shorter window or a "
                + "coarser resolution.", "end", $"<= {window.Start + (long)MostSteps * window.StepSeconds}");
        }

        return traffic.RowsOf(window).Select(row => new UtilizationRow(row, window.Step != TrafficStep.Minute));
    }

    private static TrafficWindow WindowOf(HttpRequest request, long now)
    {
        var asked = End.Of(request);
        var start = Start.Of(request) ?? Math.Max(0, (asked ?? now) - DefaultWindow);
        var end = asked ?? Math.Max(now, start);
        if (end < start)
        {
            throw ServiceErrors.BadQuery.Because("The window ends before it starts.", "end", $">= {start}");
        }

        var step = TrafficStep.Minute;
        if (Resolution.Of(request) is { } resolution)
        {
            step = Spelling.Read<TrafficStep>(resolution)
                ?? throw ServiceErrors.BadQuery.Because(
                    "resolution is day, hour or minute (000:5246).",
                    "resolution",
                    "equal to one of the allowed values");
        }

        return new TrafficWindow(start, end, step);
    }
}

/// <summary>What went through in one step, Mbps to the kbps. Minutes have no min and max (000:5246).</summary>
internal sealed class UtilizationRow(TrafficRow row, bool withBounds)
{
    public long Time => row.Time;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RxMin => withBounds ? Mbps(row.Received.Least) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? RxMax => withBounds ? Mbps(row.Received.Most) : null;
    public double RxAverage => Mbps(row.Received.Mean);

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TxMin => withBounds ? Mbps(row.Sent.Least) : null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? TxMax => withBounds ? Mbps(row.Sent.Most) : null;
    public double TxAverage => Mbps(row.Sent.Mean);

    private static double Mbps(int kbps) => kbps / 1000.0;
}
