using System.Globalization;

namespace Emulator.Benchmarks;

/// <summary>A line of the report.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Bare">What the bare server does; null where it has nothing to be compared with.</param>
/// <param name="Emulator">What the emulator does.</param>
/// <param name="Ratio">The one as a share of the other.</param>
/// <param name="Target">
/// What is wanted; null where the line is there only so that nobody is fooled by the others.
/// </param>
/// <param name="Met">Whether it is so.</param>
internal sealed record Measure(string Name, string? Bare, string Emulator, string? Ratio, string? Target, bool? Met);

/// <summary>Prints the report as a Markdown table, so that it can go into a pull request as it is.</summary>
internal static class Report
{
    public static void Write(IReadOnlyList<Measure> measures)
    {
        string[] head = ["measure", "bare", "emulator", "ratio", "target", "met"];
        var rows = measures
            .Select(measure =>
                (string[])
                    [
                        measure.Name,
                        measure.Bare ?? "",
                        measure.Emulator,
                        measure.Ratio ?? "",
                        measure.Target ?? "",
                        measure.Met switch
                        {
                            true => "yes",
                            false => "NO",
                            null => "",
                        },
                    ])
            .ToList();
        var widths = head.Select((title, column) => rows.Select(row => row[column].Length).Append(title.Length).Max())
            .ToList();
        Console.WriteLine(Line(head));
        Console.WriteLine(Line([.. widths.Select(width => new string('-', width))]));
        rows.ForEach(row => Console.WriteLine(Line(row)));

        string Line(string[] cells) =>
            "| "
            + string.Join(
                " | ",
                cells.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])))
            + " |";
    }
}

/// <summary>Numbers, as the report says them.</summary>
internal static class Numbers
{
    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1
            ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    public static string Percent(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    public static string Times(double factor) => factor.ToString("0.00 x", CultureInfo.InvariantCulture);

    public static string PerSecond(double rate) =>
        rate.ToString(rate < 1000 ? "0.0/s" : "0/s", CultureInfo.InvariantCulture);

    public static string Milliseconds(double milliseconds) =>
        milliseconds.ToString("0.00 ms", CultureInfo.InvariantCulture);
}
