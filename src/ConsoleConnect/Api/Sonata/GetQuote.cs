using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>Reads a quote in MEF's dialect (OpenAPI 1.59.2).</summary>
internal static class GetQuote
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mefApi/sonata/quoteManagement/v8/quote/{id}", Handle)
        .Published("200", "Read a quote")
        .Tells("Shows a quote as it was given, even if it is no longer valid: validFor says until when it is valid.")
        .AskedByABuyer(NetworkAction.ReadQuote)
        .With(new ParameterExample("id", "6d1a3c1e-0f0b-4a63-8a35-8be1b0b5d9a4", "The quote's id: a uuid."))
        .Answers<Quote>(200)
        .Answers(ServiceErrors.SonataNotFound)
        .Assumes("That a quote which is no longer valid keeps its state. That it is shown as it was answered when it "
            + "was made: no edition prints a quote that is read.");

    private static async Task<Answer<Quote>> Handle(string id, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var company = Buyer.Of(request, turn, NetworkAction.ReadQuote);
        return new Quote(await turn.Db.SonataQuoteOf(company, id, ct));
    }
}
