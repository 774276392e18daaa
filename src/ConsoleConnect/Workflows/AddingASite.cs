using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>
/// Adds a site to a CloudRouter: its port gives it bandwidth and a VLAN, the links to peers an address. With a second
/// port there are two sites, which stand in for each other.
/// </summary>
internal static class AddingASite
{
    /// <summary>The clouds whose keys stand for one circuit each: a second site can't have the same.</summary>
    private static readonly Dictionary<PartnerType, string> KeysUsedOnce = new()
    {
        [PartnerType.Gce] = "pairingKey",
        [PartnerType.Azure] = "accountId",
        [PartnerType.Oracle] = "accountId",
        [PartnerType.Ovhcloud] = "accountId",
    };

    /// <summary>Makes uuids and keys, both from the sandbox's one source.</summary>
    internal sealed record Makers(Func<string> Uuid, Func<string> BgpKey);

    /// <summary>Adds it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">Who orders.</param>
    /// <param name="router">The CloudRouter; its sites may be as many as they are, and needn't be read.</param>
    /// <param name="order">What is ordered.</param>
    /// <param name="makers">Ids and keys.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The site; the first of two.</returns>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task<CloudRouterSite> Add(
        EmulatorDb db,
        Company company,
        CloudRouter router,
        SiteOrder order,
        Makers makers,
        Moment moment,
        CancellationToken ct)
    {
        CloudRouterRules.MustBeDivided(order.Classes, own: order.Provider is null);
        CloudRouterRules.MustTakeAsn(order);
        MustBeNew(db, order);
        router.MustTake(
            db.Connection.UsedOf(router),
            order.SecondaryPortId is null ? order.RateLimit : 2L * order.RateLimit);
        var first = await PortFor(db, company, order, order.PortId, ct);
        if (order.SecondaryPortId is not { } secondaryId)
        {
            return Made(db, router, order, first, makers, moment, other: null);
        }

        if (secondaryId == order.PortId)
        {
            throw ServiceErrors.SitePortTwice.Because(
                "The second site stands in for the first where its port fails: name the other port of the pair.");
        }

        var second = await PortFor(db, company, order, secondaryId, ct);
        var primary = Made(db, router, order, first, makers, moment, other: null);
        var secondary = Made(db, router, order, second, makers, moment, primary);
        primary.LinkedSiteId = secondary.Id;
        return primary;
    }

    /// <summary>
    /// Adds a SIM pool as a site: the service gives it its bandwidth and class, and it needs no VLAN and no peer.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="router">The CloudRouter; its sites needn't be read.</param>
    /// <param name="pool">The pool, of the same company.</param>
    /// <param name="id">The site's id.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="discountCode">The code; null where there is none.</param>
    /// <param name="moment">When and by whom.</param>
    /// <returns>The site.</returns>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static CloudRouterSite AddPool(
        EmulatorDb db,
        CloudRouter router,
        SimPool pool,
        string id,
        string name,
        string? discountCode,
        Moment moment)
    {
        router.MustTake(db.Connection.UsedOf(router), CloudRouterRules.SimPoolRate);
        pool.MustBeFree(db.Connection.SiteOn(pool));
        var site = new CloudRouterSite
        {
            Id = id,
            CompanyId = router.CompanyId,
            RouterId = router.Id,
            Router = router,
            Name = name,
            Type = CloudRouterSite.OwnType,
            SimPoolId = pool.Id,
            RateLimit = CloudRouterRules.SimPoolRate,
            ClassesOfService = CloudRouterRules.SimPoolClasses,
            DiscountCode = discountCode,
            CreatedAt = moment.At,
        };
        CloudRouterSiteStateMachine.Table.Begin(site, CloudRouterSiteStatus.Creating, moment);
        db.Add(site);
        return site;
    }

    private static void MustBeNew(EmulatorDb db, SiteOrder order)
    {
        if (order is { Provider: { } provider, CloudKey: { } key }
            && KeysUsedOnce.TryGetValue(provider.Partner, out var member)
            && db.Connection.HasCloudKey(order.Type, key))
        {
            throw ServiceErrors.SiteKeyInUse.Because(
                $"It stands for one circuit at {provider.Name}, and another site or a connection has it. Make a new "
                + "one there, or delete that site first.", member);
        }
    }

    /// <summary>The port that a site is to stand on, if it may.</summary>
    private static async Task<Port> PortFor(
        EmulatorDb db, Company company, SiteOrder order, string portId, CancellationToken ct)
    {
        var port = await db.Ports.Delivered(portId, ct);
        if (order.Provider is { } provider)
        {
            if (port.CompanyId != provider.Id || port.Deleted)
            {
                throw ServiceErrors.PortNotOfProvider.Because(
                    $"GET /v2/companies/cloud-providers/{provider.Id}/ports lists the ports of {provider.Name}.",
                    port.Id,
                    order.Type);
            }

            CloudRouterRules.MustSell(port, order.TierRateLimit, order.RateLimit);
        }
        else if (port.CompanyId != company.Id)
        {
            throw ServiceErrors.PortNotOfCompany.Because(
                $"A site of your own (SELF) stands on a port of {company.Username}; GET "
                + $"/api/company/{company.Username}/ports lists them.", port.Id);
        }

        CloudRouterRules.MustCarry(port, db.Connection.UseOf(port), order.RateLimit);
        return port;
    }

    private static CloudRouterSite Made(
        EmulatorDb db,
        CloudRouter router,
        SiteOrder order,
        Port port,
        Makers makers,
        Moment moment,
        CloudRouterSite? other)
    {
        var site = new CloudRouterSite
        {
            Id = makers.Uuid(),
            CompanyId = router.CompanyId,
            RouterId = router.Id,
            Router = router,
            Name = order.Name,
            Type = order.Type,
            PortId = port.Id,
            Port = port,
            Vlan = VlanChoice.Choose(port, db.Connection.UseOf(port), requested: null),
            RateLimit = order.RateLimit,
            TierRateLimit = order.TierRateLimit,
            Mtu = order.Mtu,
            ClassesOfService = order.Classes,
            CloudKey = order.CloudKey,
            RedundancyType = other is null ? "primary" : "secondary",
            LinkedSiteId = other?.Id,
            DiscountCode = order.DiscountCode,
            PeerId = makers.Uuid(),
            PeerUuid = makers.Uuid(),
            BgpKey = makers.BgpKey(),
            PeerAsn = order.PeerAsn,
            Link = db.Connection.FreeLink(except: other?.Link) ?? throw NoLink(),
            CreatedAt = moment.At,
        };
        CloudRouterSiteStateMachine.Table.Begin(site, CloudRouterSiteStatus.Creating, moment);
        db.Add(site);
        return site;
    }

    private static Refusal NoLink() => ServiceErrors.NoPeerAddressLeft.Because(
        $"All {PeerLinks.Count} subnets of {PeerLinks.Range} belong to sites. One that is deleted gives its own back.");
}
