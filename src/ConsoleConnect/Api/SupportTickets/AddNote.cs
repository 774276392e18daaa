using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.SupportTickets;

/// <summary>Adds a note to a ticket (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class AddNote
{
    private static readonly BodyMember<string> NoteText = Body.NeededText(
        "noteText", "What the note says, 1 to 4000 characters.", TicketRules.LongestNote, 1);

    private static readonly RequestSchema Schema = new RequestSchema().With(NoteText);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v2/support-tickets/{id}/addNote", Handle)
        .Published("143", "Add a note to a support ticket")
        .Tells("Adds a note to the ticket's work log, and answers the ticket with it. The outbox has the mail that "
            + "Support gets.")
        .ItselfNeeds(NetworkAction.UpdateSupportTicket)
        .With(SupportTicketsChapter.Ticket)
        .Takes(Schema, """{ "noteText": "It has been better since noon." }""")
        .Answers<TicketShape>(200)
        .Answers(
            ServiceErrors.TicketIdInvalid,
            ServiceErrors.TicketNotVisible,
            ServiceErrors.TicketNotFound,
            ServiceErrors.TicketNoteInvalid)
        .Assumes("A closed ticket takes notes, too, and stays closed. Whatever is wrong with the body is refused in "
            + "the words that are printed for a note.");

    private static async Task<Answer<TicketShape>> Handle(
        string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var ticket = await turn.TicketNamed(id, NetworkAction.UpdateSupportTicket, ct);
        ticket.Note(TextIn(body), TicketRules.WorklogIdOf(turn.Ids.NextNumber()), turn.Now);
        return new TicketShape(ticket, turn.Reference.Company(ticket.CompanyId));
    }

    private static string TextIn(RequestBody body)
    {
        try
        {
            return body.Checked(Schema).Of(NoteText);
        }
        catch (Refusal wrong) when (wrong.Error != ServiceErrors.MalformedJson)
        {
            throw ServiceErrors.TicketNoteInvalid.Because(wrong.Explanation);
        }
    }
}
