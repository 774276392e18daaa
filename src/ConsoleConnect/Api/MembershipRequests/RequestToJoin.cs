using Emulator.Domain.Memberships;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>
/// "Any user can request to join a company" (000:1936), unless that company has declined them (000:1938).
/// </summary>
internal static class RequestToJoin
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}", Handle)
        .Documented("030", "Ask to join a company")
        .Tells(
            "Asks a company to take the caller in: its Keyholders get an e-mail and answer. Where the company has "
            + "invited the user already, both want it, and the user is a "
            + "member at once.")
        .With(RequestParameters.Company with { Example = "acmeinc" })
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.DeclinedByCompany, ServiceErrors.WrongState)
        .Assumes("What happens where there is something between the two already. The body of the answer: the "
            + "document prints a Content-Type and no body.");

    private static async Task<Answer<NothingToTell>> Handle(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var user = turn.Caller.User;
        if (await turn.Db.Memberships.Between(user, company, ct) is { } before)
        {
            before.RequestAgain(turn.Now);
        }
        else
        {
            turn.Db.Memberships.Add(Membership.Requested(turn.Ids.Next(), user.Id, company.Id, turn.Now));
        }

        return NothingToTell.Instance;
    }
}
