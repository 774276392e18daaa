using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>Changes the roles that an invite will give (000:2046).</summary>
internal static class UpdateCompanyInvite
{
    private static readonly RequestSchema Schema = new RequestSchema()
        .Texts("roles", "The roles the user will have.", required: true, RequestParameters.RoleNames);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/membership-requests/{username}/invite/{inviteToCompanyId}", Handle)
        .Documented("032", "Update an invite")
        .Tells("Changes the roles that an invite of the company's will give once it is accepted. What has been "
            + "answered already is refused.")
        .Needs(AccountAction.Invite, "username")
        .With(
            RequestParameters.Company with { Name = "username" },
            new ParameterExample("inviteToCompanyId", "675a1246c2e6a1b4d7b3e0a6", "The invite's id, as GET "
                + "/api/membership-requests/{companyName} lists it."))
        .Takes(Schema, """{"roles": ["USER", "NETWORKVIEW"]}""")
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.InviteNotFound, ServiceErrors.WrongState)
        .Assumes("The body of the answer: the document prints a Content-Type and no body.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string inviteToCompanyId,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var roles = RequestParameters.RolesOf(body.Checked(Schema));
        var (ofUser, byMail) = await CompanyInvites.Find(turn, company, inviteToCompanyId, ct);
        ofUser?.UpdateInvite(roles, turn.Now);
        byMail?.UpdateRoles(roles, turn.Now);
        return NothingToTell.Instance;
    }
}
