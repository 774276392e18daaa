using Emulator.Domain.Messages;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.Connections.ConnectionStatus;
using T = Emulator.Domain.Connections.ConnectionTrigger;

namespace Emulator.Domain.Connections;

/// <summary>
/// What the two parties may do with a connection, and what follows (000:5601-5625, 000:6183-6191, 000:8010-8024).
/// </summary>
internal static class ConnectionRules
{
    /// <summary>Starts the request: creating it is the source's approval (000:6505).</summary>
    /// <param name="connection">The new connection.</param>
    /// <param name="waitsForPartner">Whether a cloud partner's customer has to accept it (000:5587).</param>
    /// <param name="moment">When and by whom.</param>
    public static void Open(this Connection connection, bool waitsForPartner, Moment moment)
    {
        connection.SrcApprovedBy = moment.By;
        ConnectionStateMachine.Table.Begin(connection, waitsForPartner ? S.PendingAcceptance : S.Pending, moment);
        if (!connection.IsToSelf && !waitsForPartner)
        {
            connection.Write(
                Side.Dest,
                LetterKind.ConnectionRequest,
                $"Connection request {connection.DestName}",
                "Another company asks you for a connection: approve it, update it with your port, or reject it.",
                moment);
        }
    }

    /// <summary>
    /// Starts what is ordered of a cloud by the cloud's own route: it is no request, as the cloud agrees to what it
    /// sells.
    /// </summary>
    /// <param name="connection">The new connection, group or subconnection.</param>
    /// <param name="byHand">Whether support has to provision it: the cloud sells the speed so.</param>
    /// <param name="waitsForCustomer">Whether the customer has to accept it in the cloud's own console.</param>
    /// <param name="moment">When and by whom.</param>
    public static void OpenAtCloud(this Connection connection, bool byHand, bool waitsForCustomer, Moment moment)
    {
        connection.SrcApprovedBy = moment.By;
        var first = byHand ? S.Manual : waitsForCustomer ? S.PendingAcceptance : S.Creating;
        ConnectionStateMachine.Table.Begin(connection, first, moment);
    }

    /// <summary>
    /// A side approves. Approving again, or what is already accepted, changes nothing; assumed.
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/> where the request is over or waits for a cloud partner;
    /// <see cref="ServiceErrors.NoActiveDestinationPort"/> where no destination port is named yet.
    /// </exception>
    public static void Approve(this Connection connection, Side side, Moment moment)
    {
        if (connection.Status != S.Pending)
        {
            if (
                connection.Status
                is S.PendingAcceptance
                    or S.Cancelled
                    or S.Denied
                    or S.Deleting
                    or S.Deleted
                    or S.Error)
            {
                // The table knows no Accept here: it words the refusal and says what is legal.
                ConnectionStateMachine.Table.Fire(connection, T.Accept, moment);
            }

            return;
        }

        if (connection.PortOf(Side.Dest) is null && side == Side.Dest)
        {
            throw ServiceErrors.NoActiveDestinationPort.Because("The destination approves with a port of its own: "
                + "send its portId, or have an ACTIVE port in the requested metro (000:5611).");
        }

        connection.ApproveFor(side, moment);
        connection.AcceptWhenApproved(moment);
    }

    /// <summary>The source withdraws the request (CANCELLED), or the destination rejects it (DENIED).</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/> once it is no request any more.</exception>
    public static void Reject(this Connection connection, Side side, Moment moment) =>
        ConnectionStateMachine.Table.Fire(connection, side == Side.Src ? T.Cancel : T.Deny, moment);

    /// <summary>Takes the connection out of service.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void Disable(this Connection connection, Moment moment) =>
        ConnectionStateMachine.Table.Fire(connection, T.Disable, moment);

    /// <summary>Puts it back: both ports must be ACTIVE (000:7739).</summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.NoActiveSourcePort"/>,
    /// <see cref="ServiceErrors.NoActiveDestinationPort"/>.
    /// </exception>
    public static void Enable(this Connection connection, Moment moment)
    {
        if (ConnectionStateMachine.Table.CanFire(connection, T.Enable))
        {
            connection.MustStandOnActivePorts();
        }

        ConnectionStateMachine.Table.Fire(connection, T.Enable, moment);
    }

