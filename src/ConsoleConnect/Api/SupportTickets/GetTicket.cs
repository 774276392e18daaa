using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.SupportTickets;

/// <summary>Reads a ticket (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class GetTicket
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/support-tickets/{id}", Handle)
        .Published("141", "Read a support ticket")
        .Tells("Shows a ticket with its notes: what is wrong (faultsymptom), and what was said about it (worklog).")
        .ItselfNeeds(NetworkAction.ReadSupportTicket)
        .With(SupportTicketsChapter.Ticket)
        .Answers<TicketShape>(200)
        .Answers(ServiceErrors.TicketIdInvalid, ServiceErrors.TicketNotVisible, ServiceErrors.TicketNotFound)
        .Assumes("Which of the refusals is which: another company's ticket is 401, one that nobody has 404, and what "
            + "isn't INC and twelve digits 400.");

    private static async Task<Answer<TicketShape>> Handle(string id, Turn turn, CancellationToken ct)
    {
        var ticket = await turn.TicketNamed(id, NetworkAction.ReadSupportTicket, ct);
        return new TicketShape(ticket, turn.Reference.Company(ticket.CompanyId));
    }
}
