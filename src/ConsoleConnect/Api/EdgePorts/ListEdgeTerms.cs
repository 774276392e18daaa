using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgePorts;

/// <summary>Lists the terms that edge ports are sold for (OpenAPI 1.59.2).</summary>
internal static class ListEdgeTerms
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/quotes/contract-terms", Handle)
        .Published("150", "List the contract terms of edge ports")
        .Tells("Lists the contract terms that a search for prices can ask for.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .Answers<TermList>(200)
        .Answers(ServiceErrors.AccessDenied)
        .Assumes("The terms, and that all of them are one page.");

    private static Answer<TermList> Handle(Turn turn)
    {
        turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote);
        return new TermList([.. EdgeCatalogue.Terms.Select(one => new TermShape(one))]);
    }

    /// <summary>All terms: a list that could have pages, and has one.</summary>
    internal sealed class TermList(IReadOnlyList<TermShape> data)
    {
        public IReadOnlyList<TermShape> Data => data;
        public EmptyShape Links => EmptyShape.Instance;
        public int Page => 1;
        public int Size => data.Count;
        public int Total => data.Count;
    }

    /// <summary>A term.</summary>
    internal sealed class TermShape(EdgeTerm term)
    {
        public string Id => term.Id;
        public int ContractTerm => term.Months;
        public string Unit => "month";
    }
}
