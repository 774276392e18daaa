using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.MembershipRequests;

/// <summary>A company invites a user, answers their request, or takes its invite back (000:2269).</summary>
internal static class AnswerUser
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/membership-requests/{companyName}/{action}/{targetUsername}", Handle)
            .Documented("037", "Invite or answer a user")
            .Tells(
                "Deals with a user by name: invite asks them to join, accept and deny answer their request, cancel "
                    + "takes an invite back. Once denied, the user can't ask again; "
                    + "the company may still accept or invite. Accepting a member is harmless.")
            .ItselfNeeds(AccountAction.AnswerMembershipRequest)
            .With(
                RequestParameters.Company,
                new ParameterExample("action", "accept", "invite, accept, deny or cancel."),
                new ParameterExample("targetUsername", "ned", "The username of the user."))
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.CompanyNotFound,
                ServiceErrors.AccessDenied,
                ServiceErrors.UserNotFound,
                ServiceErrors.MembershipRequestNotFound,
                ServiceErrors.WrongState,
                ServiceErrors.UnknownRoute)
            .Assumes("That a user invited here becomes a plain member (USER).");

    private static async Task<Answer<NothingToTell>> Handle(
        string companyName,
        string action,
        string targetUsername,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var invites = action.Equals("invite", StringComparison.OrdinalIgnoreCase);
        var company = turn.Company(companyName, invites ? AccountAction.Invite : AccountAction.AnswerMembershipRequest);
        var user = turn.Reference.UserNamed(targetUsername);
        if (invites)
        {
            await InvitingToACompany.Invite(
                turn.Db,
                company,
                user,
                [RoleName.User],
                message: null,
                new(turn.Ids.Next, turn.Ids.NextToken),
                turn.Now,
                ct);
            return NothingToTell.Instance;
        }

        var membership = await turn.Db.Memberships.Asked(user, company, ct);
        CompanyAnswers.Give(membership, action, request, turn.Now);
        return NothingToTell.Instance;
    }
}
