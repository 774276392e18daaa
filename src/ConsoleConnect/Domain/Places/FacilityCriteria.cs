namespace Emulator.Domain.Places;

/// <summary>How a port is connected to the customer's equipment in a facility (OpenAPI 1.59.2, crossConnect).</summary>
internal enum CrossConnect
{
    /// <summary>Ordered with the port, for a charge.</summary>
    AddOn,

    /// <summary>Free.</summary>
    Free,
}

/// <summary>Whose network reaches a facility (OpenAPI 1.59.2, networkStatus).</summary>
internal enum NetworkStatus
{
    /// <summary>Console Connect's own.</summary>
    OnNet,

    /// <summary>A network service provider's.</summary>
    OffNet,
}

/// <summary>Where a facility is: a city and its country in two letters.</summary>
internal readonly record struct Location(string Country, string City)
{
    /// <summary>Whether two are the same place, without regard to case.</summary>
    public bool Is(Location other) =>
        string.Equals(City, other.City, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Country, other.Country, StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// What facilities are searched by (OpenAPI 1.59.2, GET /v2/data-center-facility/search). Every criterion has to hold;
/// of one that lists several, any. An empty list asks for nothing.
/// </summary>
internal sealed record FacilityCriteria
{
    /// <summary>Port speeds, Mbps.</summary>
    public IReadOnlyList<int> Speeds { get; init; } = [];

    public IReadOnlyList<Location> Locations { get; init; } = [];

    /// <summary>A part of the name, without regard to case; null for any.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<CrossConnect> CrossConnects { get; init; } = [];

    public IReadOnlyList<NetworkStatus> Networks { get; init; } = [];

    /// <summary>Whether facilities that take orders are looked for, or those that don't.</summary>
    public bool PortReady { get; init; } = true;

    /// <summary>Whether a facility is one of those.</summary>
    public bool Fits(DataCenterFacility facility) =>
        facility.Ready == PortReady
        && (Speeds.Count == 0 || facility.Speeds.Count == 0 || Speeds.Any(facility.Speeds.Contains))
        && (Locations.Count == 0 || facility.Locations().Any(location => Locations.Any(asked => asked.Is(location))))
        && (Name is null || facility.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
        && (CrossConnects.Count == 0 || CrossConnects.Any(facility.Has))
        && (Networks.Count == 0
            || Networks.Contains(facility.IsOffNet ? NetworkStatus.OffNet : NetworkStatus.OnNet));
}