    /// <summary>Refuses to put it into service where a port of it isn't; groups have none (000:5575).</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoActiveSourcePort"/>, <see cref="ServiceErrors.NoActiveDestinationPort"/>.
    /// </exception>
    public static void MustStandOnActivePorts(this Connection connection)
    {
        if (connection.Type != ConnectionType.GroupLayer2)
        {
            MustBeActive(connection.SrcPort, ServiceErrors.NoActiveSourcePort);
            MustBeActive(connection.DestPort, ServiceErrors.NoActiveDestinationPort);
        }
    }

    /// <summary>
    /// Deletes it, with or without a disable before, and without waiting for one to be over; a request is withdrawn or
    /// rejected instead.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void Delete(this Connection connection, Side side, Moment moment)
    {
        if (connection.Status == S.Pending)
        {
            connection.Reject(side, moment);
            return;
        }

        ConnectionStateMachine.Table.Fire(connection, T.Delete, moment);
    }

    /// <summary>Refuses a port that isn't ACTIVE, and one that is CLOSED to services.</summary>
    public static void MustBeActive(Port? port, ServiceError otherwise)
    {
        if (port is not { Status: PortStatus.Active })
        {
            throw otherwise.Because(port is null
                ? "No port is named: send the id of an ACTIVE one (000:7739)."
                : $"Port {port.Id} is {Spelling.Of(port.Status)}; it must be ACTIVE (000:7739).");
        }

        port.MustBeOpen();
    }

    /// <summary>
    /// Refuses a port for a side where the other side ends on it already: for every way in which a port can be named.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SamePortTwice"/>.</exception>
    public static void MustLeadElsewhere(this Connection connection, Side side, string portId)
    {
        if (portId == (side == Side.Src ? connection.DestPortId : connection.SrcPortId))
        {
            var other = side == Side.Src ? "destination" : "source";
            throw ServiceErrors.SamePortTwice.Because(
                $"Port {portId} is the {other} already: a connection links two ports (000:5569). Name another.");
        }
    }

    /// <summary>
    /// Refuses to update what is over, and what belongs to a request once it is none any more (000:5886).
    /// </summary>
    /// <param name="connection">The connection.</param>
    /// <param name="requestOnly">
    /// What is to be changed that only a request has open, as clients spell it; null where nothing of that kind is.
    /// </param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.OnlyInRequest"/>.
    /// </exception>
    public static void MustBeUpdatable(this Connection connection, string? requestOnly)
    {
        if (connection.Status is S.Deleting or S.Deleted or S.Cancelled or S.Denied)
        {
            throw ServiceErrors.WrongState.Because("A connection can be changed until it is deleted, cancelled or "
                + "denied.", "connection", "updated", Spelling.Of(connection.Status));
        }

        if (requestOnly is not null && connection.Status != S.Pending)
        {
            throw ServiceErrors.OnlyInRequest.Because($"It is {Spelling.Of(connection.Status)}; {requestOnly} "
                + "belongs to the request (000:5886).", requestOnly);
        }
    }

    /// <summary>
    /// The party's own name for the connection; while it is a request the other party sees it too (000:5886).
    /// </summary>
    public static void Rename(this Connection connection, Side side, string name, Moment moment)
    {
        if (side == Side.Src || connection.IsToSelf)
        {
            connection.SrcName = name;
        }

        if (side == Side.Dest || connection.IsToSelf)
        {
            connection.DestName = name;
        }

        connection.UpdatedAt = moment.At;
    }

    /// <summary>A new speed through the update operation.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="side">Who asks.</param>
    /// <param name="speed">Mbps.</param>
    /// <param name="source">The source port's capacity without what this connection holds.</param>
    /// <param name="moment">When and by whom.</param>
    /// <returns>Whether it changes what the other party has agreed to.</returns>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.GroupSpeedIsFixed"/>, <see cref="ServiceErrors.SpeedOnlyByChangeRequest"/>,
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.CapacityExceeded"/>.
    /// </exception>
    public static bool ChangeSpeed(this Connection connection, Side side, int speed, Capacity source, Moment moment)
    {
        if (connection.Type == ConnectionType.GroupLayer2)
        {
            throw ServiceErrors.GroupSpeedIsFixed.Because("The speed of a connection group can't be updated "
                + "(000:6191).");
        }

        if (speed == connection.Speed)
        {
            return false;
        }

        MustBeChangeable(connection);
        if (connection.Status != S.Pending && !connection.IsToSelf && speed > connection.Speed)
        {
            throw ServiceErrors.SpeedOnlyByChangeRequest.Because(
                $"It runs at {connection.Speed} Mbps towards another company: less can be set here (000:6187). "
                + $"For more, send PUT /api/company/{{companyName}}/connections/{connection.Id}/change.");
        }

        connection.MustFit(speed, source);
        connection.SetSpeed(speed, moment);
        return connection.Status == S.Pending;
    }

