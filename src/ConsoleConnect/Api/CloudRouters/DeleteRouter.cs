using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.CloudRouters;

/// <summary>Takes a CloudRouter down (OpenAPI 1.0.0).</summary>
internal static class DeleteRouter
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/app-user/{companyId}/l3vpns/{l3vpnId}", Handle)
        .Published("129", "Delete a CloudRouter")
        .Tells("Takes a CloudRouter down that is CREATED, has no sites any more, and whose contract is over. It is "
            + "DELETING for a moment; then no list has it and no id finds it.")
        .Needs(NetworkAction.DeleteCloudRouter, "companyId")
        .With(CloudRouterChapter.Company, CloudRouterChapter.RouterThatCanGo)
        .Answers<RouterDeleted>(200)
        .Answers(
            ServiceErrors.CloudRouterNotFound,
            ServiceErrors.RouterHasSites,
            ServiceErrors.RouterInContract,
            ServiceErrors.WrongState)
        .Assumes("The words: the editions describe the refusals without any. That sites are looked at first, then the "
            + "status and the contract; that the contract runs from when the CloudRouter first was CREATED; that one "
            + "which failed before has none, and can go from ERROR.");

    private static async Task<Answer<RouterDeleted>> Handle(
        Company company, string l3vpnId, Turn turn, CancellationToken ct)
    {
        var router = await turn.Db.CloudRouters.WithSites().OwnedBy(company, l3vpnId, ct);
        router.Delete(turn.Now);
        return new RouterDeleted(router);
    }
}
