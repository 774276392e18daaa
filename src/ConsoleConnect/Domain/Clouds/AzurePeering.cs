using System.Globalization;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.Clouds.AzurePeeringStatus;
using T = Emulator.Domain.Clouds.AzurePeeringTrigger;

namespace Emulator.Domain.Clouds;

/// <summary>With which of Azure's services a peering is.</summary>
internal enum AzurePeeringType
{
    /// <summary>Only OpenAPI 1.0.0 has it.</summary>
    Public,

    /// <summary>What stands in the customer's own virtual networks.</summary>
    Private,

    /// <summary>What has public addresses.</summary>
    Microsoft,
}

/// <summary>The values of <c>syncStatus</c> (OpenAPI 1.0.0, AZURE peering).</summary>
internal enum AzurePeeringStatus
{
    /// <summary>Asked for.</summary>
    Pending,

    /// <summary>On its way to Azure.</summary>
    Syncing,

    /// <summary>In force there.</summary>
    Synced,

    /// <summary>Taken back: it is shown no more. The name is ours.</summary>
    Deleted,
}

/// <summary>What can happen to a peering.</summary>
internal enum AzurePeeringTrigger
{
    /// <summary>It is set again.</summary>
    Update,
    Sync,
    Synced,
    Delete,
}

/// <summary>A peering's life.</summary>
internal static class AzurePeeringStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, AzurePeering> Table = new StateTable<S, T, AzurePeering>("peering")
        .Then(S.Pending, T.Sync,   S.Syncing, after: 1)
        .On  (S.Pending, T.Update, S.Pending)
        .On  (S.Pending, T.Delete, S.Deleted)
        .Then(S.Syncing, T.Synced, S.Synced,  after: 1)
        .On  (S.Syncing, T.Update, S.Pending)
        .On  (S.Syncing, T.Delete, S.Deleted)
        .On  (S.Synced,  T.Update, S.Pending)
        .On  (S.Synced,  T.Delete, S.Deleted);
#pragma warning restore format
}

/// <summary>How a connection to Azure and Azure route to each other. A connection has one of a type at most.</summary>
internal sealed class AzurePeering : Staged<S>
{
    /// <summary>Microsoft's own ASN; assumed, as the published sample is made up.</summary>
    public const long AzureAsn = 12076;

    public required string ConnectionId { get; init; }

    public Connection Connection { get; init; } = null!;

    public required AzurePeeringType Type { get; init; }

    /// <summary>The VLAN of the peering within the connection, 1 to 4094.</summary>
    public int VlanId { get; set; }

    /// <summary>The customer's ASN.</summary>
    public long PeerAsn { get; set; }

    /// <summary>A /30 between the customer and the primary port, as it was sent.</summary>
    public string PrimaryPeerSubnet { get; set; } = "";

    /// <summary>A /30 between the customer and the secondary port, as it was sent.</summary>
    public string SecondaryPeerSubnet { get; set; } = "";

    /// <summary>The public prefixes that the customer advertises; only of the type MICROSOFT.</summary>
    public IReadOnlyList<string> AdvertisedPublicPrefixes { get; set; } = [];

    /// <summary>Where those are registered; only of the type MICROSOFT.</summary>
    public string? RoutingRegistryName { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    protected override string Machine => "azure-peerings";

    /// <summary>Refuses a connection that no peering can be set on: one not to Azure, or not yet.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="leadsToAzure">Whether it does.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoAzureConnection"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public static void MustBePossibleOn(Connection connection, bool leadsToAzure)
    {
        MustBelongTo(connection, leadsToAzure);
        if (connection.Status != ConnectionStatus.Active)
        {
            throw ServiceErrors.WrongState.Because("A peering is set once the connection is ACTIVE (OpenAPI 1.0.0, "
                + "AZURE peering): read the connection until it is.", "connection", "peered",
                Spelling.Of(connection.Status));
        }
    }

    /// <summary>Refuses a connection that has no peerings.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoAzureConnection"/>.</exception>
    public static void MustBelongTo(Connection connection, bool leadsToAzure)
    {
        if (!leadsToAzure || connection.ParentId is not null)
        {
            throw ServiceErrors.NoAzureConnection.Because(leadsToAzure
                ? $"It is one of a group's subconnections, and peerings are the group's: name {connection.ParentId}."
                : "Only connections to Azure have peerings: name one that leads there.");
        }
    }

    /// <summary>Refuses a VLAN that another peering of the connection has.</summary>
    /// <param name="vlanId">The VLAN, 1 to 4094.</param>
    /// <param name="type">The type of the peering that asks for it.</param>
    /// <param name="all">The connection's peerings.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PeeringVlanInUse"/>.</exception>
    public static void MustHaveVlan(int vlanId, AzurePeeringType type, IReadOnlyList<AzurePeering> all)
    {
        if (all.FirstOrDefault(other => other.VlanId == vlanId && other.Type != type) is { } taken)
        {
            throw ServiceErrors.PeeringVlanInUse.Because(
                $"The peering {Spelling.Of(taken.Type)} has it: take another.", vlanId);
        }
    }

    /// <summary>Sets what is asked for.</summary>
    /// <param name="vlanId">The VLAN, 1 to 4094.</param>
    /// <param name="peerAsn">The customer's ASN.</param>
    /// <param name="primary">The primary subnet.</param>
    /// <param name="secondary">The secondary subnet.</param>
    /// <param name="prefixes">The public prefixes, for the type MICROSOFT.</param>
    /// <param name="registry">Their registry, for the type MICROSOFT.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.AsnRefused"/>, <see cref="ServiceErrors.PeeringSubnetInvalid"/>,
    /// <see cref="ServiceErrors.OnlyOnMicrosoftPeering"/>.
    /// </exception>
    public void Set(
        int vlanId,
        long peerAsn,
        string primary,
        string secondary,
        IReadOnlyList<string> prefixes,
        string? registry)
    {
        if (Asns.PublicAsns.Objection(peerAsn, isTaken: false) is { } objection)
        {
            throw ServiceErrors.AsnRefused.Because(objection.Explanation, peerAsn, objection.Reason);
        }

        MustBeASubnet("primaryPeerSubnet", primary);
        MustBeASubnet("secondaryPeerSubnet", secondary);
        if (Type != AzurePeeringType.Microsoft && (prefixes.Count > 0 || registry is not null))
        {
            var name = prefixes.Count > 0 ? "advertisedPublicPrefixes" : "routingRegistryName";
            throw ServiceErrors.OnlyOnMicrosoftPeering.Because($"The peering is {Spelling.Of(Type)}: leave {name} out "
                + "(OpenAPI 1.0.0, AZURE peering).", name);
        }

        (VlanId, PeerAsn, PrimaryPeerSubnet, SecondaryPeerSubnet) = (vlanId, peerAsn, primary, secondary);
        (AdvertisedPublicPrefixes, RoutingRegistryName) = (prefixes, registry);
    }

    private static void MustBeASubnet(string name, string subnet)
    {
        if (subnet.Split('/') is not [var address, "30"]
            || address.Split('.') is not { Length: 4 } parts
            || !parts.All(part => byte.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
        {
            throw ServiceErrors.PeeringSubnetInvalid.Because(
                $"{name} is a subnet of four addresses, such as 10.0.1.0/30.", name);
        }
    }
}
