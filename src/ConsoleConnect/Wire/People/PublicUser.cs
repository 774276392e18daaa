using System.Text.Json.Serialization;
using Emulator.Domain.People;
using Emulator.Wire.Companies;
using Emulator.Wire.Places;

namespace Emulator.Wire.People;

/// <summary>A user as somebody else sees them.</summary>
/// <param name="User">Whom.</param>
/// <param name="Standing">Their counters.</param>
/// <param name="Online">Whether they are online now.</param>
/// <param name="IsFollowing">Whether the one who asks follows them.</param>
/// <param name="IsFollowee">Whether they follow the one who asks.</param>
internal sealed record UserView(User User, Standing Standing, bool Online, bool IsFollowing, bool IsFollowee);

/// <summary>
/// A person as anybody sees them: read alone (000:947), in lists of members and requests (000:1534, 000:1957), and the
/// user named in a log (000:9111). In none of them do the documents fill in companies, not even for members. What
/// follows linkUserCompany is of OpenAPI 1.0.0, which gives every person the members of a company.
/// </summary>
internal sealed class PublicUser(UserView view)
{
    public string Id => view.User.Id;
    public string Name => view.User.Name;
    public string Username => view.User.Username;
    public string Type => "PERSON";
    public string? Phone => view.User.Phone;
    public IReadOnlyList<string> PopIds => [];
    public IReadOnlyList<string> Groups => [];
    public string? LegalEntityId => null;
    public string? Location => view.User.Location;
    public string? Summary => view.User.Summary;
    public string? Headline => view.User.Headline;
    public string? Background => view.User.Background;
    public string? AvatarId => view.User.AvatarId;
    public string? Avatar => view.User.Avatar;
    public bool IsSupport => view.User.IsSupport;
    public bool Online => view.Online;
    public bool OptIntoMarketingEmail => view.User.OptIntoMarketingEmail;
    public bool IsFollowing => view.IsFollowing;
    public bool IsFollowee => view.IsFollowee;

    [JsonPropertyName("__v")]
    public int V => 0;
    public StatsShape Stats => new(view.Standing);
    public int DisplayOrder => -299;
    public SystemShape System => SystemShape.Silent;
    public DateTimeOffset? DeletedAt => null;
    public bool Deleted => false;
    public bool Verified => view.User.Verified;
    public bool VerifiedIdentity => false;
    public IReadOnlyList<string> Tags => view.User.Tags;
    public string Status => "ACTIVE";
    public CapabilitiesShape Capabilities => new([]);
    public IReadOnlyList<string> Companies => [];
    public EmptyShape LinkUserCompany => EmptyShape.Instance;
    public string? OverviewImage => null;
    public IReadOnlyList<string> Categories => [];
    public bool IsCloudProvider => false;
    public FacilityProviderShape CloudProviderDetails => FacilityProviderShape.Instance;
    public int? SignedCompanyRefId => null;
}
