using Emulator.Domain.Companies;
using Emulator.Domain.People;

namespace Emulator.Wire.Companies;

/// <summary>The owner of the ports of a list: what 000:3850 and 001:138 say together.</summary>
internal sealed class CompanyInPortList(Company company, Standing standing, int portsActive)
{
    public string Id => company.Id;
    public string Type => "COMPANY";
    public bool IsSupport => false;
    public string Name => company.Name;
    public string? Avatar => null;
    public string? AvatarId => company.AvatarId;
    public string? Background => company.BackgroundId;
    public string? Headline => company.Headline;
    public string? Summary => company.Summary;
    public string? Location => null;
    public string Username => company.Username;

    /// <summary>Always null: the documents print nothing else.</summary>
    public OpenObject? Social => null;
    public string? Phone => null;
    public bool? IsSynced => null;
    public IReadOnlyList<string> Groups => [];
    public string Status => "ACTIVE";
    public IReadOnlyList<string> Tags => company.Tags;
    public bool Verified => company.Verified;
    public StatsShape Stats => new(standing);
    public DateTimeOffset UpdatedAt => company.UpdatedAt;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public IReadOnlyList<string> Companies => [];
    public CompanyInPortListProfile Company => new(company);
    public bool Online => false;
    public string? OfficeAddress => null;
    public GreetingShape System => GreetingShape.On;
    public CloudProviderShape CloudProviderDetails => new(company);
    public string? AccountManagerEmail => null;
    public string? AccountManagerId => null;
    public int DisplayOrder => 0;
    public IReadOnlyList<ExternalShape> External => ExternalShape.Sdwan;
    public string? OldAvatarId => company.AvatarId;
    public bool VerifiedIdentity => company.VerifiedIdentity;
    public int PortsActive => portsActive;
    public IReadOnlyList<string> Categories => company.Categories;
    public string? OverviewImage => company.OverviewImageId;
    public bool IsCloudProvider => company.Cloud is not null;
    public int? SignedCompanyRefId => company.SignedCompanyRefId;
    public bool SignedCompanyVerified => company.SignedCompanyRefId is not null;
    public string? BillingAccount => company.BillingAccount;
    public string? BusinessRegistrationNumber => company.BusinessRegistrationNumber;
    public IReadOnlyList<string> SelectiveQinQTunnelProvider => [];
}

/// <summary>What a list of ports says about their owner.</summary>
internal sealed class CompanyInPortListProfile(Company company)
{
    public string? Website => company.Profile.Website;
    public IReadOnlyList<string> EmailDomains => company.EmailDomains;
    public string? Industry => company.Profile.Industry;
    public string? BusinessType => company.Profile.BusinessType;
    public string? CompanySize => company.Profile.CompanySize;
    public string? DateFounded => company.Profile.DateFounded;
    public EmptyShape Markets => EmptyShape.Instance;

    public IReadOnlyList<string>? RegionalInternetRegistry =>
        company.Profile.RegionalInternetRegistries is { Count: > 0 } registries ? registries : null;

    public string? ClientId => company.Profile.ClientId;
    public string? First => company.Profile.First;
    public string? Last => company.Profile.Last;
    public string? Address => company.Profile.Address;
    public string? City => company.Profile.City;
    public string? State => company.Profile.State;
    public string? Zip => company.Profile.Zip;
    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];
    public string? Phone => company.Profile.Phone;
    public string? Fax => company.Profile.Fax;
    public string? Email => company.Profile.Email;
    public string? Country => null;
    public string? RegisteredName => company.RegisteredName;
    public string? PartnerType => null;
    public bool IsIoTDemoCompany => false;
}

/// <summary>A cloud provider's ASNs; companies that are none carry it too (001:180).</summary>
internal sealed class CloudProviderShape(Company company)
{
    public AsnRangeShape Asn => AsnRangeShape.Private;

    public string? CloudType =>
        company.Partner is PartnerType.None or PartnerType.Nsp ? "none" : company.Partner.ToString().ToLowerInvariant();

    public string CompanyType => company.CloudCompanyType;
    public string BgpAuthority => "PCCWGLOBAL";
}

/// <summary>The first and the last ASN of a range, as two numbers.</summary>
internal sealed class AsnRangeShape(IReadOnlyList<long> range)
{
    public static readonly AsnRangeShape Private = new([4200000000, 4294967294]);

    public static readonly AsnRangeShape None = new([]);

    public IReadOnlyList<long> Range => range;
}

/// <summary>The company in a system beside Console Connect.</summary>
internal sealed class ExternalShape(string id, string type, string status)
{
    public static readonly IReadOnlyList<ExternalShape> Sdwan = [new("15", "SDWAN", "UNSYNCED")];

    public string Id => id;
    public string Type => type;
    public string Status => status;
}
