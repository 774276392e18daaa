using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>
/// Orders an Internet On-Demand service: the port, the pools of addresses and the ASNs give it what is its own
/// (002:138-146).
/// </summary>
internal static class ProvisioningAService
{
    /// <summary>What is ordered beside the service itself.</summary>
    /// <param name="VlanId">The VLAN asked for; null where the service chooses.</param>
    /// <param name="Ipv4Mask">The mask of the customer's block, 26 to 30; null where none is asked for.</param>
    /// <param name="Ipv6Mask">The mask of the customer's IPv6 block, 48; null where none is asked for.</param>
    /// <param name="Asn">Which ASN and which BGP key.</param>
    internal sealed record Extras(int? VlanId, int? Ipv4Mask, int? Ipv6Mask, AsnSettings Asn);

    /// <summary>Makes uuids and keys, both from the sandbox's one source.</summary>
    internal sealed record Makers(Func<string> Uuid, Func<string> BgpKey);

    /// <summary>Orders it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">Who orders.</param>
    /// <param name="service">The service, not stored yet.</param>
    /// <param name="extras">What it is to have.</param>
    /// <param name="makers">Ids and keys.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task Provision(
        EmulatorDb db,
        Company company,
        IodService service,
        Extras extras,
        Makers makers,
        Moment moment,
        CancellationToken ct)
    {
        var port = service.AccessPort;
        var use = db.Connection.UseOf(port);
        IodRules.MustGiveAccess(port, use);
        extras.Asn.MustMakeSense(service.Routing);
        if (extras.Ipv6Mask is not null && !service.EnableIpv6)
        {
            throw ServiceErrors.Ipv6NotEnabled.Because("enableIpv6: true gives the service a link that the block can "
                + "be reached by.");
        }

        IodRules.MustFit(service.RateLimit, service.BurstRate, Capacity.Of(port, use));
        service.Vlan = VlanChoice.Choose(port, use, extras.VlanId);
        service.Asn = await AsnFor(db, company, extras.Asn, makers, moment, ct);
        service.AsnId = service.Asn?.Id;
        service.BgpKey = extras.Asn.AutoAssignBgpKey ? makers.BgpKey() : extras.Asn.BgpKey;
        await Take(IpPool.LinknetIpv4, IpPool.LinknetIpv4.Mask);
        await Take(IpPool.CustomerIpv4, extras.Ipv4Mask);
        if (service.EnableIpv6)
        {
            await Take(IpPool.LinknetIpv6, IpPool.LinknetIpv6.Mask);
            await Take(IpPool.CustomerIpv6, extras.Ipv6Mask);
        }

        IodServiceStateMachine.Table.Begin(service, IodServiceStatus.Provisioning, moment);
        db.Add(service);

        async Task Take(IpPool pool, int? mask)
        {
            if (mask is { } wanted)
            {
                service.Blocks.Add(pool.Take(makers.Uuid(), wanted, await db.IpBlocks.GivenOf(pool, ct)));
            }
        }
    }

    private static async Task<Asn?> AsnFor(
        EmulatorDb db,
        Company company,
        AsnSettings settings,
        Makers makers,
        Moment moment,
        CancellationToken ct)
    {
        if (settings.AsnId is { } id)
        {
            var asn = await db.Asns.OwnedBy(company, id, ct);
            asn.MustBeUsable(); // OpenAPI 1.0.0, PUT asns/{asn}: verified "before you are able to use it"; 002:144.
            return asn;
        }

        if (settings.Requested is { } number)
        {
            IodRules.MustBeFree(number, await db.Asns.IsTaken(number, ct));
            return Asn.OfAService(makers.Uuid(), company.Id, number, AsnType.Provided, moment);
        }

        return settings.AutoAssign
            ? Asn.OfAService(makers.Uuid(), company.Id, await db.Asns.LowestPrivate(ct), AsnType.Allocated, moment)
            : null;
    }
}
