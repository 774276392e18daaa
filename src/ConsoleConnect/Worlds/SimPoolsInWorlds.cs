using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Pools of SIM cards, with the order that their cards came with.</summary>
internal sealed class SimPoolsInWorlds() : WorldPart(
    Name, "The company's SIM pools, by a name of yours, with their SIM cards.", within: CompaniesInWorlds.Name)
{
    public const string Name = "simPools";

    /// <summary>The APN of a pool or an order.</summary>
    public static readonly BodyMember<string?> Apn = Body.Text(
        "apn", "The APN, by its name or id; the first of those for everybody where left out.", maxLength: 255);

    private static readonly BodyMember<int?> Cards = Body.Integer(
        "cards",
        "How many SIM cards it has besides those in sims; none where left out.",
        minimum: 1,
        maximum: EdgeSimRules.MostOrdered);

    private static readonly BodyMember<string?> Firewall = Body.Text(
        "firewall", "ENABLED, or DISABLED where left out.", "ENABLED", "DISABLED");

    private static readonly BodyMember<string?> PrimaryDns = Body.Text(
        "primaryDNS", "A name server of its own, IPv4; the default ones where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> SecondaryDns = Body.Text(
        "secondaryDNS", "Another one.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; CREATED where left out.", Spelling.All<SimPoolStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Apn, Cards, Firewall, PrimaryDns, SecondaryDns, State];

    /// <summary>The APN that a thing names; null where it names none.</summary>
    /// <exception cref="Errors.Refusal"><see cref="Errors.EmulatorErrors.WorldImpossible"/>: there is none.</exception>
    public static async Task<SimApn?> ApnOf(WorldThing thing, WorldMaking making)
    {
        if (thing.Asked.Of(Apn) is not { } name)
        {
            return null;
        }

        var company = thing.OfCompany;
        List<SimApn> apns =
        [
            .. (await making.Db.SimApns.Include(apn => apn.Profile).Where(apn => apn.DeletedAt == null)
                .OrderBy(apn => apn.CreatedAt).ThenBy(apn => apn.Id).ToListAsync(making.Ct))
                .Where(apn => apn.Profile.IsFor(company)),
        ];
        return apns.Find(apn => apn.Id == name || WorldMaking.Same(apn.Settings.Apn, name))
            ?? throw WorldMaking.Unknown(thing, Apn, "APN", name, apns.Select(apn => apn.Settings.Apn));
    }

    /// <summary>The pool that a member names: one of the world's, or one of the company's by its id or name.</summary>
    /// <exception cref="Errors.Refusal"><see cref="Errors.EmulatorErrors.WorldImpossible"/>: there is none.</exception>
    public static async Task<SimPool> PoolNamed(
        WorldThing thing, BodyMember<string?> member, string name, WorldMaking making)
    {
        var company = thing.OfCompany;
        var id = making.Named(thing, member, name, Name)?.Id;
        var pools = await making.Db.SimPoolsOf(company).ToListAsync(making.Ct);
        return pools.Find(pool => pool.Id == (id ?? name))
            ?? (id is null ? pools.Find(pool => pool.Name == name) : null)
            ?? throw WorldMaking.Unknown(
                thing,
                member,
                "SIM pool of the company's",
                name,
                [
                    .. making.World.Of(Name).Where(pool => pool.OfCompany == company).Select(pool => pool.Name),
                    .. pools.Select(pool => pool.Name),
                ]);
    }

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var company = thing.OfCompany;
        EdgeSimRules.MustBeVerified(company);
        var (primary, secondary) = (thing.Asked.Of(PrimaryDns), thing.Asked.Of(SecondaryDns));
        EdgeSimRules.MustBeNameServers(
            useDefault: primary is null && secondary is null, ("primaryDNS", primary), ("secondaryDNS", secondary));
        var created = Spelling.Of(SimPoolStatus.Created);
        var state = thing.Asked.Of(State) ?? created;
        var moment = making.At(making.DaysAgo(thing, 100, 280), making.PersonOf(company));
        var apn = await ApnOf(thing, making) ?? await making.Db.UsualApn(making.Ct);
        var pool = MakingASimPool.Make(
            making.Db,
            company,
            new(
                thing.Name,
                apn,
                thing.Asked.Of(Firewall) == "ENABLED" ? SimFirewall.Enabled : SimFirewall.Disabled,
                primary is null && secondary is null,
                primary,
                secondary),
            making.Luck.Uuid(),
            moment);
        await making.Bring(thing, pool, created, state);
        await Filled(thing, pool, apn, company, making);
    }

    /// <summary>The cards come with one order.</summary>
    private static async Task Filled(
        WorldThing thing, SimPool pool, SimApn apn, Company company, WorldMaking making)
    {
        var cards = (thing.Asked.Of(Cards) ?? 0) + SimsInWorlds.Of(thing, making).Count();
        if (cards == 0)
        {
            return;
        }

        if (cards > EdgeSimRules.MostOrdered)
        {
            throw thing.Impossible(
                Cards,
                $"makes {cards} SIM cards with those in sims",
                $"They come with one order, which has {EdgeSimRules.MostOrdered} at most. More come with simOrders "
                + "that name the pool.");
        }

        var moment = making.At(pool.CreatedAt + TimeSpan.FromHours(1), making.PersonOf(company));
        var order = await SimOrdersInWorlds.Placed(
            thing, pool, apn, cards, "PRIVATE", "PAYG", "PHYSICAL-SIM", moment, making);
        var processed = Spelling.Of(SimOrderStatus.Processed);
        var ordered = new WorldThing(SimOrdersInWorlds.Name, thing.Name, thing.Asked, thing.Owner);
        await making.Bring(ordered, order, processed, processed);
        thing.Told["orderId"] = order.Id;
    }
}

/// <summary>SIM cards of a pool.</summary>
internal sealed class SimsInWorlds() : WorldPart(
    Name, "Its SIM cards, by a name of yours, which is their label.", within: SimPoolsInWorlds.Name)
{
    public const string Name = "sims";

    private static readonly BodyMember<string?> Label = Body.Text(
        "label", "What its owner calls it; the name given here where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; ACTIVE where left out.", Spelling.All<SimStatus>());

    public override IReadOnlyList<IBodyMember> Members => [Label, State];

    /// <summary>The cards that a world says of a pool.</summary>
    public static IEnumerable<WorldThing> Of(WorldThing pool, WorldMaking making) =>
        making.World.Of(Name).Where(sim => sim.Owner == pool);

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        // The pool's own order came first: its cards have the lowest numbers.
        var number = Of(thing.Owner!, making).TakeWhile(sim => sim != thing).Count();
        var sim = await making.Db.Sims.Include(sim => sim.Pool).Where(sim => sim.PoolId == thing.Owner!.Id)
            .OrderBy(sim => sim.Serial).Skip(number).FirstAsync(making.Ct);
        sim.Label = thing.Asked.Of(Label) ?? thing.Name;
        thing.Called = sim.Label;
        thing.Told["imsi"] = sim.Imsi;
        thing.Told["iccid"] = sim.Iccid;
        var active = Spelling.Of(SimStatus.Active);
        await making.Bring(thing, sim, active, thing.Asked.Of(State) ?? active);
    }
}
