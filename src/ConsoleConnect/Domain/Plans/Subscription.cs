namespace Emulator.Domain.Plans;

/// <summary>A company's subscription to a plan: what an order names as <c>billingId</c> (000:44, 000:5454).</summary>
internal sealed class Subscription
{
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    public required string UserId { get; init; }

    public required string BundleId { get; init; }

    /// <summary>How long it runs, in <see cref="LengthUnit"/>.</summary>
    public int Length { get; set; } = 1;

    /// <summary><c>y</c>, <c>m</c>, <c>w</c> or <c>d</c>.</summary>
    public string LengthUnit { get; set; } = "y";

    /// <summary>How many ports it covers.</summary>
    public required int Ports { get; init; }

    /// <summary>The fastest port it covers, Mbps; null where any will do.</summary>
    public int? PortSpeed { get; set; }

    /// <summary>
    /// How far its ports' controllers may reach, for instance <c>REGIONAL</c> (000:5486); null where it has none.
    /// </summary>
    public string? MaxControllerType { get; set; }

    /// <summary>How many controllers each of its ports may have; null where any number.</summary>
    public int? MaxControllers { get; set; }

    /// <summary>
    /// What each of its ports may have between regions; between others there is no limit. Each by itself, as
    /// entitlements are "associated with each port" (000:39).
    /// </summary>
    public IReadOnlyList<CdrAllowance> Cdr { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it covers one more port.</summary>
    /// <param name="used">How many ports it covers already, those still ordered included.</param>
    /// <param name="speed">The new port's speed, Mbps.</param>
    public bool Covers(int used, int speed) => used < Ports && !(speed > PortSpeed);

    /// <summary>What each of its ports may have between two regions, Mbps; null where it doesn't limit that.</summary>
    public int? CdrBetween(RegionPair regions)
    {
        foreach (var allowance in Cdr)
        {
            if (allowance.Pair() == regions)
            {
                return allowance.Speed;
            }
        }

        return null;
    }
}
