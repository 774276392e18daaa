using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What Console Connect's support says about tickets. What it does with them is firing Start, Resolve, Close and Reopen
/// at <c>/__admin/workflows/support-tickets/{id}</c>.
/// </summary>
internal static class SupportTicketRoutes
{
    private static readonly BodyMember<string> NoteText = Body.NeededText(
        "noteText", "What Support says, 1 to 4000 characters.", TicketRules.LongestNote, 1);

    private static readonly RequestSchema Schema = new RequestSchema().With(NoteText);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/support-tickets/{id}/notes", Add)
        .OnTheSandbox("Workflows", "Have Support add a note to a ticket")
        .Tells("Adds Support's note to the ticket's work log. The outbox has the mail that the ticket's contact gets.")
        .With(new ParameterExample("id", "INC000000031207", "The ticket's id."))
        .Takes(Schema, """{"noteText": "We have found the cause: a dirty connector."}""")
        .Produces<NoteAdded>().Answers(ServiceErrors.ResourceNotFound);

    private static async Task<Answer<NoteAdded>> Add(string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var text = body.Checked(Schema).Of(NoteText);
        var ticket = await turn.Db.SupportTickets.FindAsync([id], ct)
            ?? throw ServiceErrors.ResourceNotFound.Because(
                "Ids are those of the API's own answers.", "support-tickets", id);
        ticket.NoteOfSupport(text, TicketRules.WorklogIdOf(turn.Ids.NextNumber()), turn.Now);
        return new NoteAdded(ticket.Id, Spelling.Of(ticket.Status), ticket.Notes[^1].WorklogId, ticket.Notes.Count);
    }

    /// <summary>The note that was added.</summary>
    /// <param name="Ticket">The ticket's id.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="WorklogId">The note's id.</param>
    /// <param name="Notes">How many notes its work log has now.</param>
    internal sealed record NoteAdded(string Ticket, string Status, string WorklogId, int Notes);
}
