using Emulator.Domain.Companies;
using Emulator.Domain.People;

namespace Emulator.Wire.Companies;

/// <summary>The owner of a port read alone (000:4130).</summary>
internal sealed class CompanyInPort(Company company, Standing standing)
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
    public IReadOnlyList<string>? Groups => null;
    public string? Phone => null;
    public bool? IsSynced => null;
    public string Status => "ACTIVE";
    public IReadOnlyList<string> Tags => company.Tags;
    public bool Verified => company.Verified;
    public StatsShape Stats => new(standing);
    public DateTimeOffset UpdatedAt => company.UpdatedAt;
    public DateTimeOffset CreatedAt => company.CreatedAt;
    public bool Deleted => false;
    public DateTimeOffset? DeletedAt => null;
    public IReadOnlyList<string>? Companies => null;
    public CompanyInPortProfile Company => new(company);
    public bool Online => false;
}

/// <summary>
/// What the payloads of 2016 say about a company: the owner of a port (000:4163), a party in a list of connections
/// (000:6260).
/// </summary>
internal sealed class CompanyInPortProfile(Company company)
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
}

/// <summary>A party in a list of connections (000:6236).</summary>
internal sealed class CompanyInConnectionList(Company company, Standing standing, bool layer2)
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
    public IReadOnlyList<string>? Groups => null;
    public string? Phone => null;
    public bool? IsSynced => null;
    public LayersShape Capabilities => new(layer2);
    public string Status => "ACTIVE";
    public IReadOnlyList<string> Tags => company.Tags;
    public bool Verified => company.Verified;
    public StatsShape Stats => new(standing);
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
