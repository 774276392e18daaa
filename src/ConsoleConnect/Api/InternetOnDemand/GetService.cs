using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Reads a service (002:401-466).</summary>
internal static class GetService
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/gia-services/{giaId}", Handle)
        .Documented("084", "Get an IO-D service by its id")
        .Tells("Shows a service with the addresses, VLAN and ASN it was given. rateLimit is the bandwidth in force: "
            + "the contract's, or that of the flex which is active.")
        .Needs(NetworkAction.ReadIodService, "companyId")
        .With(InternetOnDemandChapter.Company, InternetOnDemandChapter.Service)
        .Answers<ServiceDetails>(200)
        .Answers(ServiceErrors.IodServiceNotFound)
        .Assumes("bgpStatus, null in the sample of a service that is PROVISIONING, is ESTABLISHED or IDLE from when "
            + "it first was ACTIVE; static ones have none, and no peers. rateLimit follows the flexes.");

    private static async Task<Answer<ServiceDetails>> Handle(
        Company company,
        string giaId,
        Turn turn,
        CancellationToken ct)
    {
        return new ServiceDetails(await turn.Db.IodServices.Whole().AsNoTracking().OwnedBy(company, giaId, ct));
    }
}
