using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.SupportTickets;

/// <summary>Tickets with Console Connect's support (OpenAPI 1.0.0, tag Support Tickets).</summary>
internal static class SupportTicketsChapter
{
    public static readonly ParameterExample Ticket = new(
        "id", "INC000000031207", "The ticket's id: INC and twelve digits.");

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListTickets.Map(routes);
        OpenTicket.Map(routes);
        GetTicket.Map(routes);
        ListTicketServices.Map(routes);
        AddNote.Map(routes);
    }

    /// <summary>The companies for which the caller may do something with tickets.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.TicketNotVisible"/>.</exception>
    public static IReadOnlyList<Company> TicketCompanies(this Turn turn, CompanyAction action) =>
        turn.CompaniesThatAllow(action, ServiceErrors.TicketNotVisible.Because(
            $"{action.Name} needs a network role in one of the caller's companies; {turn.Caller.User.Username} has "
            + "none."));

    /// <summary>A ticket of one of the caller's companies.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.TicketIdInvalid"/>, <see cref="ServiceErrors.TicketNotVisible"/>,
    /// <see cref="ServiceErrors.TicketNotFound"/>.
    /// </exception>
    public static async Task<SupportTicket> TicketNamed(
        this Turn turn, string id, CompanyAction action, CancellationToken ct)
    {
        var companies = turn.TicketCompanies(action);
        TicketRules.MustBeAnId(id);
        var ticket = await turn.Db.SupportTickets.FindAsync([id], ct)
            ?? throw ServiceErrors.TicketNotFound.Because($"No ticket has the id {id.Named()}.");
        return companies.Any(company => company.Id == ticket.CompanyId)
            ? ticket
            : throw ServiceErrors.TicketNotVisible.Because(
                "The ticket is of a company in which the caller has no network role that allows this.");
    }
}
