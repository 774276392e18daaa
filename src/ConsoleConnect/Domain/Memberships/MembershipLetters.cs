using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.Staging;

namespace Emulator.Domain.Memberships;

/// <summary>What a user and a company are written of a membership. No source has the words.</summary>
internal static class MembershipLetters
{
    /// <summary>Writes one.</summary>
    public static Letter Of(Membership membership, string kind, Moment moment)
    {
        var (to, subject, text) = kind switch
        {
            LetterKind.MembershipRequest => (
                Recipient.Keyholders,
                "{user} asks to join {company}",
                "{user} would like to join {company}. Accept or decline the request."),
            LetterKind.MembershipInvite => (Recipient.User, "{company} invites you to join", Invite(membership)),
            LetterKind.MembershipAccepted => (
                Recipient.User,
                "You are a member of {company}",
                "{company} has accepted your request to join."),
            LetterKind.MembershipDenied => (
                Recipient.User,
                "{company} has declined",
                "{company} has declined your " + "request to join."),
            _ => (Recipient.Keyholders, "{user} has joined {company}", "{user} is a member of {company} now."),
        };
        return new Letter
        {
            To = to,
            UserId = membership.UserId,
            CompanyId = membership.CompanyId,
            Kind = kind,
            Subject = subject,
            Text = text,
            AboutId = membership.Id,
            At = moment.At,
        };
    }

    private static string Invite(Membership membership)
    {
        var roles = string.Join(", ", membership.Roles.Select(name => Role.Of(name).Display));
        return $"{{company}} invites you to join as "
            + $"{roles}{(membership.Message is null ? "." : $": {membership.Message}")}";
    }
}
