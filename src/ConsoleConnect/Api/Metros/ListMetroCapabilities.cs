using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Metros;

/// <summary>The metros in which a company has ports: where a connection to it can lead (001:917).</summary>
internal static class ListMetroCapabilities
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{companyName}/metro/capabilities", Handle)
        .Documented("093", "List a company's metro presence")
        .Tells("Lists the metros in which a company can be reached, and what it has there: how the source of a "
            + "connection finds out where the other company can be connected to.")
        .With(Parameters.Company)
        .Answers<Results<MetroCapabilities>>(200)
        .Answers(ServiceErrors.CompanyNotFound);

    private static Answer<Results<MetroCapabilities>> Handle(string companyName, Turn turn)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var metros = turn.Rows.MetrosOf(company.Id);
        return new Results<MetroCapabilities>([
            .. metros[company.Id]
                .Select(turn.Reference.Metro)
                .Select(metro => new MetroCapabilities(
                    metro,
                    turn.Reference.Facilities.FirstOrDefault(facility => facility.MetroId == metro.Id))),
        ]);
    }

    /// <summary>A metro, and what is available there.</summary>
    internal sealed class MetroCapabilities(Metro metro, DataCenterFacility? firstFacility)
    {
        public string Name => metro.Name;
        public string? Code => metro.Code;
        public string? Logo => null;
        public bool CanCreateController => false;
        public IReadOnlyList<string> Tags => [];
        public string? Description => metro.Description;
        public string Country => metro.Country;
        public string? Rir => metro.Rir;
        public IReadOnlyList<string> RegionIds => metro.RegionIds;
        public bool Ready => metro.Ready;
        public string Id => metro.Id;
        public DateTimeOffset? DeletedAt => null;
        public DateTimeOffset CreatedAt => metro.CreatedAt;
        public DateTimeOffset UpdatedAt => metro.UpdatedAt;
        public bool Deleted => false;
        public Capabilities Capabilities => Capabilities.OnLayer2;
        public string? FirstDataCenterFacilityIdInMetro => firstFacility?.Id;

        /// <summary>The same in the words of OpenAPI 1.0.0.</summary>
        public string? FirstDataCenterFacilityId => firstFacility?.Id;
    }

    /// <summary>What is available.</summary>
    internal sealed class Capabilities
    {
        public static readonly Capabilities OnLayer2 = new();

        public bool Layer2 => true;

        /// <summary>Connections are made on layer 2.</summary>
        public bool Layer3 => false;
    }
}
