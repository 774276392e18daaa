using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Store;
using Emulator.Wire.Companies;

namespace Emulator.Api.CloudRouters;

/// <summary>A company in the list of them.</summary>
internal sealed class ListedCompany(Company company, Standing standing, PortCount ports)
{
    public string Username => company.Username;
    public string Name => company.Name;
    public string Type => "COMPANY";
    public string? Avatar => company.Avatar;
    public string? OverviewImage => company.OverviewImageId;
    public IReadOnlyList<string> Categories => company.Categories;
    public bool IsCloudProvider => company.Cloud is not null;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CloudDetails? CloudProviderDetails => company.Cloud is { } cloud ? new(cloud) : null;
    public ListedCompanyProfile Company => new(company);
    public int PortsActive => ports.Active;
    public int PortsPending => ports.Pending;
    public int PortsDisabled => ports.Disabled;
    public int? SignedCompanyRefId => company.SignedCompanyRefId;

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BusinessRegistrationNumber => company.BusinessRegistrationNumber;
    public IReadOnlyList<ExternalShape> External => ExternalShape.Sdwan;
    public string Id => company.Id;
    public string? BundleCrossConnectChargeId => null;
    public DateTimeOffset? DeletedAt => null;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public CompanyStats Stats => new(standing);
    public CompanyFacility DataCenterFacility => CompanyFacility.None;
    public bool Verified => company.Verified;
    public IReadOnlyList<string> Tags => company.Tags;
    public string? Location => company.Location;
    public string? Summary => company.Summary;
    public string? Headline => company.Headline;
    public string? Background => company.BackgroundId;
    public string? AvatarId => company.AvatarId;
    public string? OldAvatarId => company.AvatarId;
    public bool VerifiedIdentity => company.VerifiedIdentity;
    public string DefaultPaymentType => "invoice";
    public IReadOnlyList<string> Nnis => [];
}

/// <summary>What a company is as a cloud.</summary>
internal sealed class CloudDetails(CloudProvider cloud)
{
    public string CloudType => cloud.CloudType;

    /// <summary>Only where it has one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PartnerName => cloud.PartnerName;
    public string CompanyType => cloud.CompanyType;
    public CloudAsn Asn => new(cloud);
    public string BgpAuthority => cloud.BgpAuthority;
}

/// <summary>The number at a cloud's end, or the first and the last to choose from.</summary>
internal sealed class CloudAsn(CloudProvider cloud)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Value => cloud.Asn;
    public IReadOnlyList<long> Range => cloud.AsnRange;
}

/// <summary>What such a company says about itself.</summary>
internal sealed class ListedCompanyProfile(Company company)
{
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public string? BusinessType => company.Profile.BusinessType;
    public string? Website => company.Profile.Website;
    public IReadOnlyList<string> ParentIds => [];
    public string? RegisteredName => company.RegisteredName;
    public string BusinessDevelopmentManagerTypePreference => "DATA";
    public string? PartnerType => null;
    public bool IsIoTDemoCompany => false;
}

/// <summary>The counters that the list has.</summary>
internal sealed class CompanyStats(Standing standing)
{
    public int Members => standing.Members;
    public int Followers => standing.Followers;
    public int Following => standing.Following;
    public int Articles => 0;
    public int Events => 0;
    public int Posts => 0;
}

/// <summary>What a company is as a facility: nothing.</summary>
internal sealed class CompanyFacility
{
    public static readonly CompanyFacility None = new();

    public string? BrandId => null;
}
