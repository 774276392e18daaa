using Emulator.Domain.Staging;
using S = Emulator.Domain.Connections.ChangeRequestStatus;
using T = Emulator.Domain.Connections.ChangeRequestTrigger;

namespace Emulator.Domain.Connections;

/// <summary>The documented values of <c>request.status</c> (000:8014, 000:8547).</summary>
internal enum ChangeRequestStatus
{
    /// <summary>There is none, or it has been applied: <c>null</c> on the wire.</summary>
    None,

    /// <summary>Waits for an approval.</summary>
    Pending,

    /// <summary>Taken back by the side that proposed it.</summary>
    Withdrawn,

    /// <summary>Turned down by the other side.</summary>
    Rejected,
}

/// <summary>What can happen to a change request.</summary>
internal enum ChangeRequestTrigger
{
    Propose,
    Modify,

    /// <summary>Both sides have approved: the change is made.</summary>
    Apply,
    Withdraw,
    Reject,
}

/// <summary>A change request's life (000:8010-8024).</summary>
internal static class ChangeRequestStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, ChangeRequest> Table = new StateTable<S, T, ChangeRequest>("change request")
        .On(S.None,      T.Propose,  S.Pending, when: change => change.IsProposed, condition: "a speed is proposed")
        .On(S.Pending,   T.Modify,   S.Pending)
        .On(S.Pending,   T.Apply,    S.None)
        .On(S.Pending,   T.Withdraw, S.Withdrawn)
        .On(S.Pending,   T.Reject,   S.Rejected)
        .On(S.Withdrawn, T.Propose,  S.Pending, when: change => change.IsProposed, condition: "a speed is proposed")
        .On(S.Rejected,  T.Propose,  S.Pending, when: change => change.IsProposed, condition: "a speed is proposed");
#pragma warning restore format
}

/// <summary>
/// A proposal to change a connection's speed: the <c>request</c> of a connection. A connection has at most one.
/// </summary>
internal sealed class ChangeRequest : Staged<S>
{
    /// <summary>Not kept: it is true for one move only.</summary>
    private bool proposed;

    /// <summary>The connection it belongs to; its <see cref="Staged{TState}.Id"/> is the connection's.</summary>
    public Connection Connection { get; init; } = null!;

    /// <summary>The proposed speed, Mbps.</summary>
    public int Speed { get; set; }

    /// <summary>The user who approved for the source; null while nobody has.</summary>
    public string? SrcApproval { get; set; }

    /// <summary>The user who approved for the destination; null while nobody has.</summary>
    public string? DestApproval { get; set; }

    /// <summary>Which side proposed it: withdrawing is for that side, rejecting for the other (000:8547).</summary>
    public Side ProposedBy { get; set; }

    /// <summary>The source's own mark (000:9069): the other side never sees it.</summary>
    public bool ReadBySrc { get; set; }

    /// <summary>The destination's own mark.</summary>
    public bool ReadByDest { get; set; }

    /// <summary>
    /// Whether a speed was put up just now, and found to fit: an old proposal comes to nothing by itself.
    /// </summary>
    internal bool IsProposed => proposed;

    /// <inheritdoc/>
    protected override string Machine => "change-requests";

    /// <summary>Whether everybody who must approve has.</summary>
    public bool ApprovedByAll =>
        Connection.IsToSelf
            ? SrcApproval is not null || DestApproval is not null
            : SrcApproval is not null && DestApproval is not null;

    public string? ApprovalOf(Side side) => side == Side.Src ? SrcApproval : DestApproval;

    /// <summary>The side approves what is proposed now.</summary>
    public void Approve(Side side, Moment moment)
    {
        if (side == Side.Src)
        {
            SrcApproval = moment.By;
        }
        else
        {
            DestApproval = moment.By;
        }

        UpdatedAt = moment.At;
    }

    /// <summary>
    /// Puts a speed up for approval: the proposing side approves, the other's approval falls away (000:8014-8016).
    /// </summary>
    public void Put(Side side, int speed, Moment moment)
    {
        proposed = true;
        Speed = speed;
        ProposedBy = side;
        SrcApproval = null;
        DestApproval = null;
        ReadBySrc = false;
        ReadByDest = false;
        Approve(side, moment);
    }

    /// <inheritdoc/>
    public override void Entered(S state, Moment moment, string? reason)
    {
        if (state == S.None)
        {
            Connection.SetSpeed(Speed, moment);
        }
    }
}
