using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Reads the flex in force, and the one asked for last (002:615-647).</summary>
internal static class GetCurrentFlex
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/gia-service/{giaId}/flex/current", Handle)
        .Documented("088", "Get an IO-D service's current flex")
        .Tells(
            "Shows which flex gives a service its bandwidth now, and which was requested last; both may be the same. "
            + "active is null where the contract's own bandwidth is in force, latest where none was ever requested.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(InternetOnDemandChapter.Company, InternetOnDemandChapter.Service)
        .Answers<CurrentFlex>(200)
        .Answers(ServiceErrors.IodServiceNotFound);

    private static async Task<Answer<CurrentFlex>> Handle(
        Company company,
        string giaId,
        Turn turn,
        CancellationToken ct)
    {
        var service = await turn.Db.IodServices.Whole().AsNoTracking().OwnedBy(company, giaId, ct);
        var latest = await turn.Db.Flexes.AsNoTracking().LatestOf(service, ct);
        return new CurrentFlex(
            latest is null ? null : new FlexShape(latest),
            service.ActiveFlex is { } active ? new FlexShape(active) : null);
    }

    /// <summary>The two (002:643).</summary>
    internal sealed record CurrentFlex(FlexShape? Latest, FlexShape? Active);
}
