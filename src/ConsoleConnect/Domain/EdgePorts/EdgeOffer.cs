namespace Emulator.Domain.EdgePorts;

/// <summary>What edge ports are sold for in a country: reference data, seeded.</summary>
internal sealed class EdgeOffer
{
    /// <summary>The country's two letters, capitals.</summary>
    public required string Iso { get; init; }

    public required string Country { get; init; }

    public required string PhonePrefix { get; init; }

    /// <summary>Who brings the last mile, the cheapest first; empty where nobody does yet.</summary>
    public IReadOnlyList<string> Vendors { get; init; } = [];

    /// <summary>The city that addresses are taken to be in.</summary>
    public required string City { get; init; }

    public required string Latitude { get; init; }

    public required string Longitude { get; init; }

    /// <summary>The facility that the last mile leads to; null where nobody sells there.</summary>
    public string? FacilityId { get; init; }

    /// <summary>The port there that it ends on, inside the provider's network.</summary>
    public string? ShieldPortId { get; init; }

    /// <summary>A month of 100 Mbps for 12 months, US cents.</summary>
    public int MonthlyCents { get; init; }

    /// <summary>What is paid once, for 12 months, US cents.</summary>
    public int OnceCents { get; init; }

    /// <summary>How long it takes to build, weeks.</summary>
    public int Weeks { get; init; }

    /// <summary>How long a quote is good for, days: 30 or 60.</summary>
    public int ValidDays { get; init; } = 60;

    /// <summary>
    /// What the vendors ask: none where there is no vendor, or they don't sell the bandwidth or the term.
    /// </summary>
    /// <param name="responseId">The search that asks.</param>
    /// <param name="mbps">The bandwidth.</param>
    /// <param name="months">The term.</param>
    public IReadOnlyList<EdgeSolution> Solutions(string responseId, long mbps, long months)
    {
        if (EdgeCatalogue.Bandwidth(mbps) is not { } bandwidth || EdgeCatalogue.Term(months) is not { } term
            || FacilityId is null || ShieldPortId is null)
        {
            return [];
        }

        return
        [
            .. Vendors.Take(EdgeQuoteKeys.Most).Select((vendor, index) => new EdgeSolution(
                EdgeQuoteKeys.Of(responseId, index),
                vendor,
                Weeks,
                bandwidth.Mbps,
                term.Months,
                (MonthlyCents * (long)bandwidth.Percent * term.Percent * (100 + (15 * index)) / 1_000_000),
                OnceCents * (long)term.OncePercent / 100,
                ValidDays,
                FacilityId,
                ShieldPortId)),
        ];
    }
}

/// <summary>A bandwidth that edge ports are sold with.</summary>
/// <param name="Id">What the service calls it.</param>
/// <param name="Mbps">How much.</param>
/// <param name="Percent">Its price, of that of 100 Mbps.</param>
internal sealed record EdgeBandwidth(string Id, int Mbps, int Percent);

/// <summary>A term that edge ports are sold for.</summary>
/// <param name="Id">What the service calls it.</param>
/// <param name="Months">How long.</param>
/// <param name="Percent">The price of a month, of that with 12 months.</param>
/// <param name="OncePercent">What is paid once, of that with 12 months.</param>
internal sealed record EdgeTerm(string Id, int Months, int Percent, int OncePercent);

/// <summary>The bandwidths and terms that edge ports are sold with; all of it is made up.</summary>
internal static class EdgeCatalogue
{
    public static readonly IReadOnlyList<EdgeBandwidth> Bandwidths =
    [
        new("edge-bandwidth-100", 100, 100),
        new("edge-bandwidth-200", 200, 145),
        new("edge-bandwidth-300", 300, 180),
        new("edge-bandwidth-500", 500, 240),
        new("edge-bandwidth-1000", 1000, 360),
    ];

    public static readonly IReadOnlyList<EdgeTerm> Terms =
    [
        new("edge-term-12", 12, 100, 100),
        new("edge-term-24", 24, 90, 50),
        new("edge-term-36", 36, 82, 0),
    ];

    public static EdgeBandwidth? Bandwidth(long mbps) => Bandwidths.FirstOrDefault(one => one.Mbps == mbps);

    public static EdgeTerm? Term(long months) => Terms.FirstOrDefault(one => one.Months == months);
}
