using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>A company answers a request, or takes an invite back, by its id (000:2329).</summary>
internal static class AnswerRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}/invites/{inviteId}/{action}", Handle)
        .Documented("039", "Answer a request by its id")
        .Tells("Deals with a request or an invite by its id: accept and deny answer a user's request, cancel takes "
            + "an invite back, of somebody who isn't a user too.")
        .Needs(AccountAction.AnswerMembershipRequest)
        .With(
            RequestParameters.Company,
            new ParameterExample("inviteId", "675a1180c2e6a1b4d7b3e0a5", "The id of a request or an invite, as GET "
                + "/api/membership-requests/{companyName} lists it."),
            new ParameterExample("action", "accept", "accept, deny or cancel."))
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.InviteNotFound, ServiceErrors.WrongState, ServiceErrors.UnknownRoute);

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string inviteId,
        string action,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var (ofUser, byMail) = await CompanyInvites.Find(turn, company, inviteId, ct);
        if (ofUser is not null)
        {
            CompanyAnswers.Give(ofUser, action, request, turn.Now);
        }
        else
        {
            Answer(byMail!, action, request, turn.Now);
        }

        return NothingToTell.Instance;
    }

    /// <summary>Anyone who isn't a user can't have asked, so there is nothing to accept or deny.</summary>
    private static void Answer(Invitation invitation, string action, HttpRequest request, Moment moment)
    {
        switch (action.ToLowerInvariant())
        {
            case "cancel":
                invitation.Withdraw(moment);
                break;
            case "accept":
                throw Waits("accepted");
            case "deny":
                throw Waits("denied");
            default:
                throw CompanyAnswers.Unknown(request);
        }

        Refusal Waits(string participle) =>
            ServiceErrors.WrongState.Because(
                "The company has asked, so the invited person has to answer: they register with the token from the "
                    + "e-mail.",
                "invitation",
                participle,
                Spelling.Of(invitation.Status));
    }
}
