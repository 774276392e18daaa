using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>
/// Companies: new ones, with their first Keyholder, and those that there are, for more to be added to.
/// </summary>
internal sealed class CompaniesInWorlds() : WorldPart(
    "companies",
    "Companies, by the name that is to be their username. One that there is already is taken as it is, and gets what "
    + "is listed in it.")
{
    public const string Name = "companies";

    private static readonly BodyMember<string?> FullName = Body.Text(
        "name", "What it is called; made up where it is left out.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> BusinessType = Body.Text(
        "businessType",
        "What it does. Connections of an Enterprise have BRONZE, those of a Wholesaler SILVER or GOLD.",
        maxLength: 100);

    private static readonly BodyMember<bool?> Verified = Body.Flag(
        "verified", "Whether Console Connect has verified it, without which it can't order; true where left out.");

    private static readonly BodyMember<string?> Answers = Body.Text(
        "answers",
        "What it does when it is asked for a connection (see /__admin/counterparties); its people answer where left "
        + "out.",
        ["approve", "reject", "modify", "ignore"]);

    private static readonly string[] Second = ["Networks", "Systems", "Logistics", "Media", "Labs", "Holdings"];

    private static readonly (string City, string Country, string Line)[] Homes =
    [
        ("Hong Kong", "HK", "18 Harbour Road"), ("Singapore", "SG", "9 Raffles Place"),
        ("London", "GB", "40 Fetter Lane"), ("Amsterdam", "NL", "Keizersgracht 210"),
        ("Sydney", "AU", "88 Pitt Street"), ("New York", "US", "55 Broad Street"),
        ("Tokyo", "JP", "2-7-1 Nishi-Shinjuku"),
    ];

    public override IReadOnlyList<IBodyMember> Members => [FullName, BusinessType, Verified, Answers];

    /// <summary>The company that a member names: the world's, or one by its username, name, id or cloud.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WorldImpossible"/>: there is none.</exception>
    public static Company CompanyNamed(WorldThing thing, IBodyMember member, string name, WorldMaking making) =>
        making.Named(thing, member, name, Name)?.OfCompany
        ?? making.Reference.FindCompany(name)
        ?? making.Reference.Companies.FirstOrDefault(company => WorldMaking.Same(company.Name, name)
            || (company.Cloud is { } cloud && WorldMaking.Same(cloud.CloudType, name)))
        ?? throw WorldMaking.Unknown(
            thing, member, "company", name, making.Reference.Companies.Select(company => company.Username));

    public override async Task Make(WorldThing thing, WorldMaking making)
    {
        if (making.Reference.FindCompany(thing.Name) is { } there)
        {
            Take(thing, there);
            Keep(thing, there);
            return;
        }

        var moment = making.At(making.DaysAgo(thing, 1000, 1400), Moment.ServiceItself);
        var home = making.Luck.OneOf(thing, Homes, about: 3);
        var name = thing.Asked.Of(FullName)
            ?? $"{Capital(thing.Name)} {making.Luck.OneOf(thing, Second, about: 4)}";
        var company = new Company
        {
            Id = making.Luck.Id(),
            Username = NamingAnAccount.Name(making.Reference, thing.Name, name, otherwise: "company"),
            Name = name,
            RegisteredName = $"{name} Limited",
            Headline = $"{name}, {home.City}",
            Profile = CompanyProfile.Blank with
            {
                BusinessType = thing.Asked.Of(BusinessType),
                Website = $"https://{Domain(thing.Name)}",
            },
            BillingAccount = $"{making.Luck.Between(thing, 200_000, 999_999, about: 5)}",
            BusinessRegistrationNumber = $"C{making.Luck.Between(thing, 1_000_000, 9_999_999, about: 6)}",
            Addresses = [new(true, true, home.Line, home.City, null, null, home.Country, null, null, null, null)],
            EmailDomains = [Domain(thing.Name)],
            Verified = thing.Asked.Of(Verified) ?? true,
            VerifiedIdentity = thing.Asked.Of(Verified) ?? true,
            CreatedAt = moment.At,
            UpdatedAt = moment.At,
        };
        making.Db.Add(company);
        if (thing.Asked.Of(Answers) is { } answers)
        {
            making.Db.Add(new Counterparty
            {
                CompanyId = company.Id,
                Policy = Spelling.Read<ReplyPolicy>(answers)!.Value,
            });
        }

        await making.SavePeople();
        Keep(thing, making.Reference.Company(company.Id));
        if (making.World.Of(PeopleInWorlds.Name).All(user => user.Owner != thing || !PeopleInWorlds.IsKeyholder(user)))
        {
            making.World.Add(PeopleInWorlds.Keyholder(thing));
        }
    }

    /// <summary>The domain of a company's pages and addresses.</summary>
    public static string Domain(string username) => $"{username.ToLowerInvariant().Replace('_', '-')}.example";

    private static void Keep(WorldThing thing, Company company) =>
        (thing.Company, thing.Id, thing.Called) = (company, company.Id, company.Name);

    private static string Capital(string name) => string.Concat(name[..1].ToUpperInvariant(), name.AsSpan(1));

    /// <summary>What there is already isn't said again.</summary>
    private static void Take(WorldThing thing, Company company)
    {
        foreach (var member in new IBodyMember[] { FullName, BusinessType, Verified, Answers })
        {
            if (thing.Asked.Has(member))
            {
                throw thing.Impossible(
                    member,
                    $"is about {company.Username}, which there is already",
                    "A company that is there stays as it is: leave the member out, or name the company otherwise.");
            }
        }
    }
}
