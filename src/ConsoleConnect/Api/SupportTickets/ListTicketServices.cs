using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.SupportTickets;

/// <summary>Lists what a ticket can be opened for (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class ListTicketServices
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/support-tickets/services", Handle)
        .Published("142", "List what a support ticket can be about")
        .Tells("Lists the ports, connections, Internet On-Demand services and CloudRouters of the caller's company: "
            + "type and value are what opening a ticket takes as service.type and service.id.")
        .ItselfNeeds(NetworkAction.ReadSupportTicket)
        .Answers<IReadOnlyList<ServiceShape>>(200)
        .Answers(ServiceErrors.TicketNotVisible)
        .Assumes("What is gone, and requests that came to nothing, are left out. A connection's label is its name on "
            + "the company's side. The order: by kind, then by age.");

    private static async Task<Answer<IReadOnlyList<ServiceShape>>> Handle(Turn turn, CancellationToken ct)
    {
        var companies = turn.TicketCompanies(NetworkAction.ReadSupportTicket).Select(company => company.Id).ToList();
        var services = await turn.Db.ServicesOf(companies, type: null, id: null, ct);
        return new([.. services.Select(service => new ServiceShape(service))]);
    }

    /// <summary>Something that a ticket can be about.</summary>
    internal sealed class ServiceShape(TicketService service)
    {
        public string Type => service.Type;
        public string Value => service.Id;
        public string Label => service.Name;
    }
}
