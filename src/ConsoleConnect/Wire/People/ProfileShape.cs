using Emulator.Domain.Companies;

namespace Emulator.Wire.People;

/// <summary>
/// A person's firm, as they described it with the members <c>company.…</c> (000:1117-1186). No document prints it.
/// </summary>
internal sealed class ProfileShape(CompanyProfile profile)
{
    public string? Website => profile.Website;
    public string? Industry => profile.Industry;
    public string? BusinessType => profile.BusinessType;
    public string? CompanySize => profile.CompanySize;
    public string? DateFounded => profile.DateFounded;
    public string? Markets => profile.Markets;
    public IReadOnlyList<string> RegionalInternetRegistry => profile.RegionalInternetRegistries;
    public string? ClientId => profile.ClientId;
    public string? First => profile.First;
    public string? Last => profile.Last;
    public string? Address => profile.Address;
    public string? City => profile.City;
    public string? State => profile.State;
    public string? Zip => profile.Zip;
    public string? Phone => profile.Phone;
    public string? Fax => profile.Fax;
    public string? Email => profile.Email;
    public PrivacyShape Privacy => new(profile);
}
