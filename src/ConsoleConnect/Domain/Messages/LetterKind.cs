using Emulator.Domain.People;

namespace Emulator.Domain.Messages;

/// <summary>Whom a letter goes to.</summary>
internal static class Recipient
{
    /// <summary>The user.</summary>
    public const string User = nameof(User);

    /// <summary>The company's Keyholders and Network Admins.</summary>
    public const string NetworkPeople = nameof(NetworkPeople);

    /// <summary>The company's Keyholders.</summary>
    public const string Keyholders = nameof(Keyholders);

    /// <summary>An address, of somebody who need not be a user.</summary>
    public const string Address = nameof(Address);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All = [User, NetworkPeople, Keyholders, Address];
}

/// <summary>What a letter is for.</summary>
internal static class LetterKind
{
    /// <summary>The Letter of Authorization for a port order (000:3590).</summary>
    public const string Loa = nameof(Loa);

    /// <summary>A connection request waits for the other company.</summary>
    public const string ConnectionRequest = nameof(ConnectionRequest);

    /// <summary>A change request was made, modified, withdrawn or rejected (000:8284, 000:8549).</summary>
    public const string ChangeRequest = nameof(ChangeRequest);

    /// <summary>A token for a new password (000:496).</summary>
    public const string PasswordReset = nameof(PasswordReset);

    /// <summary>A new password, made because none was sent.</summary>
    public const string NewPassword = nameof(NewPassword);

    /// <summary>A token that confirms a new address (000:1363), sent there.</summary>
    public const string EmailChange = nameof(EmailChange);

    /// <summary>An invitation to the platform, with its token (000:637).</summary>
    public const string Invitation = nameof(Invitation);

    /// <summary>A user asks to join the company.</summary>
    public const string MembershipRequest = nameof(MembershipRequest);

    /// <summary>A company asks the user to join.</summary>
    public const string MembershipInvite = nameof(MembershipInvite);

    /// <summary>A company has accepted the user.</summary>
    public const string MembershipAccepted = nameof(MembershipAccepted);

    /// <summary>A company has declined the user.</summary>
    public const string MembershipDenied = nameof(MembershipDenied);

    /// <summary>A user has accepted the company's invite.</summary>
    public const string MemberJoined = nameof(MemberJoined);

    /// <summary>A quotation of prices that a user has had made (OpenAPI 1.0.0, POST /pricing/generate-pdf).</summary>
    public const string PriceQuotation = nameof(PriceQuotation);

    /// <summary>A support ticket was opened: to Support.</summary>
    public const string SupportTicket = nameof(SupportTicket);

    /// <summary>A note was added to a support ticket: to Support, or Support's own to the ticket's contact.</summary>
    public const string SupportNote = nameof(SupportNote);

    /// <summary>Somebody asks Support about an edge port.</summary>
    public const string EdgeEnquiry = nameof(EdgeEnquiry);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Loa,
        ConnectionRequest,
        ChangeRequest,
        PasswordReset,
        NewPassword,
        EmailChange,
        Invitation,
        MembershipRequest,
        MembershipInvite,
        MembershipAccepted,
        MembershipDenied,
        MemberJoined,
        PriceQuotation,
        SupportTicket,
        SupportNote,
        EdgeEnquiry,
    ];
}

/// <summary>Who switches off which letters.</summary>
internal static class LetterSettings
{
    /// <summary>
    /// The setting with which its recipients switch a kind of letter off; null for what is always sent.
    /// </summary>
    public static UserSetting? Of(string kind) => kind switch
    {
        LetterKind.ConnectionRequest => UserSetting.AlertMeWhenInterconnectRequest,
        LetterKind.ChangeRequest => UserSetting.AlertMeWhenNetworkRelatedEvent,
        LetterKind.MembershipRequest => UserSetting.AlertMeWhenJoinCompanyRequest,
        LetterKind.MemberJoined => UserSetting.AlertMeWhenJoinCompany,
        _ => null,
    };
}
