using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>A company invites people to join it: users as users, everybody else by e-mail (000:1911).</summary>
internal static class InvitingToACompany
{
    /// <summary>Whom, and as what.</summary>
    /// <param name="Email">The address.</param>
    /// <param name="Name">The name; null where it isn't known.</param>
    /// <param name="Message">What the company writes; null for nothing.</param>
    /// <param name="Roles">The roles they will have.</param>
    internal sealed record Guest(string Email, string? Name, string? Message, IReadOnlyList<RoleName> Roles);

    /// <summary>Where ids and tokens come from.</summary>
    internal sealed record Sources(Func<string> NextId, Func<string> NextToken);

    /// <summary>Invites anyone who has the address.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>: they are a member already.</exception>
    public static async Task Invite(
        EmulatorDb db,
        ReferenceData reference,
        Company company,
        Guest guest,
        Sources sources,
        Moment moment,
        CancellationToken ct)
    {
        if (reference.UserWithEmail(guest.Email) is { } user)
        {
            await Invite(db, company, user, guest.Roles, guest.Message, sources, moment, ct);
            return;
        }

        // One open invitation for each: a newer one takes an older one's place.
        var earlier = db
            .Invitations.Local.Concat(
                await db
                    .Invitations.Where(other =>
                        other.CompanyId == company.Id
                        && other.Email == guest.Email
                        && other.Kind == InvitationKind.Membership
                        && other.Status == InvitationStatus.Sent)
                    .ToListAsync(ct))
            .Where(other =>
                other.CompanyId == company.Id
                && string.Equals(other.Email, guest.Email, StringComparison.OrdinalIgnoreCase)
                && other is { Kind: InvitationKind.Membership, Status: InvitationStatus.Sent })
            .Distinct()
            .ToList();
        earlier.ForEach(other => other.Withdraw(moment));
        db.Invitations.Add(new Invitation
        {
            Id = sources.NextId(),
            Kind = InvitationKind.Membership,
            Token = sources.NextToken(),
            Name = guest.Name,
            Email = guest.Email,
            Message = guest.Message,
            InvitedBy = moment.By,
            CompanyId = company.Id,
            Roles = guest.Roles,
            CreatedAt = moment.At,
        }.Begin(moderated: false, moment));
    }

    /// <summary>Invites a user.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>: they are a member already.</exception>
    public static async Task Invite(
        EmulatorDb db,
        Company company,
        User user,
        IReadOnlyList<RoleName> roles,
        string? message,
        Sources sources,
        Moment moment,
        CancellationToken ct)
    {
        var between = db.Memberships.Local.FirstOrDefault(membership =>
            membership.UserId == user.Id && membership.CompanyId == company.Id
        ) ?? await db.Memberships.Between(user, company, ct);
        if (between is null)
        {
            db.Memberships.Add(Membership.Invited(sources.NextId(), user.Id, company.Id, roles, message, moment));
        }
        else
        {
            between.InviteAgain(roles, message, moment);
        }
    }
}
