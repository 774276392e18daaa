using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>Takes a role from a member (000:1741). The last Keyholder keeps theirs.</summary>
internal static class RemoveRole
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/company/{username}/memberships/{targetUsername}/roles/{roleName}", Handle)
            .Documented("024", "Take a role")
            .Tells(
                "Takes a role from a member, who is refused what it allowed from then on. A role that they haven't "
                    + "changes nothing; the last Keyholder keeps ADMIN.")
            .Needs(AccountAction.UpdateMembership, "username")
            .With(CompanyParameters.OfARole)
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.UserNotFound,
                ServiceErrors.MembershipNotFound,
                ServiceErrors.RoleNotFound,
                ServiceErrors.LastKeyholder)
            .Assumes("The body of the answer: the document prints a Content-Type and no body.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string targetUsername,
        string roleName,
        Turn turn,
        CancellationToken ct)
    {
        var role = Role.Named(roleName);
        var member = await turn.Db.Memberships.MemberOf(turn.Reference.UserNamed(targetUsername), company, ct);
        member.Take(role.Name, turn.Reference.IsLastKeyholder(member), turn.Now);
        return NothingToTell.Instance;
    }
}
