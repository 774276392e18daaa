using Emulator.Domain.Staging;
using S = Emulator.Domain.Invitations.InvitationStatus;
using T = Emulator.Domain.Invitations.InvitationTrigger;

namespace Emulator.Domain.Invitations;

/// <summary>
/// Where an invitation stands. No source names these: the documents say that some are moderated before they are sent
/// (000:575, 000:698).
/// </summary>
internal enum InvitationStatus
{
    /// <summary>Waits for the Console Connect team.</summary>
    Requested,

    /// <summary>Mailed; its token can be used.</summary>
    Sent,

    /// <summary>Somebody has registered with it.</summary>
    Used,

    /// <summary>The team has said no.</summary>
    Declined,

    /// <summary>Its sender has taken it back.</summary>
    Withdrawn,
}

/// <summary>What can happen to an invitation.</summary>
internal enum InvitationTrigger
{
    /// <summary>The team lets it be sent.</summary>
    Approve,

    /// <summary>The team doesn't.</summary>
    Decline,

    /// <summary>Somebody registers with it.</summary>
    Use,

    /// <summary>It is taken back.</summary>
    Withdraw,
}

/// <summary>An invitation's life.</summary>
internal static class InvitationStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Invitation> Table = new StateTable<S, T, Invitation>("invitation")
        .Or(
            S.Requested,
            T.Approve,
            S.Sent,
            when: invitation => invitation.CanBeMailed,
            condition: "has an e-mail address")
        .Or(S.Requested, T.Decline, S.Declined)
        .On(S.Sent, T.Use, S.Used)
        .On(S.Sent, T.Withdraw, S.Withdrawn);
#pragma warning restore format
}
