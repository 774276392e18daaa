using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>
/// The people, companies and places that the three documents print are there under their printed names.
/// </summary>
public sealed class SeedDocumentsTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    private const string SanJose = "1232413986c08c061dd8c45f";
    private const string Brisbane = "d466b388d3e9ee0a92177910";

    [Theory]
    [InlineData("Acme", null)]
    [InlineData("acmeinc", null)]
    [InlineData("company1", "58980a25a77b4d7bf459d200")]
    [InlineData("company2", "58afc0479430ab7f3666b974")]
    [InlineData("CompanyA", "579f33b148010f508c7a4487")]
    [InlineData("CompanyB", "579f33b048010f508c7a4481")]
    [InlineData("corp", "5762451982894b9b1b1a5dbc")]
    [InlineData("exampleco", null)]
    [InlineData("bloggs", "5e4cb418ab1dbe8c8476163b")]
    [InlineData("consoleconnect", null)]
    [InlineData("amazon", "579ec72da21a602e46f32c29")]
    public void A_company_of_the_documents_is_there_and_verified(string username, string? id)
    {
        var company = world.CompanyNamed(username);

        Assert.Equal(id ?? company.Id, company.Id);
        Assert.True(company.Verified);
    }

    [Theory]
    [InlineData("amazon", PartnerType.Aws)]
    [InlineData("azure", PartnerType.Azure)]
    [InlineData("google_cloud", PartnerType.Gce)]
    [InlineData("tencent-cloud", PartnerType.Tencent)]
    [InlineData("alibaba_cloud", PartnerType.Alicloud)]
    internal void A_direct_connect_partner_has_its_documented_username(string username, PartnerType partner) =>
        Assert.Equal(partner, world.CompanyNamed(username).Partner);

    [Theory]
    [InlineData("stan", "stan@example.com", "58980a25a77b4d7bf459d100")]
    [InlineData("user", "user@example.com", null)]
    [InlineData("meg", "meg@example.com", "5c07766b3a4c3579f27a4553")]
    [InlineData("rosa", "rosa@example.com", "58afc0479430ab7f3666b971")]
    public void A_user_of_the_documents_is_there(string username, string email, string? id)
    {
        var user = world.UserNamed(username);

        Assert.Equal(email, user.Email);
        Assert.Equal(id ?? user.Id, user.Id);
    }

    [Theory]
    [InlineData("stan", RoleName.Admin, "Acme")]
    [InlineData("stan", RoleName.Admin, "company1")]
    [InlineData("stan", RoleName.Admin, "corp")]
    [InlineData("stan", RoleName.Networkcontrol, "bloggs")]
    [InlineData("user", RoleName.Networkcontrol, "Acme")]
    [InlineData("user", RoleName.Networkcontrol, "corp")]
    [InlineData("vera", RoleName.Networkview, "Acme")]
    [InlineData("max", RoleName.User, "Acme")]
    [InlineData("rosa", RoleName.Admin, "company2")]
    [InlineData("meg", RoleName.Admin, "company2")]
    [InlineData("meg", RoleName.Admin, "CompanyA")]
    [InlineData("meg", RoleName.Admin, "acmeinc")]
    [InlineData("meg", RoleName.Admin, "exampleco")]
    internal void A_user_of_the_documents_has_a_role(string username, RoleName role, string company) =>
        Assert.True(world.Has(world.UserNamed(username).Id, role, world.CompanyNamed(company).Id));

    [Theory]
    [InlineData("stan@smith.test")]
    [InlineData("stanley@example.com")]
    [InlineData("bob@example.com")]
    [InlineData("test@example.org")]
    public void An_address_that_the_documents_invite_or_change_to_is_nobodys_yet(string email) =>
        Assert.DoesNotContain(world.Users.Values, user => user.Email == email);

    [Theory]
    [InlineData(SanJose, "SJC", "USA", "3a38ff9f-0ed4-415f-8a7e-75aac87771a7")]
    [InlineData(Brisbane, "Brisbane Metro", "AU", "3a38ff9f-0ed4-415f-8a7e-000000000001")]
    public void A_metro_of_the_documents_is_there(string id, string name, string country, string serviceLayerId)
    {
        var metro = world.Metros[id];

        Assert.Equal((name, country, serviceLayerId), (metro.Name, metro.Country, metro.ServiceLayerId));
        Assert.NotEmpty(metro.RegionIds);
    }

    [Fact]
    public void Hong_Kong_is_as_the_guide_prints_it()
    {
        var metro = Assert.Single(world.Metros.Values, metro => metro.Code == "HKG");

        Assert.Equal(("Hong Kong", "hk", "APNIC"), (metro.Name, metro.Country, metro.Rir));
        Assert.Equal("APAC", world.Regions.Single(region => region.Id == metro.RegionIds[0]).Name);
    }

    [Theory]
    [InlineData("000000000000000000000000", "US")]
    [InlineData("111111111111111111111111", "London")]
    [InlineData("236107000000000000000001", "Oceania")]
    public void A_region_of_the_documents_is_there(string id, string name) =>
        Assert.Equal(name, world.Regions.Single(region => region.Id == id).Name);

    [Theory]
    [InlineData("equinix-sv1", "5126c9f1111e15a24a066130", "b3f5ac21-fec1-4418-9e1a-709d48da59fa")]
    [InlineData("supernetpa4", null, null)]
    [InlineData("pretend-fac-1", null, "68961a5a-7133-4fd7-8559-ec2cb8d21da4")]
    public void A_facility_of_the_documents_takes_orders_for_1000_Mbps_in_San_Jose(
        string username,
        string? id,
        string? locationId)
    {
        var facility = world.Facilities.Values.Single(facility => facility.Username == username);

        Assert.Equal(
            (id ?? facility.Id, locationId ?? facility.LocationId, SanJose),
            (facility.Id, facility.LocationId, facility.MetroId));
        Assert.True(
            facility.Ready && !facility.IsOffNet && (facility.Speeds.Count == 0 || facility.Speeds.Contains(1000)));
    }

    [Fact]
    public void The_off_net_facility_of_the_guide_is_there()
    {
        var facility = world.Facilities.Values.Single(facility => facility.Username == "hkg05");

        Assert.Equal("hkg39-Asia-HK-APAC", facility.Name);
        Assert.Equal(["offnet", "monthly-ports"], facility.Tags);
        Assert.Equal(["PCCWGLOBAL"], facility.Providers);
        Assert.Equal("ASIA 1", facility.CostbookLocationName);
        Assert.Empty(facility.Speeds);
        Assert.Equal((114.177216, 22.302711), (facility.Addresses[0].Longitude, facility.Addresses[0].Latitude));
    }

    [Fact]
    public void The_company_of_the_richer_payloads_says_all_there_is_to_say()
    {
        var corp = world.CompanyNamed("corp");
        string?[] texts =
        [
            corp.Headline,
            corp.Summary,
            corp.Profile.Website,
            corp.RegisteredName,
            corp.Profile.BusinessType,
            corp.Profile.Industry,
            corp.BusinessRegistrationNumber,
            corp.BillingAccount,
            corp.AvatarId,
            corp.BackgroundId,
            corp.OverviewImageId,
        ];

        Assert.All(texts, Assert.NotNull);
        Assert.NotEmpty(corp.Tags);
        Assert.NotEmpty(corp.Categories);
        Assert.NotNull(corp.SignedCompanyRefId);
        var address = Assert.Single(corp.Addresses);
        Assert.All(
            new[] { address.Line, address.City, address.State, address.Zip, address.Country, address.Phone },
            Assert.NotNull);
        Assert.True(address.Longitude is not null && address.Latitude is not null);
        Assert.Equal(["example.org"], world.CompanyNamed("company1").EmailDomains);
    }
}
