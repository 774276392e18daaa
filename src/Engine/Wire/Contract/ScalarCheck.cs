using System.Globalization;
using System.Text.Json;
using Emulator.Domain;

namespace Emulator.Wire.Contract;

/// <summary>Checks a text, a number, a Boolean or null by the rules of its schema.</summary>
internal static class ScalarCheck
{
    /// <summary>The formats that can be checked; <c>binary</c> and <c>password</c> ask nothing.</summary>
    public static readonly IReadOnlyList<string> Formats =
    [
        "date-time",
        "uuid",
        "uri",
        "email",
        "int32",
        "int64",
        "float",
        "double",
        "binary",
        "password",
    ];

    /// <summary>What kind of value the reader stands on.</summary>
    public static Kinds KindOf(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => Kinds.Null,
            JsonTokenType.True or JsonTokenType.False => Kinds.Boolean,
            JsonTokenType.String => Kinds.Text,
            JsonTokenType.StartArray => Kinds.List,
            JsonTokenType.StartObject => Kinds.Object,
            _ => reader.TryGetInt64(out _) || (reader.TryGetDouble(out var number) && Math.Floor(number) == number)
                ? Kinds.Integer
                : Kinds.Fraction,
        };

    /// <summary>What the rules ask for and the value isn't; null where it is all they ask for.</summary>
    public static string? Missed(ScalarRules rules, ref Utf8JsonReader reader)
    {
        if (rules.Enum is { } values && !IsAmong(values, ref reader))
        {
            return "one of "
                + string.Join(", ", values.Select(value => System.Text.Encoding.UTF8.GetString(value.Bytes)));
        }

        return reader.TokenType switch
        {
            JsonTokenType.String => MissedByText(rules, ref reader),
            JsonTokenType.Number => MissedByNumber(rules, ref reader),
            _ => null,
        };
    }

    private static bool IsAmong(IReadOnlyList<(bool IsText, byte[] Bytes)> values, ref Utf8JsonReader reader)
    {
        foreach (var (isText, bytes) in values)
        {
            if (
                reader.TokenType == JsonTokenType.String
                    ? isText && reader.ValueTextEquals(bytes)
                    : !isText && reader.ValueSpan.SequenceEqual(bytes))
            {
                return true;
            }
        }

        return false;
    }

    private static string? MissedByText(ScalarRules rules, ref Utf8JsonReader reader)
    {
        var fits = rules.Format switch
        {
            "date-time" => IsInstant(ref reader),
            "uuid" => reader.TryGetGuid(out _),
            "uri" => Uri.IsWellFormedUriString(reader.GetString(), UriKind.Absolute),
            "email" => EmailAddress.IsValid(reader.GetString()!),
            _ => true,
        };
        if (!fits)
        {
            return $"string of the format {rules.Format}";
        }

        if (rules.MinLength is null && rules.MaxLength is null && rules.Pattern is null)
        {
            return null;
        }

        var text = reader.GetString()!;
        var length = text.Length - text.Count(char.IsLowSurrogate); // In characters, not in halves of them.
        return length < rules.MinLength ? $"string of at least {rules.MinLength} characters"
            : length > rules.MaxLength ? $"string of at most {rules.MaxLength} characters"
            : rules.Pattern is { } pattern && !pattern.IsMatch(text) ? $"string like {pattern}"
            : null;
    }

    /// <summary>
    /// RFC 3339, with seconds and an offset: more than <see cref="Utf8JsonReader.TryGetDateTimeOffset"/> asks for.
    /// </summary>
    private static bool IsInstant(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return !reader.ValueIsEscaped
            && text.Length >= 20
            && text[10] == (byte)'T'
            && text[13] == (byte)':'
            && text[16] == (byte)':'
            && (text[^1] == (byte)'Z' || (text[^6] is (byte)'+' or (byte)'-' && text[^3] == (byte)':'))
            && reader.TryGetDateTimeOffset(out _);
    }

    private static string? MissedByNumber(ScalarRules rules, ref Utf8JsonReader reader)
    {
        var fits = rules.Format switch
        {
            "int32" => reader.TryGetInt32(out _) || IsWhole(ref reader, int.MinValue, int.MaxValue),
            "int64" => reader.TryGetInt64(out _) || IsWhole(ref reader, long.MinValue, long.MaxValue),
            "float" => reader.TryGetSingle(out var single) && float.IsFinite(single),
            "double" => reader.TryGetDouble(out var number) && double.IsFinite(number),
            _ => true,
        };
        if (!fits)
        {
            return $"number of the format {rules.Format}";
        }

        return rules.Minimum is null && rules.Maximum is null ? null
            : reader.GetDouble() is var value && value < rules.Minimum
                ? string.Create(CultureInfo.InvariantCulture, $"number of at least {rules.Minimum}")
            : value > rules.Maximum ? string.Create(CultureInfo.InvariantCulture, $"number of at most {rules.Maximum}")
            : null;
    }

    /// <summary>Whether it is a whole number that is written with a point or an exponent: 1.0, 1e3.</summary>
    private static bool IsWhole(ref Utf8JsonReader reader, double least, double most) =>
        reader.TryGetDouble(out var number) && Math.Floor(number) == number && number >= least && number <= most;
}
