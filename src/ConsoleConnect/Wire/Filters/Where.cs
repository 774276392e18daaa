using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Emulator.Wire.Filters;

/// <summary>
/// One node of a parsed <c>where</c>. The tree is closed: <see cref="And"/>, <see cref="Or"/> and
/// <see cref="Comparison"/> are all there is, so that anyone who translates it (to a predicate, to SQL) has three cases
/// to write.
/// </summary>
internal abstract record Where
{
    private Where()
    {
    }

    /// <summary>All members hold; with no members it holds always.</summary>
    internal sealed record And(IReadOnlyList<Where> Members) : Where;

    /// <summary>At least one member holds; the parser never makes an empty one.</summary>
    internal sealed record Or(IReadOnlyList<Where> Members) : Where;

    /// <summary>One operator on one property.</summary>
    /// <param name="Path">Names joined by dots, as sent; a step through an array means "any element".</param>
    /// <param name="Operator">What is asked of the value.</param>
    /// <param name="Operand">
    /// What it is compared with. Already of the operator's shape: a <see cref="JsonArray"/> for
    /// <see cref="FilterOperator.Inq"/> and <see cref="FilterOperator.Nin"/>, one of two values for
    /// <see cref="FilterOperator.Between"/>, a string for the patterns, a boolean for
    /// <see cref="FilterOperator.Exists"/>.
    /// </param>
    /// <param name="Options">The flags sent beside a pattern (<c>"i"</c>); null for every other operator.</param>
    internal sealed record Comparison(string Path, FilterOperator Operator, JsonNode? Operand, string? Options = null)
        : Where
    {
        /// <summary>The compiled pattern: set for the five pattern operators, and only for them.</summary>
        internal Regex? Pattern { get; init; }
    }
}

/// <summary>
/// The operators of a <c>where</c>; a bare value is <see cref="Eq"/>, and <c>in</c> is <see cref="Inq"/>.
/// </summary>
internal enum FilterOperator
{
    Eq,
    Neq,
    Gt,
    Gte,
    Lt,
    Lte,
    Inq,
    Nin,
    Between,
    Like,
    Nlike,
    Ilike,
    Nilike,
    Regexp,
    Exists,
}
