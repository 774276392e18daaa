using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Wire.Filters;

/// <summary>
/// Patterns sent by a client, compiled so that none can stall the server: the engine that never backtracks takes time
/// linear in the text, refuses what it cannot do (lookaround, backreferences) and patterns that unroll too far.
/// Refusals carry the words of JavaScript's own engine, which LoopBack passes on.
/// </summary>
internal static class FilterPattern
{
    /// <summary>Characters of one pattern.</summary>
    internal const int Longest = 1000;

    /// <summary>
    /// How long one match, or all the matches of one <see cref="LoopBackFilter.Apply"/> together, may take.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// A <c>like</c> and its kin. LoopBack's Mongo connector takes the text for a regular expression found anywhere in
    /// the value, its memory connector for SQL's wildcards, likewise anywhere: a <c>%</c> decides which is meant.
    /// </summary>
    internal static Regex Like(string text, string? flags) =>
        Compile(text, text.Contains('%') ? FromWildcards(text) : text, flags);

    /// <summary>
    /// A <c>regexp</c>: <c>pattern</c> or <c>/pattern/flags</c>, with the flags sent beside it added.
    /// </summary>
    internal static Regex Regexp(string text, string? flags)
    {
        var end = text.LastIndexOf('/');
        return text.StartsWith('/') && end > 0
            ? Compile(text[1..end], text[1..end], text[(end + 1)..] + flags)
            : Compile(text, text, flags);
    }

    private static string FromWildcards(string text)
    {
        var pattern = new StringBuilder(text.Length * 2);
        foreach (var character in text)
        {
            pattern.Append(character switch
            {
                '%' => ".*",
                '_' => ".",
                _ => Regex.Escape(character.ToString()),
            });
        }

        return pattern.ToString();
    }

    private static Regex Compile(string sent, string pattern, string? flags)
    {
        var options = Options(flags);
        if (sent.Length > Longest)
        {
            throw Invalid(sent, "Regular expression too large");
        }

        try
        {
            return new Regex(pattern, options, Patience);
        }
        catch (RegexParseException malformed)
        {
            throw Invalid(sent, Reason(malformed.Error));
        }
        catch (NotSupportedException)
        {
            throw Invalid(sent, "Lookaround, backreferences and very large repetitions are not supported");
        }
    }

    /// <summary>
    /// LoopBack knows the flags <c>i</c>, <c>g</c> and <c>m</c>; <c>g</c> makes no difference to whether a text
    /// matches.
    /// </summary>
    private static RegexOptions Options(string? flags)
    {
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        var unknown = new List<char>();
        foreach (var flag in flags ?? "")
        {
            switch (flag)
            {
                case 'i':
                    options |= RegexOptions.IgnoreCase;
                    break;
                case 'm':
                    options |= RegexOptions.Multiline;
                    break;
                case 'g':
                    break;
                default:
                    unknown.Add(flag);
                    break;
            }
        }

        return unknown.Count == 0 ? options : throw new BadFilterException("Invalid regex flags: "
            + $"{string.Join(',', unknown)}");
    }

    private static string Reason(RegexParseError error) =>
        error switch
        {
            RegexParseError.InsufficientClosingParentheses => "Unterminated group",
            RegexParseError.InsufficientOpeningParentheses => "Unmatched ')'",
            RegexParseError.UnterminatedBracket => "Unterminated character class",
            RegexParseError.QuantifierAfterNothing or RegexParseError.NestedQuantifiersNotParenthesized =>
                "Nothing to repeat",
            RegexParseError.UnescapedEndingBackslash => "\\ at end of pattern",
            RegexParseError.ReversedCharacterRange => "Range out of order in character class",
            RegexParseError.ReversedQuantifierRange => "numbers out of order in {} quantifier",
            RegexParseError.CaptureGroupNameInvalid => "Invalid capture group name",
            RegexParseError.InvalidGroupingConstruct => "Invalid group",
            _ => "Invalid escape",
        };

    private static BadFilterException Invalid(string pattern, string reason) => new("Invalid regular expression: "
        + $"/{pattern}/: {reason}");
}
