using Emulator.Domain.Companies;

namespace Emulator.Wire.Companies;

/// <summary>A company as founding it answers it (OpenAPI 1.59.2): it has no ports and no followers yet.</summary>
internal sealed class FoundedCompany(Company company)
{
    public string Id => company.Id;
    public string Username => company.Username;
    public string Name => company.Name;
    public string Type => "COMPANY";
    public string? OverviewImage => company.OverviewImageId;
    public IReadOnlyList<string> Categories => company.Categories;
    public FoundedCompanyProfile Company => new(company);
    public int PortsActive => 0;
    public int PortsPending => 0;
    public int PortsDisabled => 0;
    public string? BusinessRegistrationNumber => company.BusinessRegistrationNumber;
    public string? BundleCrossConnectChargeId => null;
    public DateTimeOffset? DeletedAt => null;
    public EmptyShape Registered => EmptyShape.Instance;
    public IReadOnlyList<string> Tags => company.Tags;
    public bool Verified => company.Verified;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public bool Online => false;
    public bool IsFollowing => false;
    public bool IsFollowee => false;
    public IReadOnlyList<string> Companies => [];
    public EmptyShape LinkUserCompany => EmptyShape.Instance;
    public string? Token => null;
}

/// <summary>What it says about itself.</summary>
internal sealed class FoundedCompanyProfile(Company company)
{
    public IReadOnlyList<string> EmailDomains => company.EmailDomains;
    public string? BusinessType => company.Profile.BusinessType;
    public IReadOnlyList<long> Asns => company.Asns;
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public PrivacyShape Privacy => new(company.Profile);
    public string BusinessDevelopmentManagerTypePreference => "UNSPECIFIED";
}
