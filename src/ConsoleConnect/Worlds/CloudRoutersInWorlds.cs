using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>CloudRouters.</summary>
internal sealed class CloudRoutersInWorlds() : WorldPart(
    Name, "The company's CloudRouters, by a name of yours, with their sites.", within: CompaniesInWorlds.Name)
{
    public const string Name = "cloudRouters";

    // No list of words: generators of clients make the same name of 10GB and >10GB.
    private static readonly BodyMember<string?> Bandwidth = Body.Text(
        "bandwidth",
        $"What its sites may have together: {string.Join(", ", RouterBandwidth.Names)}; 1GB where left out.");

    private static readonly BodyMember<int?> Months = Body.Integer(
        "months", "How long the contract runs, months; 1 where left out.", minimum: 1, maximum: 36);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; CREATED where left out.", Spelling.All<CloudRouterStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Bandwidth, Months, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        CloudRouterRules.MustBeVerified(thing.OfCompany);
        var months = thing.Asked.Of(Months) ?? 1;
        CloudRouterRules.MustBeOffered(months, "m");
        var (creating, created) = (Spelling.Of(CloudRouterStatus.Creating), Spelling.Of(CloudRouterStatus.Created));
        var state = thing.Asked.Of(State) ?? created;
        var ends = state == Spelling.Of(CloudRouterStatus.Deleting) || state == Spelling.Of(CloudRouterStatus.Deleted);
        var moment = making.At(
            making.Begun(thing, "cloudrouters", creating, created, state, 250, 330)
                - TimeSpan.FromDays(ends ? 31 * months : 0),
            making.PersonOf(thing.OfCompany));
        var bandwidth = thing.Asked.Of(Bandwidth) ?? "1GB";
        CloudRouterRules.MustBeOffered(bandwidth);
        var router = new CloudRouter
        {
            Id = making.Luck.Id(),
            Uuid = making.Luck.Uuid(),
            CompanyId = thing.OfCompany.Id,
            Name = thing.Name,
            PaymentMethod = "invoice",
            Bandwidth = bandwidth,
            Duration = months,
            DurationUnit = "m",
            CreatedAt = moment.At,
        };
        CloudRouterStateMachine.Table.Begin(router, CloudRouterStatus.Creating, moment);
        await making.Bring(thing, router, created, state);
    }
}

