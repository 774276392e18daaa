using Emulator.Domain.Companies;

namespace Emulator.Wire.Companies;

/// <summary>The owner of a port read alone (000:4130).</summary>
internal sealed class CompanyInPort(Company company, int members)
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

    public object? Social => null;

    public IReadOnlyList<string>? Groups => null;

    public string? Phone => null;

    public bool? IsSynced => null;

    public string Status => "ACTIVE";

    public IReadOnlyList<string> Tags => company.Tags;

    public bool Verified => company.Verified;

    public StatsShape Stats => new(members);

    public DateTimeOffset UpdatedAt => company.UpdatedAt;

    public DateTimeOffset CreatedAt => company.CreatedAt;

    public bool Deleted => false;

    public DateTimeOffset? DeletedAt => null;

    public IReadOnlyList<string>? Companies => null;

    public CompanyInPortProfile Company => new(company);

    public bool Online => false;
}

/// <summary>What the payloads of 2016 tell of a company: the owner of a port (000:4163), a party in a list of connections (000:6260).</summary>
internal sealed class CompanyInPortProfile(Company company)
{
    public string? Website => company.Website;

    public IReadOnlyList<string> EmailDomains => company.EmailDomains;

    public string? Industry => company.Industry;

    public string? BusinessType => company.BusinessType;

    public string? CompanySize => null;

    public string? DateFounded => null;

    public EmptyShape Markets => EmptyShape.Instance;

    public IReadOnlyList<string>? RegionalInternetRegistry => null;

    public string? ClientId => null;

    public string? First => null;

    public string? Last => null;

    public string? Address => null;

    public string? City => null;

    public string? State => null;

    public string? Zip => null;

    public IReadOnlyList<AddressShape> Addresses => [.. company.Addresses.Select(address => new AddressShape(address))];

    public string? Phone => null;

    public string? Fax => null;

    public string? Email => null;

    public string? Country => null;
}

/// <summary>A party in a list of connections (000:6236).</summary>
internal sealed class CompanyInConnectionList(Company company, int members, bool layer2)
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

    public object? Social => null;

    public IReadOnlyList<string>? Groups => null;

    public string? Phone => null;

    public bool? IsSynced => null;

    public LayersShape Capabilities => new(layer2);

    public string Status => "ACTIVE";

    public IReadOnlyList<string> Tags => company.Tags;

    public bool Verified => company.Verified;

    public StatsShape Stats => new(members);

    public DateTimeOffset UpdatedAt => company.UpdatedAt;

    public DateTimeOffset CreatedAt => company.CreatedAt;

    public bool Deleted => false;

    public DateTimeOffset? DeletedAt => null;

    public IReadOnlyList<string> Companies => [];

    public CompanyInPortProfile Company => new(company);

    public bool Online => false;
}

/// <summary>Which layers a company is connected on.</summary>
internal sealed class LayersShape(bool layer2)
{
    public bool Layer2 => layer2;

    public bool Layer3 => false;
}
