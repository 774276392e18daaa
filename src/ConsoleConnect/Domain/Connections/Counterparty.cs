using Emulator.Domain.Staging;

namespace Emulator.Domain.Connections;

/// <summary>What a company does by itself when another one asks something of it.</summary>
internal enum ReplyPolicy
{
    /// <summary>Nothing: it waits for its people, who log in and answer.</summary>
    Ignore,

    /// <summary>
    /// It approves, with its oldest ACTIVE port in the requested metro that can carry the connection.
    /// </summary>
    Approve,

    /// <summary>It rejects.</summary>
    Reject,

    /// <summary>It answers with a lower speed.</summary>
    Modify,
}

/// <summary>
/// How a company answers connection requests and change requests of others, where the emulator plays its part. Real
/// companies have people for it; no document mentions it.
/// </summary>
internal sealed class Counterparty
{
    /// <summary>The company.</summary>
    public required string CompanyId { get; init; }

    /// <summary>What it does.</summary>
    public required ReplyPolicy Policy { get; set; }

    /// <summary>
    /// How long it takes, seconds of the sandbox's clock, whatever the progression of the service's own moves.
    /// </summary>
    public int DelaySeconds { get; set; }

    /// <summary>
    /// With <see cref="ReplyPolicy.Modify"/>, the share of the asked speed that it answers with, per cent.
    /// </summary>
    public int SpeedPercent { get; set; } = UsualSpeedPercent;

    /// <summary>Half of what was asked.</summary>
    public const int UsualSpeedPercent = 50;

    /// <summary>The speed that it answers with, Mbps: less than was asked, where less can be.</summary>
    public int Lowered(int asked) => Math.Max(1, (int)((long)asked * SpeedPercent / 100));
}

/// <summary>Where a company's reply stands. No source names these.</summary>
internal enum ReplyStatus
{
    /// <summary>The company hasn't answered yet.</summary>
    Waiting,

    /// <summary>It has answered as its policy says.</summary>
    Given,

    /// <summary>There was nothing to answer any more: somebody was quicker, or the policy was taken back.</summary>
    Moot,

    /// <summary>It couldn't answer so; the history says which rule forbids it.</summary>
    Failed,
}

/// <summary>What can happen to a reply.</summary>
internal enum ReplyTrigger
{
    /// <summary>The company is asked, for the first time or again.</summary>
    Ask,

    /// <summary>It answers.</summary>
    Give,

    /// <summary>It has nothing to answer.</summary>
    Drop,

    /// <summary>A rule forbids its answer.</summary>
    Fail,
}

/// <summary>A reply's life.</summary>
internal static class ReplyStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<ReplyStatus, ReplyTrigger, Reply> Table = new StateTable<
        ReplyStatus,
        ReplyTrigger,
        Reply
    >("reply")
        .Then(ReplyStatus.Waiting, ReplyTrigger.Give, ReplyStatus.Given)
        .Or  (ReplyStatus.Waiting, ReplyTrigger.Drop, ReplyStatus.Moot)
        .Or  (ReplyStatus.Waiting, ReplyTrigger.Fail, ReplyStatus.Failed)
        .On  (ReplyStatus.Waiting, ReplyTrigger.Ask,  ReplyStatus.Waiting)
        .On  (ReplyStatus.Given,   ReplyTrigger.Ask,  ReplyStatus.Waiting)
        .On  (ReplyStatus.Moot,    ReplyTrigger.Ask,  ReplyStatus.Waiting)
        .On  (ReplyStatus.Failed,  ReplyTrigger.Ask,  ReplyStatus.Waiting);
#pragma warning restore format
}

/// <summary>
/// A company's answer that is to come, to what is asked of it about a connection. One a connection, asked for again
/// each time its approval is wanted; its id is the connection's.
/// </summary>
internal sealed class Reply : Staged<ReplyStatus>
{
    public Connection Connection { get; init; } = null!;

    /// <summary>The side that is to answer.</summary>
    public Side Side { get; private set; }

    /// <inheritdoc/>
    protected override string Machine => "replies";

    /// <summary>Asks a company for an answer about a connection.</summary>
    /// <param name="reply">The connection's earlier reply; null where there was none.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="side">Who is asked.</param>
    /// <param name="after">How long it takes to answer.</param>
    /// <param name="moment">When it is asked, and by whom.</param>
    public static Reply Ask(Reply? reply, Connection connection, Side side, TimeSpan after, Moment moment)
    {
        if (reply is null)
        {
            reply = new Reply { Id = connection.Id, Connection = connection };
            ReplyStateMachine.Table.Begin(reply, ReplyStatus.Waiting, moment);
        }
        else
        {
            ReplyStateMachine.Table.Fire(reply, ReplyTrigger.Ask, moment);
        }

        reply.Side = side;
        reply.Await(new Wait(moment.At + after, Polls: null));
        return reply;
    }

    /// <summary>Whose approval a connection waits for; null where it waits for nobody's.</summary>
    public static Side? AwaitedBy(Connection connection) => connection switch
    {
        { IsToSelf: true } => null,
        { Status: ConnectionStatus.Pending, DestApprovedBy: null } => Side.Dest,
        { Status: ConnectionStatus.Pending, SrcApprovedBy: null } => Side.Src,
        { Status: ConnectionStatus.PendingAcceptance } => Side.Dest,
        { Change: { Status: ChangeRequestStatus.Pending, DestApproval: null } } => Side.Dest,
        { Change: { Status: ChangeRequestStatus.Pending, SrcApproval: null } } => Side.Src,
        _ => null,
    };

    /// <summary>It was given.</summary>
    public void Give(string how, Moment moment) => ReplyStateMachine.Table.Fire(this, ReplyTrigger.Give, moment, how);

    /// <summary>There was nothing to answer any more.</summary>
    public void Drop(string why, Moment moment) => ReplyStateMachine.Table.Fire(this, ReplyTrigger.Drop, moment, why);

    /// <summary>A rule forbids it.</summary>
    public void Fail(Errors.Refusal refusal, Moment moment) =>
        ReplyStateMachine.Table.Fire(this, ReplyTrigger.Fail, moment, $"{refusal.Message}. {refusal.Explanation}");
}
