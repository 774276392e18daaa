using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Metros;

/// <summary>Reads a metro.</summary>
internal static class GetMetro
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/metro/{metroId}", Handle)
        .Published("109", "Read a metro")
        .Tells("Shows a metro: its name, code and country, and the regions it is in. results, controllers, ports and "
            + "asns are empty.")
        .With(new ParameterExample("metroId", "d466b388d3e9ee0a92177910", "The metro's id."))
        .Answers<MetroAlone>(200)
        .Answers(ServiceErrors.MetroNotFound)
        .Assumes("That results, controllers, ports and asns are always empty: they were layer 3's.");

    private static Answer<MetroAlone> Handle(string metroId, Turn turn) =>
        new MetroAlone(turn.Reference.MetroNamed(metroId));

    /// <summary>A metro, and what once stood beside it.</summary>
    internal sealed class MetroAlone(Metro metro)
    {
        public IReadOnlyList<OpenObject> Results => [];
        public IReadOnlyList<OpenObject> Controllers => [];
        public MetroFacts Metro => new(metro);
        public EmptyShape Ports => EmptyShape.Instance;
        public EmptyShape Asns => EmptyShape.Instance;
    }

    /// <summary>The metro itself.</summary>
    internal sealed class MetroFacts(Metro metro)
    {
        public string Id => metro.Id;
        public string Name => metro.Name;
        public string? Code => metro.Code;
        public string? Description => metro.Description;
        public bool Ready => metro.Ready;
        public string Country => metro.Country;
        public string? Rir => metro.Rir;
        public IReadOnlyList<string> RegionIds => metro.RegionIds;
        public DateTimeOffset UpdatedAt => metro.UpdatedAt;
        public DateTimeOffset CreatedAt => metro.CreatedAt;
        public bool Deleted => false;
        public DateTimeOffset? DeletedAt => null;
    }
}
