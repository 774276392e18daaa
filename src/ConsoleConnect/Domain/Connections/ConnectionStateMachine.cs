using Emulator.Domain.Staging;
using S = Emulator.Domain.Connections.ConnectionStatus;
using T = Emulator.Domain.Connections.ConnectionTrigger;

namespace Emulator.Domain.Connections;

/// <summary>The documented statuses of a connection (000:5585-5599).</summary>
internal enum ConnectionStatus
{
    /// <summary>Waits for the approval of at least one party.</summary>
    Pending,

    /// <summary>Waits for the customer to accept it in the cloud partner's own console.</summary>
    PendingAcceptance,

    /// <summary>Accepted by all parties.</summary>
    Accepted,

    /// <summary>Being created.</summary>
    Creating,

    /// <summary>
    /// On the way from DISABLED to ACTIVE: named as the next status in the documents' table (000:5593), where it has no
    /// line of its own.
    /// </summary>
    Enabling,

    /// <summary>Being activated.</summary>
    Activating,

    /// <summary>In service.</summary>
    Active,

    /// <summary>Being disabled.</summary>
    Disabling,

    /// <summary>Out of service.</summary>
    Disabled,

    /// <summary>Being deleted.</summary>
    Deleting,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>Withdrawn by the source.</summary>
    Cancelled,

    /// <summary>Rejected by the destination.</summary>
    Denied,

    /// <summary>Failed; <c>errorReason</c> says how.</summary>
    Error,

    /// <summary>Provisioned by hand: waits for Console Connect's support.</summary>
    Manual,
}

/// <summary>What can happen to a connection.</summary>
internal enum ConnectionTrigger
{
    /// <summary>Every party has approved.</summary>
    Accept,

    /// <summary>The customer accepts it in the cloud partner's console.</summary>
    PartnerAccept,
    Create,
    Created,
    Fail,
    ProvisionManually,
    Disable,
    Disabled,
    Enable,
    Enabled,
    Activated,
    Delete,
    Deleted,

    /// <summary>The source withdraws the request.</summary>
    Cancel,

    /// <summary>The destination rejects the request.</summary>
    Deny,
}

/// <summary>A connection's life: the documents' table of statuses (000:5585-5599).</summary>
internal static class ConnectionStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Connection> Table = new StateTable<S, T, Connection>("connection")
        .Then(
            S.Pending,
            T.Accept,
            S.Accepted,
            after: 1,
            when: connection => connection.IsToSelf && connection.DestPortId is not null,
            condition: "to self, once its port is named")
        .On(
            S.Pending,
            T.Accept,
            S.Accepted,
            when: connection => !connection.IsToSelf && connection.DestPortId is not null,
            condition: "to another company, once its port is named and both have approved")
        .On(S.Pending, T.Cancel, S.Cancelled)
        .On(S.Pending, T.Deny, S.Denied)
        .Or(S.PendingAcceptance, T.PartnerAccept, S.Creating)
        .On(S.PendingAcceptance, T.Delete, S.Deleting)
        .Then(S.Accepted, T.Create, S.Creating, after: 1)
        .Or(S.Accepted, T.ProvisionManually, S.Manual)
        .On(S.Accepted, T.Delete, S.Deleting)
        .Then(S.Creating, T.Created, S.Active, after: 1)
        .Or(S.Creating, T.Fail, S.Error)
        .On(S.Creating, T.Delete, S.Deleting)
        .On(S.Active, T.Disable, S.Disabling)
        .On(S.Active, T.Delete, S.Deleting)
        .Then(S.Disabling, T.Disabled, S.Disabled, after: 1)
        .On(S.Disabling, T.Delete, S.Deleting)
        .On(S.Disabled, T.Enable, S.Enabling)
        .On(S.Disabled, T.Delete, S.Deleting)
        .Then(S.Enabling, T.Enabled, S.Activating, after: 1)
        .On(S.Enabling, T.Delete, S.Deleting)
        .Then(S.Activating, T.Activated, S.Active, after: 1)
        .On(S.Activating, T.Delete, S.Deleting)
        .On(S.Error, T.Delete, S.Deleting)
        .Or(S.Manual, T.Create, S.Creating)
        .On(S.Manual, T.Delete, S.Deleting)
        .Then(S.Deleting, T.Deleted, S.Deleted, after: 1);
#pragma warning restore format
}
