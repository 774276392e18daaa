using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Lists a company's services through a LoopBack filter (002:335-370).</summary>
internal static class ListServices
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/app-user/{companyId}/gia-services", Handle)
            .Documented("082", "Search for IO-D services")
            .Tells(
                "Searches the company's services: a bare array, oldest first unless the filter orders it. filter is a "
                    + "LoopBack filter in JSON: where, order, limit, skip, fields.")
            .Needs(NetworkAction.ReadIodService, "companyId")
            .With(
                InternetOnDemandChapter.Company,
                Query.Text(
                    "filter",
                    """{"where":{"status":"ACTIVE"},"skip":0,"limit":10}""",
                    "A LoopBack filter; all services where it isn't sent."))
            .Answers<IReadOnlyList<ServiceDetails>>(200)
            .LeavesOutFields()
            .Answers(ServiceErrors.BadFilter)
            .Assumes(
                "That a list without a filter, which the documents require, is the whole list. The order. That "
                    + "services which are deleted are in no list.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        // Their number is bounded by the pool of links, whatever else there is.
        var services = await turn.Db.IodServices.Whole().AsNoTracking()
            .Where(service => service.CompanyId == company.Id && service.Status != IodServiceStatus.Deleted)
            .OrderBy(service => service.CreatedAt).ThenBy(service => service.Id)
            .ToListAsync(ct);
        return LoopBackQuery.Apply(
            request,
            services.Select(service =>
                JsonSerializer
                    .SerializeToNode(new ServiceDetails(service), ServiceJson.Default.ServiceDetails)!
                    .AsObject()));
    }
}
