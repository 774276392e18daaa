using Emulator.Domain;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>
/// Makes an account (000:789), and a member of the company that has invited its owner by e-mail (000:1913).
/// </summary>
internal static class Registering
{
    /// <summary>Who registers.</summary>
    /// <param name="Email">The address to log in with.</param>
    /// <param name="PasswordHash">The password, hashed.</param>
    /// <param name="Fits">Whether the password is an account's own.</param>
    /// <param name="Name">The person's name.</param>
    /// <param name="Username">The username they would like; null to have one made of the name.</param>
    /// <param name="OptIntoMarketingEmail">Whether they want advertising.</param>
    /// <param name="InvitationToken">The invitation they come with; null for none.</param>
    internal sealed record Wish(
        string Email,
        string PasswordHash,
        Func<User, bool> Fits,
        string Name,
        string? Username,
        bool OptIntoMarketingEmail,
        string? InvitationToken);

    /// <summary>Registers.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="reference">Who is there already.</param>
    /// <param name="wish">Who registers.</param>
    /// <param name="nextId">Where ids come from.</param>
    /// <param name="moment">When.</param>
    /// <param name="ct">Ends the queries.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.EmailTaken"/>, <see cref="ServiceErrors.UsernameTaken"/>,
    /// <see cref="ServiceErrors.UsernameInvalid"/>; an invitation that can't be used.
    /// </exception>
    public static async Task<User> Register(
        EmulatorDb db,
        ReferenceData reference,
        Wish wish,
        Func<string> nextId,
        Moment moment,
        CancellationToken ct)
    {
        var invitation = wish.InvitationToken is { } token ? await db.Invitations.WithToken(token, ct) : null;
        invitation?.MustBeOpen(moment.At);
        var user = reference.UserWithEmail(wish.Email) is { } known
            ? await Claim(db, known, invitation, wish, ct)
            : Made(reference, wish, nextId(), moment);
        user.Name = wish.Name;
        user.OptIntoMarketingEmail = wish.OptIntoMarketingEmail;
        user.UpdatedAt = moment.At;
        if (db.Entry(user).State == EntityState.Detached)
        {
            db.Users.Add(user);
        }

        var asThemself = moment with { By = user.Id };
        invitation?.Use(user.Id, asThemself);
        if (invitation is { Kind: InvitationKind.Membership, CompanyId: { } companyId })
        {
            await Join(db, user, companyId, invitation.Roles, nextId, asThemself, ct);
        }

        await TurnInvitationsIntoInvites(db, user, invitation, nextId, asThemself, ct);
        return user;
    }

    /// <summary>Q-011: the account that the documents both log in and register.</summary>
    private static async Task<User> Claim(
        EmulatorDb db,
        User known,
        Invitation? invitation,
        Wish wish,
        CancellationToken ct)
    {
        if (!known.AwaitsRegistration || invitation is null || !wish.Fits(known))
        {
            throw ServiceErrors.EmailTaken.Because("An account has the address already: log in, or ask for a new "
                + "password.");
        }

        var user = (await db.Users.FindAsync([known.Id], ct))!;
        user.AwaitsRegistration = false;
        return user;
    }

    private static User Made(ReferenceData reference, Wish wish, string id, Moment moment) =>
        new()
        {
            Id = id,
            Username = NamingAnAccount.Name(reference, wish.Username, wish.Name, otherwise: "user"),
            Email = wish.Email,
            Name = wish.Name,
            PasswordHash = wish.PasswordHash,
            CreatedAt = moment.At,
            UpdatedAt = moment.At,
        };

    private static async Task Join(
        EmulatorDb db,
        User user,
        string companyId,
        IReadOnlyList<RoleName> roles,
        Func<string> nextId,
        Moment moment,
        CancellationToken ct)
    {
        var before = await db.Memberships.FirstOrDefaultAsync(
            membership => membership.UserId == user.Id && membership.CompanyId == companyId,
            ct);
        if (before is null)
        {
            db.Memberships.Add(Membership.Joined(nextId(), user.Id, companyId, roles, moment));
        }
        else if (before.Status != MembershipStatus.Active)
        {
            before.InviteAgain(roles, message: null, moment);
            before.AcceptBy(AskedBy.User, moment);
        }
    }

    /// <summary>
    /// Anyone who was invited to a company and registers without that invitation's token hasn't accepted it; as a user,
    /// they have an invite to answer.
    /// </summary>
    private static async Task TurnInvitationsIntoInvites(
        EmulatorDb db,
        User user,
        Invitation? used,
        Func<string> nextId,
        Moment moment,
        CancellationToken ct)
    {
        var usedId = used?.Id;
        var open = await db
            .Invitations.Where(other =>
                other.Email == user.Email
                && other.Kind == InvitationKind.Membership
                && other.Status == InvitationStatus.Sent
                && other.Id != usedId)
            .ToListAsync(ct);
        foreach (
            var invitation in open.Where(invitation => invitation.ExpiresAt is null || invitation.ExpiresAt > moment.At)
                .DistinctBy(invitation => invitation.CompanyId))
        {
            invitation.Use(user.Id, moment);
            if (
                invitation.CompanyId != used?.CompanyId
                && !await db.Memberships.AnyAsync(
                    membership => membership.UserId == user.Id && membership.CompanyId == invitation.CompanyId,
                    ct))
            {
                db.Memberships.Add(
                    Membership.Invited(
                        nextId(),
                        user.Id,
                        invitation.CompanyId!,
                        invitation.Roles,
                        invitation.Message,
                        moment));
            }
        }
    }
}
