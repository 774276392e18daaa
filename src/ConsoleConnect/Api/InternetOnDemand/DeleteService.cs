using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.InternetOnDemand;

/// <summary>Deletes a service (002:372-399).</summary>
internal static class DeleteService
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/v2/gia-services/{giaId}", Handle)
            .Documented("083", "Delete an IO-D service")
            .Tells(
                "Ends a service whose contract is over. It is DELETING for a moment, and holds what it has until it is "
                    + "gone; then no list has it and no id finds it, and its "
                    + "addresses, VLAN and private ASN are free.")
            .ItselfNeeds(NetworkAction.DeleteIodService)
            .With(InternetOnDemandChapter.Service)
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.AccessDenied,
                ServiceErrors.IodServiceNotFound,
                ServiceErrors.IodBilledByHand,
                ServiceErrors.IodInContract,
                ServiceErrors.WrongState)
            .Assumes(
                "That a service which failed before it ever was ACTIVE has no contract to hold it, that the "
                    + "contract runs from when it first was ACTIVE, and that those with the billing type bespoke are "
                    + "the manually billed ones. The 404's body: OpenAPI 1.0.0 prints {}.");

    private static async Task<Answer<NothingToTell>> Handle(string giaId, Turn turn, CancellationToken ct)
    {
        var service = await turn
            .Db.IodServices.Whole()
            .FirstOrDefaultAsync(service => service.Id == giaId && service.Status != IodServiceStatus.Deleted, ct);

        // The route names no company: whose services the caller can't see don't exist for them.
        if (service is null || !turn.Caller.RolesByCompany.ContainsKey(service.CompanyId))
        {
            throw ServiceErrors.IodServiceNotFound.Because(
                "None of your companies has an IO-D service with that id.",
                giaId);
        }

        turn.Caller.Needs(NetworkAction.DeleteIodService, turn.Reference.Company(service.CompanyId), turn.Access);
        service.Delete(turn.Now);
        return NothingToTell.Instance;
    }
}
