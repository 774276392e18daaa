using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>A company invites people by e-mail, under the path that later editions have for it.</summary>
internal static class InviteMembers
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}/invite", Handle)
        .Published("255", "Invite people to join a company, as later editions have it")
        .Tells(
            "Asks people to join the company, as the older path does: users answer with accept or deny, others get an "
            + "e-mail and register with its token. Only the addresses are needed; the role is USER where none is "
            + "named. With one bad element nobody is invited.")
        .Needs(AccountAction.Invite)
        .With(RequestParameters.Company)
        .Takes(InviteToCompany.Schema, """{"invites": [{"email": "newcomer@example.org"}]}""")
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.WrongState)
        .Assumes("That it is the older operation under another path, with all of its rules.");

    private static Task<Answer<NothingToTell>> Handle(
        Company company,
        RequestBody body,
        Turn turn,
        CancellationToken ct) => InviteToCompany.Everybody(company, body, turn, ct);
}
