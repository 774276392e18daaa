using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>Removes a member from a company (000:1842). They may ask to join again.</summary>
internal static class RemoveMember
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/company/{companyName}/memberships/{targetUsername}", Handle)
        .Documented("027", "Remove a member")
        .Tells("Ends somebody's membership. They may ask to join again; to keep them out, set the state DENIED. The "
            + "last Keyholder stays.")
        .Needs(AccountAction.DeleteMembership)
        .With(CompanyParameters.Company, CompanyParameters.Member)
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.UserNotFound, ServiceErrors.MembershipNotFound, ServiceErrors.LastKeyholder);

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string targetUsername,
        Turn turn,
        CancellationToken ct)
    {
        var member = await turn.Db.Memberships.MemberOf(turn.Reference.UserNamed(targetUsername), company, ct);
        member.Leave(turn.Reference.IsLastKeyholder(member), turn.Now);
        return NothingToTell.Instance;
    }
}
