using Emulator.Domain.Connections;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;

namespace Emulator.Domain.Sonata;

/// <summary>
/// An order that was placed in MEF's dialect. It stands for an ordinary port order, connection or deletion, whose state
/// is its own: there is nothing that could tell otherwise than the service's other routes do.
/// </summary>
internal sealed class SonataOrder
{
    /// <summary>A uuid.</summary>
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>The buyer's own number of it.</summary>
    public string? ExternalId { get; init; }

    public required IReadOnlyList<SonataContact> Contacts { get; init; }

    public required SonataItem Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The ordinary order, where it adds a port; null for everything else.</summary>
    public string? PortOrderId { get; init; }

    /// <summary>The port that it adds or deletes; null where it is about a connection.</summary>
    public string? PortId { get; init; }

    /// <summary>The connection that it adds or deletes; null where it is about a port.</summary>
    public string? ConnectionId { get; init; }

    public PortOrder? PortOrder { get; init; }

    public Port? Port { get; init; }

    public Connection? Connection { get; init; }

    public bool Adds => Item.Action == SonataItem.Add;

    /// <summary>
    /// The product: a port's id or a connection's. A port is one once its order is done; until then there is none.
    /// </summary>
    public string? ProductId => ConnectionId ?? (Adds ? PortOrder?.DeliveredPortId : PortId);

    /// <summary>The service's own id of it: "used for other purpose" (OpenAPI 1.59.2).</summary>
    public string OrderId => PortOrderId ?? PortId ?? ConnectionId!;

    /// <summary>How far it is.</summary>
    /// <param name="now">The present instant, UTC: in the one it was placed in, it is acknowledged.</param>
    public SonataOrderState StateAt(DateTimeOffset now) =>
        now <= PlacedAt ? SonataOrderState.Acknowledged
        : !Adds ? (Port?.Status == PortStatus.Deleted || Connection?.Status == ConnectionStatus.Deleted
            ? SonataOrderState.Completed
            : Connection?.Status == ConnectionStatus.Error ? SonataOrderState.Failed : SonataOrderState.InProgress)
        : PortOrder is { } order ? OfAPortOrder(order.Status)
        : OfAConnection(Connection!);

    /// <summary>When it last went on, UTC.</summary>
    public DateTimeOffset ChangedAt => (Adds ? PortOrder?.Since : null) ?? Port?.Since ?? Connection!.Since;

    private static SonataOrderState OfAPortOrder(PortOrderStatus status) => status switch
    {
        PortOrderStatus.Created or PortOrderStatus.Reserved or PortOrderStatus.Draft => SonataOrderState.Acknowledged,
        PortOrderStatus.Done => SonataOrderState.Completed,
        PortOrderStatus.Cancelling => SonataOrderState.PendingCancellation,
        PortOrderStatus.Cancelled => SonataOrderState.Cancelled,
        PortOrderStatus.Error => SonataOrderState.Failed,
        _ => SonataOrderState.InProgress,
    };

    private static SonataOrderState OfAConnection(Connection connection) => connection switch
    {
        { Status: ConnectionStatus.Cancelled } => SonataOrderState.Cancelled,
        { Status: ConnectionStatus.Denied } => SonataOrderState.Rejected,
        { FirstActiveAt: not null } => SonataOrderState.Completed,
        { Status: ConnectionStatus.Error } => SonataOrderState.Failed,
        { Status: ConnectionStatus.Deleting or ConnectionStatus.Deleted } => SonataOrderState.Cancelled,
        _ => SonataOrderState.InProgress,
    };
}

/// <summary>The states of an order in MEF's words (OpenAPI 1.59.2, schema MEFProductOrderStateType).</summary>
internal enum SonataOrderState
{
    Acknowledged,
    InProgress,
    Completed,
    Failed,
    Rejected,
    PendingCancellation,
    Cancelled,
}

/// <summary>What becomes of a product, in MEF's words (OpenAPI 1.59.2, schema MEFProductStatusType).</summary>
internal enum SonataProductStatus
{
    PendingActive,
    Active,
    Suspended,
    PendingTerminate,
    Terminated,
    Cancelled,
}

/// <summary>What ordinary statuses are called in MEF's words; which is which is assumed.</summary>
internal static class SonataProducts
{
    /// <summary>A port's.</summary>
    public static SonataProductStatus StatusOf(Port port) => port.Status switch
    {
        PortStatus.Active => SonataProductStatus.Active,
        PortStatus.Disabling or PortStatus.Disabled => SonataProductStatus.Suspended,
        PortStatus.Deleting => SonataProductStatus.PendingTerminate,
        PortStatus.Deleted => SonataProductStatus.Terminated,
        _ => SonataProductStatus.PendingActive,
    };

    /// <summary>A connection's.</summary>
    public static SonataProductStatus StatusOf(Connection connection) => connection.Status switch
    {
        ConnectionStatus.Active => SonataProductStatus.Active,
        ConnectionStatus.Disabling or ConnectionStatus.Disabled or ConnectionStatus.Enabling
            or ConnectionStatus.Error => SonataProductStatus.Suspended,
        ConnectionStatus.Deleting => SonataProductStatus.PendingTerminate,
        ConnectionStatus.Deleted => SonataProductStatus.Terminated,
        ConnectionStatus.Cancelled or ConnectionStatus.Denied => SonataProductStatus.Cancelled,
        _ => SonataProductStatus.PendingActive,
    };
}
