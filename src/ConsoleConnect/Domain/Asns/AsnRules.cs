using System.Globalization;

namespace Emulator.Domain.Asns;

/// <summary>Why a number can't be had.</summary>
/// <param name="Reason">In the service's words.</param>
/// <param name="Explanation">By which rule, and what would be possible.</param>
internal sealed record AsnObjection(string Reason, string Explanation)
{
    /// <summary>The documented words (002:124).</summary>
    public const string OutOfRange = "ASN is out of range";

    /// <summary>After the words of its rule (OpenAPI 1.0.0, PUT asns/{asn}).</summary>
    public const string Reserved = "ASN is reserved for use in Microsoft ExpressRoute Peering";

    /// <summary>Assumed: no source words it.</summary>
    public const string NotANumber = "ASN is not a number";

    /// <summary>Assumed: no source words it.</summary>
    public const string InUse = "ASN is already in use";
}

/// <summary>
/// Private ASNs: the range they are suggested, assigned and requested from, and all that are for private use.
/// </summary>
internal static class PrivateAsns
{
    /// <summary>The first of the range (002:102).</summary>
    public const long First = 4_200_000_000;

    /// <summary>The last of it (002:103).</summary>
    public const long Last = 4_294_967_294;

    /// <summary>
    /// Whether a number is for private use, of two bytes or of four (RFC 6996): OpenAPI 1.0.0 calls those of two bytes
    /// private, too, when it speaks of the reserved ones among them.
    /// </summary>
    public static bool Contain(long number) => number is (>= 64512 and <= 65534) or (>= First and <= Last);

    /// <summary>What speaks against a private ASN; null where nothing does.</summary>
    public static AsnObjection? Objection(long number, bool isTaken) =>
        ReservedAsns.Contain(number) ? ReservedAsns.Objection
        : number is < First or > Last ? new(AsnObjection.OutOfRange, $"Private ASNs are from {First} to {Last} "
            + "(002:98).")
        : isTaken ? new(AsnObjection.InUse, "Another service has it; GET /api/private-asn/suggestion names one that "
            + "is free.")
        : null;

    /// <summary>The lowest one that nobody holds: what is suggested and assigned.</summary>
    /// <param name="held">The private ASNs that are held, ascending.</param>
    public static long Lowest(IEnumerable<long> held)
    {
        var free = First;
        foreach (var number in held.SkipWhile(number => number < First))
        {
            if (number > free)
            {
                break;
            }

            free = number + 1;
        }

        return free;
    }
}

/// <summary>ASNs that a company brings.</summary>
internal static class PublicAsns
{
    /// <summary>The largest number of four bytes that is no reserved one.</summary>
    private const long Last = 4_294_967_294;

    /// <summary>The number that a path has: digits, nothing else; null where it is none.</summary>
    public static long? Read(string text) =>
        text.Length is > 0 and <= 18 && text.All(char.IsAsciiDigit)
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : null;

    /// <summary>What speaks against bringing an ASN; null where nothing does.</summary>
    public static AsnObjection? Objection(long number, bool isTaken) =>
        ReservedAsns.Contain(number) ? ReservedAsns.Objection
        : number is < 1 or > Last ? new(AsnObjection.OutOfRange, $"ASNs are from 1 to {Last}.")
        : isTaken ? new(AsnObjection.InUse, "A company holds it already.")
        : null;
}

/// <summary>
/// ASNs that nobody may have: "reserved for use in Microsoft ExpressRoute Peering" (OpenAPI 1.0.0, PUT asns/{asn}).
/// </summary>
internal static class ReservedAsns
{
    private const long First = 65515;
    private const long Last = 65520;

    public static readonly AsnObjection Objection = new(AsnObjection.Reserved, $"{First} to {Last} may not be used "
        + $"(OpenAPI 1.0.0, PUT asns/{{asn}}).");

    public static bool Contain(long number) => number is >= First and <= Last;
}
