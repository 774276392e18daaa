using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.MembershipRequests;

/// <summary>
/// What waits for an answer between a company and users (000:1948), for members with the permission user-moderation
/// (000:2034).
/// </summary>
internal static class ListRequestsOfCompany
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/membership-requests/{companyName}", Handle)
        .Documented("031", "List the requests to join a company")
        .Tells(
            "Lists who asks to join the company and whom it has invited, oldest first; the ids in linkUserCompany "
            + "are those that updating, answering and deleting take. "
            + "Invites to people who aren't users stand in invites.")
        .Needs(AccountAction.ReadMembershipRequests)
        .With(RequestParameters.Company)
        .Answers<Response>(200)
        .Assumes("That the company's own invites are listed too, and the member invites: updating an invite takes an "
            + "id \"retreived from the Request to Join a Company get endpoint\" (000:2081), and people who aren't "
            + "users have no place in the rest.");

    private static async Task<Answer<Response>> Handle(Company company, Turn turn, CancellationToken ct)
    {
        var open = await turn.Db.Memberships.AsNoTracking()
            .Where(membership => membership.CompanyId == company.Id && membership.Status == MembershipStatus.Inactive)
            .OrderBy(membership => membership.Since).ThenBy(membership => membership.Id)
            .ToListAsync(ct);
        var invited = await turn
            .Db.Invitations.AsNoTracking()
            .Where(invitation =>
                invitation.CompanyId == company.Id
                && invitation.Kind == InvitationKind.Membership
                && invitation.Status == InvitationStatus.Sent)
            .OrderBy(invitation => invitation.CreatedAt)
            .ThenBy(invitation => invitation.Id)
            .ToListAsync(ct);
        return new Response(
            [.. open.Select(membership => new PublicUser(turn.ViewOf(turn.Reference.User(membership.UserId)!)))],
            open.ToDictionary(membership => membership.UserId, membership => new MembershipRequestLink(membership)),
            [.. invited.Select(invitation => new InvitedByMail(invitation))]);
    }

    /// <summary>
    /// The users, by user id what there is between each and the company, and who is invited without being a user.
    /// </summary>
    internal sealed record Response(
        IReadOnlyList<PublicUser> Results,
        IReadOnlyDictionary<string, MembershipRequestLink> LinkUserCompany,
        IReadOnlyList<InvitedByMail> Invites);

    /// <summary>Somebody who is invited by e-mail and isn't on the platform.</summary>
    internal sealed class InvitedByMail(Invitation invitation)
    {
        public string Id => invitation.Id;
        public string? Name => invitation.Name;
        public string? Email => invitation.Email;
        public string? Message => invitation.Message;
        public IReadOnlyList<string> Roles => [.. invitation.Roles.Select(Spelling.Of)];
        public DateTimeOffset CreatedAt => invitation.CreatedAt;
        public DateTimeOffset UpdatedAt => invitation.UpdatedAt;
    }
}
