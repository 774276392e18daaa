using System.Globalization;
using System.Text.RegularExpressions;

namespace Emulator.Domain.Staging;

/// <summary>What a directive asks for.</summary>
internal enum DirectiveKind
{
    /// <summary>The stage ends in failure, where the table has one.</summary>
    Fail,

    /// <summary>The stage doesn't end by itself.</summary>
    Stuck,

    /// <summary>The stage takes longer.</summary>
    Slow,
}

/// <summary>
/// Words in a resource's name by which a client that can't reach <c>/__admin</c> says what is to happen to it:
/// <c>[sim:fail=creating]</c>, <c>[sim:stuck=creating]</c>, <c>[sim:slow=creating]</c> (ten times as long),
/// <c>[sim:slow=creating:30]</c> (seconds). The stage is spelled as the documents spell it, in any case.
/// </summary>
/// <param name="Kind">What is to happen.</param>
/// <param name="Stage">In which stage.</param>
/// <param name="Seconds">How long it is to take, seconds; null where nothing is said.</param>
internal sealed partial record Directive(DirectiveKind Kind, string Stage, double? Seconds)
{
    /// <summary>How much longer a stage takes that is only said to be slow.</summary>
    public const int Slowly = 10;

    /// <summary>What a name says of a stage; null where it says nothing.</summary>
    /// <param name="name">A resource's name.</param>
    /// <param name="stage">The stage, as the documents spell it.</param>
    public static Directive? In(string? name, string stage)
    {
        if (name is null || !name.Contains("[sim:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach (Match match in Words().Matches(name))
        {
            if (match.Groups["stage"].ValueSpan.Equals(stage, StringComparison.OrdinalIgnoreCase))
            {
                return new Directive(
                    Enum.Parse<DirectiveKind>(match.Groups["kind"].ValueSpan, ignoreCase: true),
                    stage,
                    match.Groups["seconds"] is { Success: true, ValueSpan: var seconds }
                        ? double.Parse(seconds, CultureInfo.InvariantCulture)
                        : null);
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\[sim:(?<kind>fail|stuck|slow)=(?<stage>[a-z_]+)(?::(?<seconds>\d{1,7}(?:\.\d{1,3})?))?\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Words();
}
