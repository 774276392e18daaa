using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Emulator.Wire.Filters;

/// <summary>
/// The time one application of a filter may spend in patterns. A single match cannot run away
/// (<see cref="FilterPattern"/>), yet a thousand slow ones on a thousand rows could keep a request busy for minutes.
/// Never reached by a filter that means well.
/// </summary>
internal sealed class PatternBudget
{
    private TimeSpan spent;

    internal bool IsMatch(Regex pattern, string text)
    {
        var started = Stopwatch.GetTimestamp();
        bool matches;
        try
        {
            matches = pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw TooSlow();
        }

        spent += Stopwatch.GetElapsedTime(started);
        return spent <= FilterPattern.Patience ? matches : throw TooSlow();
    }

    private static BadFilterException TooSlow() => new("The regular expressions of the query filter take too long");
}
