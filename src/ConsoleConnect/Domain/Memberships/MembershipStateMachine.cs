using Emulator.Domain.Staging;
using S = Emulator.Domain.Memberships.MembershipStatus;
using T = Emulator.Domain.Memberships.MembershipTrigger;

namespace Emulator.Domain.Memberships;

/// <summary>The documented states of a membership (000:1818; OpenAPI 1.0.0 says what each means).</summary>
internal enum MembershipStatus
{
    /// <summary>Asked for, by the user or by the company, and not answered yet; or suspended by the company.</summary>
    Inactive,

    /// <summary>A member.</summary>
    Active,

    /// <summary>Denied by the company: the user can't ask again (000:1938).</summary>
    Denied,

    /// <summary>Taken back by the one who asked, declined by the user, or ended.</summary>
    Cancelled,
}

/// <summary>What can happen to a membership.</summary>
internal enum MembershipTrigger
{
    /// <summary>The user asks.</summary>
    Request,

    /// <summary>The company asks.</summary>
    Invite,

    /// <summary>The one who was asked agrees.</summary>
    Accept,

    /// <summary>The company refuses, or turns a member out for good.</summary>
    Deny,

    /// <summary>Either takes back what they asked, or the user declines.</summary>
    Cancel,

    /// <summary>The company makes a member inactive.</summary>
    Suspend,

    /// <summary>The user leaves, or is removed.</summary>
    Leave,
}

/// <summary>A membership's life.</summary>
internal static class MembershipStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Membership> Table = new StateTable<S, T, Membership>("membership")
        .On(S.Inactive,  T.Accept,  S.Active)
        .On(S.Inactive,  T.Deny,    S.Denied)
        .On(S.Inactive,  T.Cancel,  S.Cancelled)
        .On(S.Active,    T.Suspend, S.Inactive)
        .On(S.Active,    T.Deny,    S.Denied)
        .On(S.Active,    T.Leave,   S.Cancelled)
        .On(S.Denied,    T.Invite,  S.Inactive)
        .On(S.Denied,    T.Accept,  S.Active)
        .On(S.Cancelled, T.Request, S.Inactive)
        .On(S.Cancelled, T.Invite,  S.Inactive);
#pragma warning restore format
}
