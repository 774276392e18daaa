namespace Emulator.Domain.Pricing;

/// <summary>
/// What everything costs, in one value: prices and orders both go by it, so that what is ordered costs what its price
/// said. Whatever isn't in it has no price, and what a file leaves out isn't in it. No source has a list: the figures
/// of the samples are in it, and the rest is assumed.
/// </summary>
internal sealed record PriceList
{
    /// <summary>One where nothing has a price.</summary>
    public static readonly PriceList Empty = new();

    /// <summary>What ports cost a month, by their speed.</summary>
    public IReadOnlyList<PortRate> Ports { get; set; } = [];

    /// <summary>What a cross connect with a port costs a month; the first that is for a place is its.</summary>
    public IReadOnlyList<CrossConnectRate> CrossConnects { get; set; } = [];

    /// <summary>What connections cost.</summary>
    public ConnectionRates Connections { get; set; } = new();

    /// <summary>What a connection's flex costs for each Mbps that is added; null where it has no price.</summary>
    public decimal? ConnectionFlexPerMbps { get; set; }

    /// <summary>What Internet On-Demand costs, by region; the first that has one of a metro's regions is its.</summary>
    public IReadOnlyList<InternetRate> Internet { get; set; } = [];

    /// <summary>
    /// What an hour of a flex of Internet On-Demand costs, by what it gives on top of the contract; smallest first.
    /// </summary>
    public IReadOnlyList<InternetFlexRate> InternetFlexes { get; set; } = [];

    /// <summary>What CloudRouters and their sites cost.</summary>
    public RouterRates CloudRouters { get; set; } = new();
}

/// <summary>What a port costs a month.</summary>
/// <param name="Speed">Mbps.</param>
/// <param name="Yearly">Ordered by the year.</param>
/// <param name="Monthly">Ordered by the month; null where it can't be.</param>
internal sealed record PortRate(int Speed, decimal Yearly, decimal? Monthly = null);

/// <summary>What a cross connect costs a month.</summary>
/// <param name="LocationIds">Where, by costbook location; empty for everywhere.</param>
/// <param name="Monthly">The price.</param>
internal sealed record CrossConnectRate(IReadOnlyList<string> LocationIds, decimal Monthly);

/// <summary>What connections cost (OpenAPI 1.59.2, POST /api/pricing/calculate).</summary>
internal sealed record ConnectionRates
{
    public decimal Margin { get; set; }

    public decimal PortFee { get; set; }

    public decimal NniFee { get; set; }

    /// <summary>The first that is for both ends is theirs.</summary>
    public IReadOnlyList<ConnectionRate> Rates { get; set; } = [];

    /// <summary>What a longer or shorter term makes of a month's price, by unit and number.</summary>
    public IReadOnlyList<TermRate> Terms { get; set; } = [];
}

/// <summary>What connections cost between some places.</summary>
/// <param name="Within">For both ends in one costbook location, or for two.</param>
/// <param name="LocationIds">The costbook locations, of which both ends must be; empty for all.</param>
/// <param name="Bands">By class of service and bandwidth.</param>
internal sealed record ConnectionRate(
    bool Within, IReadOnlyList<string> LocationIds, IReadOnlyList<BandwidthBand> Bands);

/// <summary>What a month of a class of service costs in a range of bandwidths.</summary>
/// <param name="ClassOfService">BRONZE, SILVER or GOLD.</param>
/// <param name="From">Mbps.</param>
/// <param name="To">Mbps.</param>
/// <param name="Price">What each Mbps costs.</param>
/// <param name="Flat">
/// What all of the range costs, whatever its bandwidth; null where the bandwidth counts. The samples have 80 for 20 and
/// for 50 Mbps, beside prices for each that would make 35 and 161.5.
/// </param>
internal sealed record BandwidthBand(string ClassOfService, int From, int To, decimal Price, decimal? Flat = null);

/// <summary>What a term makes of a month's price.</summary>
/// <param name="Unit"><c>d</c>, <c>w</c> or <c>m</c>; years count as their months.</param>
/// <param name="From">From how many on.</param>
/// <param name="Multiplier">What one of the unit costs of a month.</param>
internal sealed record TermRate(string Unit, int From, decimal Multiplier);

/// <summary>What Internet On-Demand costs in some regions.</summary>
internal sealed record InternetRate
{
    public required IReadOnlyList<string> RegionIds { get; init; }

    /// <summary>What each Mbps costs a month.</summary>
    public required decimal PerMbps { get; init; }

    /// <summary>The most that has a price, Mbps.</summary>
    public required int MostMbps { get; init; }

    /// <summary>What blocks of addresses cost a month; one that isn't listed can't be had.</summary>
    public IReadOnlyList<IpBlockRate> IpBlocks { get; set; } = [];

    /// <summary>From how many months on a month costs less.</summary>
    public IReadOnlyList<TermRate> Terms { get; set; } = [];

    /// <summary>How many times its part of the year's price a single day costs.</summary>
    public required decimal DayMultiplier { get; init; }

    /// <summary>What a burst costs for each Mbps, with a contract of months.</summary>
    public required decimal BurstRate { get; init; }

    /// <summary>The same, with one of days.</summary>
    public required decimal BurstRateOfDays { get; init; }
}

/// <summary>What a block of IPv4 addresses costs a month; 0 where it is free.</summary>
internal sealed record IpBlockRate(int Mask, decimal Monthly);

/// <summary>What an hour of a flex costs.</summary>
/// <param name="UpTo">Up to what it gives on top of the contract, Mbps.</param>
/// <param name="Hourly">The price.</param>
internal sealed record InternetFlexRate(int UpTo, decimal Hourly);

/// <summary>What CloudRouters cost (OpenAPI 1.59.2, POST /v2/pricing/l3vpn).</summary>
internal sealed record RouterRates
{
    /// <summary>What a CloudRouter costs a month, by its bandwidth; others are priced on application.</summary>
    public IReadOnlyList<RouterRate> Base { get; set; } = [];

    /// <summary>What an hour of each site costs where all are in one metro; null where that has no price.</summary>
    public decimal? MetroHourly { get; set; }

    /// <summary>The metros where that depends on the bandwidth instead.</summary>
    public IReadOnlyList<MetroRate> Metros { get; set; } = [];

    /// <summary>The zones, by costbook location for layer 3; others are priced on application.</summary>
    public IReadOnlyList<ZoneRate> Zones { get; set; } = [];
}

/// <summary>What a CloudRouter costs a month.</summary>
internal sealed record RouterRate(string Bandwidth, decimal Monthly);

/// <summary>What an hour of each Mbps costs where all sites are in one dear metro.</summary>
internal sealed record MetroRate(string MetroId, decimal PerMbps);

/// <summary>What an hour of a site costs in a zone.</summary>
internal sealed record ZoneRate
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> LocationIds { get; init; }

    /// <summary>The least that a site costs.</summary>
    public required decimal Least { get; init; }

    /// <summary>The most that a site may have, Mbps.</summary>
    public required int MostMbps { get; init; }

    /// <summary>What each Mbps costs where all sites are in the zone.</summary>
    public required ClassRates SameZone { get; init; }

    /// <summary>What each Mbps costs where they aren't.</summary>
    public required ClassRates Global { get; init; }
}

/// <summary>A price for each class of service.</summary>
internal sealed record ClassRates(decimal Bronze, decimal Silver, decimal Gold)
{
    /// <summary>A class's, by its name.</summary>
    public decimal Of(string name) => name switch
    {
        "GOLD" => Gold,
        "SILVER" => Silver,
        _ => Bronze,
    };
}
