using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Resources.Worlds;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>Peerings of connections to Azure.</summary>
internal sealed class AzurePeeringsInWorlds() : WorldPart(
    Name,
    "Its peerings, of a connection to Azure, by a name of yours: one of each type at most. The connection is ACTIVE "
    + "where its state is left out.",
    within: ConnectionsInWorlds.Name)
{
    public const string Name = "peerings";

    /// <summary>The first VLAN of one of which none is said.</summary>
    private const int FirstVlan = 1001;

    private const string UsualType = "PRIVATE";

    private static readonly BodyMember<string?> Type = Body.Text(
        "type", "With which of Azure's services: PRIVATE, where left out, or MICROSOFT.", UsualType, "MICROSOFT");

    private static readonly BodyMember<int?> Vlan = Body.Integer(
        "vlan", "Its VLAN within the connection; one that is free where left out.", minimum: 1, maximum: 4094);

    private static readonly BodyMember<long?> Asn = Body.LongInteger(
        "peerAsn", "The company's ASN; 65010 where left out.", 1, uint.MaxValue);

    private static readonly BodyMember<string?> Primary = Body.Text(
        "primarySubnet", "A /30 towards Azure's primary port; made up where left out.", maxLength: 255);

    private static readonly BodyMember<string?> Secondary = Body.Text(
        "secondarySubnet", "A /30 towards Azure's secondary port; made up where left out.", maxLength: 255);

    private static readonly BodyMember<IReadOnlyList<string>> Prefixes = Body.Texts(
        "prefixes", "The public prefixes that are advertised: of MICROSOFT only.");

    private static readonly BodyMember<string?> Registry = Body.Text(
        "registry", "Where those are registered: of MICROSOFT only.", maxLength: 255);

    private static readonly BodyMember<string?> State = Body.Text(
        "state", "How far it is at Azure; SYNCED where left out.", Spelling.All<AzurePeeringStatus>());

    public override IReadOnlyList<IBodyMember> Members =>
        [Type, Vlan, Asn, Primary, Secondary, Prefixes, Registry, State];

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        var connection = (Connection)thing.Owner!.Row!;
        var others = making.World.Of(Name).Where(other => other.Owner == thing.Owner).ToList();
        if (others.TakeWhile(other => other != thing).Any(other => TypeOf(other) == TypeOf(thing)))
        {
            throw thing.Impossible(
                Type,
                $"is that of another peering of the connection: {TypeOf(thing)}",
                "A connection has one peering of each type.");
        }

        var (first, synced) = (Spelling.Of(AzurePeeringStatus.Pending), Spelling.Of(AzurePeeringStatus.Synced));
        var state = thing.Asked.Of(State) ?? synced;
        var by = making.PersonOf(making.Reference.Company(connection.SrcCompanyId));
        var third = making.Luck.Between(thing, 0, 255, about: 15);
        var fourth = making.Luck.Between(thing, 0, 31, about: 16);
        var peering = await SettingAPeering.Set(
            making.Db,
            connection,
            making.Reference.Company(connection.DestCompanyId).Partner == PartnerType.Azure,
            new(
                Spelling.Read<AzurePeeringType>(TypeOf(thing))!.Value,
                thing.Asked.Of(Vlan) ?? FreeVlan(others),
                thing.Asked.Of(Asn) ?? 65010,
                thing.Asked.Of(Primary) ?? $"10.20.{third}.{fourth * 8}/30",
                thing.Asked.Of(Secondary) ?? $"10.20.{third}.{(fourth * 8) + 4}/30",
                thing.Asked.Of(Prefixes),
                thing.Asked.Of(Registry)),
            making.Luck.Id,
            making.At(making.Begun(thing, "azure-peerings", first, synced, state, 20, 60), by),
            making.Ct);
        await making.Bring(thing, peering, synced, state);
    }

    private static string TypeOf(WorldThing thing) => thing.Asked.Of(Type) ?? UsualType;

    /// <summary>One that none of the connection's peerings asks for, nor is given before.</summary>
    private static int FreeVlan(List<WorldThing> all)
    {
        var asked = all.Select(one => one.Asked.Of(Vlan)).OfType<int>().ToHashSet();
        var given = all.Select(one => ((AzurePeering?)one.Row)?.VlanId).OfType<int>().ToHashSet();
        return Enumerable.Range(FirstVlan, 4094).First(vlan => !asked.Contains(vlan) && !given.Contains(vlan));
    }
}
