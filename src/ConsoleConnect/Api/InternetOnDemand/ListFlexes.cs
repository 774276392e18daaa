using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Lists every flex that was asked for (002:519-553).</summary>
internal static class ListFlexes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/gia-service/{giaId}/flex", Handle)
        .Documented("086", "List an IO-D service's flexes")
        .Tells("Lists the flexes that were ever asked for on a service: a bare array, oldest first; those that have "
            + "failed are in it too.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(InternetOnDemandChapter.Company, InternetOnDemandChapter.Service)
        .Answers<IReadOnlyList<FlexInList>>(200)
        .Answers(ServiceErrors.IodServiceNotFound)
        .Assumes("The order.");

    private static async Task<Answer<IReadOnlyList<FlexInList>>> Handle(
        Company company,
        string giaId,
        Turn turn,
        CancellationToken ct)
    {
        var service = await turn.Db.IodServices.AsNoTracking().OwnedBy(company, giaId, ct);
        var flexes = await turn.Db.Flexes.AsNoTracking().AllOf(service, ct);
        return new Answer<IReadOnlyList<FlexInList>>([.. flexes.Select(flex => new FlexInList(flex))]);
    }
}
