using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Companies;

/// <summary>"Removes the authenticated user from the company" (000:1859).</summary>
internal static class LeaveCompany
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/company/{companyName}/memberships", Handle)
        .Documented("028", "Leave a company")
        .Tells("Ends the caller's own membership, and with it all they may do in the company. The last Keyholder "
            + "can't leave.")
        .With(CompanyParameters.Company with { Example = "bloggs" })
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.MembershipNotFound, ServiceErrors.LastKeyholder)
        .Assumes("The body of the answer: the document prints a Content-Type and no body.");

    private static async Task<Answer<NothingToTell>> Handle(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var member = await turn.Db.Memberships.MemberOf(turn.Caller.User, company, ct);
        member.Leave(turn.Reference.IsLastKeyholder(member), turn.Now);
        return NothingToTell.Instance;
    }
}
