using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>"Decline an invite from a company to join that company" (000:2246).</summary>
internal static class DeclineInvite
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}/deny", Handle)
        .Documented("035", "Decline a company's invite")
        .Tells("Turns a company's invite down: it is CANCELLED, and neither side is bound by it. The user may still "
            + "ask to join, and the company may invite again.")
        .With(RequestParameters.Company with { Example = "CompanyB" })
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.MembershipRequestNotFound, ServiceErrors.WrongState)
        .Assumes("That declining leaves the request CANCELLED, so that the user can still ask: DENIED is the "
            + "company's word (OpenAPI 1.0.0).");

    private static async Task<Answer<NothingToTell>> Handle(string companyName, Turn turn, CancellationToken ct)
    {
        var membership = await turn.Db.Memberships.Asked(
            turn.Caller.User,
            turn.Reference.CompanyNamed(companyName),
            ct);
        membership.Cancel(turn.Now);
        return NothingToTell.Instance;
    }
}
