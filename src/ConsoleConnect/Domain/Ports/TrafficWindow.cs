namespace Emulator.Domain.Ports;

/// <summary>The resolution of traffic (000:5246). Steps begin with the UTC day, hour or minute.</summary>
internal enum TrafficStep
{
    Minute,
    Hour,
    Day,
}

/// <summary>The time that somebody wants to know the traffic of.</summary>
/// <param name="Start">Its beginning, Unix seconds.</param>
/// <param name="End">Its end, Unix seconds: not before the start.</param>
/// <param name="Step">What a row covers.</param>
internal readonly record struct TrafficWindow(long Start, long End, TrafficStep Step)
{
    /// <summary>How long a step is, seconds.</summary>
    public int StepSeconds => Step switch
    {
        TrafficStep.Day => 86400,
        TrafficStep.Hour => 3600,
        _ => 60,
    };

    /// <summary>Where the first step begins, Unix seconds: the one that holds the start.</summary>
    public long First => Start - Start % StepSeconds;

    /// <summary>Whether it is shorter than a step: then it has one row, whatever it holds; assumed.</summary>
    public bool IsShorterThanAStep => End - Start < StepSeconds;

    /// <summary>Where the last step ends, Unix seconds.</summary>
    public long Last => IsShorterThanAStep ? First + StepSeconds : (End + StepSeconds - 1) / StepSeconds * StepSeconds;
}

/// <summary>What went through in one direction, kbps: the least, the most and the mean of its minutes.</summary>
internal readonly record struct Load(int Least, int Most, int Mean);

/// <summary>What went through in one step.</summary>
/// <param name="Time">Where the step begins, Unix seconds.</param>
/// <param name="Received">Into it.</param>
/// <param name="Sent">Out of it.</param>
internal readonly record struct TrafficRow(long Time, Load Received, Load Sent);

/// <summary>A port or a connection, as far as its traffic is concerned.</summary>
/// <param name="Id">Its id, by which the traffic is made up.</param>
/// <param name="Speed">Mbps: there is never more.</param>
/// <param name="From">Since when it is measured, UTC; null where it never was.</param>
/// <param name="Until">Until when, UTC; null where it still is.</param>
/// <param name="SilentFrom">Since when nothing goes through, UTC; null where something may.</param>
internal readonly record struct MeasuredLine(
    string Id,
    int Speed,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    DateTimeOffset? SilentFrom)
{
    /// <summary>A port: measured from when it was first in service.</summary>
    public static MeasuredLine Of(Port port) => new(
        port.Id,
        port.Speed,
        port.FirstActiveAt,
        port.DeletedAt,
        port.LinkUp ? null : port.LinkSince);
}

/// <summary>A connection whose traffic goes through a port.</summary>
/// <param name="Since">When it was first in service.</param>
/// <param name="Speed">Mbps.</param>
internal readonly record struct CarriedConnection(DateTimeOffset Since, int Speed);
