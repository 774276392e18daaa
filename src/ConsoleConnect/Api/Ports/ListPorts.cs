using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;
using Emulator.Wire.Ports;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Ports;

/// <summary>
/// Lists a company's ports, oldest first. "Reading a company's ports is public" (000:3790): any logged-in user may.
/// </summary>
internal static class ListPorts
{
    private static readonly QueryParameter<bool?> Deleted =
        Query.Flag("deleted", "false", "false leaves DELETED ports out; true lists only them.");

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/company/{companyName}/ports", Handle)
            .Documented("047", "List ports", "090", "092")
            .Tells(
                "Lists a company's ports, oldest first, with what is used of each one's capacity. deleted=false leaves "
                    + "deleted ones out. A port that is still being delivered "
                    + "isn't listed.")
            .With(
                Parameters.Company,
                Deleted,
                Query.Page(""),
                Query.Count("", "Results a page; all where neither is sent."))
            .Answers<Results<ListedPort>>(200)
            .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.BadQuery)
            .Assumes("Paging: no source says whether this list has pages; all ports are listed unless a page is "
                + "requested.");

    private static Task<IResult> Handle(string companyName, HttpRequest request, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var deleted = Deleted.Of(request);
        var (skip, take) = QueryText.Page(request, unasked: null);
        return turn.ListOf<Port, ListedPort>(
            (turn, after, skip, take, ct) => turn.Db.PortsOf(company, deleted, after)
                .AsNoTracking().Skip(skip).Take(take).ToListAsync(ct),
            skip, take, (turn, ports) => Shown(turn, company, ports), ct);
    }

    /// <summary>Ports of a company as lists show them.</summary>
    internal static List<ListedPort> Shown(Turn turn, Company company, List<Port> found)
    {
        var uses = turn.Rows.UsesOf(found);
        var owner = new CompanyInPortList(company, turn.Reference.StandingOf(company), turn.PortsActiveOf(company));
        return found.ConvertAll(port => new ListedPort(
            port,
            Capacity.Of(port, uses[port.Id]),
            owner,
            turn.Reference.Facility(port.FacilityId) is { } facility
                ? new FacilityInPortList(
                    facility,
                    [.. turn.Reference.RegionsOf(turn.Reference.Metro(facility.MetroId))])
                : null,
            new MetroInPortList(turn.Reference.Metro(port.MetroId)),
            uses[port.Id].Connections,
            [
                .. port.Controllers.Select(controller => new ControllerInPort(
                    controller,
                    port.Id,
                    turn.Reference.Metro(controller.MetroId))),
            ]));
    }
}
