using Emulator.Domain.Companies;
using Emulator.Domain.Places;

namespace Emulator.Domain.Plans;

/// <summary>
/// Something a cloud partner sells with a connection: what creating one names as <c>addonIds</c> (000:5365, 000:6581).
/// </summary>
internal sealed class Addon
{
    public required string Id { get; init; }

    /// <summary>The cloud partner that sells it.</summary>
    public required string PartnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>How much of it there is; Mbps, as it seems.</summary>
    public required int Value { get; init; }

    /// <summary>Null in the only one that is printed.</summary>
    public string? EntitlementType { get; set; }

    /// <summary>As printed: for amazon's it is no company that is seeded.</summary>
    public required string DestCompanyId { get; init; }

    public required string DestPortId { get; init; }

    /// <summary>The least it costs a month, in <see cref="Currency"/>.</summary>
    public double FloorMonthly { get; set; }

    /// <summary>What it costs a month, in <see cref="Currency"/>.</summary>
    public double Monthly { get; set; }

    public string Currency { get; set; } = "USD";

    /// <summary>The only companies that may choose it; empty where anybody may.</summary>
    public IReadOnlyList<string> CompanyIds { get; set; } = [];

    /// <summary>
    /// Whether the web application shows it. The sample lists one that isn't, so it hides nothing here.
    /// </summary>
    public bool Visible { get; set; }

    /// <summary>The only regions to which a connection may have it; empty where any will do.</summary>
    public IReadOnlyList<string> RegionIds { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    public int DisplayOrder { get; set; }

    public string DisplayTemplate { get; set; } = "Unnamed";

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether a company may have it with a connection to another company in a metro.</summary>
    public bool IsFor(Company src, Company dest, Metro destMetro) =>
        PartnerId == dest.Id
        && (CompanyIds.Count == 0 || CompanyIds.Contains(src.Id))
        && (RegionIds.Count == 0 || RegionIds.Intersect(destMetro.RegionIds).Any());
}
