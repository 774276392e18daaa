using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>Makes people, and what they are invited to, of seed rows.</summary>
internal static class PeopleRows
{
    public static User UserOf(UserRow row, MailedToken? newEmail, Func<string, string> hash) => new()
    {
        Id = row.Id,
        Username = row.Username,
        Email = row.Email,
        Name = row.Name,
        PasswordHash = hash(row.Password),
        Phone = row.Phone,
        Headline = row.Headline,
        Summary = row.Summary,
        Location = row.Location,
        NewEmail = newEmail?.NewEmail,
        NewEmailTokenCreatedAt = newEmail?.CreatedAt,
        Verified = row.Verified,
        AwaitsRegistration = row.AwaitsRegistration,
        IsSupport = row.IsSupport,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
    };

    public static IEnumerable<Membership> MembershipsOf(UserRow row)
    {
        foreach (var seeded in row.Memberships)
        {
            var since = seeded.CreatedAt ?? row.CreatedAt;
            var membership = new Membership
            {
                Id = seeded.Id,
                Status = seeded.State,
                Since = since,
                UpdatedAt = since,
                UserId = row.Id,
                CompanyId = seeded.CompanyId,
                Roles = seeded.Roles,
                AskedBy = seeded.AskedBy,
                CreatedAt = since,
            };
            membership.Remember(
                since,
                since,
                Spelling.Of(seeded.State),
                Spelling.Of(seeded.State),
                seeded.AskedBy == AskedBy.User ? row.Id : Moment.ServiceItself);
            yield return membership;
        }
    }

    public static Invitation InvitationOf(InvitationRow row)
    {
        var since = row.SentAt ?? row.CreatedAt;
        var invitation = new Invitation
        {
            Id = row.Id,
            Status = row.Status,
            Since = since,
            UpdatedAt = since,
            Kind = row.Kind,
            Token = row.Token,
            FirstName = row.FirstName,
            LastName = row.LastName,
            Name = row.Name,
            Email = row.Email,
            CompanyName = row.CompanyName,
            CompanyWebsite = row.CompanyWebsite,
            DataCenter = row.DataCenter,
            Message = row.Message,
            InvitedBy = row.InvitedBy,
            CompanyId = row.CompanyId,
            Roles = row.Roles,
            CreatedAt = row.CreatedAt,
            SentAt = row.SentAt,
        };
        invitation.Remember(
            row.CreatedAt,
            since,
            Spelling.Of(InvitationStatus.Requested),
            Spelling.Of(row.Status),
            row.InvitedBy ?? Moment.ServiceItself);
        return invitation;
    }
}
