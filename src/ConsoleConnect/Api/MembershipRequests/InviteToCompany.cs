using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.MembershipRequests;

/// <summary>A company invites people by e-mail, on the platform or not (000:1873).</summary>
internal static class InviteToCompany
{
    private static readonly BodyMember<string> EmailMember = Body.NeededEmail(
        "email", "The address; a user who has it is invited as a user.");

    internal static readonly RequestSchema Schema = new RequestSchema()
        .Objects("invites", "Whom to invite.", required: true, each: new RequestSchema()
            .With(EmailMember)
            .Text("name", "The invitee's name.", maxLength: 1024)
            .Text("message", "What to write.")
            .Texts(
                "roles",
                "The roles they will have; USER where none are named.",
                required: false,
                RequestParameters.RoleNames));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/admin/membership-requests/{username}/invite", Handle)
            .Documented("029", "Invite people to join a company")
            .Tells(
                "Asks people to join the company, with roles. Users answer with accept or deny, and one who has asked "
                    + "to join is accepted by this; others get an e-mail at once "
                    + "and register with its token, "
                    + "and are members then. With one bad element nobody is invited.")
            .Needs(AccountAction.Invite, "username")
            .With(RequestParameters.Company with { Name = "username" })
            .Takes(
                Schema,
                """
                {"invites": [{"name": "Test User", "email": "test@example.org", "message": "Please join our company!",
                "roles": ["NETWORKVIEW"]}]}
                """
            )
            .Answers<NothingToTell>(200)
            .Answers(ServiceErrors.WrongState)
            .Assumes("That a member can't be invited, and that an open invite is sent again with the newer roles.");

    private static Task<Answer<NothingToTell>> Handle(
        Company company,
        RequestBody body,
        Turn turn,
        CancellationToken ct) => Everybody(company, body, turn, ct);

    /// <summary>Invites everybody whom the body names, or nobody.</summary>
    internal static async Task<Answer<NothingToTell>> Everybody(
        Company company,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var sources = new InvitingToACompany.Sources(turn.Ids.Next, turn.Ids.NextToken);
        foreach (var invite in body.Checked(Schema).Objects("invites"))
        {
            var roles = RequestParameters.RolesOf(invite);
            await InvitingToACompany.Invite(
                turn.Db,
                turn.Reference,
                company,
                new InvitingToACompany.Guest(
                    invite.Of(EmailMember),
                    invite.Text("name"),
                    invite.Text("message"),
                    roles.Count == 0 ? [RoleName.User] : roles),
                sources,
                turn.Now,
                ct);
        }

        return NothingToTell.Instance;
    }
}
