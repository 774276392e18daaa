using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Workflows;

/// <summary>
/// Creates a company and makes its founder Keyholder. The Console Connect team has to verify it before it can order
/// ports (000:66).
/// </summary>
internal static class FoundingACompany
{
    /// <summary>What is founded.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Username">The username it would like; null to have one made of the name.</param>
    /// <param name="BusinessType">What it does.</param>
    /// <param name="Asns">Its autonomous system numbers.</param>
    /// <param name="Addresses">Its addresses.</param>
    /// <param name="EmailDomains">The domains of its people's addresses.</param>
    /// <param name="RegistrationNumber">Its number in the register of businesses.</param>
    internal sealed record Wish(
        string Name,
        string? Username,
        string? BusinessType,
        IReadOnlyList<long> Asns,
        IReadOnlyList<Address> Addresses,
        IReadOnlyList<string> EmailDomains,
        string? RegistrationNumber);

    /// <summary>Founds it.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.UsernameTaken"/>, <see cref="ServiceErrors.UsernameInvalid"/>.
    /// </exception>
    public static (Company Company, Membership Founder) Found(
        ReferenceData reference,
        User founder,
        Wish wish,
        Func<string> nextId,
        Moment moment)
    {
        var company = new Company
        {
            Id = nextId(),
            Username = NamingAnAccount.Name(reference, wish.Username, wish.Name, otherwise: "company"),
            Name = wish.Name,
            Profile = CompanyProfile.Blank with
            {
                BusinessType = wish.BusinessType,
                Network = Privacy.Closed,
                Community = Privacy.Closed,
            },
            BusinessRegistrationNumber = wish.RegistrationNumber,
            Asns = wish.Asns,
            Addresses = wish.Addresses,
            EmailDomains = wish.EmailDomains,
            CreatedAt = moment.At,
            UpdatedAt = moment.At,
        };
        return (company, Membership.Founded(nextId(), founder.Id, company.Id, moment));
    }
}
