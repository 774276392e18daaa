using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Filters;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Ports;

/// <summary>Lists a company's ports through a LoopBack filter, as clients of the service ask for them.</summary>
internal static class SearchPorts
{
    private static readonly QueryParameter<string?> Filter = Query.Text(
        "filter",
        """{"where":{"id":{"in":["5e5f9b85c2e6a1b4d782bcd0"]}}}""",
        "A LoopBack filter; all ports where it isn't sent.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/ports", Handle)
        .Published("260", "Search for ports")
        .Tells(
            "Searches the company's ports: a bare array of what the list of ports shows, oldest first unless the "
            + "filter orders it. filter is a LoopBack filter in JSON: where, order, limit, skip, fields. Deleted "
            + "ports are among them, ports that are still being delivered are not.")
        .Needs(NetworkAction.ReadPort, "companyId")
        .With(
            Parameters.Company with { Name = "companyId", Example = "5e4cb418ab1dbe8c8476163b" },
            Filter)
        .Answers<IReadOnlyList<ListedPort>>(200)
        .LeavesOutFields()
        .Answers(ServiceErrors.BadFilter)
        .Assumes("All of it but the path, the filter and that the answer is a bare array: public clients ask so, and "
            + "no edition prints it.");

    private static async Task<IReadOnlyList<JsonNode?>> Handle(
        Company company,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        // Clients ask for some ports by their ids, of as many as there are: those only are read then.
        var ports = turn.Db.PortsOf(company, deleted: null, after: null).AsNoTracking();
        if (IdsAsked(request) is { } ids)
        {
            ports = ports.Where(port => ids.Contains(port.Id));
        }

        var found = await ports.ToListAsync(ct);
        return LoopBackQuery.Apply(
            request,
            ListPorts.Shown(turn, company, found).ConvertAll(port =>
                JsonSerializer.SerializeToNode(port, ServiceJson.Default.ListedPort)!.AsObject()));
    }

    /// <summary>The ids that a port's must be one of; null where the filter names none.</summary>
    private static List<string>? IdsAsked(HttpRequest request)
    {
        try
        {
            var where = LoopBackFilter.Parse(Filter.Of(request)).Where;
            return where is Where.And all
                ? all.Members.Select(IdsOf).FirstOrDefault(ids => ids is not null)
                : IdsOf(where);
        }
        catch (BadFilterException)
        {
            return []; // It is refused where it is applied.
        }
    }

    private static List<string>? IdsOf(Where? where) => where switch
    {
        Where.Comparison { Path: "id", Operator: FilterOperator.Eq, Operand: JsonValue one } => [one.ToString()],
        Where.Comparison { Path: "id", Operator: FilterOperator.Inq, Operand: JsonArray several } =>
            [.. several.OfType<JsonValue>().Select(one => one.ToString())],
        _ => null,
    };
}
