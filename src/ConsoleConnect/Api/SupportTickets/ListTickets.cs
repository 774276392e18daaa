using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.SupportTickets;

/// <summary>Lists the tickets of the caller's company (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class ListTickets
{
    private const int UsualSize = 200;

    private static readonly QueryParameter<string?> Status = Query.Choice(
        "status", "open", "open: Acknowledged and In Progress; closed: Resolved and Closed.", "open", "closed");

    private static readonly QueryParameter<int?> Page = Query.Page("1");

    private static readonly QueryParameter<int?> PageSize = Query.WholeNumber(
        "pageSize", "200", "Tickets a page.", minimum: 1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/support-tickets", Handle)
        .Published("139", "List support tickets")
        .Tells("Lists the tickets of the caller's company, the newest first, a page at a time: a bare array.")
        .ItselfNeeds(NetworkAction.ReadSupportTicket)
        .With(Status, Page, PageSize)
        .Answers<IReadOnlyList<TicketShape>>(200)
        .Answers(ServiceErrors.TicketNotVisible, ServiceErrors.BadQuery)
        .Assumes("Without a status the open ones are listed; a page has 200 where nothing is said. Tickets of all "
            + "companies in which the caller may read the network are listed. The statuses after Acknowledged, and "
            + "which of them are open. priority has the one that the ticket has; customerId is the company's id, "
            + "channel API. The order.");

    private static async Task<Answer<IReadOnlyList<TicketShape>>> Handle(
        HttpRequest request, Turn turn, CancellationToken ct)
    {
        var companies = turn.TicketCompanies(NetworkAction.ReadSupportTicket).Select(company => company.Id).ToList();
        var closed = Status.Of(request) switch
        {
            null or "open" => false,
            "closed" => true,
            _ => throw ServiceErrors.BadQuery.Because(
                "status is open or closed.", "status", "equal to one of the allowed values"),
        };
        var size = PageSize.Of(request) ?? UsualSize;
        var skip = ((Page.Of(request) ?? 1) - 1L) * size;
        var tickets = await turn.Db.SupportTickets.AsNoTracking()
            .Where(ticket => companies.Contains(ticket.CompanyId))
            .Where(closed
                ? ticket => ticket.Status == SupportTicketStatus.Resolved
                    || ticket.Status == SupportTicketStatus.Closed
                : ticket => ticket.Status == SupportTicketStatus.Acknowledged
                    || ticket.Status == SupportTicketStatus.InProgress)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .ThenByDescending(ticket => ticket.Id)
            .Skip((int)Math.Min(skip, int.MaxValue))
            .Take(size)
            .ToListAsync(ct);
        return new([
            .. tickets.Select(ticket => new TicketShape(ticket, turn.Reference.Company(ticket.CompanyId))),
        ]);
    }
}
