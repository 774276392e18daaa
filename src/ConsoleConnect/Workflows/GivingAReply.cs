using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>
/// The part of the other company, where the emulator plays it: asked for an approval, it answers as its policy says,
/// under the rules that its people are under.
/// </summary>
internal static class GivingAReply
{
    /// <summary>
    /// Asks the company whose approval a connection waits for, if the emulator plays that company's part.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="connection">The connection, as it is now.</param>
    /// <param name="moment">When, and by whom.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task Ask(EmulatorDb db, Connection connection, Moment moment, CancellationToken ct)
    {
        if (
            Reply.AwaitedBy(connection) is not { } side
            || await db.Counterparties.FindAsync([CompanyOn(connection, side)], ct)
                is not { Policy: not ReplyPolicy.Ignore } counterparty)
        {
            return;
        }

        var before = await db.Replies.FindAsync([connection.Id], ct);
        var reply = Reply.Ask(before, connection, side, TimeSpan.FromSeconds(counterparty.DelaySeconds), moment);
        if (before is null)
        {
            db.Add(reply);
        }
    }

    /// <summary>
    /// Gives a reply that is due. What a rule forbids makes it fail and changes nothing else; it never throws.
    /// </summary>
    /// <param name="db">The tables; what was settled before is saved.</param>
    /// <param name="reply">The reply, with its connection.</param>
    /// <param name="reference">Who is who.</param>
    /// <param name="moment">The instant it was due.</param>
    public static async Task Give(EmulatorDb db, Reply reply, ReferenceData reference, Moment moment)
    {
        var (connection, side) = (reply.Connection, reply.Side);
        var company = reference.Company(CompanyOn(connection, side));
        if (Reply.AwaitedBy(connection) != side)
        {
            reply.Drop("Nothing of it waits for an answer any more", moment);
            return;
        }

        if (await db.Counterparties.FindAsync(company.Id) is not { Policy: not ReplyPolicy.Ignore } counterparty)
        {
            reply.Drop("The company's policy was taken back", moment);
            return;
        }

        try
        {
            var how = await Answer(
                db,
                connection,
                side,
                counterparty,
                reference,
                moment with
                {
                    By = reference.NetworkPersonOf(company)?.Id ?? moment.By,
                });
            reply.Give(how, moment);
        }
        catch (Refusal refusal)
        {
            await db.ForgetUnsaved();
            reply.Fail(refusal, moment);
            return;
        }

        // Answered with another speed, it is the asking company's turn, whose part the emulator may play too.
        await Ask(db, connection, moment, CancellationToken.None);
    }

    private static async Task<string> Answer(
        EmulatorDb db,
        Connection connection,
        Side side,
        Counterparty counterparty,
        ReferenceData reference,
        Moment moment)
    {
        if (connection.Status == ConnectionStatus.PendingAcceptance)
        {
            ConnectionStateMachine.Table.Fire(connection, ConnectionTrigger.PartnerAccept, moment);
            return "Accepted in the cloud partner's console";
        }

        var request = connection.Status == ConnectionStatus.Pending;
        var asked = request ? connection.Speed : connection.Change!.Speed;
        var lowered = counterparty.Lowered(asked);
        switch (counterparty.Policy)
        {
            case ReplyPolicy.Reject:
                if (request)
                {
                    connection.Reject(side, moment);
                }
                else
                {
                    connection.DropChange(side, moment);
                }

                return "Rejected";

            case ReplyPolicy.Modify when lowered < asked:
                if (request)
                {
                    await NameAPort(db, connection, side, reference);
                    connection.ChangeSpeed(side, lowered, SourceOf(db, connection), moment);
                    connection.Edited(side, otherMustAgreeAgain: true, moment);
                }
                else
                {
                    connection.ProposeChange(side, lowered, SourceOf(db, connection), moment);
                }

                UsingAPlan.MustCover(db, connection, reference);
                return $"Modified: {lowered} Mbps instead of {asked}";

            default:
                if (request)
                {
                    await NameAPort(db, connection, side, reference);
                    connection.Approve(side, moment);
                }
                else
                {
                    connection.ApproveChange(side, moment);
                }

                return "Approved";
        }
    }

    private static async Task NameAPort(EmulatorDb db, Connection connection, Side side, ReferenceData reference)
    {
        if (
            side == Side.Dest
            && connection.DestPortId is null
            && await NamingAPort.Obvious(db, connection, CancellationToken.None) is { } port)
        {
            _ = await NamingAPort.Name(
                db,
                connection,
                reference.Company(connection.DestCompanyId),
                Side.Dest,
                port,
                untagged: null,
                reference,
                CancellationToken.None);
        }
    }

    private static Capacity SourceOf(EmulatorDb db, Connection connection) =>
        db.Connection.CapacityOf(connection.SrcPort, without: connection);

    private static string CompanyOn(Connection connection, Side side) =>
        side == Side.Src ? connection.SrcCompanyId : connection.DestCompanyId;

    /// <summary>Asks a company, whose part the emulator plays, for what waits for its approval already.</summary>
    public static async Task AskAgain(EmulatorDb db, Company company, Moment moment, CancellationToken ct)
    {
        var open = await db
            .Connections.Include(connection => connection.Change)
            .Where(connection =>
                (connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id)
                && (
                    connection.Status == ConnectionStatus.Pending
                    || connection.Status == ConnectionStatus.PendingAcceptance
                    || connection.Change!.Status == ChangeRequestStatus.Pending))
            .OrderBy(connection => connection.Id)
            .ToListAsync(ct);
        foreach (
            var connection in open.Where(connection =>
                Reply.AwaitedBy(connection) is { } side
                && (side == Side.Src ? connection.SrcCompanyId : connection.DestCompanyId) == company.Id))
        {
            await Ask(db, connection, moment, ct);
        }
    }
}
