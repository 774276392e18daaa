using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>"Delete an invitation from company to a user by ID" (000:2315).</summary>
internal static class DeleteCompanyInvite
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapDelete("/api/membership-requests/{companyName}/invites/{inviteId}", Handle)
            .Documented("038", "Delete an invite")
            .Tells(
                "Takes an invite back: the token in its e-mail is no good any more. A user's request can be deleted "
                    + "as well; the user may ask again.")
            .Needs(AccountAction.Invite)
            .With(
                RequestParameters.Company,
                new ParameterExample(
                    "inviteId",
                    "675a1246c2e6a1b4d7b3e0a6",
                    "The invite's id, as GET /api/membership-requests/{companyName} lists it."))
            .Answers<NothingToTell>(200)
            .Answers(ServiceErrors.InviteNotFound, ServiceErrors.WrongState)
            .Assumes(
                "That a user's request can be deleted too: the document calls it \"a request to join a company\" in "
                    + "its title.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string inviteId,
        Turn turn,
        CancellationToken ct)
    {
        var (ofUser, byMail) = await CompanyInvites.Find(turn, company, inviteId, ct);
        ofUser?.Cancel(turn.Now);
        byMail?.Withdraw(turn.Now);
        return NothingToTell.Instance;
    }
}