    /// <summary>Refuses a speed that neither port can carry.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.CapacityExceeded"/>, <see cref="ServiceErrors.PortClosed"/>.
    /// </exception>
    public static void MustFit(this Connection connection, int speed, Capacity source)
    {
        connection.SrcPort?.MustBeOpen();
        connection.DestPort?.MustBeOpen();
        source.MustHold(speed);
        if (connection.DestPort is { } dest && speed > dest.Speed)
        {
            throw ServiceErrors.CapacityExceeded.Because(
                "The destination port is slower than the connection would be.",
                dest.Speed);
        }
    }

    /// <summary>
    /// The party that edits a request approves it; what the other party hadn't agreed to needs its approval again
    /// (000:6505, 000:5613).
    /// </summary>
    public static void Edited(this Connection connection, Side side, bool otherMustAgreeAgain, Moment moment)
    {
        if (connection.Status != S.Pending)
        {
            return;
        }

        if (otherMustAgreeAgain && !connection.IsToSelf)
        {
            if (side == Side.Src)
            {
                connection.DestApprovedBy = null;
            }
            else
            {
                connection.SrcApprovedBy = null;
            }
        }

        connection.ApproveFor(side, moment);
        if (connection.IsToSelf)
        {
            // It approves itself when due, as soon as it has both ports.
            ConnectionStateMachine.Table.Reconsider(connection, moment);
        }
        else
        {
            connection.AcceptWhenApproved(moment);
        }
    }

    /// <summary>Posts a letter to the network people of the company on a side.</summary>
    public static void Write(
        this Connection connection,
        Side to,
        string kind,
        string subject,
        string text,
        Moment moment) =>
        connection.NewLetters.Add(
            new Letter
            {
                To = Recipient.NetworkPeople,
                CompanyId = to == Side.Src ? connection.SrcCompanyId : connection.DestCompanyId,
                Kind = kind,
                Subject = subject,
                Text = text,
                AboutId = connection.Id,
                At = moment.At,
            });

    /// <summary>Refuses to change the speed of what isn't there yet, or isn't there any more.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void MustBeChangeable(Connection connection)
    {
        if (connection.Status is not (S.Pending or S.Active or S.Disabled or S.Manual))
        {
            throw ServiceErrors.WrongState.Because(
                "A connection's speed can be changed while it is PENDING, ACTIVE, DISABLED or MANUAL.",
                "connection",
                "changed",
                Spelling.Of(connection.Status));
        }
    }

    /// <summary>Refuses what somebody has to approve first.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void MustBeApproved(this Connection connection)
    {
        if (!connection.ApprovedByAll)
        {
            var missing = connection.SrcApprovedBy is null ? "source" : "destination";
            throw ServiceErrors.WrongState.Because(
                $"The {missing} hasn't approved it: somebody of that company does with PUT "
                + $"/api/v2/company/{{companyName}}/connections/{{connectionId}}/approve.",
                "connection", "accepted", Spelling.Of(connection.Status));
        }
    }

    private static void ApproveFor(this Connection connection, Side side, Moment moment)
    {
        if (side == Side.Src)
        {
            connection.SrcApprovedBy = moment.By;
        }
        else
        {
            connection.DestApprovedBy = moment.By;
        }

        connection.UpdatedAt = moment.At;
    }

    private static void AcceptWhenApproved(this Connection connection, Moment moment)
    {
        if (!connection.ApprovedByAll || connection.DestPort is null)
        {
            return;
        }

        connection.MustStandOnActivePorts();
        ConnectionStateMachine.Table.Fire(connection, T.Accept, moment);
    }
}
