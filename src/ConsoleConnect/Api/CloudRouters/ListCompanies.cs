using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>Lists companies through a LoopBack filter: the clouds that sites lead to (OpenAPI 1.0.0).</summary>
internal static class ListCompanies
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v2/companies", Handle)
        .Published("127", "List cloud providers")
        .Tells("Lists companies: a bare array, oldest first unless the filter orders it. With isCloudProvider true "
            + "they are the clouds that sites of CloudRouters lead to: cloudProviderDetails.cloudType is a site's "
            + "peer.type, asn the number at their end, or the range to choose it from. filter is a LoopBack filter in "
            + "JSON: where, order, limit, skip, fields.")
        .MayBeCalledBy("Every logged-in user.")
        .With(Query.Text(
            "filter",
            """{"where":{"isCloudProvider":true}}""",
            "A LoopBack filter; all companies where it isn't sent."))
        .Answers<IReadOnlyList<ListedCompany>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("That without a filter all companies are listed; companies that are no clouds have no "
            + "cloudProviderDetails. The order. Ports that are on order, or on the way into service, count as pending. "
            + "The numbers of the clouds' autonomous systems: the editions print made-up ones.");

    private static IReadOnlyList<JsonNode?> Handle(HttpRequest request, Turn turn)
    {
        var companies = LoopBackQuery.AsksFor(request, "isCloudProvider")
            ? turn.Reference.Companies.Where(company => company.Cloud is not null)
            : turn.Reference.Companies;
        List<Company> listed = [.. companies];
        var ports = turn.Rows.CountPorts(listed);
        return LoopBackQuery.Apply(
            request,
            listed.Select(company => JsonSerializer
                .SerializeToNode(
                    new ListedCompany(
                        company,
                        turn.Reference.StandingOf(company),
                        ports.GetValueOrDefault(company.Id)),
                    ServiceJson.Default.ListedCompany)!
                .AsObject()));
    }
}
