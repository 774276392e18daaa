using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Places;

namespace Emulator.Api.Facilities;

/// <summary>Searches data center facilities by criteria.</summary>
internal static class SearchFacilities
{
    /// <summary>How many results a page has where only the page is asked for: the guides' number.</summary>
    private const int UsualPageSize = 10;

    private static readonly QueryParameter<int?> Page = Query.Page("1");

    private static readonly QueryParameter<int?> PageSize = Query.WholeNumber(
        "pageSize",
        "10",
        "Results a page; 10 where only a page is asked for, all where neither is.",
        minimum: 1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/data-center-facility/search", Handle)
        .Published("144", "Search for facilities")
        .Tells(
            "Searches data center facilities: a bare array, oldest first. criteria is an object in JSON, whose members "
            + "all have to hold, and of a list any one: speeds in Mbps, locations as \"City,CC\", name or a part of "
            + "it, crossConnect (addOn, free), networkStatus (onNet, offNet), portReady, which is true unless it is "
            + "sent. {} finds every facility that takes orders.")
        .With(
            Query.Text(
                FacilityCriteriaQuery.Name,
                """{"locations": ["San Jose,US"], "speeds": [10000]}""",
                "What to search by, an object in JSON."),
            Page,
            PageSize)
        .Answers<IReadOnlyList<FacilityDetails>>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes(
            "That a search without criteria, which the document requires and a guide calls optional, finds what {} "
            + "does. The answer to criteria that can't be read. The order. How many results a page has unless that is "
            + "asked for. That portReady false finds only those that take no orders, that a facility without speeds "
            + "of its own offers all, and that products is empty: no marketplace is emulated.");

    private static Answer<IReadOnlyList<FacilityDetails>> Handle(HttpRequest request, Turn turn)
    {
        var criteria = FacilityCriteriaQuery.Of(request);
        var (page, size) = (Page.Of(request), PageSize.Of(request));
        var take = size ?? (page is null ? int.MaxValue : UsualPageSize);
        var skip = (int)Math.Min((long)((page ?? 1) - 1) * take, int.MaxValue);
        return new([
            .. turn.Reference.Facilities
                .Where(criteria.Fits)
                .Skip(skip)
                .Take(take)
                .Select(facility => new FacilityDetails(
                    facility,
                    turn.Reference.Follows(turn.Caller.User.Id, facility.Id))),
        ]);
    }
}