/// <summary>Sites of CloudRouters, on ports of the company's own and of clouds, and on SIM pools.</summary>
internal sealed class SitesInWorlds() : WorldPart(
    "sites", "Its sites, by a name of yours.", within: CloudRoutersInWorlds.Name)
{
    private static readonly BodyMember<string?> Port = Body.Text(
        "port", "The port it stands on, one of the company's own.", maxLength: 255);

    private static readonly BodyMember<string?> Cloud = Body.Text(
        "cloud", "The cloud it leads to, in place of a port: AWS, GOOGLE and so on.", maxLength: 255);

    private static readonly BodyMember<string?> SimPool = Body.Text(
        "simPool", "The SIM pool of the company's that it is, in place of a port.", maxLength: 255);

    private static readonly BodyMember<int?> Speed = Body.Integer(
        "speed", "Its bandwidth, Mbps; 50 where left out.", minimum: 1, maximum: 1_000_000);

    private static readonly BodyMember<string?> Class = Body.Text(
        "classOfService", "The class that it has; GOLD where left out.", "GOLD", "SILVER", "BRONZE");

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; ACTIVE where left out.", Spelling.All<CloudRouterSiteStatus>());

    public override IReadOnlyList<IBodyMember> Members =>
        [Port, Cloud, SimPool, PlacesInWorlds.Metro, Speed, Class, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        if (new IBodyMember[] { Port, Cloud, SimPool }.Count(thing.Asked.Has) != 1)
        {
            throw WorldThing.Impossible(
                thing.Path,
                "stands on nothing, or on several",
                "Name a port of the company's, a cloud, or a SIM pool of the company's: one of them.");
        }

        var company = thing.OfCompany;
        var router = (CloudRouter)thing.Owner!.Row!;
        var rate = thing.Asked.Of(Speed) ?? 50;
        var (first, active) = (
            Spelling.Of(CloudRouterSiteStatus.Creating), Spelling.Of(CloudRouterSiteStatus.Active));
        var state = thing.Asked.Of(State) ?? active;
        var moment = making.At(
            making.Begun(thing, "cloudrouter-sites", first, active, state, 40, 80), making.PersonOf(company));
        var site = thing.Asked.Of(SimPool) is { } pool
            ? AddingASite.AddPool(
                making.Db,
                router,
                await PoolNamed(thing, pool, making),
                making.Luck.Uuid(),
                thing.Name,
                discountCode: null,
                moment)
            : await AddingASite.Add(
                making.Db,
                company,
                router,
                await OrderOf(thing, rate, making),
                new(making.Luck.Uuid, () => making.Luck.Key(24)),
                moment,
                making.Ct);
        await making.Save();
        if (site.LinkedSiteId is { } other)
        {
            var linked = making.Db.CloudRouterSites.Local.First(one => one.Id == other);
            await making.Bring(
                new WorldThing(thing.Section, $"{thing.Name} secondary", thing.Asked, thing.Owner),
                linked,
                active,
                state);
        }

        await making.Bring(thing, site, active, state);
    }

    private static async Task<Domain.EdgeSim.SimPool> PoolNamed(WorldThing thing, string name, WorldMaking making)
    {
        foreach (var member in new IBodyMember[] { PlacesInWorlds.Metro, Speed, Class })
        {
            if (thing.Asked.Has(member))
            {
                throw thing.Impossible(
                    member, "is the service's to say of a SIM pool", "Leave it out: every pool has the same.");
            }
        }

        return await SimPoolsInWorlds.PoolNamed(thing, SimPool, name, making);
    }

    private static async Task<SiteOrder> OrderOf(WorldThing thing, int rate, WorldMaking making)
    {
        IReadOnlyList<ClassShare> classes = [new(thing.Asked.Of(Class) ?? "GOLD", 100)];
        if (thing.Asked.Of(Port) is { } name)
        {
            var own = await PortsInWorlds.PortNamed(thing, Port, name, making);
            return new SiteOrder(thing.Name, null, own.Id, null, rate, null, classes, null, null, null, null);
        }

        var cloud = CompaniesInWorlds.CompanyNamed(thing, Cloud, thing.Asked.Of(Cloud)!, making);
        if (cloud.Cloud is null || CloudsInWorlds.PortsOf(cloud, making).Count == 0)
        {
            throw thing.Impossible(
                Cloud,
                $"is no cloud that sites lead to: {cloud.Username}",
                $"Those are {string.Join(", ", making.Reference.Companies
                    .Where(one => one.Cloud is not null && CloudsInWorlds.PortsOf(one, making).Count > 0)
                    .Select(one => one.Cloud!.CloudType))}.");
        }

        var place = CloudsInWorlds.PlaceOf(thing, cloud, near: "", making);
        var uuid = making.Luck.Uuid();
        return new SiteOrder(
            thing.Name,
            cloud,
            place[0].Id,
            cloud.Partner == PartnerType.Azure ? place[1].Id : null,
            rate,
            place[0].Partner!.Speeds.Select(offer => offer.Value).Order().FirstOrDefault(speed => speed >= rate) is > 0
                and var tier ? tier : null,
            classes,
            Mtu: null,
            cloud.Partner switch
            {
                PartnerType.Gce => $"{uuid}/{place[0].Partner!.RegionName}/1",
                PartnerType.Azure or PartnerType.Ovhcloud => uuid,
                PartnerType.Oracle => $"ocid1.virtualcircuit.oc1..{uuid.Replace("-", "", StringComparison.Ordinal)}",
                _ => CloudsInWorlds.AccountAt(thing, making),
            },
            cloud.Partner == PartnerType.Ovhcloud ? cloud.Cloud.DefaultAsn : null,
            DiscountCode: null);
    }
}
