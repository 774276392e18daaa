using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Clouds;
using Emulator.Workflows;

namespace Emulator.Api.Clouds;

/// <summary>Sets a peering of a connection to Azure (OpenAPI 1.0.0, POST AZURE peering).</summary>
internal static class SetAzurePeering
{
    private static readonly BodyMember<string> PrimaryPeerSubnet = Body.NeededText(
        "primaryPeerSubnet", "A /30 between the company and Azure's primary port.");

    private static readonly BodyMember<string> SecondaryPeerSubnet = Body.NeededText(
        "secondaryPeerSubnet", "A /30 between the company and Azure's secondary port.");

    private static readonly BodyMember<long> PeerAsn = Body.NeededLongInteger(
        "peerAsn", "The company's ASN; not 65515 to 65520, which are Azure's own.");

    private static readonly BodyMember<int> VlanId = Body.NeededInteger(
        "vlanId", "The VLAN of the peering within the connection.", minimum: 1, maximum: 4094);

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(VlanId, PeerAsn)
        .With(PrimaryPeerSubnet, SecondaryPeerSubnet)
        .Texts("advertisedPublicPrefixes", "The public prefixes that the company advertises: of MICROSOFT only.")
        .TextOrNull("routingRegistryName", "Where those are registered: of MICROSOFT only.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost(AzurePeerings.Route, Handle)
        .Published("118", "Set an Azure connection's peering")
        .Tells(
            "Sets how a connection to Azure, or a group of two, routes to Azure's private services (PRIVATE) or to "
            + "those with public addresses (MICROSOFT). A connection has one of a type: setting it again takes the "
            + "place of the one before. syncStatus is PENDING, then SYNCING, then SYNCED. The connection must be "
            + "ACTIVE.")
        .Needs(NetworkAction.UpdateConnection, "username")
        .With(AzurePeerings.Company, AzurePeerings.Connection, AzurePeerings.OtherType)
        .Takes(
            Schema,
            """
            {"vlanId": 1001, "peerAsn": 65010, "primaryPeerSubnet": "10.20.3.0/30",
            "secondaryPeerSubnet": "10.20.4.0/30", "advertisedPublicPrefixes": ["203.0.113.0/24"],
            "routingRegistryName": "RIPE"}
            """)
        .Answers<AzurePeeringShown>(200)
        .Answers(
            ServiceErrors.ConnectionNotFound,
            ServiceErrors.NoAzureConnection,
            ServiceErrors.PeeringTypeUnknown,
            ServiceErrors.WrongState,
            ServiceErrors.AsnRefused,
            ServiceErrors.PeeringSubnetInvalid,
            ServiceErrors.PeeringVlanInUse,
            ServiceErrors.OnlyOnMicrosoftPeering)
        .Assumes(
            "All refusals. That a /30 may be named by any of its addresses, and both by the same /30, as a published "
            + "sample does. azureAsn is Microsoft's own, 12076. syncStatus among the members of the answer. PUBLIC is "
            + "taken, which later editions dropped.");

    private static async Task<Answer<AzurePeeringShown>> Handle(
        Company company,
        string connectionId,
        string peeringType,
        RequestBody body,
        Notes notes,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var type = AzurePeerings.TypeOf(peeringType, notes);
        var connection = await turn.Db.Connections.OfParty(company, connectionId, ct);
        var peering = await SettingAPeering.Set(
            turn.Db,
            connection,
            turn.LeadsToAzure(connection),
            new(
                type,
                asked.Of(VlanId),
                asked.Of(PeerAsn),
                asked.Of(PrimaryPeerSubnet),
                asked.Of(SecondaryPeerSubnet),
                asked.Texts("advertisedPublicPrefixes"),
                asked.Text("routingRegistryName")),
            turn.Ids.Next,
            turn.Now,
            ct);
        return await turn.Shown(peering, connection, ct);
    }
}
