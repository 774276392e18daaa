using Emulator.Domain.Messages;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.Connections.ChangeRequestStatus;
using T = Emulator.Domain.Connections.ChangeRequestTrigger;

namespace Emulator.Domain.Connections;

/// <summary>The two parties' dealings over a change of speed (000:8010-8024, 000:8284-8288).</summary>
internal static class ChangeRequestRules
{
    /// <summary>Proposes a speed, or answers a proposal with another.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="side">Who proposes.</param>
    /// <param name="speed">Mbps.</param>
    /// <param name="source">The source port's capacity without what this connection holds.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.GroupSpeedIsFixed"/>,
    /// <see cref="ServiceErrors.CapacityExceeded"/>.
    /// </exception>
    public static void ProposeChange(this Connection connection, Side side, int speed, Capacity source, Moment moment)
    {
        if (connection.Type == ConnectionType.GroupLayer2)
        {
            throw ServiceErrors.GroupSpeedIsFixed.Because("The speed of a connection group can't be updated "
                + "(000:6191).");
        }

        if (connection.Status is not (ConnectionStatus.Active or ConnectionStatus.Disabled or ConnectionStatus.Manual))
        {
            throw ServiceErrors.WrongState.Because(
                "A change request is for a connection that exists: ACTIVE, DISABLED or MANUAL. Edit a PENDING "
                + "request with POST on the connection.",
                "connection", "changed", Spelling.Of(connection.Status));
        }

        connection.MustFit(speed, source);
        var change = connection.Change ??= Begin(connection, moment);

        // "If the other company has approved the change and you reduce the speed, the change will be applied
        // automatically" (000:8288).
        var lowersWhatTheOtherApproved =
            change.Status == S.Pending && change.ApprovalOf(Other(side)) is not null && speed <= change.Speed;
        change.Put(side, speed, moment);
        ChangeRequestStateMachine.Table.Fire(change, change.Status == S.Pending ? T.Modify : T.Propose, moment);

        // Less can be had at any time (000:8024).
        if (connection.IsToSelf || lowersWhatTheOtherApproved || speed < connection.Speed)
        {
            Apply(change, moment);
            return;
        }

        connection.Write(
            Other(side),
            LetterKind.ChangeRequest,
            $"Change request for {connection.NameFor(Other(side))}",
            $"A speed of {speed} Mbps is proposed: approve it, answer with another, or reject it.",
            moment);
        connection.UpdatedAt = moment.At;
    }

    /// <summary>Approves what the other side proposed; approving one's own again changes nothing.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoChangeRequest"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public static void ApproveChange(this Connection connection, Side side, Moment moment)
    {
        var change = connection.MustHaveOpenChange();
        change.Approve(side, moment);
        if (change.ApprovedByAll)
        {
            Apply(change, moment);
        }
    }

    /// <summary>Withdraws one's own proposal, or rejects the other side's (000:8547).</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoChangeRequest"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public static void DropChange(this Connection connection, Side side, Moment moment)
    {
        var change = connection.MustHaveOpenChange();
        var withdrawn = change.ProposedBy == side;
        ChangeRequestStateMachine.Table.Fire(change, withdrawn ? T.Withdraw : T.Reject, moment);
        connection.Write(
            Other(side),
            LetterKind.ChangeRequest,
            $"Change request for {connection.NameFor(Other(side))}",
            withdrawn ? "The proposed change of speed was withdrawn." : "The proposed change of speed was rejected.",
            moment);
        connection.UpdatedAt = moment.At;
    }

    /// <summary>Marks it as read, for one side only (000:9069).</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoChangeRequest"/> where there is none.</exception>
    public static void MarkChangeRead(this Connection connection, Side side)
    {
        if (connection.Change is not { } change || change.Status == S.None)
        {
            throw ServiceErrors.NoChangeRequest.Because("There is nothing to mark as read: request.status is null.");
        }

        if (side == Side.Src)
        {
            change.ReadBySrc = true;
        }
        else
        {
            change.ReadByDest = true;
        }
    }

    /// <summary>The proposal that waits for an approval.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoChangeRequest"/>, <see cref="EmulatorErrors.WrongState"/>.
    /// </exception>
    public static ChangeRequest MustHaveOpenChange(this Connection connection) =>
        connection.Status is ConnectionStatus.Deleting or ConnectionStatus.Deleted
            ? throw ServiceErrors.WrongState.Because(
                "A deleted connection keeps the speed it had.",
                "connection",
                "changed",
                Spelling.Of(connection.Status))
        : connection.Change is { Status: S.Pending } change ? change
        : throw ServiceErrors.NoChangeRequest.Because(
            "request.status is "
                + (connection.Change is null or { Status: S.None } ? "null" : Spelling.Of(connection.Change.Status))
                + "; a change request is made with "
                + $"PUT /api/company/{{companyName}}/connections/{connection.Id}/change.");

    /// <summary>Refuses what somebody has to approve first.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void MustBeApproved(this ChangeRequest change)
    {
        if (!change.ApprovedByAll)
        {
            var missing = change.SrcApproval is null ? "source" : "destination";
            throw ServiceErrors.WrongState.Because(
                $"The {missing} hasn't approved it: somebody of that company does with PUT "
                + $"/api/company/{{companyName}}/connections/{{connectionId}}/change/approve.",
                "change request", "applied", Spelling.Of(change.Status));
        }
    }

    private static ChangeRequest Begin(Connection connection, Moment moment)
    {
        var change = new ChangeRequest { Id = connection.Id, Connection = connection };
        change.Enter(S.None, moment, Wait.ForSomeone);
        return change;
    }

    private static void Apply(ChangeRequest change, Moment moment) =>
        ChangeRequestStateMachine.Table.Fire(change, T.Apply, moment);

    private static Side Other(Side side) => side == Side.Src ? Side.Dest : Side.Src;
}
