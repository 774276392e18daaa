namespace Emulator.Domain.Companies;

/// <summary>A company on the platform: a customer, a cloud partner or a network service provider.</summary>
internal sealed class Company : IAccount
{
    /// <inheritdoc/>
    string? IAccount.Email => null;

    /// <summary>24 hexadecimal digits, except where the documents print another.</summary>
    public required string Id { get; init; }

    /// <summary>What routes and <c>destCompany</c> name it by; compared without regard to case.</summary>
    public required string Username { get; init; }

    public required string Name { get; set; }

    public string? Headline { get; set; }

    public string? Summary { get; set; }

    /// <summary>What it says about itself.</summary>
    public CompanyProfile Profile { get; set; } = CompanyProfile.Blank;

    public string? RegisteredName { get; set; }

    public string? BusinessRegistrationNumber { get; set; }

    public string? BillingAccount { get; set; }

    public string? AvatarId { get; set; }

    /// <summary>The address of the picture the company has set; null where there is only the one made for it.</summary>
    public string? Avatar { get; set; }

    public string? Location { get; set; }

    public string? Phone { get; set; }

    public string? BackgroundId { get; set; }

    public string? OverviewImageId { get; set; }

    public IReadOnlyList<Address> Addresses { get; set; } = [];

    public IReadOnlyList<string> EmailDomains { get; set; } = [];

    /// <summary>The autonomous system numbers it was created with (000:1501).</summary>
    public IReadOnlyList<long> Asns { get; set; } = [];

    public IReadOnlyList<string> Tags { get; set; } = [];

    public IReadOnlyList<string> Categories { get; set; } = [];

    /// <summary>Whether it may order at the edge: the feature EnableEdgeModule (OpenAPI 1.59.2).</summary>
    public bool EdgeModule { get; set; } = true;

    /// <summary>Why it can't order at the edge without the feature, and what changes that here.</summary>
    public string NoEdgeModule => $"The feature EnableEdgeModule is off for {Username}: Console Connect's team turns "
        + $"it on. The emulator's own POST /__admin/companies/{Username}/edge-module plays the team.";

    /// <summary>Verified on the platform: a condition for ordering ports (000:66).</summary>
    public bool Verified { get; set; }

    /// <summary>Why it can't order while it isn't verified, and what changes that here.</summary>
    public string NotYetVerified => $"{Username} isn't verified yet: Console Connect's team does that (000:66). The "
        + $"emulator's own POST /__admin/companies/{Username}/verify plays the team.";

    public bool VerifiedIdentity { get; set; }

    /// <summary>The reference number of the signed terms for API use; null where they aren't signed.</summary>
    public int? SignedCompanyRefId { get; set; }

    /// <summary>What kind of partner it is; <see cref="PartnerType.None"/> for customers.</summary>
    public PartnerType Partner { get; set; }

    /// <summary>What it is to CloudRouters; null where no site leads to it.</summary>
    public CloudProvider? Cloud { get; set; }

    /// <summary>The service level it is sold as on the wire: <c>B2B</c>, <c>DCP</c>.</summary>
    public string CloudCompanyType => IsCloudProvider ? "DCP" : "B2B";

    /// <summary>A direct connect partner (DCP): its connections wait in PENDING_ACCEPTANCE (000:5587).</summary>
    public bool IsCloudProvider => Partner is not (PartnerType.None or PartnerType.Nsp);

    /// <summary>
    /// Whether its own support approves what it is asked for, as any other company does, instead of the customer in the
    /// partner's console (OpenAPI 1.59.2, tags Oracle FastConnect and Tencent Cloud).
    /// </summary>
    public bool ApprovesBySupport => Partner is PartnerType.Oracle or PartnerType.Tencent;

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>
/// A postal address. Coordinates as the documents print them: longitude, latitude, as numbers or as text.
/// </summary>
internal sealed record Address(
    bool Primary,
    bool Registered,
    string? Line,
    string? City,
    string? State,
    string? Zip,
    string? Country,
    string? Email,
    string? Phone,
    double? Longitude,
    double? Latitude);

/// <summary>The documented partner types (000:5349-5354) and those the published OpenAPI adds.</summary>
internal enum PartnerType
{
    None,
    Aws,
    Azure,
    Gce,
    Tencent,
    Alicloud,
    Ibm,
    Oracle,
    Ovhcloud,

    /// <summary>A network service provider (000:5410).</summary>
    Nsp,
}
