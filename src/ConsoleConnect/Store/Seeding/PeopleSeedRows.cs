using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;

namespace Emulator.Store.Seeding;

/// <summary>A person, with the companies they belong to and the keys they have.</summary>
internal sealed record UserRow
{
    public required string Id { get; init; }

    public required string Username { get; init; }

    public required string Email { get; init; }

    public required string Name { get; init; }

    /// <summary>In plain text, for people to log in with; stored hashed.</summary>
    public required string Password { get; init; }

    public string? Phone { get; set; }

    public string? Headline { get; set; }

    public string? Summary { get; set; }

    public string? Location { get; set; }

    public bool Verified { get; set; }

    /// <summary>Whether the account, which is there, can be registered once more .</summary>
    public bool AwaitsRegistration { get; set; }

    public bool IsSupport { get; set; }

    public IReadOnlyList<MembershipRow> Memberships { get; set; } = [];

    public IReadOnlyList<string> ApiKeys { get; set; } = [];

    /// <summary>The users and companies they follow, by id.</summary>
    public IReadOnlyList<string> Following { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A user's roles in a company; with another state than ACTIVE, what one of the two has asked.</summary>
internal sealed record MembershipRow(
    string Id,
    string CompanyId,
    IReadOnlyList<RoleName> Roles,
    MembershipStatus State = MembershipStatus.Active,
    AskedBy AskedBy = AskedBy.Company,
    DateTimeOffset? CreatedAt = null);

/// <summary>An invitation to the platform.</summary>
internal sealed record InvitationRow
{
    public required string Id { get; init; }

    public required InvitationKind Kind { get; init; }

    public required InvitationStatus Status { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Token { get; init; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? CompanyName { get; set; }

    public string? CompanyWebsite { get; set; }

    public bool DataCenter { get; set; }

    public string? Message { get; set; }

    public string? InvitedBy { get; set; }

    public string? CompanyId { get; set; }

    public IReadOnlyList<RoleName> Roles { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was mailed; left out where it wasn't.</summary>
    public DateTimeOffset? SentAt { get; set; }
}
