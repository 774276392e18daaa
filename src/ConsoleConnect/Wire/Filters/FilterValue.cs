using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// What a value is to a comparison. The order of the members is the order of mixed values in a sort, which is the
/// database's.
/// </summary>
internal enum FilterValueKind
{
    Absent,
    Null,
    Number,
    Text,
    Structure,
    Boolean,
}

/// <summary>
/// A JSON value made ready to be compared. LoopBack coerces an operand to the type its model declares; there is no
/// model here, so the looseness lies in the comparison: <c>"10000"</c> is <c>10000</c>, <c>"true"</c> is <c>true</c>,
/// and two spellings of one instant are equal.
/// </summary>
internal readonly struct FilterValue
{
    private readonly double number;
    private readonly JsonNode? structure;

    private FilterValue(FilterValueKind kind, double number = 0, string? text = null, JsonNode? structure = null)
    {
        Kind = kind;
        this.number = number;
        Text = text;
        this.structure = structure;
    }

    /// <summary>What a path finds where there is nothing; equal to null, yet it does not exist.</summary>
    internal static FilterValue Absent { get; } = new(FilterValueKind.Absent);

    internal FilterValueKind Kind { get; }

    /// <summary>The string itself, when it is one.</summary>
    internal string? Text { get; }

    internal bool IsNothing => Kind is FilterValueKind.Absent or FilterValueKind.Null;

    internal static FilterValue Of(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.Undefined => new FilterValue(FilterValueKind.Null),
        JsonValueKind.True => new FilterValue(FilterValueKind.Boolean, 1),
        JsonValueKind.False => new FilterValue(FilterValueKind.Boolean),
        JsonValueKind.Number => new FilterValue(FilterValueKind.Number, NumberIn(node.AsValue())),
        JsonValueKind.String => new FilterValue(FilterValueKind.Text, text: TextIn(node.AsValue())),
        _ => new FilterValue(FilterValueKind.Structure, structure: node),
    };

    internal bool IsEqualTo(FilterValue other)
    {
        if (IsNothing || other.IsNothing)
        {
            return IsNothing && other.IsNothing;
        }

        if (Kind == FilterValueKind.Structure || other.Kind == FilterValueKind.Structure)
        {
            return JsonNode.DeepEquals(structure, other.structure);
        }

        return CompareTo(other) == 0;
    }

    /// <summary>
    /// Negative, zero or positive; null when the two cannot be compared, which satisfies no operator.
    /// </summary>
    internal int? CompareTo(FilterValue other)
    {
        if (Kind == FilterValueKind.Text && other.Kind == FilterValueKind.Text)
        {
            return AsInstant() is { } mine && other.AsInstant() is { } theirs
                ? mine.CompareTo(theirs)
                : string.CompareOrdinal(Text, other.Text);
        }

        if (Kind == FilterValueKind.Boolean || other.Kind == FilterValueKind.Boolean)
        {
            return AsBoolean() is { } mine && other.AsBoolean() is { } theirs ? mine.CompareTo(theirs) : null;
        }

        // What is left holds a number on at least one side; a text beside it is read as one, or as the instant of so
        // many milliseconds.
        return AsNumberOrMilliseconds() is { } left && other.AsNumberOrMilliseconds() is { } right
            ? left.CompareTo(right)
            : null;
    }

    /// <summary>
    /// A total order of all values, for sorting: first by kind, without the looseness of the operators, which is not
    /// transitive.
    /// </summary>
    internal int SortAgainst(FilterValue other)
    {
        if (IsNothing && other.IsNothing)
        {
            return 0;
        }

        if (Kind != other.Kind)
        {
            return Kind.CompareTo(other.Kind);
        }

        return Kind == FilterValueKind.Text ? string.CompareOrdinal(Text, other.Text) : number.CompareTo(other.number);
    }

    /// <summary>The number this is or spells in decimal notation.</summary>
    internal double? AsNumber()
    {
        if (Kind == FilterValueKind.Number)
        {
            return number;
        }

        // By its characters first: the parser would also take "NaN" and "Infinity".
        return Text is { Length: > 0 } text
            && text.AsSpan().Trim().IndexOfAnyExcept("0123456789+-.eE") < 0
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var spelled)
            ? spelled
            : null;
    }

    private double? AsNumberOrMilliseconds() => AsNumber() ?? AsInstant()?.ToUnixTimeMilliseconds();

    /// <summary>The truth value this is or spells.</summary>
    internal bool? AsBoolean() => Kind switch
    {
        FilterValueKind.Boolean => number == 1,
        FilterValueKind.Number when number is 0 or 1 => number == 1,
        FilterValueKind.Text when Text is "true" or "1" => true,
        FilterValueKind.Text when Text is "false" or "0" => false,
        _ => null,
    };

    /// <summary>The instant an ISO 8601 text names; like JavaScript, a bare date is midnight UTC.</summary>
    private DateTimeOffset? AsInstant()
    {
        // The shape first: it costs nothing, and the parser alone would see dates in names.
        return
            Text is { Length: >= 10 } text
            && char.IsAsciiDigit(text[0])
            && text[4] == '-'
            && text[7] == '-'
            && (text.Length == 10 || text[10] == 'T')
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var instant)
            ? instant
            : null;
    }

    // A row may come from a parser or be built in C#, and a JsonValue made of a C# number answers only to its very
    // type; hence the way through its text.
    private static double NumberIn(JsonValue value) => value.TryGetValue(out double number)
        ? number
        : double.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string TextIn(JsonValue value) => value.TryGetValue(out string? text)
        ? text
        : JsonElement.Parse(value.ToJsonString()).GetString()!;
}
