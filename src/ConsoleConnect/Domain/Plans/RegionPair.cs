using Emulator.Domain.Places;

namespace Emulator.Domain.Plans;

/// <summary>
/// Two regions that bandwidth is sold between, whichever way: the sample prints the pair <c>US-London</c> for a port in
/// London (000:5509), so the smaller id stands first.
/// </summary>
internal readonly record struct RegionPair
{
    private RegionPair(string first, string second) => (First, Second) = (first, second);

    public string First { get; }

    public string Second { get; }

    /// <summary>What <c>cdrGlobal</c> keys it by.</summary>
    public string Key => $"{First}-{Second}";

    public static RegionPair Of(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? new(one, other) : new(other, one);

    /// <summary>
    /// The pair that two metros lie in, by the first region of each; null where that is the same, or where one lies in
    /// none.
    /// </summary>
    public static RegionPair? Between(Metro one, Metro other) =>
        one.RegionIds is [var first, ..] && other.RegionIds is [var second, ..] && first != second
            ? Of(first, second)
            : null;
}
