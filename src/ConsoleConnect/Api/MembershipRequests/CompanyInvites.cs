using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.MembershipRequests;

/// <summary>
/// Finds what a company has asked, or been asked, by its id: with users it is a membership, with everybody else an
/// invitation.
/// </summary>
internal static class CompanyInvites
{
    /// <summary>Finds it; one of the two is null.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.InviteNotFound"/>: there is none, or it is another company's.
    /// </exception>
    public static async Task<(Membership? OfUser, Invitation? ByMail)> Find(
        Turn turn,
        Company company,
        string id,
        CancellationToken ct)
    {
        var ofUser = await turn.Db.Memberships.FirstOrDefaultAsync(
            membership => membership.Id == id && membership.CompanyId == company.Id,
            ct);
        var byMail = ofUser is not null
            ? null
            : await turn.Db.Invitations.FirstOrDefaultAsync(
                invitation =>
                    invitation.Id == id
                    && invitation.CompanyId == company.Id
                    && invitation.Kind == InvitationKind.Membership,
                ct);
        return ofUser is null && byMail is null
            ? throw ServiceErrors.InviteNotFound.Because($"{company.Username} has no request or invite with the id "
                + $"{id.Named()}; GET /api/membership-requests/{company.Username} lists them.")
            : (ofUser, byMail);
    }
}
