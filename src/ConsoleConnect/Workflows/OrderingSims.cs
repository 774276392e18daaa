using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>Orders SIM cards, for a new pool or for one that is there.</summary>
internal static class OrderingSims
{
    /// <summary>What is asked for.</summary>
    /// <param name="Name">What the order is called.</param>
    /// <param name="Pool">The pool that the cards come into; null for a new one.</param>
    /// <param name="PoolName">What the new pool is called; null for the order's name.</param>
    /// <param name="Apn">The APN of the cards; of a pool that is there, its own counts.</param>
    /// <param name="Quantity">How many cards.</param>
    /// <param name="Connectivity"><c>PUBLIC</c> or <c>PRIVATE</c>.</param>
    /// <param name="OrderType"><c>PAYG</c> or <c>TRIAL</c>.</param>
    /// <param name="PaymentType"><c>INVOICE</c> or <c>CREDITCARD</c>.</param>
    /// <param name="SimType"><c>PHYSICAL-SIM</c> or <c>E-SIM</c>.</param>
    /// <param name="UserEmail">The address of the user who orders.</param>
    internal sealed record Wanted(
        string Name,
        SimPool? Pool,
        string? PoolName,
        SimApn? Apn,
        int Quantity,
        string Connectivity,
        string OrderType,
        string PaymentType,
        string SimType,
        string UserEmail)
    {
        public string? DeliveryAddress { get; init; }

        public string? DeliveryEmail { get; init; }

        public string? OfferType { get; init; }

        public string? DnsPreferred { get; init; }

        public string? DnsAlternate { get; init; }

        public bool UseDefaultDns { get; init; } = true;
    }

    /// <summary>Where ids come from.</summary>
    /// <param name="Id">24 hexadecimal digits.</param>
    /// <param name="Uuid">A uuid.</param>
    internal sealed record Sources(Func<string> Id, Func<string> Uuid);

    /// <summary>Places the order.</summary>
    /// <param name="db">The tables, with all that was changed saved.</param>
    /// <param name="company">Who orders.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="sources">Where ids come from.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SimPoolFull"/>; <see cref="EmulatorErrors.MissingProperty"/>: there is no APN for
    /// everybody, and none is named.
    /// </exception>
    public static async Task<SimOrder> Order(
        EmulatorDb db, Company company, Wanted wanted, Sources sources, Moment moment, CancellationToken ct)
    {
        var pool = wanted.Pool;
        pool?.MustHold(db.Connection.CountSims(pool), wanted.Quantity);
        var apn = pool?.ApnId ?? (wanted.Apn ?? await db.UsualApn(ct)).Id;
        var order = new SimOrder
        {
            Id = sources.Uuid(),
            CompanyId = company.Id,
            FriendlyId = FriendlyId(sources.Id()),
            Name = wanted.Name,
            SimPoolName = pool?.Name ?? wanted.PoolName ?? wanted.Name,
            SimPoolId = pool?.Id,
            NewPoolId = pool is null ? sources.Uuid() : null,
            SeriesId = sources.Uuid(),
            ApnId = apn,
            ConnectivityType = wanted.Connectivity,
            OrderType = wanted.OrderType,
            PaymentType = wanted.PaymentType,
            SimType = wanted.SimType,
            SimQuantity = wanted.Quantity,
            DeliveryAddress = wanted.DeliveryAddress,
            DeliveryEmail = wanted.DeliveryEmail,
            OfferType = wanted.OfferType,
            DnsPreferred = wanted.DnsPreferred,
            DnsAlternate = wanted.DnsAlternate,
            UseDefaultDns = wanted.UseDefaultDns,
            UserEmail = wanted.UserEmail,
            CreatedAt = moment.At,
        };
        SimOrderStateMachine.Table.Begin(order, SimOrderStatus.Ordered, moment);
        db.Add(order);
        return order;
    }

    /// <summary>Nine digits of an id: those that count, and some of the others.</summary>
    private static string FriendlyId(string id) => $"IOTC{id[3..12].ToUpperInvariant()}";
}
