using Emulator.Domain.Staging;
using S = Emulator.Domain.PortOrders.PortOrderStatus;
using T = Emulator.Domain.PortOrders.PortOrderTrigger;

namespace Emulator.Domain.PortOrders;

/// <summary>
/// The documented statuses of a port order (000:2584-2594), and those that OpenAPI 1.59.2 adds, the last three of them
/// for orders of edge ports.
/// </summary>
[Printed(PrintedAs.Lower)] // 000:2584-2594
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

    /// <summary>A port is being reserved: the system chooses the next one that is free.</summary>
    Processing,

    /// <summary>The cross connect that comes with the port is being set up.</summary>
    SetupXc,

    /// <summary>Something failed; the order's message says what.</summary>
    Error,

    /// <summary>Begun, and not ordered yet.</summary>
    Draft,

    /// <summary>The site is being surveyed.</summary>
    SiteSurvey,

    /// <summary>It is being installed on site.</summary>
    Installation,
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
    [Done("marked as loa_sent")]
    SendLoa,
    Complete,

    /// <summary>The service reserves a port, rather than only takes note of the order.</summary>
    Reserve,

    /// <summary>The LOA has gone out, and the cross connect that is bundled with the port is next.</summary>
    SetUpCrossConnect,

    /// <summary>The site is to be looked at before anything is allocated.</summary>
    Survey,

    /// <summary>The survey is over.</summary>
    Install,

    /// <summary>The service can't go on.</summary>
    Fail,
    Cancel,
    Cancelled,
}

/// <summary>A port order's life.</summary>
internal static class PortOrderStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, PortOrder> Table = new StateTable<S, T, PortOrder>("order")
        .Or(S.Draft, T.Confirm, S.Created)
        .On(S.Draft, T.Cancel, S.Cancelling)
        .Or(S.Reserved, T.Confirm, S.Created)
        .On(S.Reserved, T.Cancel, S.Cancelling)
        .Then(S.Created, T.Process, S.Pending, after: 1)
        .Or(S.Created, T.Reserve, S.Processing)
        .Or(S.Created, T.Fail, S.Error)
        .On(S.Created, T.Cancel, S.Cancelling)
        .Then(S.Processing, T.Allocate, S.Allocated, after: 1)
        .Or(S.Processing, T.Fail, S.Error)
        .On(S.Processing, T.Cancel, S.Cancelling)
        .Then(
            S.Pending,
            T.Allocate,
            S.Allocated,
            after: 1,
            when: order => !order.OffNet && !order.IsEdgePort,
            condition: "on-net facility")
        .Then(
            S.Pending,
            T.SendToNsp,
            S.WaitingForNsp,
            after: 1,
            when: order => order.OffNet,
            condition: "off-net facility")
        .Then(
            S.Pending, T.Survey, S.SiteSurvey, after: 1, when: order => order.IsEdgePort, condition: "edge port")
        .Or(S.Pending, T.Survey, S.SiteSurvey, when: order => !order.IsEdgePort, condition: "no edge port")
        .Or(S.Pending, T.Fail, S.Error)
        .On(S.Pending, T.Cancel, S.Cancelling)
        .Then(S.SiteSurvey, T.Install, S.Installation, after: 1)
        .Or(S.SiteSurvey, T.Fail, S.Error)
        .On(S.SiteSurvey, T.Cancel, S.Cancelling)
        .Then(S.Installation, T.Complete, S.Done, after: 1)
        .Or(S.Installation, T.Fail, S.Error)
        .On(S.Installation, T.Cancel, S.Cancelling)
        .Then(S.WaitingForNsp, T.Fulfil, S.Allocated, after: 1)
        .Or(S.WaitingForNsp, T.Fail, S.Error)
        .On(S.WaitingForNsp, T.Cancel, S.Cancelling)
        .Then(S.Allocated, T.SendLoa, S.LoaSent, after: 1)
        .Or(S.Allocated, T.Fail, S.Error)
        .On(S.Allocated, T.Cancel, S.Cancelling)
        .Then(
            S.LoaSent,
            T.Complete,
            S.Done,
            after: 1,
            when: order => !order.BundleCrossConnect,
            condition: "no cross connect bundled")
        .Then(
            S.LoaSent,
            T.SetUpCrossConnect,
            S.SetupXc,
            after: 1,
            when: order => order.BundleCrossConnect,
            condition: "cross connect bundled")
        .Or(S.LoaSent, T.Fail, S.Error)
        .On(S.LoaSent, T.Cancel, S.Cancelling)
        .Then(S.SetupXc, T.Complete, S.Done, after: 1)
        .Or(S.SetupXc, T.Fail, S.Error)
        .On(S.SetupXc, T.Cancel, S.Cancelling)
        .Or(S.Error, T.Reserve, S.Processing)
        .On(S.Error, T.Cancel, S.Cancelling)
        .Then(S.Cancelling, T.Cancelled, S.Cancelled, after: 1);
#pragma warning restore format
}
