using Emulator.Domain.Companies;
using Emulator.Domain.Pricing;

namespace Emulator.Domain.Places;

/// <summary>A region: connections within one are METRO or REGIONAL, between two they use up a CDR.</summary>
internal sealed class Region
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? InsightRegion { get; set; }

    public double PriceMultiplier { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A metropolitan area with data center facilities.</summary>
internal sealed class Metro
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public string? Code { get; set; }

    /// <summary>As the documents print it, each edition in its own way: <c>USA</c>, <c>AU</c>, <c>hk</c>.</summary>
    public required string Country { get; init; }

    /// <summary>The regional internet registry.</summary>
    public string? Rir { get; set; }

    public string? Description { get; set; }

    public required IReadOnlyList<string> RegionIds { get; init; }

    public string? ServiceLayerId { get; set; }

    public bool Ready { get; set; } = true;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <summary>A data center facility (DCF): where ports are ordered.</summary>
internal sealed class DataCenterFacility
{
    /// <summary>The tag of those where ports can be ordered by the month.</summary>
    public const string MonthlyPorts = "monthly-ports";

    public required string Id { get; init; }

    /// <summary>What orders name it by.</summary>
    public required string Username { get; init; }

    public required string Name { get; init; }

    public required string MetroId { get; init; }

    /// <summary>The uuid that ports carry as <c>locationId</c>.</summary>
    public required string LocationId { get; init; }

    public required IReadOnlyList<Address> Addresses { get; init; }

    /// <summary>The port speeds offered, Mbps; empty where any documented speed is.</summary>
    public required IReadOnlyList<int> Speeds { get; init; }

    /// <summary>Whether it takes orders.</summary>
    public bool Ready { get; set; } = true;

    public bool NniReady { get; set; } = true;

    public string? BrandId { get; set; }

    public bool CanBundleCrossConnect { get; set; }

    public string? BundleCrossConnectChargeId { get; set; }

    public bool DestinationPortOnly { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];

    public IReadOnlyList<string> Providers { get; set; } = [];

    public IReadOnlyList<string> AirportCodes { get; set; } = [];

    public IReadOnlyList<string> PopIds { get; set; } = [];

    public string? Website { get; set; }

    public string? Industry { get; set; }

    public required string CostbookLocationId { get; init; }

    /// <summary>The costbook's name for where it stands.</summary>
    public required string CostbookLocationName { get; init; }

    public string? L3CostbookLocationId { get; set; }

    public int Followers { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Where it is, for discounts.</summary>
    public Discount.Spot Spot => new(Id, MetroId);

    /// <summary>Off-net: orders go through a network service provider; assumed.</summary>
    public bool IsOffNet => Tags.Contains("offnet");

    /// <summary>Where it stands: usually one place.</summary>
    public IEnumerable<Location> Locations() => Addresses
        .Where(address => !string.IsNullOrWhiteSpace(address.City) && !string.IsNullOrWhiteSpace(address.Country))
        .Select(address => new Location(Countries.InTwoLetters(address.Country!), address.City!.Trim()))
        .Distinct();

    /// <summary>Whether a port in it can be had with a cross connect of a kind (OpenAPI 1.59.2).</summary>
    public bool Has(CrossConnect kind) =>
        kind == CrossConnect.AddOn ? CanBundleCrossConnect : Tags.Contains("free-cross-connect");
}
