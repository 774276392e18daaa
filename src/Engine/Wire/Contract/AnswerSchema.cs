using System.Text.RegularExpressions;

namespace Emulator.Wire.Contract;

/// <summary>
/// The kinds of JSON values, as a schema's <c>type</c> tells them apart. A whole number is a number, too.
/// </summary>
[Flags]
internal enum Kinds
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Fraction = 8,
    Text = 16,
    List = 32,
    Object = 64,
    Number = Integer | Fraction,
    Any = Null | Boolean | Number | Text | List | Object,
}

/// <summary>
/// A schema of the contract, made ready for <see cref="AnswerReader"/>: references followed, names in the bytes they
/// are sent as. Made by <see cref="AnswerSchemas"/>.
/// </summary>
internal sealed class AnswerSchema
{
    /// <summary>Every value fits.</summary>
    public static readonly AnswerSchema Anything = new();

    static AnswerSchema()
    {
        Anything.Others = Anything;
        Anything.Items = Anything;
    }

    /// <summary>What kinds of values fit.</summary>
    public Kinds Kinds { get; set; } = Kinds.Any;

    /// <summary>Of these one must fit. Empty where there is nothing to choose.</summary>
    public IReadOnlyList<AnswerSchema> Choices { get; set; } = [];

    /// <summary>The members of an object.</summary>
    public SchemaMember[] Members { get; set; } = [];

    /// <summary>
    /// What members fit that are not among <see cref="Members"/>; null where there must be no others.
    /// </summary>
    public AnswerSchema? Others { get; set; }

    /// <summary>What the elements of a list are.</summary>
    public AnswerSchema Items { get; set; } = Anything;

    /// <summary>What is asked of a text or a number besides its kind; null where nothing is.</summary>
    public ScalarRules? Rules { get; set; }

    /// <summary>The kinds, as they are said to a reader.</summary>
    public string Expected => Kinds == Kinds.Any ? "any value" : string.Join(" or ", Names());

    private IEnumerable<string> Names()
    {
        foreach (
            var (kind, name) in new[]
            {
                (Kinds.Object, "object"),
                (Kinds.List, "array"),
                (Kinds.Text, "string"),
                (Kinds.Boolean, "boolean"),
            })
        {
            if (Kinds.HasFlag(kind))
            {
                yield return name;
            }
        }

        if ((Kinds & Kinds.Number) != 0)
        {
            yield return Kinds.HasFlag(Kinds.Fraction) ? "number" : "integer";
        }

        if (Kinds.HasFlag(Kinds.Null))
        {
            yield return "null";
        }
    }
}

/// <summary>A member that a schema describes.</summary>
/// <param name="Name">Its name, as it is sent.</param>
/// <param name="Text">Its name.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Schema">What its value is.</param>
internal sealed record SchemaMember(byte[] Name, string Text, bool Required, AnswerSchema Schema);

/// <summary>What a schema asks of a text or a number.</summary>
internal sealed record ScalarRules
{
    /// <summary>Each allowed value: a text's bytes, or any other value's JSON. Null where any will do.</summary>
    public IReadOnlyList<(bool IsText, byte[] Bytes)>? Enum { get; init; }

    /// <summary>One of <see cref="ScalarCheck.Formats"/>; null where there is none.</summary>
    public string? Format { get; init; }

    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>In characters, as are all lengths of texts.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public Regex? Pattern { get; init; }
}
