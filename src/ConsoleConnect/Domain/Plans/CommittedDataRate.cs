using Emulator.Errors;

namespace Emulator.Domain.Plans;

/// <summary>The committed data rate (CDR) of a port between two regions, Mbps (000:5507).</summary>
/// <param name="Between">The regions.</param>
/// <param name="Used">What the port's connections hold between them.</param>
/// <param name="Allowed">What the port's plan gives it there; null where nothing limits it.</param>
internal readonly record struct CommittedDataRate(RegionPair Between, int Used, int? Allowed)
{
    /// <summary>What is left; null where nothing limits it.</summary>
    public int? Available => Allowed - Used;

    /// <summary>Refuses to sell more than the plan has (000:6503).</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.EntitlementExceeded"/>.</exception>
    public void MustHold(int speed)
    {
        if (speed > Available)
        {
            throw ServiceErrors.EntitlementExceeded.Because(
                $"The plan gives the source port {Allowed} Mbps between the regions {Between.Key}, of which its "
                + $"connections hold {Used} (000:6503).");
        }
    }
}

/// <summary>What a plan gives each of its ports between two regions.</summary>
/// <param name="SrcRegionId">One of them.</param>
/// <param name="DestRegionId">The other; which is which makes no difference.</param>
/// <param name="Speed">Mbps.</param>
internal sealed record CdrAllowance(string SrcRegionId, string DestRegionId, int Speed)
{
    /// <summary>Between which regions.</summary>
    public RegionPair Pair() => RegionPair.Of(SrcRegionId, DestRegionId);
}

/// <summary>What a connection holds of its source port, and between where.</summary>
/// <param name="ConnectionId">The connection's id.</param>
/// <param name="PortId">The source port's.</param>
/// <param name="SrcMetroId">From where.</param>
/// <param name="DestMetroId">To where.</param>
/// <param name="Speed">Mbps.</param>
internal sealed record HeldBandwidth(
    string ConnectionId,
    string PortId,
    string SrcMetroId,
    string DestMetroId,
    int Speed)
{
    /// <summary>The regions it leads between; null within one.</summary>
    public RegionPair? Between(ReferenceData reference) =>
        RegionPair.Between(reference.Metro(SrcMetroId), reference.Metro(DestMetroId));
}
