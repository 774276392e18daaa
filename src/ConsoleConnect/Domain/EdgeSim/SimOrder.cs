using Emulator.Domain.Staging;
using S = Emulator.Domain.EdgeSim.SimOrderStatus;
using T = Emulator.Domain.EdgeSim.SimOrderTrigger;

namespace Emulator.Domain.EdgeSim;

/// <summary>
/// The statuses of an order of SIM cards. ORDERED and PROCESSED are printed (OpenAPI 1.59.2), the others are what has
/// to be between them and what has to follow.
/// </summary>
internal enum SimOrderStatus
{
    /// <summary>Taken.</summary>
    Ordered,

    /// <summary>The cards are being made.</summary>
    Processing,

    /// <summary>Done: the pool is there, with its SIM cards.</summary>
    Processed,

    /// <summary>Failed; <see cref="SimOrder.ErrorReason"/> says why.</summary>
    Failed,
}

/// <summary>What can happen to an order of SIM cards.</summary>
internal enum SimOrderTrigger
{
    Process,
    Processed,
    Fail,

    /// <summary>Console Connect tries again.</summary>
    Retry,
}

/// <summary>The life of an order of SIM cards.</summary>
internal static class SimOrderStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, SimOrder> Table = new StateTable<S, T, SimOrder>("order")
        .Then(S.Ordered,    T.Process,   S.Processing, after: 1)
        .Then(S.Processing, T.Processed, S.Processed,  after: 1)
        .Or  (S.Ordered,    T.Fail,      S.Failed)
        .Or  (S.Processing, T.Fail,      S.Failed)
        .Or  (S.Failed,     T.Retry,     S.Processing);
#pragma warning restore format
}

/// <summary>
/// An order of SIM cards. Once it is PROCESSED they are in a pool: a new one, or the one that it names.
/// </summary>
internal sealed class SimOrder : Staged<SimOrderStatus>
{
    public required string CompanyId { get; init; }

    /// <summary>What people call it: <c>IOTC</c> and nine hexadecimal digits.</summary>
    public required string FriendlyId { get; init; }

    public required string Name { get; init; }

    /// <summary>What the new pool is called.</summary>
    public required string SimPoolName { get; init; }

    /// <summary>The pool of the cards; null while it isn't there.</summary>
    public string? SimPoolId { get; set; }

    /// <summary>The id that the new pool will have; null where the order names one that is there.</summary>
    public string? NewPoolId { get; init; }

    /// <summary>A uuid, whose last digits are counted up for the ids of its cards.</summary>
    public required string SeriesId { get; init; }

    public required string ApnId { get; init; }

    /// <summary><c>PUBLIC</c>, the Internet behind a firewall, or <c>PRIVATE</c>.</summary>
    public required string ConnectivityType { get; init; }

    /// <summary><c>PAYG</c> or <c>TRIAL</c>.</summary>
    public required string OrderType { get; init; }

    /// <summary><c>INVOICE</c> or <c>CREDITCARD</c>.</summary>
    public required string PaymentType { get; init; }

    /// <summary><c>PHYSICAL-SIM</c> or <c>E-SIM</c>.</summary>
    public required string SimType { get; init; }

    /// <summary>How many cards.</summary>
    public required int SimQuantity { get; init; }

    public string? DeliveryAddress { get; init; }

    public string? DeliveryEmail { get; init; }

    public string? OfferType { get; init; }

    public string? DnsPreferred { get; init; }

    public string? DnsAlternate { get; init; }

    public bool UseDefaultDns { get; init; } = true;

    /// <summary>The address of the user who ordered.</summary>
    public required string UserEmail { get; init; }

    /// <summary>Why it is FAILED; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    protected override string Machine => "sim-orders";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>The firewall that its new pool has: the Internet is behind one.</summary>
    public SimFirewall Firewall => ConnectivityType == Public ? SimFirewall.Enabled : SimFirewall.Disabled;

    /// <summary>The Internet, behind a firewall.</summary>
    public const string Public = "PUBLIC";

    /// <summary>The id of one of its cards.</summary>
    /// <param name="number">Which one, from 0.</param>
    public string IdOfSim(int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SeriesId[..24]}{number:x12}");

    /// <inheritdoc/>
    public override void Entered(SimOrderStatus state, Moment moment, string? reason) =>
        ErrorReason = state == SimOrderStatus.Failed ? reason ?? "The SIM cards could not be provided" : null;
}
