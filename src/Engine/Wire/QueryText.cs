using System.Globalization;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>
/// Query parameters as real clients send them. Q-006: the L2 guide prints a backtick behind its addresses (001:22),
/// which some paste along.
/// </summary>
internal static class QueryText
{
    /// <summary>The end of the year 9999, Unix seconds.</summary>
    public const long LastSecond = 253_402_300_799;

    /// <summary>The value; null where there is none or it is the word that JavaScript clients send for none.</summary>
    public static string? Of(HttpRequest request, string name)
    {
        var sent = request.Query[name].ToString().Trim();
        var value = sent.TrimEnd('`').Trim();
        if (value.Length < sent.Length)
        {
            Note(request, $"the backtick behind {name} was cut off");
        }

        if (value is not ("" or "undefined" or "null"))
        {
            return value;
        }

        if (value.Length > 0)
        {
            Note(request, $"{name} was sent as {value} and read as not sent");
        }

        return null;
    }

    /// <summary>A truth value; null where there is none, or none that can be read.</summary>
    public static bool? Boolean(HttpRequest request, string name)
    {
        if (Of(request, name) is not { } text)
        {
            return null;
        }

        if (!bool.TryParse(text, out var value))
        {
            Note(request, $"{name} is true or false: {Notes.Quoted(text)} was overlooked");
            return null;
        }

        return value;
    }

    /// <summary>An instant; null where there is none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadQuery"/> where it can't be read.</exception>
    public static DateTimeOffset? Instant(HttpRequest request, string name) =>
        Of(request, name) is not { } text ? null
        : Instants.Read(text) ?? throw ServiceErrors.BadQuery.Because(
            $"{Notes.Quoted(text)} is no instant such as 2026-03-01T12:00:00Z.", name, "an instant");

    /// <summary>Notes something of the request's query.</summary>
    public static void Note(HttpRequest request, string note) => Notes.Of(request.HttpContext).Add($"query: {note}");

    /// <summary>
    /// Statuses, separated by commas; null where none are asked for. Those nobody knows find nothing.
    /// the user guide prints PENDING ACCEPTANCE with a blank (000:113), the
    /// service an underscore.
    /// </summary>
    public static List<T>? Statuses<T>(HttpRequest request, string name)
        where T : struct, Enum
    {
        if (Of(request, name) is not { } text)
        {
            return null;
        }

        var asked = new List<T>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Spelling.Read<T>(word.Replace(' ', '_')) is { } status)
            {
                asked.Add(status);
            }
            else
            {
                var known = string.Join(", ", Spelling.All<T>());
                Note(request, $"there is no {name} {Notes.Quoted(word)}, so it finds nothing: there are {known}");
            }

            if (word.Contains(' '))
            {
                Note(request, $"{name} {Notes.Quoted(word)} was read with an underscore");
            }
        }

        return asked;
    }

    /// <summary>A whole number of at least so much.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadQuery"/>.</exception>
    public static int? Integer(HttpRequest request, string name, int minimum)
    {
        if (Of(request, name) is not { } text)
        {
            return null;
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            throw ServiceErrors.BadQuery.Because($"{name} is a whole number.", name, "integer");
        }

        return number < minimum
            ? throw ServiceErrors.BadQuery.Because($"{name} starts at {minimum}.", name, $">= {minimum}")
            : (int)Math.Min(number, int.MaxValue);
    }

    /// <summary>
    /// An instant in Unix seconds, as the documents send it (000:5202); a fraction, as scripts have it that divide
    /// milliseconds, is cut off.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadQuery"/>.</exception>
    public static long? UnixSeconds(HttpRequest request, string name)
    {
        if (Of(request, name) is not { } text)
        {
            return null;
        }

        if (
            !decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var seconds))
        {
            throw ServiceErrors.BadQuery.Because($"{name} is a time in Unix seconds.", name, "integer");
        }

        if (seconds != decimal.Truncate(seconds))
        {
            Note(request, $"the fraction of {name} was cut off: it counts whole seconds");
        }

        return seconds < 0
                ? throw ServiceErrors.BadQuery.Because($"{name} is a time in Unix seconds, from 1970 on.", name, ">= 0")
            : seconds > LastSecond
                ? throw ServiceErrors.BadQuery.Because(
                    $"{name} is a time in Unix seconds, not " + "milliseconds, up to the year 9999.",
                    name,
                    $"<= {LastSecond}")
            : (long)seconds;
    }

    /// <summary>A page of a list: <c>page</c> from 1 and <c>count</c> (000:6483-6491).</summary>
    /// <param name="request">The request.</param>
    /// <param name="unasked">How many results a page has when the client doesn't say; null for all.</param>
    public static (int Skip, int Take) Page(HttpRequest request, int? unasked)
    {
        var page = Integer(request, "page", minimum: 1) ?? 1;
        var count = Integer(request, "count", minimum: 1) ?? unasked ?? int.MaxValue;
        return ((int)Math.Min((long)(page - 1) * count, int.MaxValue), count);
    }
}
