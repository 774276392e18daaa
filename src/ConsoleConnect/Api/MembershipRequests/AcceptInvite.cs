using Emulator.Domain.Memberships;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>The user accepts a company's invite (000:2217).</summary>
internal static class AcceptInvite
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}/accept", Handle)
        .Documented("034", "Accept a company's invite")
        .Tells("Accepts a company's invite: the caller is a member at once, with the roles of the invite. One's own "
            + "request is for the company to accept.")
        .With(RequestParameters.Company with { Example = "CompanyB" })
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.MembershipRequestNotFound, ServiceErrors.WrongState)
        .Assumes("Who accepts here: the document has a title only. Accepting again is harmless.");

    private static async Task<Answer<NothingToTell>> Handle(string companyName, Turn turn, CancellationToken ct)
    {
        var membership = await turn.Db.Memberships.Asked(
            turn.Caller.User,
            turn.Reference.CompanyNamed(companyName),
            ct);
        membership.AcceptBy(AskedBy.User, turn.Now);
        return NothingToTell.Instance;
    }
}
