using Emulator.Domain.Ports;

namespace Emulator.Domain.Plans;

/// <summary>What a port may have by its plan, and what of it is used (000:5454-5565).</summary>
/// <param name="port">The port.</param>
/// <param name="plan">The subscription it is on; null where it isn't on a plan.</param>
/// <param name="rates">Between which regions it is shown what is used.</param>
internal sealed class Entitlement(Port port, Subscription? plan, IReadOnlyList<CommittedDataRate> rates)
{
    public string PortId => port.Id;

    /// <summary>
    /// The port's speed where the plan limits it, Mbps; null where nothing does, as the sample shows.
    /// </summary>
    public int? PortSpeedUsed => plan?.PortSpeed is null ? null : port.Speed;

    /// <summary>How much faster it could be, Mbps.</summary>
    public int? PortSpeedAvailable => plan?.PortSpeed - port.Speed;

    /// <summary>
    /// How far the plan lets controllers reach. The sample has it for a port without any, so it isn't what they do.
    /// </summary>
    public string? MaxControllerType => plan?.MaxControllerType;

    public int ControllersUsed => port.Controllers.Count;

    public int? ControllersAvailable => plan?.MaxControllers - port.Controllers.Count;

    /// <summary>The committed data rates between regions.</summary>
    public IReadOnlyList<CommittedDataRate> Rates => rates;

    /// <summary>A port's.</summary>
    /// <param name="port">The port.</param>
    /// <param name="subscriptions">Its company's subscriptions.</param>
    /// <param name="held">What its outgoing connections hold.</param>
    /// <param name="metrosOfCompany">The metros in which its company has ports.</param>
    /// <param name="reference">Metros and regions.</param>
    public static Entitlement Of(
        Port port,
        IEnumerable<Subscription> subscriptions,
        IEnumerable<HeldBandwidth> held,
        IEnumerable<string> metrosOfCompany,
        ReferenceData reference)
    {
        var plan = port.Deleted
            ? null
            : subscriptions.FirstOrDefault(subscription => subscription.Id == port.BillingId);
        var used = held.Where(bandwidth => bandwidth.Between(reference) is not null)
            .ToLookup(bandwidth => bandwidth.Between(reference)!.Value, bandwidth => bandwidth.Speed);

        // A plan says between which regions it has something. Without one there are those the company's own ports lie
        // in: the sample has such a pair, of which nothing is used.
        var named = plan is not null
            ? plan.Cdr.Select(allowance => allowance.Pair())
            : metrosOfCompany
                .Select(metroId => RegionPair.Between(reference.Metro(port.MetroId), reference.Metro(metroId)))
                .OfType<RegionPair>();
        var pairs = named
            .Concat(used.Select(bandwidth => bandwidth.Key))
            .Distinct()
            .OrderBy(pair => pair.Key, StringComparer.Ordinal);
        return new Entitlement(
            port,
            plan,
            [.. pairs.Select(pair => new CommittedDataRate(pair, used[pair].Sum(), plan?.CdrBetween(pair)))]);
    }
}
