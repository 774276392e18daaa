using Emulator.Domain.Staging;
using S = Emulator.Domain.SupportTickets.SupportTicketStatus;
using T = Emulator.Domain.SupportTickets.SupportTicketTrigger;

namespace Emulator.Domain.SupportTickets;

/// <summary>
/// The statuses of a support ticket. Acknowledged is printed (OpenAPI 1.0.0); the others are what has to follow, as TM
/// Forum's trouble tickets have them.
/// </summary>
[Printed(PrintedAs.Words)] // OpenAPI 1.0.0
internal enum SupportTicketStatus
{
    /// <summary>Support has it.</summary>
    Acknowledged,

    /// <summary>Support works on it.</summary>
    InProgress,

    /// <summary>Support thinks it is solved.</summary>
    Resolved,

    /// <summary>Over.</summary>
    Closed,
}

/// <summary>What can happen to a support ticket: all of it is Support's to do.</summary>
internal enum SupportTicketTrigger
{
    Start,
    Resolve,
    Close,

    /// <summary>It wasn't solved after all.</summary>
    Reopen,
}

/// <summary>A support ticket's life.</summary>
internal static class SupportTicketStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, SupportTicket> Table = new StateTable<S, T, SupportTicket>("support ticket")
        .Then(S.Acknowledged, T.Start,   S.InProgress, after: 2)
        .Or  (S.Acknowledged, T.Resolve, S.Resolved)
        .Or  (S.Acknowledged, T.Close,   S.Closed)
        .Then(S.InProgress,   T.Resolve, S.Resolved,   after: 5)
        .Or  (S.InProgress,   T.Close,   S.Closed)
        .Then(S.Resolved,     T.Close,   S.Closed,     after: 5)
        .Or  (S.Resolved,     T.Reopen,  S.InProgress)
        .Or  (S.Closed,       T.Reopen,  S.InProgress);
#pragma warning restore format
}
