namespace Emulator.Simulation.Faults;

/// <summary>
/// Which of the requests that match are struck, counted from 1. At most one of the four is set; with none, all are.
/// </summary>
internal sealed record FaultWhen
{
    public static readonly FaultWhen Always = new();

    /// <summary>The first so many.</summary>
    public int? Next { get; init; }

    /// <summary>Every nth: 3 strikes the third, the sixth, the ninth.</summary>
    public int? Every { get; init; }

    /// <summary>From the nth on.</summary>
    public int? From { get; init; }

    /// <summary>With this probability, from 0 to 1.</summary>
    public double? Probability { get; init; }

    /// <summary>Whether the nth is struck: the same seed gives the same answers.</summary>
    public bool Strikes(long matched, long seed) =>
        Next is { } next ? matched <= next
        : Every is { } every ? matched % every == 0
        : From is { } from ? matched >= from
        : Probability is not { } probability || IdSource.Share(seed, matched, salt: 64) < probability;
}
