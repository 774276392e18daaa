using Emulator.Domain.People;

namespace Emulator.Domain.Messages;

/// <summary>
/// An e-mail the service would send. Nothing leaves the machine: it stays in the sandbox's outbox.
/// <see cref="Subject"/> and <see cref="Text"/> may say <c>{user}</c> and <c>{company}</c>: the names are filled in
/// when it is posted.
/// </summary>
internal sealed class Letter
{
    /// <summary>The order in which letters were posted.</summary>
    public long Sequence { get; init; }

    public required Recipient To { get; init; }

    /// <summary>The user it goes to or is about; null where there is none.</summary>
    public string? UserId { get; init; }

    /// <summary>The company it goes to or is about; null where there is none.</summary>
    public string? CompanyId { get; init; }

    /// <summary>The e-mail address it goes to, where it goes to one.</summary>
    public string? Address { get; init; }

    /// <summary>
    /// The e-mail addresses it went to: those of the recipients when it was posted, whatever changes later.
    /// </summary>
    public IReadOnlyList<string> Addresses { get; set; } = [];

    public required LetterKind Kind { get; init; }

    public required string Subject { get; set; }

    public required string Text { get; set; }

    /// <summary>The resource it is about.</summary>
    public required string AboutId { get; init; }

    /// <summary>The token in it; null where there is none.</summary>
    public string? Token { get; init; }

    /// <summary>The path of the request that its link stands for; null where there is none.</summary>
    public string? Link { get; init; }

    /// <summary>The method that path is requested with.</summary>
    public string LinkMethod { get; init; } = "GET";

    /// <summary>The request that caused it, method and path; null for what the service did of its own accord.</summary>
    public string? CausedBy { get; set; }

    /// <summary>When it was sent, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Whom a letter goes to.</summary>
internal enum Recipient
{
    /// <summary>The user.</summary>
    User,

    /// <summary>The company's Keyholders and Network Admins.</summary>
    NetworkPeople,

    /// <summary>The company's Keyholders.</summary>
    Keyholders,

    /// <summary>An address, of somebody who need not be a user.</summary>
    Address,
}

/// <summary>What a letter is for.</summary>
internal enum LetterKind
{
    /// <summary>The Letter of Authorization for a port order (000:3590).</summary>
    Loa,

    /// <summary>A connection request waits for the other company.</summary>
    ConnectionRequest,

    /// <summary>A change request was made, modified, withdrawn or rejected (000:8284, 000:8549).</summary>
    ChangeRequest,

    /// <summary>A token for a new password (000:496).</summary>
    PasswordReset,

    /// <summary>A new password, made because none was sent.</summary>
    NewPassword,

    /// <summary>A token that confirms a new address (000:1363), sent there.</summary>
    EmailChange,

    /// <summary>An invitation to the platform, with its token (000:637).</summary>
    Invitation,

    /// <summary>A user asks to join the company.</summary>
    MembershipRequest,

    /// <summary>A company asks the user to join.</summary>
    MembershipInvite,

    /// <summary>A company has accepted the user.</summary>
    MembershipAccepted,

    /// <summary>A company has declined the user.</summary>
    MembershipDenied,

    /// <summary>A user has accepted the company's invite.</summary>
    MemberJoined,

    /// <summary>A quotation of prices that a user has had made (OpenAPI 1.0.0, POST /pricing/generate-pdf).</summary>
    PriceQuotation,

    /// <summary>A support ticket was opened: to Support.</summary>
    SupportTicket,

    /// <summary>A note was added to a support ticket: to Support, or Support's own to the ticket's contact.</summary>
    SupportNote,

    /// <summary>Somebody asks Support about an edge port.</summary>
    EdgeEnquiry,
}

/// <summary>Who switches off which letters.</summary>
internal static class LetterSettings
{
    /// <summary>
    /// The setting with which its recipients switch a kind of letter off; null for what is always sent.
    /// </summary>
    public static UserSetting? Of(LetterKind kind) => kind switch
    {
        LetterKind.ConnectionRequest => UserSetting.AlertMeWhenInterconnectRequest,
        LetterKind.ChangeRequest => UserSetting.AlertMeWhenNetworkRelatedEvent,
        LetterKind.MembershipRequest => UserSetting.AlertMeWhenJoinCompanyRequest,
        LetterKind.MemberJoined => UserSetting.AlertMeWhenJoinCompany,
        _ => null,
    };
}
