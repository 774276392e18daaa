using Emulator.Domain.Companies;

namespace Emulator.Domain.People;

/// <summary>A person.</summary>
internal sealed class User : IAccount
{
    public required string Id { get; init; }

    /// <summary>What routes name the user by; compared without regard to case. No company has the same.</summary>
    public required string Username { get; init; }

    /// <summary>What the user logs in with; compared without regard to case.</summary>
    public required string Email { get; set; }

    public required string Name { get; set; }

    /// <summary>Made by the framework's password hasher.</summary>
    public required string PasswordHash { get; set; }

    /// <summary>When the user last set the password, UTC; null where it is the first.</summary>
    public DateTimeOffset? PasswordUpdatedAt { get; set; }

    public string? Phone { get; set; }

    /// <summary>What the user does at work; nothing to do with the roles that companies give.</summary>
    public string? Role { get; set; }

    public string? Headline { get; set; }

    public string? Summary { get; set; }

    public string? Location { get; set; }

    public string? Background { get; set; }

    public string? AvatarId { get; set; }

    /// <summary>The address of the picture the user has set; null where there is only the one made for them.</summary>
    public string? Avatar { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];

    public bool OptIntoMarketingEmail { get; set; }

    /// <summary>What the user says about the firm they work for.</summary>
    public CompanyProfile Profile { get; set; } = CompanyProfile.Blank;

    /// <summary>What the user chose to be told about; what isn't there is as by default.</summary>
    public IReadOnlyList<SettingChoice> Settings { get; set; } = [];

    /// <summary>The address that the user has asked to change to and not confirmed yet.</summary>
    public string? NewEmail { get; set; }

    public DateTimeOffset? NewEmailTokenCreatedAt { get; set; }

    /// <summary>Whether the e-mail address is verified.</summary>
    public bool Verified { get; set; }

    /// <summary>The Console Connect support user, whom the log names for the service's own moves (000:9093).</summary>
    public bool IsSupport { get; init; }

    /// <summary>
    /// the manual registers the same stan@example.com (000:794) that it logs in before (000:24). Such an account
    /// can be logged into and be registered, once.
    /// </summary>
    public bool AwaitsRegistration { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>
    /// Whether the user wants to be told about something: the settings that are switches are on unless switched off.
    /// </summary>
    public bool Wants(string setting) => Settings.FirstOrDefault(choice => choice.Name == setting)?.On ?? true;
}
