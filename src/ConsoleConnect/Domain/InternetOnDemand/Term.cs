using Emulator.Errors;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>How long a service is ordered for.</summary>
internal static class Term
{
    /// <summary>Days, weeks, months and years.</summary>
    public static readonly string[] Units = ["d", "w", "m", "y"];

    /// <summary>When a term that starts at an instant ends, UTC.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset start, int quantity, string unit) => unit switch
    {
        "d" => start.AddDays(quantity),
        "w" => start.AddDays(7 * quantity),
        "m" => start.AddMonths(quantity),
        _ => start.AddYears(quantity),
    };

    /// <summary>
    /// Refuses what is longer than can be ordered: "Max duration by unit is: days: 6; weeks: 3; month: 36; years: 3"
    /// (OpenAPI 1.0.0, Duration).
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.DurationTooLong"/>.</exception>
    public static void MustBeOffered(int quantity, string unit)
    {
        var longest = unit switch
        {
            "d" => 6,
            "w" => 3,
            "m" => 36,
            _ => 3,
        };
        if (quantity > longest)
        {
            throw ServiceErrors.DurationTooLong.Because("Max duration by unit is: days: 6; weeks: 3; month: 36; "
                + "years: 3 (OpenAPI 1.0.0, Duration).", quantity, unit, longest);
        }
    }
}
