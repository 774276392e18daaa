using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Connections between ports, requests for them, and connections to clouds.</summary>
internal sealed class ConnectionsInWorlds() : WorldPart(
    Name,
    "Connections, by a name of yours: from a port to another port, to a company that is asked for it, or to a cloud.")
{
    public const string Name = "connections";

    private static readonly BodyMember<string> From = Body.NeededText(
        "from", "The source port: a port of the world, as hk or buyer.hk, or one by its id or name.", maxLength: 255);

    private static readonly BodyMember<string?> To = Body.Text(
        "to", "The destination port, in the same way.", maxLength: 255);

    private static readonly BodyMember<string?> ToCompany = Body.Text(
        "toCompany",
        "The company it leads to, where no port is named: it is asked for its approval. A cloud, such as AWS, has its "
        + "port in the metro chosen.",
        maxLength: 255);

    private static readonly BodyMember<int?> Speed = Body.Integer(
        "speed", "Mbps; 100 where left out, or what the cloud sells.", minimum: 1, maximum: 1_000_000);

    private static readonly BodyMember<string?> State = Body.Text(
        "state",
        "Its status. ACTIVE where left out, and with toCompany as asking leaves it: PENDING, or PENDING_ACCEPTANCE, "
        + "CREATING or MANUAL at a cloud, unless it has flexes or peerings.",
        Spelling.All<ConnectionStatus>());

    private static readonly BodyMember<string?> Called = Body.Text(
        "name", "What it is called; the name given here where left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<int?> Vlan = Body.Integer(
        "vlan", "The VLAN on the source port; the service chooses where left out.", minimum: 1, maximum: 4094);

    private static readonly BodyMember<int?> DestVlan = Body.Integer(
        "destVlan", "The VLAN on the destination port.", minimum: 1, maximum: 4094);

    private static readonly BodyMember<bool?> Untagged = Body.Flag(
        "untagged", "Whether the source's side is untagged: the port is dedicated to it.");

    private static readonly BodyMember<string?> Class = Body.Text(
        "classOfService", "As where one is ordered.", "GOLD", "SILVERPLUS", "SILVER", "BRONZE");

    private static readonly BodyMember<int> ChangedSpeed = Body.NeededInteger(
        "speed", "The speed that is proposed, Mbps.", minimum: 1);

    private static readonly BodyMember<string?> ChangeState = Body.Text(
        "state",
        "What became of it; PENDING where left out. NONE: it was approved, and is in force.",
        Spelling.All<ChangeRequestStatus>());

    private static readonly BodyMember<string?> ChangeBy = Body.Text(
        "by", "Who proposes: the source (src), where left out, or the destination (dest).", "src", "dest");

    private static readonly BodyMember<Asked> Change = Body.Object(
        "change", "A proposal to change its speed.", ChangedSpeed, ChangeState, ChangeBy);

    private static readonly string Active = Spelling.Of(ConnectionStatus.Active);

    /// <summary>The states of a request that its destination hasn't approved.</summary>
    private static readonly string[] Unapproved =
    [
        Spelling.Of(ConnectionStatus.Pending), Spelling.Of(ConnectionStatus.PendingAcceptance),
        Spelling.Of(ConnectionStatus.Cancelled), Spelling.Of(ConnectionStatus.Denied),
    ];

    public override IReadOnlyList<IBodyMember> Members =>
        [From, To, ToCompany, PlacesInWorlds.Metro, Speed, State, Called, Vlan, DestVlan, Untagged, Class, Change];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        if (thing.Asked.Has(To) == thing.Asked.Has(ToCompany))
        {
            throw WorldThing.Impossible(
                thing.Path,
                "leads to nothing, or to two",
                "Name the port that it leads to as \"to\", or the company as \"toCompany\": one of the two.");
        }

        var from = await PortsInWorlds.PortNamed(thing, From, thing.Asked.Of(From), making);
        var src = making.Reference.Company(from.CompanyId);
        thing.Called = thing.Asked.Of(Called) ?? thing.Name;
        if (thing.Asked.Of(ToCompany) is { } name)
        {
            var dest = CompaniesInWorlds.CompanyNamed(thing, ToCompany, name, making);
            if (CloudsInWorlds.Sells(dest, making))
            {
                await ToACloud(thing, from, src, dest, making);
                return;
            }

            await Requested(thing, from, to: null, src, dest, making);
            return;
        }

        var to = await PortsInWorlds.PortNamed(thing, To, thing.Asked.Of(To)!, making);
        await Requested(thing, from, to, src, making.Reference.Company(to.CompanyId), making);
    }

    /// <summary>Whether it has what only a connection in service can have.</summary>
    private static bool IsInService(WorldThing thing) =>
        thing.Asked.Has(FlexesInWorlds.Section) || thing.Asked.Has(AzurePeeringsInWorlds.Name);

    private static async Task Requested(
        WorldThing thing, Port from, Port? to, Company src, Company dest, WorldMaking making)
    {
        var waits = dest is { IsCloudProvider: true, ApprovesBySupport: false };
        var first = Spelling.Of(waits ? ConnectionStatus.PendingAcceptance : ConnectionStatus.Pending);
        var state = thing.Asked.Of(State) ?? (to is null && !IsInService(thing) ? first : Active);
        var moment = making.At(
            making.Begun(thing, Name, first, Active, state, 100, 280), making.PersonOf(src));
        var srcMetro = making.Reference.Metro(from.MetroId);
        var destMetro = to is not null ? making.Reference.Metro(to.MetroId)
            : thing.Asked.Of(PlacesInWorlds.Metro) is { } asked
                ? PlacesInWorlds.MetroNamed(thing, PlacesInWorlds.Metro, asked, making)
                : srcMetro;
        var connection = new Connection
        {
            Id = making.Luck.Id(),
            SrcCompanyId = src.Id,
            DestCompanyId = dest.Id,
            SrcPortId = from.Id,
            DestPortId = to?.Id,
            SrcMetroId = srcMetro.Id,
            DestMetroId = destMetro.Id,
            SrcRegionId = srcMetro.RegionIds.FirstOrDefault(),
            DestRegionId = destMetro.RegionIds.FirstOrDefault(),
            Speed = thing.Asked.Of(Speed) ?? Math.Min(100, from.Speed),
            SrcName = thing.Called,
            DestName = thing.Called,
            SrcUntagged = thing.Asked.Of(Untagged) ?? false,
            SrcVlanRequest = thing.Asked.Of(Vlan),
            DestVlanRequest = thing.Asked.Of(DestVlan),
            ClassOfService = ClassesOfService.For(src, thing.Asked.Of(Class)),
            Duration = 1,
            DurationUnit = "m",
            Evergreen = true,
            CreatedAt = moment.At,
        };
        OpeningAConnection.Open(
            connection, Standing(from), to is null ? null : Standing(to), dest, moment);
        UsingAPlan.MustCover(making.Db, connection, making.Reference);
        making.Db.Add(connection);
        await making.Save();
        await Approved(connection, dest, state, making);
        await making.Bring(thing, connection, Active, state);
        await Proposed(thing, connection, making);
        await GivingAReply.Ask(making.Db, connection, making.Now, making.Ct);
        await making.Save();

        OpeningAConnection.Standing Standing(Port port) => new(port, making.Db.Connection.UseOf(port));
    }

    /// <summary>
    /// The destination approves what is to be further than a request, with its oldest port that suits where none is
    /// named.
    /// </summary>
    private static async Task Approved(Connection connection, Company dest, string state, WorldMaking making)
    {
        if (connection.IsToSelf || Unapproved.Contains(state))
        {
            return;
        }

        if (connection.DestPortId is null
            && await NamingAPort.Obvious(making.Db, connection, making.Ct) is { } obvious)
        {
            _ = await NamingAPort.Name(
                making.Db, connection, dest, Side.Dest, obvious, untagged: null, making.Reference, making.Ct);
        }

        connection.DestApprovedBy = making.PersonOf(dest);
    }

    private static async Task Proposed(WorldThing thing, Connection connection, WorldMaking making)
    {
        if (!thing.Asked.Has(Change))
        {
            return;
        }

        var asked = thing.Asked.Of(Change);
        var side = asked.Of(ChangeBy) == "dest" ? Side.Dest : Side.Src;
        var moment = making.At(
            making.Now.At - TimeSpan.FromHours(3),
            making.PersonOf(making.Reference.Company(
                side == Side.Src ? connection.SrcCompanyId : connection.DestCompanyId)));
        connection.ProposeChange(
            side,
            asked.Of(ChangedSpeed),
            making.Db.Connection.CapacityOf(connection.SrcPort, without: connection),
            moment);
        await making.Save();
        var change = new WorldThing("change", "", asked, thing);
        var state = asked.Of(ChangeState);
        if (state == Spelling.Of(ChangeRequestStatus.None)
            && connection.Change is { Status: ChangeRequestStatus.Pending })
        {
            connection.ApproveChange(side == Side.Src ? Side.Dest : Side.Src, moment);
            await making.Save();
        }

        await making.Move(change, connection.Change!, state ?? Spelling.Of(connection.Change!.Status));
    }

    private static async Task ToACloud(WorldThing thing, Port from, Company src, Company cloud, WorldMaking making)
    {
        var order = CloudsInWorlds.OrderOf(
            thing,
            from,
            src,
            cloud,
            thing.Asked.Of(Speed),
            thing.Asked.Of(Vlan),
            thing.Asked.Of(State) == Spelling.Of(ConnectionStatus.PendingAcceptance),
            making) with
        {
            ClassOfService = thing.Asked.Of(Class) ?? (cloud.Partner == PartnerType.Aws ? "SILVER" : "BRONZE"),
        };
        var first = CloudsInWorlds.FirstOf(order);
        var state = thing.Asked.Of(State) ?? (IsInService(thing) ? Active : first);
        var moment = making.At(making.Begun(thing, Name, first, Active, state, 100, 280), making.PersonOf(src));
        List<string> ids = [];
        while (ids.Count < OrderingAtACloud.IdsFor(order))
        {
            ids.Add(making.Luck.Id());
        }

        var whole = await OrderingAtACloud.Place(making.Db, order, ids, making.Reference, moment, making.Ct);
        List<Connection> lines = [.. making.Db.Connections.Local.Where(line => line.ParentId == whole.Id)];
        foreach (var connection in lines.Prepend(whole).Where(_ => state == Spelling.Of(ConnectionStatus.Manual)))
        {
            making.BeginAgain(connection, state, moment);
        }

        await making.Save();
        foreach (var line in lines)
        {
            await making.Bring(new WorldThing(Name, line.SrcName, thing.Asked, thing), line, Active, state);
        }

        await making.Bring(thing, whole, Active, state);
    }
}
