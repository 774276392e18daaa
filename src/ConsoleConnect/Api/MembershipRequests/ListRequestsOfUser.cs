using Emulator.Domain.Memberships;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.MembershipRequests;

/// <summary>What waits for an answer between the caller and companies (000:2086).</summary>
internal static class ListRequestsOfUser
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/membership-requests", Handle)
        .Documented("033", "List one's own requests")
        .Tells("Lists the companies that the caller asks to join and those that invite them, oldest first.")
        .Answers<Response>(200)
        .Assumes("That invites are listed too: without it, a user could not see what to accept.");

    private static async Task<Answer<Response>> Handle(Turn turn, CancellationToken ct)
    {
        var userId = turn.Caller.User.Id;
        var open = await turn.Db.Memberships.AsNoTracking()
            .Where(membership => membership.UserId == userId && membership.Status == MembershipStatus.Inactive)
            .OrderBy(membership => membership.Since).ThenBy(membership => membership.Id)
            .ToListAsync(ct);
        return new Response(
            [
                .. open.Select(membership => turn.Reference.Company(membership.CompanyId))
                    .Select(company => new CompanyAsUser(company, turn.Reference.StandingOf(company))),
            ],
            open.ToDictionary(membership => membership.CompanyId, membership => new MembershipRequestLink(membership)));
    }

    /// <summary>The companies, and by company id what there is between each and the user (000:2094).</summary>
    internal sealed record Response(
        IReadOnlyList<CompanyAsUser> Results,
        IReadOnlyDictionary<string, MembershipRequestLink> LinkUserCompany);
}
