using Emulator.Domain.People;
using Emulator.Domain.Sonata;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Sonata;

/// <summary>Quotes a port or a layer 2 connection in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class CreateQuote
{
    private const string Items = "quoteItem";
    private const string Term = "requestedQuoteItemTerm";

    private static readonly BodyMember<string> Level = Body.NeededText(
        "buyerRequestedQuoteLevel", "firm.", SonataQuote.Firm);

    private static readonly BodyMember<bool?> InstantSyncQuote = Body.Flag(
        "instantSyncQuote", "true: the answer is the quote.");

    private static readonly BodyMember<string?> RequestedCompletionDate = Body.Text(
        "requestedQuoteCompletionDate", "By when the quote is wanted: repeated in the answer, and without effect.");

    private static readonly RequestSchema Item = SonataBodies.Item(Term)
        .Object(
            "requestedQuoteItemInstallationInterval",
            "It is ignored.",
            new RequestSchema().Integer("amount", "How many.").Text("units", "Of what."))
        .Objects("quoteItemRelationship", "It is ignored.")
        .TextOrNull("agreementName", "It is ignored.")
        .TextOrNull("dealReference", "It is ignored.")
        .TextOrNull("quoteItemTerm", "It is ignored.");

    private static readonly RequestSchema Schema = SonataBodies.Common()
        .With(Level, InstantSyncQuote, RequestedCompletionDate)
        .Objects(Items, "What is to be quoted: one item.", Item, required: true)
        .NullIsNothing();

    private const string Example = """
        {
          "buyerRequestedQuoteLevel": "firm", "instantSyncQuote": true, "externalId": "QUOTE-1001",
          "projectId": "Harbour", "requestedQuoteCompletionDate": "2027-12-31T23:00:00Z",
          "relatedContactInformation": [
            {
              "role": "buyerContactInformation", "name": "Stan", "emailAddress": "stan@acme.example",
              "number": "+1 555 0100", "organization": "Acme"
            }
          ],
          "quoteItem": [
            {
              "id": "UNI", "action": "add",
              "product": {
                "productOffering": { "id": "UNI" },
                "productConfiguration": {
                  "@type": "UNI", "bandwidth": 1000, "bandwidthUnit": "MBPS", "name": "Harbour port",
                  "paymentType": "invoice", "dcfName": "equinix-sy3"
                },
                "place": [
                  { "role": "INSTALL_LOCATION", "id": "5a8ba936c2e6a1b4d75132f8", "@type": "GeographicAddressRef" }
                ]
              },
              "requestedQuoteItemTerm": {
                "name": "A year", "duration": { "amount": 1, "units": "calendarYears" }, "endOfTermAction": "roll",
                "description": "By the year", "rollInterval": { "amount": 1, "units": "calendarMonths" }
              }
            }
          ]
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mefApi/sonata/quoteManagement/v8/quote", Handle)
        .Published("199", "Ask for a quote")
        .Tells("Quotes a port (UNI) by the month, or a layer 2 connection (ACCESS_E_LINE) for its whole term, in US "
            + "dollars and by the price list that every order goes by. The quote is firm for a day; where there is no "
            + "price its state is unableToProvide.")
        .AskedByABuyer(NetworkAction.CreateQuote)
        .Takes(Schema, Example, Term)
        .Answers<Quote>(201)
        .Answers(
            ServiceErrors.SonataOneItemOnly,
            ServiceErrors.SonataActionNotSupported,
            ServiceErrors.SonataMissing,
            ServiceErrors.SonataNotSupported,
            ServiceErrors.SonataReferenceUnknown)
        .Assumes(
            "That the ports of an E-Line needn't be named, or be anybody's, before it is ordered: its places make the "
            + "price. SILVER where an E-Line's classOfService isn't sent. instantSyncQuote false is refused; a quote "
            + "for a deletion, too.");

    private static Answer<Quote> Handle(HttpRequest request, RequestBody body, Turn turn)
    {
        var company = Buyer.Of(request, turn, NetworkAction.CreateQuote);
        var asked = body.Checked(Schema);
        if (asked.Of(InstantSyncQuote) == false)
        {
            throw ServiceErrors.SonataNotSupported.Because(
                "Every quote is given at once: send true, or leave it out.", $"/{InstantSyncQuote.Told.Name}", "true");
        }

        var item = SonataBodies.ItemOf(SonataBodies.OnlyOne(asked, Items), Term);
        var rules = new SonataRules(item, $"/{Items}/0", Term);
        rules.MustAdd();
        rules.MustBeQuotable();
        var quote = new SonataQuote
        {
            Id = turn.Ids.NextUuid(),
            CompanyId = company.Id,
            ExternalId = asked.Text("externalId"),
            ProjectId = asked.Text("projectId"),
            RequestedCompletionDate = asked.Of(RequestedCompletionDate),
            Contacts = SonataBodies.Contacts(asked),
            Item = item,
            Price = OrderingByMef.PriceOf(company, item, rules, turn.Reference),
            QuotedAt = turn.Now.At,
        };
        turn.Db.Add(quote);
        return new Answer<Quote>(new Quote(quote), created: true);
    }
}
