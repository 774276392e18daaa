using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using S = Emulator.Domain.Connections.ConnectionFlexStatus;
using T = Emulator.Domain.Connections.ConnectionFlexTrigger;

namespace Emulator.Domain.Connections;

/// <summary>
/// The statuses of a connection's flex. Clients only see that the connection's speed follows within minutes; the
/// statuses are those of an Internet On-Demand service's flex; assumed.
/// </summary>
internal enum ConnectionFlexStatus
{
    /// <summary>Asked for; its bandwidth is reserved.</summary>
    Requested,

    /// <summary>The connection has had it.</summary>
    Success,

    /// <summary>It came to nothing, and what was reserved for it is free.</summary>
    Failed,
}

/// <summary>What can happen to a connection's flex.</summary>
internal enum ConnectionFlexTrigger
{
    Succeed,
    Fail,
}

/// <summary>The life of a connection's flex.</summary>
internal static class ConnectionFlexStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, ConnectionFlex> Table = new StateTable<S, T, ConnectionFlex>("flex")
        .Then(S.Requested, T.Succeed, S.Success, after: 2)
        .Or  (S.Requested, T.Fail,    S.Failed);
#pragma warning restore format
}

/// <summary>
/// Another bandwidth for a connection for as long as it is wanted, as public clients ask for it. What was contracted is
/// kept with it: a flex back to that ends flexing.
/// </summary>
internal sealed class ConnectionFlex : Staged<S>
{
    public required string ConnectionId { get; init; }

    public Connection Connection { get; set; } = null!;

    public required FlexType Type { get; init; }

    /// <summary>What the connection is flexed to in all, Mbps.</summary>
    public required int Bandwidth { get; init; }

    /// <summary>What the connection has without a flex, Mbps.</summary>
    public required int ContractBandwidth { get; init; }

    /// <summary>The whole second from which it is wanted, UTC.</summary>
    public required DateTimeOffset ScheduledAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Since when it is in force, UTC; null where it never was, and for a flex back to the contract, after which none
    /// is.
    /// </summary>
    public DateTimeOffset? ActiveFrom { get; set; }

    /// <summary>Until when it was in force, UTC; null while it is.</summary>
    public DateTimeOffset? ActiveUntil { get; set; }

    /// <inheritdoc/>
    protected override string Machine => "connection-flexes";

    /// <summary>Whether it is in force: the connection still has what it gave.</summary>
    public bool Active => ActiveFrom is not null && ActiveUntil is null && Connection.Speed == Bandwidth;

    /// <summary>
    /// Asks for another bandwidth. One flex at a time; what it asks for is reserved at once.
    /// </summary>
    /// <param name="connection">The connection, with its ports.</param>
    /// <param name="side">Who asks.</param>
    /// <param name="bandwidth">
    /// What it is to have in all, Mbps, from 1; more than fits a number of 32 bits is more than any port has.
    /// </param>
    /// <param name="open">The connection's flexes that are in progress or in force.</param>
    /// <param name="source">The source port's capacity without what this connection holds.</param>
    /// <param name="id">The flex's id, a uuid.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static ConnectionFlex Request(
        Connection connection,
        Side side,
        double bandwidth,
        IReadOnlyList<ConnectionFlex> open,
        Capacity source,
        string id,
        Moment moment)
    {
        MustBeActive(connection, side);
        if (open.FirstOrDefault(flex => flex.Status == S.Requested) is { } inProgress)
        {
            throw ServiceErrors.FlexInProgress.Because($"Flex {inProgress.Id} is {Spelling.Of(inProgress.Status)}; "
                + "it has to be SUCCESS or FAILED first.");
        }

        var asked = MustFit(connection, bandwidth, source);
        var flex = new ConnectionFlex
        {
            Id = id,
            ConnectionId = connection.Id,
            Connection = connection,
            Type = asked > connection.Speed ? FlexType.Upgrade : FlexType.Downgrade,
            Bandwidth = asked,
            ContractBandwidth = open.FirstOrDefault(flex => flex.Active)?.ContractBandwidth ?? connection.Speed,
            ScheduledAt = moment.At.AddTicks(-(moment.At.Ticks % TimeSpan.TicksPerSecond)),
            CreatedAt = moment.At,
        };
        ConnectionFlexStateMachine.Table.Begin(flex, S.Requested, moment);
        connection.Log("FlexRequested", moment);
        return flex;
    }

    /// <summary>
    /// Refuses what couldn't be flexed to a bandwidth, whatever else is in progress: it has no price either.
    /// </summary>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static void MustBePossible(Connection connection, Side side, double bandwidth, Capacity source)
    {
        MustBeActive(connection, side);
        MustFit(connection, bandwidth, source);
    }

    private static void MustBeActive(Connection connection, Side side)
    {
        MustBeOffered(connection, side);
        if (connection.Status != ConnectionStatus.Active)
        {
            throw ServiceErrors.ConnectionFlexNotActive.Because(
                $"The connection is {Spelling.Of(connection.Status)}: flex it once it is ACTIVE.");
        }
    }

    private static int MustFit(Connection connection, double bandwidth, Capacity source)
    {
        var asked = bandwidth <= int.MaxValue ? (int)bandwidth : int.MaxValue;
        if (!connection.IsToSelf && asked > connection.Speed)
        {
            throw ServiceErrors.SpeedOnlyByChangeRequest.Because(
                $"It runs at {connection.Speed} Mbps towards another company, which has to agree to more: send "
                + $"PUT /api/company/{{companyName}}/connections/{connection.Id}/change.");
        }

        connection.MustFit(asked, source);
        return asked;
    }

    /// <summary>Refuses to flex what has no bandwidth of its own to be changed, and for whom it isn't.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.ConnectionFlexUnavailable"/>, <see cref="ServiceErrors.ConnectionFlexByInvoiceOnly"/>.
    /// </exception>
    private static void MustBeOffered(Connection connection, Side side)
    {
        if (connection.Type != ConnectionType.Layer2)
        {
            throw ServiceErrors.ConnectionFlexUnavailable.Because(
                $"It is of the type {Spelling.Of(connection.Type)}: flexes are for connections of the type LAYER2.");
        }

        if (side != Side.Src)
        {
            throw ServiceErrors.ConnectionFlexUnavailable.Because(
                "Another company asked for this connection and pays for it: only that company can flex it.");
        }

        if (connection.PaymentType != "invoice")
        {
            throw ServiceErrors.ConnectionFlexByInvoiceOnly.Because(
                $"This connection's payment type is {connection.PaymentType}.");
        }
    }

    /// <summary>The connection has it from now on.</summary>
    /// <param name="before">The flexes that were in force.</param>
    /// <param name="moment">When.</param>
    public void Succeed(IEnumerable<ConnectionFlex> before, Moment moment)
    {
        foreach (var flex in before)
        {
            flex.ActiveUntil = moment.At;
            flex.UpdatedAt = moment.At;
        }

        ConnectionFlexStateMachine.Table.Fire(this, T.Succeed, moment);
    }

    /// <summary>It comes to nothing.</summary>
    public void Fail(string reason, Moment moment) =>
        ConnectionFlexStateMachine.Table.Fire(this, T.Fail, moment, reason);

    /// <inheritdoc/>
    public override void Entered(S state, Moment moment, string? reason)
    {
        switch (state)
        {
            case S.Success:
                ActiveFrom = Bandwidth == ContractBandwidth ? null : moment.At;
                Connection.SetSpeed(Bandwidth, moment);
                break;
            case S.Failed:
                Connection.Log("FlexFailed", moment);
                break;
        }
    }
}
