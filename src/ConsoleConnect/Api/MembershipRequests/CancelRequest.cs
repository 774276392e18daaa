using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.MembershipRequests;

/// <summary>"Cancel your request to join the specified company" (000:2264).</summary>
internal static class CancelRequest
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/membership-requests/{companyName}/cancel", Handle)
        .Documented("036", "Take back a request to join")
        .Tells("Takes back what is open between the caller and a company: their own request, or an invite that they "
            + "don't want. It is CANCELLED; they may ask again.")
        .With(RequestParameters.Company with { Example = "exampleco" })
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.MembershipRequestNotFound, ServiceErrors.WrongState)
        .Assumes("That it declines an invite as well: the documents give both operations the same title.");

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
