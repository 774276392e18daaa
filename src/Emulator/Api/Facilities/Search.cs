using System.Text.Json.Serialization;
using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Places;

namespace Emulator.Api.Facilities;

/// <summary>Searches by type (000:48). So far data center facilities are found; the answer has the shape OpenAPI 1.0.0 prints.</summary>
internal static class Search
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/search", Handle)
        .Documented("000:48", "Search")
        .Tells("type=dataCenterFacilities finds facilities, by username, name, city or country with q.")
        .With(
            new ParameterExample("type", "dataCenterFacilities", "What to search: dataCenterFacilities.", InQuery: true),
            new ParameterExample("q", "", "Words that the username, the name, the city or the country must have.", InQuery: true),
            new ParameterExample("page", "1", "The page, from 1.", InQuery: true),
            new ParameterExample("count", "20", "Results a page.", InQuery: true))
        .Answers<Response>(200)
        .Answers(ServiceErrors.BadQuery, ServiceErrors.NotYetEmulated)
        .Assumes("Which fields a facility has in the answer: the documents tell the address in prose only, OpenAPI 1.0.0 prints a person. Searching people and companies is not emulated yet.");

    private static Answer<Response> Handle(HttpRequest request, Turn turn)
    {
        var type = QueryText.Of(request, "type");
        if (type is not null && !type.Equals("dataCenterFacilities", StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.NotYetEmulated.Because("So far only type=dataCenterFacilities is searched.", request.Method, $"/api/search?type={type}", "000:48");
        }

        var (skip, take) = QueryText.Page(request, unasked: null);
        var words = QueryText.Of(request, "q");
        var found = turn.Reference.Facilities.Where(facility => words is null || Has(facility, words)).Skip(skip).Take(take).ToList();
        return new Response(
            [.. found.Select(facility => new Result(facility.Name, "dataCenterFacility", "", IsFollowing: false, EmptyFollowing.Instance, new FacilityInPort(facility)))],
            new Items([], [], [.. found.Select(facility => new FacilityInPort(facility))]));
    }

    private static bool Has(DataCenterFacility facility, string words) =>
        Contains(facility.Username, words) || Contains(facility.Name, words)
        || facility.Addresses.Any(address => Contains(address.City, words) || Contains(address.Country, words));

    private static bool Contains(string? text, string words) => text?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>What was found, twice: in one list, and by kind.</summary>
    internal sealed record Response(IReadOnlyList<Result> Results, Items Items);

    /// <summary>One thing found.</summary>
    internal sealed record Result(string Title, string Type, string Description, bool IsFollowing, EmptyFollowing IsCompanyFollowing, FacilityInPort Data);

    /// <summary>What was found, by kind.</summary>
    internal sealed record Items(IReadOnlyList<string> Users, IReadOnlyList<string> Companies, [property: JsonPropertyName("dataCenterFacilities")] IReadOnlyList<FacilityInPort> Facilities);

    /// <summary>Which of the caller's companies follow it: none.</summary>
    internal sealed class EmptyFollowing
    {
        public static readonly EmptyFollowing Instance = new();
    }
}
