using Emulator.Domain.Staging;
using S = Emulator.Domain.Ports.PortStatus;
using T = Emulator.Domain.Ports.PortTrigger;

namespace Emulator.Domain.Ports;

/// <summary>The documented statuses of a port (000:3794-3803).</summary>
internal enum PortStatus
{
    /// <summary>In the process of being activated.</summary>
    Activating,

    /// <summary>Allocated, awaiting a physical network connection.</summary>
    Ready,

    /// <summary>In service.</summary>
    Active,

    /// <summary>In the process of being disabled.</summary>
    Disabling,

    /// <summary>Out of service.</summary>
    Disabled,

    /// <summary>In the process of being deleted.</summary>
    Deleting,

    /// <summary>Gone.</summary>
    Deleted,

    /// <summary>Can't be determined; also what a port is while its order is under way (000:2781).</summary>
    Unknown,

    /// <summary>Being on-boarded.</summary>
    Onboarding,
}

/// <summary>What can happen to a port.</summary>
internal enum PortTrigger
{
    /// <summary>A client asks for it, or an order delivers it.</summary>
    Activate,
    Activated,
    Disable,
    Disabled,
    Delete,
    Deleted,

    /// <summary>The order that would have delivered it is cancelled.</summary>
    Abandon,

    /// <summary>It is allocated and awaits its physical connection.</summary>
    Allocate,

    /// <summary>On-boarding ends.</summary>
    Onboarded,

    /// <summary>Nobody can tell its status any more.</summary>
    Lose,
}

/// <summary>A port's life.</summary>
internal static class PortStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Port> Table = new StateTable<S, T, Port>("port")
        .Or(S.Unknown, T.Allocate, S.Ready)
        .On(S.Unknown, T.Activate, S.Activating, when: port => port.DeliveredAt is not null, condition: "delivered")
        .Or(S.Unknown, T.Abandon, S.Deleted, when: port => port.IsAbandoned, condition: "its order is cancelled")
        .On(S.Ready, T.Activate, S.Activating, when: port => port.DeliveredAt is not null, condition: "delivered")
        .Or(S.Ready, T.Abandon, S.Deleted, when: port => port.IsAbandoned, condition: "its order is cancelled")
        .Then(S.Activating, T.Activated, S.Active, after: 1)
        .On(S.Active, T.Disable, S.Disabling)
        .Or(S.Active, T.Lose, S.Unknown)
        .Then(S.Disabling, T.Disabled, S.Disabled, after: 1)
        .On(S.Disabling, T.Delete, S.Deleting)
        .On(S.Disabled, T.Activate, S.Activating)
        .On(S.Disabled, T.Delete, S.Deleting)
        .Then(S.Deleting, T.Deleted, S.Deleted, after: 1)
        .Then(S.Onboarding, T.Onboarded, S.Active, after: 1);
#pragma warning restore format
}
