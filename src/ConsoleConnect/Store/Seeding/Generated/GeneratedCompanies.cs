using System.Globalization;
using Bogus;
using Emulator.Domain.Companies;
using Emulator.Domain.People;

namespace Emulator.Store.Seeding.Generated;

/// <summary>
/// Companies with somebody who manages them. What has to be unique has the company's number in it: names repeat.
/// </summary>
internal sealed class GeneratedCompanies(VolumePlan plan, Faker faker)
{
    /// <summary>Where the numbers of signed terms begin, above those of the seed.</summary>
    private const int FirstSigned = 10_000;

    private static readonly string[] Industries =
    [
        "Manufacturing",
        "Retail",
        "Media",
        "Finance",
        "Logistics",
        "Energy",
        "Gaming",
        "Healthcare",
        "Travel",
        "Education",
    ];

    /// <summary>All of them, one after the other.</summary>
    public IEnumerable<(Company Company, UserRow Keyholder)> All()
    {
        for (var company = 0; company < plan.Companies; company++)
        {
            yield return (CompanyOf(company), KeyholderOf(company));
        }
    }

    private Company CompanyOf(int company)
    {
        var stamp = plan.Company(company);
        var username = VolumePlan.Username(company);
        var name = faker.Company.CompanyName();
        var industry = faker.PickRandom(Industries);
        return new Company
        {
            Id = stamp.Id,
            Username = username,
            Name = name,
            Headline = faker.Company.CatchPhrase(),
            Profile = new CompanyProfile
            {
                Website = $"https://{username}.example",
                BusinessType = "Enterprise",
                Industry = industry,
            },
            RegisteredName = name,
            BusinessRegistrationNumber = faker.Random.ReplaceNumbers("#######"),
            BillingAccount = faker.Random.ReplaceNumbers("######"),
            Addresses =
            [
                new Address(
                    Primary: true,
                    Registered: true,
                    faker.Address.StreetAddress(),
                    faker.Address.City(),
                    faker.Address.State(),
                    faker.Address.ZipCode("#####"),
                    "USA",
                    Email: null,
                    faker.Phone.PhoneNumber("+1 ### 555 01##"),
                    Math.Round(faker.Address.Longitude(-122, -72), 4),
                    Math.Round(faker.Address.Latitude(30, 47), 4)),
            ],
            EmailDomains = [$"{username}.example"],
            Categories = [industry],
            Verified = true,
            VerifiedIdentity = true,
            SignedCompanyRefId = FirstSigned + company,
            CreatedAt = stamp.CreatedAt,
            UpdatedAt = stamp.CreatedAt,
        };
    }

    private UserRow KeyholderOf(int company)
    {
        var stamp = plan.Keyholder(company);
        var (first, last) = (faker.Name.FirstName(), faker.Name.LastName());
        var username = Username.Of(first + last, otherwise: "keyholder");
        return new UserRow
        {
            Id = stamp.Id,
            Username = string.Create(CultureInfo.InvariantCulture, $"{username}-{company + 1}"),
            Email = $"{username}@{VolumePlan.Username(company)}.example",
            Name = $"{first} {last}",
            Password = "Password1",
            Verified = true,
            Memberships = [new MembershipRow(plan.Membership(company).Id, plan.Company(company).Id, [RoleName.Admin])],
            ApiKeys = [$"key-{VolumePlan.Username(company)}"],
            CreatedAt = stamp.CreatedAt,
        };
    }
}
