using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Orders of SIM cards, under way or done.</summary>
internal sealed class SimOrdersInWorlds() : WorldPart(
    Name,
    "Orders of SIM cards, by a name of yours. PROCESSED, their cards are in a new pool, or in the one that they name.",
    within: CompaniesInWorlds.Name)
{
    public const string Name = "simOrders";

    private static readonly BodyMember<string?> Pool = Body.Text(
        "pool", "The SIM pool that the cards come into, by its name or id; a new one where left out.", maxLength: 255);

    private static readonly BodyMember<int?> Cards = Body.Integer(
        "cards", "How many SIM cards; 1 where left out.", minimum: 1, maximum: EdgeSimRules.MostOrdered);

    private static readonly BodyMember<string?> Connectivity = Body.Text(
        "connectivity",
        "PRIVATE, where left out, or PUBLIC: the Internet behind a firewall.",
        "PUBLIC",
        "PRIVATE");

    private static readonly BodyMember<string?> OrderType = Body.Text(
        "type", "PAYG, where left out, or TRIAL.", "PAYG", "TRIAL");

    private static readonly BodyMember<string?> SimType = Body.Text(
        "simType", "PHYSICAL-SIM, where left out, or E-SIM.", "PHYSICAL-SIM", "E-SIM");

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "How far it is; ORDERED where left out.", Spelling.All<SimOrderStatus>());

    public override IReadOnlyList<IBodyMember> Members =>
        [Pool, SimPoolsInWorlds.Apn, Cards, Connectivity, OrderType, SimType, State];

    /// <summary>An order that is placed.</summary>
    public static Task<SimOrder> Placed(
        WorldThing thing,
        SimPool? pool,
        SimApn? apn,
        int cards,
        string connectivity,
        string type,
        string simType,
        Moment moment,
        WorldMaking making) => OrderingSims.Order(
            making.Db,
            thing.OfCompany,
            new(
                thing.Name,
                pool,
                PoolName: null,
                apn,
                cards,
                connectivity,
                type,
                "INVOICE",
                simType,
                making.Reference.User(moment.By)?.Email ?? $"noc@{CompaniesInWorlds.Domain(thing.OfCompany.Username)}"),
            new(making.Luck.Id, making.Luck.Uuid),
            moment,
            making.Ct);

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var company = thing.OfCompany;
        EdgeSimRules.MustBeVerified(company);
        var pool = thing.Asked.Of(Pool) is { } name
            ? await SimPoolsInWorlds.PoolNamed(thing, Pool, name, making)
            : null;
        if (pool is not null && thing.Asked.Has(SimPoolsInWorlds.Apn))
        {
            throw thing.Impossible(
                SimPoolsInWorlds.Apn, "is the pool's to say", "Cards have the APN of the pool that they come into.");
        }

        var (ordered, processed) = (Spelling.Of(SimOrderStatus.Ordered), Spelling.Of(SimOrderStatus.Processed));
        var state = thing.Asked.Of(State) ?? ordered;
        var moment = making.At(
            making.Begun(thing, "sim-orders", ordered, processed, state, 20, 60), making.PersonOf(company));
        var order = await Placed(
            thing,
            pool,
            await SimPoolsInWorlds.ApnOf(thing, making),
            thing.Asked.Of(Cards) ?? 1,
            thing.Asked.Of(Connectivity) ?? "PRIVATE",
            thing.Asked.Of(OrderType) ?? "PAYG",
            thing.Asked.Of(SimType) ?? "PHYSICAL-SIM",
            moment,
            making);
        await making.Bring(thing, order, processed, state);
        if (order.SimPoolId is { } id)
        {
            thing.Told["poolId"] = id;
        }
    }
}
