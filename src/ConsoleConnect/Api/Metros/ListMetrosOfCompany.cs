using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Metros;

/// <summary>In which metros a company has how many ports.</summary>
internal static class ListMetrosOfCompany
{
    private static readonly QueryParameter<bool?> HasPort =
        Query.Flag("hasPort", "true", "true leaves out the metros in which the company has none; all come otherwise.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{username}/metro", Handle)
        .Published("108", "Count a company's ports by metro")
        .Tells("Lists the metros, by name, with how many ports in service a company has in each.")
        .With(Parameters.Company with { Name = "username" }, HasPort)
        .Answers<Results<MetroCount>>(200)
        .Answers(ServiceErrors.CompanyNotFound)
        .Assumes("That ACTIVE ports are counted, that any logged-in user may look, and the order.");

    private static Answer<Results<MetroCount>> Handle(string username, HttpRequest request, Turn turn)
    {
        var counts = turn.Rows.ActivePortsByMetro(turn.Reference.CompanyNamed(username));
        var onlyThose = HasPort.Of(request) == true;
        return new Results<MetroCount>([
            .. turn.Reference.Metros
                .Select(metro => new MetroCount(metro, counts.GetValueOrDefault(metro.Id)))
                .Where(metro => !onlyThose || metro.Count > 0),
        ]);
    }

    /// <summary>A metro, and how many ports there are in it.</summary>
    internal sealed class MetroCount(Metro metro, int count)
    {
        public string City => metro.Name;
        public int Count => count;
        public string Country => metro.Country;
        public string Name => $"{metro.Name}, {metro.Country}";
    }
}
