using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Orders of ports that are under way, or came to nothing.</summary>
internal sealed class PortOrdersInWorlds() : WorldPart(
    "orders",
    "Orders of ports, by a name of yours, that are under way, failed or cancelled. A port that is there stands in "
    + "ports.",
    within: CompaniesInWorlds.Name)
{
    private static readonly BodyMember<string?> PortName = Body.Text(
        "portName", "What the port is to be called; the name given here where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<int?> Speed = Body.Integer(
        "speed", "Mbps; 1000 where left out, and the facility has it.", minimum: 100, maximum: 1_000_000);

    private static readonly BodyMember<bool?> CrossConnect = Body.Flag(
        "bundleCrossConnect", "Whether a cross connect comes with it.");

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "How far it is; created where left out.", Spelling.All<PortOrderStatus>());

    /// <summary>The states that orders begin in: nothing leads to them.</summary>
    private static readonly string[] Firsts =
        [Spelling.Of(PortOrderStatus.Reserved), Spelling.Of(PortOrderStatus.Draft)];

    public override IReadOnlyList<IBodyMember> Members =>
        [PlacesInWorlds.Metro, PlacesInWorlds.Facility, Speed, PortName, CrossConnect, State];

    /// <summary>What a facility must have for an order in a world to suit it.</summary>
    public static bool Sells(DataCenterFacility facility, int? speed) =>
        facility is { Ready: true, DestinationPortOnly: false, IsOffNet: false }
        && (speed is not { } wanted || facility.Speeds.Count == 0 || facility.Speeds.Contains(wanted));

    /// <summary>The speed of a port of which none is said, Mbps.</summary>
    public static int UsualSpeed(DataCenterFacility facility) =>
        facility.Speeds.Count == 0 || facility.Speeds.Contains(1000) ? 1000 : facility.Speeds[0];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var state = thing.Asked.Of(State) ?? Spelling.Of(PortOrderStatus.Created);
        var offNet = state == Spelling.Of(PortOrderStatus.WaitingForNsp);
        var bundled = thing.Asked.Of(CrossConnect) ?? state == Spelling.Of(PortOrderStatus.SetupXc);
        var speed = thing.Asked.Of(Speed);
        var facility = PlacesInWorlds.Of(
            thing,
            one => (offNet ? one is { Ready: true, IsOffNet: true } : Sells(one, speed))
                && (!bundled || one.CanBundleCrossConnect),
            making);
        var first = Firsts.Contains(state) ? state : Spelling.Of(PortOrderStatus.Created);
        var moment = making.At(
            making.Begun(thing, "port-orders", first, Spelling.Of(PortOrderStatus.Done), state, 20, 60),
            making.PersonOf(thing.OfCompany));
        var order = PlacingAPortOrder.Place(
            new(
                thing.OfCompany, facility, thing.Asked.Of(PortName) ?? thing.Name, speed ?? UsualSpeed(facility),
                "invoice", Subscription: null, PortsOnIt: 0, Monthly: false, bundled, DiscountCode: null),
            making.Luck.Id,
            moment);
        if (Firsts.Contains(state))
        {
            making.BeginAgain(order, state, moment);
        }

        thing.Called = order.PortName;
        await making.Bring(thing, order, Spelling.Of(PortOrderStatus.Done), state);
        thing.Told["metro"] = making.Reference.Metro(facility.MetroId).Name;
        thing.Told["facility"] = facility.Username;
    }
}
