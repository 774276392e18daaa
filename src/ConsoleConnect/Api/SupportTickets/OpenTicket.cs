using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.SupportTickets;

/// <summary>Opens a ticket (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class OpenTicket
{
    private static readonly BodyMember<string> Name = Body.NeededText("name", "The ticket's name.", 255, 1);

    private static readonly BodyMember<string> Description = Body.NeededText(
        "description", "What is the matter.", TicketRules.LongestNote, 1);

    private static readonly BodyMember<string?> IssueType = Body.Text(
        "issueType", "What kind of issue it is.", TicketRules.IssueTypes);

    private static readonly BodyMember<string> ServiceType = Body.NeededText(
        "type", "What kind of service it is about.", TicketServices.Types);

    private static readonly BodyMember<string?> ServiceId = Body.Text(
        "id",
        "The service's id: one that GET /api/v2/support-tickets/services lists under the type, or any for a "
        + "Non-Console Service.",
        255);

    private static readonly BodyMember<Asked> Service = Body.NeededObject(
        "service", "What it is about.", ServiceId, ServiceType);

    private static readonly BodyMember<string?> ContactName = Body.Text("name", "The contact's name.", 255);

    private static readonly BodyMember<string?> ContactPhone = Body.Text("phone", "The contact's phone.", 64);

    private static readonly BodyMember<string?> ContactEmail = Body.Email("email", "Where Support writes to.");

    private static readonly BodyMember<Asked> Contact = Body.Object(
        "customerContact",
        "The person Support contacts; what isn't sent is the caller's.",
        ContactName,
        ContactPhone,
        ContactEmail);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Name, Description, IssueType, Service, Contact);

    private const string Example = """
        {
          "name": "Losses in San Jose", "description": "One packet in ten is lost since this morning.",
          "issueType": "Packet Loss/Drops",
          "service": { "id": "576247795c9de0b91e8b8576", "type": "Port" },
          "customerContact": { "name": "Stan", "phone": "+1 408 555 0100", "email": "stan@example.com" }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v2/support-tickets", Handle)
        .Published("140", "Open a support ticket")
        .Tells("Opens a ticket about a service of the caller's company, or about one that isn't on Console Connect. It "
            + "is Acknowledged; Support, which is played by the emulator, takes it on to In Progress, Resolved and "
            + "Closed. The outbox has the mail that Support gets.")
        .ItselfNeeds(NetworkAction.CreateSupportTicket)
        .Takes(Schema, Example, "id")
        .Answers<TicketShape>(200)
        .Answers(ServiceErrors.TicketNotVisible, ServiceErrors.TicketServiceUnknown)
        .Assumes("name, description and service.type must be sent: no edition says what must. The company is the one "
            + "that has the service; for a Non-Console Service the caller's first that allows it. A service that is "
            + "not the company's is refused in words of ours. category, item and type among the notes are Console "
            + "Connect, the issueType and the service's type. priority follows from the issueType.");

    private static async Task<Answer<TicketShape>> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var companies = turn.TicketCompanies(NetworkAction.CreateSupportTicket);
        var asked = body.Checked(Schema);
        var (type, id) = (asked.Of(Service).Of(ServiceType), asked.Of(Service).Of(ServiceId));
        var company = companies[0];
        if (type != TicketServices.Other)
        {
            var found = id is null
                ? []
                : await turn.Db.ServicesOf([.. companies.Select(company => company.Id)], type, id, ct);
            if (found.Count == 0)
            {
                throw ServiceErrors.TicketServiceUnknown.Because(
                    $"service.id is that of a {type} of the company's, as GET /api/v2/support-tickets/services lists "
                    + "it under value.");
            }

            company = turn.Reference.Company(found[0].CompanyId);
        }

        var (contact, caller) = (asked.Of(Contact), turn.Caller.User);
        var ticket = new SupportTicket
        {
            Id = TicketRules.IdOf(turn.Ids.NextNumber()),
            CompanyId = company.Id,
            Name = asked.Of(Name),
            Description = asked.Of(Description),
            IssueType = asked.Of(IssueType),
            ServiceType = type,
            ServiceId = id,
            ContactName = contact.Of(ContactName) ?? caller.Name,
            ContactPhone = contact.Of(ContactPhone) ?? caller.Phone ?? "",
            ContactEmail = contact.Of(ContactEmail) ?? caller.Email,
            CreatedAt = turn.Now.At,
            CreatedBy = caller.Id,
        };
        ticket.Open(TicketRules.WorklogIdOf(turn.Ids.NextNumber()), turn.Now);
        turn.Db.Add(ticket);
        return new TicketShape(ticket, company);
    }
}
