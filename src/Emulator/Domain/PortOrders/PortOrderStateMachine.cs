using Emulator.Domain.Staging;
using S = Emulator.Domain.PortOrders.PortOrderStatus;
using T = Emulator.Domain.PortOrders.PortOrderTrigger;

namespace Emulator.Domain.PortOrders;

/// <summary>The documented statuses of a port order (000:2584-2594).</summary>
internal enum PortOrderStatus
{
    /// <summary>A port is reserved in the facility.</summary>
    Reserved,

    /// <summary>The request was made.</summary>
    Created,

    /// <summary>Being processed.</summary>
    Pending,

    /// <summary>A port has been allocated.</summary>
    Allocated,

    /// <summary>A LOA has been sent.</summary>
    LoaSent,

    /// <summary>The port is ready and its id valid.</summary>
    Done,

    /// <summary>The user asked for cancellation.</summary>
    Cancelling,

    /// <summary>Cancelled.</summary>
    Cancelled,

    /// <summary>With the network service provider, waiting to be fulfilled.</summary>
    WaitingForNsp,
}

/// <summary>What can happen to a port order.</summary>
internal enum PortOrderTrigger
{
    /// <summary>A reservation becomes an order.</summary>
    Confirm,
    Process,
    Allocate,
    SendToNsp,

    /// <summary>The NSP has fulfilled it.</summary>
    Fulfil,

    /// <summary>The LOA has gone out: by the service, or because a client says so with <c>loasent</c>.</summary>
    SendLoa,
    Complete,
    Cancel,
    Cancelled,
}

/// <summary>A port order's life.</summary>
internal static class PortOrderStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, PortOrder> Table = new StateTable<S, T, PortOrder>("order")
        .Or(S.Reserved, T.Confirm, S.Created)
        .On(S.Reserved, T.Cancel, S.Cancelling)
        .Then(S.Created, T.Process, S.Pending, after: 1)
        .On(S.Created, T.Cancel, S.Cancelling)
        .Then(S.Pending, T.Allocate, S.Allocated, after: 1, when: order => !order.OffNet, condition: "on-net facility")
        .Then(
            S.Pending,
            T.SendToNsp,
            S.WaitingForNsp,
            after: 1,
            when: order => order.OffNet,
            condition: "off-net facility")
        .On(S.Pending, T.Cancel, S.Cancelling)
        .Then(S.WaitingForNsp, T.Fulfil, S.Allocated, after: 1)
        .On(S.WaitingForNsp, T.Cancel, S.Cancelling)
        .Then(S.Allocated, T.SendLoa, S.LoaSent, after: 1)
        .On(S.Allocated, T.Cancel, S.Cancelling)
        .Then(S.LoaSent, T.Complete, S.Done, after: 1)
        .On(S.LoaSent, T.Cancel, S.Cancelling)
        .Then(S.Cancelling, T.Cancelled, S.Cancelled, after: 1);
#pragma warning restore format
}
