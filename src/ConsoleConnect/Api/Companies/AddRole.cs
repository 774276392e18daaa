using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Companies;

/// <summary>Gives a member a role (000:1772). One that they have already changes nothing.</summary>
internal static class AddRole
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{username}/memberships/{targetUsername}/roles/{roleName}", Handle)
        .Documented("025", "Give a role")
        .Tells("Gives a member one more role, and answers the role; from then on they may do what it allows. A role "
            + "that they have already changes nothing.")
        .Needs(AccountAction.UpdateMembership, "username")
        .With(CompanyParameters.OfARole)
        .Answers<GivenRole>(200)
        .Answers(ServiceErrors.UserNotFound, ServiceErrors.MembershipNotFound, ServiceErrors.RoleNotFound);

    private static async Task<Answer<GivenRole>> Handle(
        Company company,
        string targetUsername,
        string roleName,
        Turn turn,
        CancellationToken ct)
    {
        var role = Role.Named(roleName);
        var member = await turn.Db.Memberships.MemberOf(turn.Reference.UserNamed(targetUsername), company, ct);
        member.Give(role.Name, turn.Now);
        return new GivenRole(role);
    }
}
