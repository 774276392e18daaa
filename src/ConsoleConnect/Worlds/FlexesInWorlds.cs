using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>What flexes of connections and of services have in common.</summary>
internal static class FlexesInWorlds
{
    public const string Section = "flexes";

    /// <summary>How long flexes of one thing lie apart.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromDays(3);

    public static readonly BodyMember<int> Bandwidth = Body.NeededInteger(
        "bandwidth", "What it is to have in all, Mbps.", minimum: 1, maximum: 1_000_000);

    /// <summary>When one was asked for: those of one thing follow each other, the last some days ago.</summary>
    /// <param name="thing">The flex.</param>
    /// <param name="key">The key of its section.</param>
    /// <param name="isUnderWay">Whether the service goes on with it from here.</param>
    /// <param name="making">The world.</param>
    public static DateTimeOffset Asked(WorldThing thing, string key, bool isUnderWay, WorldMaking making)
    {
        var left = making.World.Of(key).Where(other => other.Owner == thing.Owner)
            .SkipWhile(other => other != thing).Count();
        return isUnderWay ? making.Now.At : making.Now.At - (Apart * left);
    }
}

/// <summary>Flexes of connections.</summary>
internal sealed class ConnectionFlexesInWorlds() : WorldPart(
    FlexesInWorlds.Section,
    "Its flexes, by a name of yours, one after the other. The connection is ACTIVE where its state is left out.",
    within: ConnectionsInWorlds.Name)
{
    public const string Name = "flexes of connections";

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; SUCCESS where left out.", Spelling.All<ConnectionFlexStatus>());

    public override string Key => Name;

    public override IReadOnlyList<IBodyMember> Members => [FlexesInWorlds.Bandwidth, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var connection = (Connection)thing.Owner!.Row!;
        var success = Spelling.Of(ConnectionFlexStatus.Success);
        var state = thing.Asked.Of(State) ?? success;
        var at = FlexesInWorlds.Asked(
            thing, Name, state == Spelling.Of(ConnectionFlexStatus.Requested), making);
        var flex = ConnectionFlex.Request(
            connection,
            Side.Src,
            thing.Asked.Of(FlexesInWorlds.Bandwidth),
            await making.Db.OpenFlexesOf(connection, making.Ct),
            making.Db.Connection.CapacityOf(connection.SrcPort, without: connection),
            making.Luck.Uuid(),
            making.At(at, making.PersonOf(making.Reference.Company(connection.SrcCompanyId))));
        await making.Bring(thing, flex, success, state);
    }
}

/// <summary>Flexes of Internet On-Demand services.</summary>
internal sealed class ServiceFlexesInWorlds() : WorldPart(
    FlexesInWorlds.Section,
    "Its flexes, by a name of yours, one after the other.",
    within: InternetServicesInWorlds.Name)
{
    public const string Name = "flexes of services";

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "Its status; SUCCESS where left out.", Spelling.All<FlexStatus>());

    public override string Key => Name;

    public override IReadOnlyList<IBodyMember> Members => [FlexesInWorlds.Bandwidth, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var service = (IodService)thing.Owner!.Row!;
        service.AccessPort.MustBeOpen();
        var success = Spelling.Of(FlexStatus.Success);
        var state = thing.Asked.Of(State) ?? success;
        var isUnderWay = state is not "FAILED" && state != success;
        var flex = service.Request(
            thing.Asked.Of(FlexesInWorlds.Bandwidth),
            discountCode: null,
            Capacity.Of(service.AccessPort, making.Db.Connection.UseOf(service.AccessPort)),
            making.Reference.Prices.List,
            making.Luck.Uuid,
            making.At(
                FlexesInWorlds.Asked(thing, Name, isUnderWay, making), making.PersonOf(thing.OfCompany)));
        await making.Bring(thing, flex, success, state);
    }
}
