using Emulator.Domain.Staging;
using S = Emulator.Domain.EdgeSim.SimPoolStatus;
using T = Emulator.Domain.EdgeSim.SimPoolTrigger;

namespace Emulator.Domain.EdgeSim;

/// <summary>
/// The statuses of a SIM pool: CREATED is what samples show, PROCESSING and FAILED are the schema's (OpenAPI 1.59.2).
/// </summary>
internal enum SimPoolStatus
{
    /// <summary>There, and as it was asked for.</summary>
    Created,

    /// <summary>Its firewall is being changed.</summary>
    Processing,

    /// <summary>Its firewall could not be changed; <see cref="SimPool.ErrorReason"/> says why.</summary>
    Failed,

    /// <summary>Gone: no list has it and no id finds it.</summary>
    Deleted,
}

/// <summary>What can happen to a SIM pool.</summary>
internal enum SimPoolTrigger
{
    /// <summary>Another firewall is asked for.</summary>
    Configure,
    Configured,
    Fail,

    /// <summary>Console Connect tries again.</summary>
    Retry,
    Delete,
}

/// <summary>A SIM pool's life.</summary>
internal static class SimPoolStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, SimPool> Table = new StateTable<S, T, SimPool>("SIM pool")
        .On  (S.Created,    T.Configure,  S.Processing)
        .Then(S.Processing, T.Configured, S.Created, after: 1)
        .Or  (S.Processing, T.Fail,       S.Failed)
        .On  (S.Failed,     T.Configure,  S.Processing)
        .Or  (S.Failed,     T.Retry,      S.Processing)
        .On  (S.Created,    T.Delete,     S.Deleted)
        .On  (S.Failed,     T.Delete,     S.Deleted);
#pragma warning restore format
}

/// <summary>What is between a pool's SIM cards and the Internet.</summary>
internal enum SimFirewall
{
    Disabled,
    Enabled,
}

/// <summary>
/// A group of SIM cards that share an APN, a subnet and name servers, and are a site of a CloudRouter together.
/// </summary>
internal sealed class SimPool : Staged<SimPoolStatus>
{
    public required string CompanyId { get; init; }

    public required string Name { get; set; }

    public required string ApnId { get; set; }

    /// <summary>The number of its subnet in <see cref="SimSubnets"/>, from 0.</summary>
    public required int Block { get; init; }

    public SimFirewall Firewall { get; set; }

    public string? PrimaryDns { get; set; }

    public string? SecondaryDns { get; set; }

    public bool UseDefaultDns { get; set; } = true;

    /// <summary>Why it is FAILED; null otherwise.</summary>
    public string? ErrorReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "sim-pools";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>How its firewall stands, in the schema's words.</summary>
    public string FirewallStatus => Status switch
    {
        SimPoolStatus.Processing => "PROCESSING",
        SimPoolStatus.Failed => "FAILED",
        _ => "SUCCESS",
    };

    /// <inheritdoc/>
    public override void Entered(SimPoolStatus state, Moment moment, string? reason)
    {
        ErrorReason = state == SimPoolStatus.Failed ? reason ?? "The firewall could not be changed" : null;
        if (state == SimPoolStatus.Deleted)
        {
            DeletedAt = moment.At;
        }
    }
}
