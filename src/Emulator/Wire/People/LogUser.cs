using System.Text.Json.Serialization;
using Emulator.Domain.People;
using Emulator.Wire.Companies;

namespace Emulator.Wire.People;

/// <summary>Who did it (000:9111).</summary>
internal sealed class LogUser(User user)
{
    public string Id => user.Id;

    public string Name => user.Name;

    public string Username => user.Username;

    public string Type => "PERSON";

    public string? Phone => user.Phone;

    public IReadOnlyList<string> PopIds => [];

    public IReadOnlyList<string> Groups => [];

    public string? LegalEntityId => null;

    public string? Location => user.Location;

    public string? Summary => user.Summary;

    public string? Headline => user.Headline;

    public string? Background => user.BackgroundId;

    public string? AvatarId => user.AvatarId;

    public string? Avatar => null;

    public bool IsSupport => user.IsSupport;

    public bool Online => false;

    public bool OptIntoMarketingEmail => false;

    public bool IsFollowing => false;

    public bool IsFollowee => false;

    [JsonPropertyName("__v")]
    public int V => 0;

    public StatsShape Stats => new(0);

    public int DisplayOrder => -299;

    public SystemShape System => SystemShape.Silent;

    public DateTimeOffset? DeletedAt => null;

    public bool Deleted => false;

    public bool Verified => user.Verified;

    public bool VerifiedIdentity => false;

    public IReadOnlyList<string> Tags => [];

    public string Status => "ACTIVE";

    public CapabilitiesShape Capabilities => new([]);

    public IReadOnlyList<string> Companies => [];

    public EmptyShape LinkUserCompany => EmptyShape.Instance;
}
