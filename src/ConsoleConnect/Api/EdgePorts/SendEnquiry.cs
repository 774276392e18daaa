using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.SupportTickets;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgePorts;

/// <summary>Asks Support about an edge port (OpenAPI 1.59.2).</summary>
internal static class SendEnquiry
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v2/edgeports/quotes/enquiry", Handle)
        .Published("155", "Ask Support about an edge port")
        .Tells("Mails Support what is asked for, where a search finds nothing: the outbox has it.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .Takes(EdgeSearchBody.Schema, EdgeSearchBody.Example)
        .AnswersNothing(204)
        .Answers(ServiceErrors.AccessDenied, ServiceErrors.WrongType)
        .Assumes(EdgePortsChapter.Companies + "What is wrong with the body is refused as in a search.");

    private static Task<IResult> Handle(RequestBody body, Turn turn)
    {
        var company = turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote)[0];
        var asked = body.Checked(EdgeSearchBody.Schema);
        var (mbps, months) = EdgeSearchBody.Read(asked);
        var user = turn.Caller.User;
        turn.Db.Letters.Add(new Letter
        {
            To = Recipient.Address,
            Address = TicketRules.SupportAddress,
            UserId = user.Id,
            CompanyId = company.Id,
            Kind = LetterKind.EdgeEnquiry,
            Subject = "Edge port enquiry of {company}",
            Text = $"{{user}} ({user.Email}) asks for an edge port of {mbps} Mbps for {months} months at "
                + $"{asked.Of(EdgeSearchBody.Address)}, "
                + $"{asked.Of(EdgeSearchBody.Country).Of(EdgeSearchBody.CountryIso)}.",
            AboutId = company.Id,
            At = turn.Now.At,
        });
        return Task.FromResult(Results.NoContent());
    }
}
