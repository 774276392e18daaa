using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Invitations;

/// <summary>What somebody is invited to, and who began it.</summary>
internal enum InvitationKind
{
    /// <summary>A stranger asks to be invited to the platform (000:553).</summary>
    Request,

    /// <summary>A user invites somebody to the platform (000:580).</summary>
    User,

    /// <summary>A company invites a data center to the platform (000:642).</summary>
    DataCenter,

    /// <summary>A user names a company worth inviting, without an address (000:740).</summary>
    Company,

    /// <summary>A company invites somebody who isn't on the platform to join it (000:1873).</summary>
    Membership,
}

/// <summary>
/// An invitation to the platform, for somebody who isn't on it. Inviting a user to a company is a
/// <see cref="Memberships.Membership"/>.
/// </summary>
internal sealed class Invitation : Staged<InvitationStatus>
{
    /// <summary>
    /// How long its token is good for, once it is sent. No source says; counted on the sandbox's clock.
    /// </summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public required InvitationKind Kind { get; init; }

    /// <summary>64 hexadecimal digits; useless until it is sent.</summary>
    public required string Token { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    /// <summary>The whole name, where it was given in one.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is sent to; null for a company without contact details.</summary>
    public string? Email { get; init; }

    /// <summary>The company the invited person works for. Nobody joins it by this (000:637).</summary>
    public string? CompanyName { get; init; }

    public string? CompanyWebsite { get; init; }

    /// <summary>Whether a data center is invited.</summary>
    public bool DataCenter { get; init; }

    public string? Message { get; init; }

    /// <summary>The user who invites; null where a stranger asks.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>The company that invites; null where none does.</summary>
    public string? CompanyId { get; init; }

    /// <summary>
    /// The roles the person will have in <see cref="CompanyId"/>; empty where they aren't invited to join it.
    /// </summary>
    public IReadOnlyList<RoleName> Roles { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was mailed, UTC.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Until when its token is good, UTC; null for ever, as the documents' example is.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The user who registered with it.</summary>
    public string? UsedBy { get; set; }

    /// <summary>
    /// Whether there is an address to mail it to. The documents' own request has the words "Hello, world!" for one
    /// (000:650).
    /// </summary>
    public bool CanBeMailed => Email is not null && EmailAddress.IsValid(Email);

    /// <inheritdoc/>
    protected override string Machine => "invitations";

    /// <summary>Begins its life: waiting for the team, or sent at once (000:637).</summary>
    public Invitation Begin(bool moderated, Moment moment)
    {
        InvitationStateMachine.Table.Begin(
            this,
            moderated ? InvitationStatus.Requested : InvitationStatus.Sent,
            moment);
        if (!moderated)
        {
            Entered(InvitationStatus.Sent, moment, reason: null);
        }

        return this;
    }

    /// <summary>Refuses a token that can't be used.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.InvitationNotFound"/> before it is sent and after it is taken back,
    /// <see cref="ServiceErrors.TokenUsed"/>, <see cref="ServiceErrors.TokenExpired"/>.
    /// </exception>
    public void MustBeOpen(DateTimeOffset now)
    {
        if (Status == InvitationStatus.Used)
        {
            throw ServiceErrors.TokenUsed.Because("An account was registered with the token.");
        }

        if (Status != InvitationStatus.Sent)
        {
            throw ServiceErrors.InvitationNotFound.Because($"The invitation is {Spelling.Of(Status)}, so its token "
                + "isn't valid.");
        }

        if (ExpiresAt <= now)
        {
            throw ServiceErrors.TokenExpired.Because($"It was good until {ExpiresAt:O}; by the emulator's clock it "
                + $"is {now:O}.");
        }
    }

    /// <summary>Somebody registers with it.</summary>
    /// <exception cref="Refusal">See <see cref="MustBeOpen"/>.</exception>
    public void Use(string userId, Moment moment)
    {
        MustBeOpen(moment.At);
        UsedBy = userId;
        InvitationStateMachine.Table.Fire(this, InvitationTrigger.Use, moment);
    }

    /// <summary>Takes it back.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public void Withdraw(Moment moment) => InvitationStateMachine.Table.Fire(this, InvitationTrigger.Withdraw, moment);

    /// <summary>Changes the roles it will give (000:2074).</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/> once it is answered.</exception>
    public void UpdateRoles(IReadOnlyList<RoleName> roles, Moment moment)
    {
        if (Status != InvitationStatus.Sent)
        {
            throw ServiceErrors.WrongState.Because(
                "An invite can be changed until it is answered or withdrawn.",
                "invitation",
                "updated",
                Spelling.Of(Status));
        }

        Record(
            moment,
            Spelling.Of(Status),
            "SetRoles",
            Spelling.Of(Status),
            string.Join(", ", roles.Select(Spelling.Of)));
        Roles = [.. roles.Distinct()];
        UpdatedAt = moment.At;
    }

    /// <inheritdoc/>
    public override void Entered(InvitationStatus state, Moment moment, string? reason)
    {
        if (state != InvitationStatus.Sent)
        {
            return;
        }

        SentAt = moment.At;
        ExpiresAt = moment.At + Lifetime;
        NewLetters.Add(
            new Letter
            {
                To = Recipient.Address,
                Address = Email!,
                UserId = InvitedBy,
                CompanyId = CompanyId,
                Kind = LetterKind.Invitation,
                Subject = Subject,
                Text =
                    (
                        Kind == InvitationKind.Membership
                            ? "{company} invites you to join it on Console Connect."
                            : "You are invited to join Console Connect."
                    ) + (Message is null ? "" : $" {Message}"),
                AboutId = Id,
                Token = Token,
                Link = $"/api/invite/token/{Token}",
                At = moment.At,
            });
    }

    private string Subject => Kind switch
    {
        InvitationKind.Request => "Your invitation to Console Connect",
        InvitationKind.User => "{user} invites you to Console Connect",
        _ => "{company} invites you to Console Connect",
    };
}
