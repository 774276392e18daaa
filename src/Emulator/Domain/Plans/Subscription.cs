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

    /// <summary>The fastest port it covers, Mbps.</summary>
    public required int PortSpeed { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Whether it covers one more port.</summary>
    /// <param name="used">How many ports it covers already, those still ordered included.</param>
    /// <param name="speed">The new port's speed, Mbps.</param>
    public bool Covers(int used, int speed) => used < Ports && speed <= PortSpeed;
}
