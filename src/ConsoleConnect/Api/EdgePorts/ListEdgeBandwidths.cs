using Emulator.Domain.EdgePorts;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.EdgePorts;

/// <summary>Lists the bandwidths that edge ports are sold with (OpenAPI 1.59.2).</summary>
internal static class ListEdgeBandwidths
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/edgeports/quotes/bandwidths", Handle)
        .Published("149", "List the bandwidths of edge ports")
        .Tells("Lists the bandwidths that a search for prices can ask for.")
        .ItselfNeeds(NetworkAction.CreateEdgePortQuote)
        .Answers<BandwidthList>(200)
        .Answers(ServiceErrors.AccessDenied)
        .Assumes("The bandwidths, and that all of them are one page.");

    private static Answer<BandwidthList> Handle(Turn turn)
    {
        turn.EdgeCompanies(NetworkAction.CreateEdgePortQuote);
        return new BandwidthList([.. EdgeCatalogue.Bandwidths.Select(one => new BandwidthShape(one))]);
    }

    /// <summary>All bandwidths: a list that could have pages, and has one.</summary>
    internal sealed class BandwidthList(IReadOnlyList<BandwidthShape> data)
    {
        public IReadOnlyList<BandwidthShape> Data => data;
        public EmptyShape Links => EmptyShape.Instance;
        public int Page => 1;
        public int Size => data.Count;
        public int Total => data.Count;
    }

    /// <summary>A bandwidth.</summary>
    internal sealed class BandwidthShape(EdgeBandwidth bandwidth)
    {
        public string Id => bandwidth.Id;
        public int Bandwidth => bandwidth.Mbps;
        public string Unit => "Mbps";
    }
}
