using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.CloudRouters;

/// <summary>What may be done with CloudRouters and their sites, and when (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class CloudRouterRules
{
    /// <summary>The units of a contract's duration: months and years.</summary>
    private static readonly string[] Units = ["m", "y"];

    /// <summary>The classes of service that a site's bandwidth is divided into.</summary>
    private static readonly string[] Classes = ["BRONZE", "SILVER", "GOLD"];

    /// <exception cref="Refusal"><see cref="ServiceErrors.CompanyNotVerifiedForCloudRouter"/>.</exception>
    public static void MustBeVerified(Company company)
    {
        if (!company.Verified)
        {
            throw ServiceErrors.CompanyNotVerifiedForCloudRouter.Because(company.NotYetVerified);
        }
    }

    /// <summary>Whether a CloudRouter can be ordered with a bandwidth.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.RouterBandwidthNotOffered"/>.</exception>
    public static void MustBeOffered(string bandwidth)
    {
        if (!RouterBandwidth.Names.Contains(bandwidth))
        {
            throw ServiceErrors.RouterBandwidthNotOffered.Because(
                "bandwidth is what all sites may have together, by its name: "
                + $"{string.Join(", ", RouterBandwidth.Names)}.",
                string.Join(',', RouterBandwidth.Names));
        }
    }

    /// <summary>Whether a CloudRouter can be ordered for so long.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.RouterDurationUnit"/>, <see cref="ServiceErrors.RouterDurationNotPositive"/>,
    /// <see cref="ServiceErrors.DurationTooLong"/>.
    /// </exception>
    public static void MustBeOffered(long quantity, string unit)
    {
        if (!Units.Contains(unit))
        {
            throw ServiceErrors.RouterDurationUnit.Because(
                "A CloudRouter is ordered by months (m) or years (y), for a month at least.", unit);
        }

        if (quantity < 1)
        {
            throw ServiceErrors.RouterDurationNotPositive.Because(
                "duration.quantity counts from 1: a month at least.", quantity);
        }

        Term.MustBeOffered((int)Math.Min(quantity, int.MaxValue), unit);
    }

    /// <summary>
    /// What a site on a SIM pool has, Mbps: the service gives it, and nobody can ask for another. Samples have 10 and
    /// 50 (OpenAPI 1.0.0, 1.59.2).
    /// </summary>
    public const int SimPoolRate = 10;

    /// <summary>The one class of service of a site on a SIM pool (OpenAPI 1.0.0, GET l3vpns).</summary>
    public static readonly IReadOnlyList<ClassShare> SimPoolClasses = [new("BRONZE", 100)];

    /// <summary>Takes a CloudRouter down.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.RouterHasSites"/>, <see cref="EmulatorErrors.WrongState"/>,
    /// <see cref="ServiceErrors.RouterInContract"/>.
    /// </exception>
    public static void Delete(this CloudRouter router, Moment moment)
    {
        router.MustBeOver(moment.At);
        CloudRouterStateMachine.Table.Fire(router, CloudRouterTrigger.Delete, moment);
    }

    /// <summary>
    /// Refuses to take a CloudRouter down that has sites, or whose contract runs: first the sites, then the rest
    /// (OpenAPI 1.0.0, DELETE l3vpns/{l3vpnId}).
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.RouterHasSites"/>, <see cref="ServiceErrors.RouterInContract"/>.
    /// </exception>
    public static void MustBeOver(this CloudRouter router, DateTimeOffset now)
    {
        List<CloudRouterSite> there = [.. router.Sites.Where(site => site.Status != CloudRouterSiteStatus.Deleted)];
        if (there.Count > 0)
        {
            throw ServiceErrors.RouterHasSites.Because(
                $"It has {PortUse.Told([.. there.Select(site => $"site {site.Id} ({Spelling.Of(site.Status)})")])}. "
                + "Delete them first, and wait until no list shows them.");
        }

        // What was never there was never owed; in other states the table itself refuses.
        if (router.FirstCreatedAt is not null
            && router.Status is CloudRouterStatus.Created or CloudRouterStatus.Error
            && router.ContractEndsAt is { } end
            && end > now)
        {
            throw ServiceErrors.RouterInContract.Because(
                $"The contract of {router.Duration} {router.DurationUnit} ends at {end:yyyy-MM-ddTHH:mm:ss.fffZ}. The "
                + "CloudRouter can be deleted from then on.");
        }
    }

    /// <summary>Whether a CloudRouter takes another site now, and has so much left for it.</summary>
    /// <param name="router">The CloudRouter.</param>
    /// <param name="used">What its sites have together, Mbps.</param>
    /// <param name="rate">What is asked for, Mbps.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.RouterBandwidthExceeded"/>.
    /// </exception>
    public static void MustTake(this CloudRouter router, int used, long rate)
    {
        if (router.Status != CloudRouterStatus.Created)
        {
            throw ServiceErrors.WrongState.Because(
                $"The CloudRouter is {Spelling.Of(router.Status)}: it takes sites when it is CREATED.",
                "CloudRouter",
                "given a site",
                Spelling.Of(router.Status));
        }

        router.MustHold(used, rate);
    }

    /// <summary>Whether a CloudRouter has so much left for another site.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.RouterBandwidthExceeded"/>.</exception>
    public static void MustHold(this CloudRouter router, int used, long rate)
    {
        var capacity = new RouterCapacity(RouterBandwidth.Of(router.Bandwidth), used);
        if (rate > capacity.Remaining)
        {
            throw ServiceErrors.RouterBandwidthExceeded.Because(
                $"Its sites have {capacity.Used} of {capacity.Total} Mbps, so that {capacity.Remaining} are left; "
                + $"{rate} more are asked for. Each of two linked sites counts.",
                router.Bandwidth);
        }
    }

    /// <summary>Whether a site's classes of service make sense.</summary>
    /// <param name="classes">The classes.</param>
    /// <param name="own">Whether it is a site of one's own: only those divide their bandwidth.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SiteClassInvalid"/>, <see cref="ServiceErrors.SiteClassUnknown"/>,
    /// <see cref="ServiceErrors.SiteClassTwice"/>, <see cref="ServiceErrors.SiteClassSum"/>.
    /// </exception>
    public static void MustBeDivided(IReadOnlyList<ClassShare> classes, bool own)
    {
        if (classes.Count == 0 || classes.Any(share => share.Value is < 0 or > 100))
        {
            throw ServiceErrors.SiteClassInvalid.Because(
                "classOfService is a list of a name and a value each, the values in percent and 100 together.");
        }

        if (classes.FirstOrDefault(share => !Classes.Contains(share.Name)) is { } unknown)
        {
            throw ServiceErrors.SiteClassUnknown.Because(
                $"{unknown.Name} is none: the classes are {string.Join(", ", Classes)}.");
        }

        if (classes.DistinctBy(share => share.Name).Count() < classes.Count)
        {
            throw ServiceErrors.SiteClassTwice.Because("Name each class once, with the whole of its share.");
        }

        if (classes.Sum(share => share.Value) is var sum && sum != 100)
        {
            throw ServiceErrors.SiteClassSum.Because($"They are {sum} together; send values that are 100 together.");
        }

        if (!own && classes.Count > 1)
        {
            throw ServiceErrors.SiteClassInvalid.Because(
                "A site in a cloud has one class, with the value 100; only a site of one's own (SELF) divides its "
                + "bandwidth.");
        }
    }

    /// <summary>Whether a port can carry a site, and now.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.CloudRouterNotOnPort"/>, <see cref="ServiceErrors.NoActiveAccessPort"/>,
    /// <see cref="ServiceErrors.PortIsSingleService"/>, <see cref="ServiceErrors.CapacityExceeded"/>.
    /// </exception>
    public static void MustCarry(Port port, PortUse use, int rate)
    {
        if (port.Type == PortType.PhysicalNsp)
        {
            throw ServiceErrors.CloudRouterNotOnPort.Because(
                "The port is reached through a network service provider, which carries no routed network. Choose a "
                + "port of the type PHYSICAL or NNI.", port.Id);
        }

        MustBeActive(port);
        if (port.SingleService || use.Untagged)
        {
            throw ServiceErrors.PortIsSingleService.Because($"Port {port.Id} is in single service mode: nothing else "
                + "fits beside its untagged connection (000:3805).");
        }

        Capacity.Of(port, use).MustHold(rate);
    }

    /// <summary>A site is built on a port that is in service.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoActiveAccessPort"/>.</exception>
    public static void MustBeActive(Port port)
    {
        if (port.Status != PortStatus.Active)
        {
            throw ServiceErrors.NoActiveAccessPort.Because(
                $"Port {port.Id} is {Spelling.Of(port.Status)}; a site needs one that is ACTIVE.");
        }
    }

    /// <summary>Whether a cloud sells the speed that a site asks for on its port.</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.MissingProperty"/>, <see cref="ServiceErrors.SiteTierNotOffered"/>,
    /// <see cref="ServiceErrors.SiteTierTooSlow"/>.
    /// </exception>
    public static void MustSell(Port port, int? tier, int rate)
    {
        var tiers = port.Partner?.Speeds.Select(speed => speed.Value).ToList() ?? [];
        if (tiers.Count == 0)
        {
            return; // Where the port lists none, none is needed (OpenAPI 1.0.0).
        }

        if (tier is not { } asked)
        {
            throw ServiceErrors.MissingProperty.Because(
                $"Port {port.Id} sells {string.Join(", ", tiers)} Mbps: name the one that the site is to use.",
                "/peer/data",
                "tierRateLimit");
        }

        if (!tiers.Contains(asked))
        {
            throw ServiceErrors.SiteTierNotOffered.Because(
                $"Port {port.Id} sells {string.Join(", ", tiers)} Mbps, not {asked}.");
        }

        if (asked < rate)
        {
            throw ServiceErrors.SiteTierTooSlow.Because(
                $"tierRateLimit is {asked} Mbps, and rateLimit {rate}: choose a faster tier or a slower site.");
        }
    }

    /// <summary>Whether a number can be that of the other end.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SiteAsnRefused"/>.</exception>
    public static void MustTakeAsn(SiteOrder order)
    {
        if (order is { Asn: { } asn, Provider.Cloud: { } cloud } && !cloud.Takes(asn))
        {
            throw ServiceErrors.SiteAsnRefused.Because(
                cloud.AsnRange is [var first, var last]
                    ? $"{cloud.CloudType} takes {first} to {last}."
                    : $"{cloud.CloudType} has the number {cloud.Asn}: send that one, or none.",
                asn,
                cloud.CloudType);
        }
    }
}
