using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using S = Emulator.Domain.InternetOnDemand.FlexStatus;
using T = Emulator.Domain.InternetOnDemand.FlexTrigger;

namespace Emulator.Domain.InternetOnDemand;

/// <summary>
/// The statuses of a flex. REQUESTED and SUCCESS are documented (OpenAPI 1.0.0, flex); that one is processed, 002:617
/// tells; that one may fail, is assumed.
/// </summary>
internal enum FlexStatus
{
    Requested,

    /// <summary>"The latest flex is the most recent flex request (which may still be processing)" (002:617).</summary>
    Processing,
    Success,
    Failed,
}

/// <summary>What can happen to a flex.</summary>
internal enum FlexTrigger
{
    Process,
    Succeed,
    Fail,
}

/// <summary>Whether a flex gives more than there was or less.</summary>
internal enum FlexType
{
    Upgrade,
    Downgrade,
}

/// <summary>A flex's life.</summary>
internal static class FlexStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Flex> Table = new StateTable<S, T, Flex>("flex")
        .Then(S.Requested,  T.Process, S.Processing, after: 1)
        .Or  (S.Requested,  T.Fail,    S.Failed)
        .Then(S.Processing, T.Succeed, S.Success,    after: 1)
        .Or  (S.Processing, T.Fail,    S.Failed);
#pragma warning restore format
}

/// <summary>A change of a service's bandwidth for as long as it is wanted, billed by the hour.</summary>
internal sealed class Flex : Staged<S>
{
    public required string ServiceId { get; init; }

    public IodService Service { get; set; } = null!;

    public required FlexType Type { get; init; }

    /// <summary>What the service is flexed to in all, Mbps (002:579).</summary>
    public required int Bandwidth { get; init; }

    /// <summary>A uuid.</summary>
    public required string LineItemId { get; init; }

    /// <summary>The whole second from which it is wanted, UTC.</summary>
    public required DateTimeOffset ScheduledAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Since when it is in force, UTC; null where it never was, and for a flex back to the contract, after which none
    /// is.
    /// </summary>
    public DateTimeOffset? ActiveFrom { get; set; }

    /// <summary>Until when it was in force, UTC; null while it is.</summary>
    public DateTimeOffset? ActiveUntil { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "flexes";

    /// <summary>Whether it is neither made nor failed.</summary>
    public bool InProgress => Status is S.Requested or S.Processing;

    /// <summary>Whether it is in force (002:617).</summary>
    public bool Active => ActiveFrom is not null && ActiveUntil is null;

    /// <summary>What it gives on top of the contract, Mbps.</summary>
    public int Extra => Bandwidth - Service.ContractBandwidth;

    /// <summary>Whether it leads back to what was ordered.</summary>
    public bool ToBaseContract => Extra == 0;

    /// <summary>The code it was asked for with; null where none was.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>
    /// The hours it was in force, rounded up to four decimals as the sample's 0.171 seconds are (089: <c>0.0001</c>).
    /// </summary>
    public decimal Hours =>
        ActiveFrom is { } from && ActiveUntil is { } until
            ? Math.Ceiling((until - from).Ticks * 10_000m / TimeSpan.TicksPerHour) / 10_000m
            : 0;

    /// <summary>
    /// What it costs an hour, by the list and the discount it was asked for with: what its price said.
    /// </summary>
    public decimal RateBy(Prices prices) =>
        FlexPricing.Of(prices.List, Extra, prices.DiscountOf(DiscountCode), Service.AccessPort.Spot)?.Hourly ?? 0;

    /// <summary>What it has cost.</summary>
    public decimal TotalBy(Prices prices) => Money.Plain(RateBy(prices) * Hours);

    /// <summary>Ends it while it is in progress.</summary>
    public void Fail(Moment moment, string reason) => FlexStateMachine.Table.Fire(this, T.Fail, moment, reason);

    /// <summary>Another bandwidth takes its place.</summary>
    public void End(Moment moment)
    {
        ActiveUntil = moment.At;
        UpdatedAt = moment.At;
    }

    /// <inheritdoc/>
    public override void Entered(S state, Moment moment, string? reason)
    {
        switch (state)
        {
            case S.Success:
                Service.ActiveFlex?.End(moment);
                Service.RateLimit = Bandwidth;
                Service.UpdatedAt = moment.At;
                ActiveFrom = ToBaseContract ? null : moment.At;
                Service.Log("FlexSucceeded", moment, Told);
                break;
            case S.Failed:
                Service.Log("FlexFailed", moment, reason is null ? Told : $"{Told}: {reason}");
                break;
        }
    }

    /// <summary>The flex in a few words, for the service's log.</summary>
    internal string Told => $"{Spelling.Of(Type)} to {Bandwidth} Mbps";
}
