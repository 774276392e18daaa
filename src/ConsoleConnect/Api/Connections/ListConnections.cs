using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Connections;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>Lists the connections that a company is a party of, newest first (000:6478).</summary>
internal static class ListConnections
{
    private static readonly QueryParameter<int?> Page = Query.Page("1");

    private static readonly QueryParameter<List<ConnectionStatus>?> Status =
        Query.Statuses<ConnectionStatus>("status", "ACTIVE", "Only connections in this status.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/v2/company/{companyName}/connections", Handle)
        .Documented("063", "List connections", "000:123")
        .Tells("Lists the connections and requests that the company is a party of, newest first. Filters by status "
            + "(several, separated by commas, mean any of them) and pages.")
        .Needs(NetworkAction.ReadConnection)
        .With(
            Parameters.Company,
            Page,
            Query.Count("20"),
            Status)
        .Answers<Results<ListedConnection>>(200)
        .Answers(ServiceErrors.BadQuery)
        .Assumes("20 results a page where only page is sent, all where neither is; newest first; a status nobody "
            + "knows finds nothing.");

    private static Task<IResult> Handle(Company company, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var statuses = Status.Of(request);
        var (skip, take) = QueryText.Page(request, unasked: Page.Of(request) is null ? null : 20);
        return turn.ListOf<Connection, ListedConnection>(
            (turn, after, skip, take, ct) => turn.Db.Connections.PageOf(company, statuses, skip, take, after)
                .AsNoTracking().Whole().ToListAsync(ct),
            skip, take, (turn, found) => turn.Listed(found, company), ct);
    }
}
