using Emulator.Errors;

namespace Emulator.Domain.People;

/// <summary>
/// A token that was mailed to a user and works once: for a new password or a new address. How long one is good for, no
/// source tells; it is counted on the sandbox's clock.
/// </summary>
internal sealed class MailedToken
{
    /// <summary>How long one is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>64 hexadecimal digits; the documents' examples are shorter.</summary>
    public required string Token { get; init; }

    public required MailedTokenKind Kind { get; init; }

    public required string UserId { get; init; }

    /// <summary>The address that a change of address is to.</summary>
    public string? NewEmail { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it is good, UTC; null for ever, as the documents' examples are.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was used, or a newer one took its place, UTC.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Uses it up.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.TokenUsed"/>, <see cref="ServiceErrors.TokenExpired"/>.
    /// </exception>
    public void Use(DateTimeOffset now)
    {
        if (UsedAt is { } used)
        {
            throw ServiceErrors.TokenUsed.Because($"It was used, or replaced by a newer one, at {used:O}.");
        }

        if (ExpiresAt <= now)
        {
            throw ServiceErrors.TokenExpired.Because($"It was good until {ExpiresAt:O}; by the emulator's clock it "
                + $"is {now:O}.");
        }

        UsedAt = now;
    }
}

/// <summary>What a mailed token is for.</summary>
internal enum MailedTokenKind
{
    /// <summary>A new password (000:504).</summary>
    PasswordReset,

    /// <summary>A new e-mail address (000:1350).</summary>
    EmailChange,
}
