using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>Mails a user a token that works once, and makes earlier ones for the same purpose useless.</summary>
internal static class MailingAToken
{
    /// <summary>Mails one.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="user">Whose it is.</param>
    /// <param name="kind">What it is for.</param>
    /// <param name="token">The token.</param>
    /// <param name="newEmail">The address a change of address is to: the letter goes there.</param>
    /// <param name="moment">When.</param>
    /// <param name="ct">Ends the queries.</param>
    public static async Task Mail(
        EmulatorDb db,
        User user,
        MailedTokenKind kind,
        string token,
        string? newEmail,
        Moment moment,
        CancellationToken ct)
    {
        await foreach (
            var earlier in db
                .MailedTokens.Where(mailed => mailed.UserId == user.Id && mailed.Kind == kind && mailed.UsedAt == null)
                .AsAsyncEnumerable()
                .WithCancellation(ct))
        {
            earlier.UsedAt = moment.At;
        }

        db.MailedTokens.Add(
            new MailedToken
            {
                Token = token,
                Kind = kind,
                UserId = user.Id,
                NewEmail = newEmail,
                CreatedAt = moment.At,
                ExpiresAt = moment.At + MailedToken.Lifetime,
            });
        db.Letters.Add(
            new Letter
            {
                To = newEmail is null ? Recipient.User : Recipient.Address,
                UserId = user.Id,
                Address = newEmail,
                Kind = kind == MailedTokenKind.PasswordReset ? LetterKind.PasswordReset : LetterKind.EmailChange,
                Subject =
                    kind == MailedTokenKind.PasswordReset ? "Reset your password" : "Confirm your new e-mail address",
                Text =
                    kind == MailedTokenKind.PasswordReset
                        ? "Hello {user}, somebody has asked for a new password for your account. If it wasn't you, "
                            + "do nothing."
                        : "Hello {user}, confirm that your account's e-mail address shall be this one.",
                AboutId = user.Id,
                Token = token,
                Link =
                    kind == MailedTokenKind.PasswordReset
                        ? $"/api/auth/password/reset/{token}"
                        : $"/api/email/update/request/{token}",
                LinkMethod = "PUT",
                At = moment.At,
            });
    }
}
