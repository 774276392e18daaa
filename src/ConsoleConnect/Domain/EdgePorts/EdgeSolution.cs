using System.Globalization;

namespace Emulator.Domain.EdgePorts;

/// <summary>Where an edge port is to be.</summary>
internal sealed record EdgePlace(
    string City, string CountryIso, string CountryName, string FormattedAddress, string Latitude, string Longitude);

/// <summary>One of the prices that a search has found.</summary>
/// <param name="QuoteKey">What it is ordered by.</param>
/// <param name="VendorName">Who brings the last mile.</param>
/// <param name="Weeks">How long it takes to build.</param>
/// <param name="Mbps">The bandwidth.</param>
/// <param name="Months">The term.</param>
/// <param name="MonthlyCents">What a month costs, US cents.</param>
/// <param name="OnceCents">What is paid once, US cents.</param>
/// <param name="ValidDays">How long it is good for.</param>
/// <param name="FacilityId">The facility that the last mile leads to.</param>
/// <param name="ShieldPortId">The port there that it ends on.</param>
internal sealed record EdgeSolution(
    string QuoteKey,
    string VendorName,
    int Weeks,
    int Mbps,
    int Months,
    long MonthlyCents,
    long OnceCents,
    int ValidDays,
    string FacilityId,
    string ShieldPortId)
{
    /// <summary>What all months cost, US cents.</summary>
    public long RecurringCents => MonthlyCents * Months;

    /// <summary>What the whole contract costs, US cents.</summary>
    public long ContractCents => RecurringCents + OnceCents;

    /// <summary>The same with a discount on what recurs.</summary>
    public EdgeSolution Discounted(int percent) =>
        this with { MonthlyCents = MonthlyCents * (100 - percent) / 100 };

    /// <summary>An amount as the service writes it: <c>166.45</c>.</summary>
    public static string Written(long cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>
/// The keys that solutions are ordered by: made of the search's own id, so that a key leads back to its search.
/// </summary>
internal static class EdgeQuoteKeys
{
    /// <summary>The most solutions that a search has.</summary>
    public const int Most = 4;

    /// <summary>The key of a search's solution.</summary>
    /// <param name="responseId">The search's id, a uuid.</param>
    /// <param name="index">Which solution, from 0.</param>
    public static string Of(string responseId, int index) => Turned(responseId, index + 1);

    /// <summary>The ids of the searches that a key may belong to; none where it is no uuid.</summary>
    public static IReadOnlyList<string> SearchesOf(string key) =>
        Guid.TryParseExact(key, "D", out _)
            ? [.. Enumerable.Range(1, Most).Select(number => Turned(key.ToLowerInvariant(), number))]
            : [];

    private static string Turned(string uuid, int number)
    {
        var last = long.Parse(uuid.AsSpan(24), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{uuid.AsSpan(0, 24)}{last ^ number:x12}");
    }
}

/// <summary>Whom to turn to on site, and how to get in (OpenAPI 1.59.2).</summary>
internal sealed record SiteContacts(
    string PrimarySiteContactName,
    string PrimarySitePhonePrefix,
    string PrimarySiteContactPhone,
    string PrimarySiteContactEmail,
    string? SecondarySiteContactName,
    string? SecondarySitePhonePrefix,
    string? SecondarySiteContactPhone,
    string? SecondarySiteContactEmail,
    string DemarcationPoint,
    string SiteAccess,
    string? InterfaceType);

/// <summary>What an edge port is ordered with.</summary>
/// <param name="ResponseId">The search that it was found by.</param>
/// <param name="Solution">The solution that was chosen.</param>
/// <param name="Place">Where it is to be.</param>
/// <param name="Contacts">Whom to turn to there.</param>
internal sealed record EdgeTerms(string ResponseId, EdgeSolution Solution, EdgePlace Place, SiteContacts Contacts);
