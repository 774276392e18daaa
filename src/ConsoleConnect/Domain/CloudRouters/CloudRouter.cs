using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Domain.CloudRouters;

/// <summary>
/// A CloudRouter, or L3VPN: a routed network of a company's own, whose sites are ports of its own and of clouds.
/// </summary>
internal sealed class CloudRouter : Staged<CloudRouterStatus>
{
    /// <summary>Its id inside the service, a uuid.</summary>
    public required string Uuid { get; init; }

    public required string CompanyId { get; init; }

    public required string Name { get; init; }

    /// <summary><c>invoice</c> or <c>creditcard</c>.</summary>
    public required string PaymentMethod { get; init; }

    /// <summary>What its sites may have together, by one of the names in <see cref="RouterBandwidth"/>.</summary>
    public required string Bandwidth { get; init; }

    /// <summary>How long the contract runs, in <see cref="DurationUnit"/>.</summary>
    public required int Duration { get; init; }

    /// <summary><c>m</c> or <c>y</c>.</summary>
    public required string DurationUnit { get; init; }

    /// <summary>The code it was ordered with; null where none was.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>Where it was ordered: <c>CONSOLE_API</c> or <c>CONSOLE_APP</c>.</summary>
    public string RequestSource { get; init; } = "CONSOLE_API";

    /// <summary>Why it is in ERROR; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it first was there, UTC: the contract runs from then.</summary>
    public DateTimeOffset? FirstCreatedAt { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Its sites that aren't gone, oldest first.</summary>
    public List<CloudRouterSite> Sites { get; } = [];

    /// <inheritdoc/>
    protected override string Machine => "cloudrouters";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>When the contract ends, UTC; null while it hasn't begun.</summary>
    public DateTimeOffset? ContractEndsAt =>
        FirstCreatedAt is { } start ? Term.EndOf(start, Duration, DurationUnit) : null;

    /// <summary>What its sites have together, and what they may have.</summary>
    public RouterCapacity Capacity => new(
        RouterBandwidth.Of(Bandwidth),
        Sites.Where(site => site.Status != CloudRouterSiteStatus.Deleted).Sum(site => site.RateLimit));

    /// <inheritdoc/>
    public override void Entered(CloudRouterStatus state, Moment moment, string? reason)
    {
        ErrorReason = state == CloudRouterStatus.Error ? reason ?? "The CloudRouter could not be provisioned" : null;
        switch (state)
        {
            case CloudRouterStatus.Created:
                FirstCreatedAt ??= moment.At;
                break;
            case CloudRouterStatus.Deleted:
                DeletedAt = moment.At;
                break;
        }
    }
}

/// <summary>What a CloudRouter can carry, Mbps (OpenAPI 1.0.0, <c>calculatedCapacity</c>).</summary>
/// <param name="Total">What its sites may have together.</param>
/// <param name="Used">What they have, those being deleted too.</param>
internal readonly record struct RouterCapacity(int Total, int Used)
{
    public int Remaining => Total - Used;
}

/// <summary>The bandwidths that a CloudRouter is ordered with (OpenAPI 1.0.0, POST /v2/pricing/l3vpn).</summary>
internal static class RouterBandwidth
{
    /// <summary>
    /// Each with what it stands for, Mbps. What the last one stands for no source says: a hundred gigabit is assumed.
    /// </summary>
    private static readonly (string Name, int Mbps)[] All =
    [
        ("500MB", 500),
        ("1GB", 1000),
        ("2.5GB", 2500),
        ("5GB", 5000),
        ("10GB", 10_000),
        (">10GB", 100_000),
    ];

    /// <summary>Their names, smallest first.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(All, one => one.Name);

    /// <summary>What a name stands for, Mbps.</summary>
    public static int Of(string name) => Array.Find(All, one => one.Name == name).Mbps;
}
