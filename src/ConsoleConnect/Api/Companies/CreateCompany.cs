using Emulator.Domain.Companies;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Workflows;

namespace Emulator.Api.Companies;

/// <summary>Creates a company; its creator becomes its Keyholder (000:1492).</summary>
internal static class CreateCompany
{
    private static readonly RequestSchema AddressSchema = new RequestSchema()
        .Boolean("primary", "Whether it is the main address.")
        .Text("country", "Country code.")
        .Text("address", "Street and number.")
        .Text("city", "City.")
        .Text("state", "State.")
        .Text("zip", "Zip code.");

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The company's name.", maxLength: 1024, minLength: 1);

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(Name)
        .Text("username", "The username it would like. Left out, one is made of the name.")
        .Text("businessRegistrationNumber", "Its number in the register of businesses (OpenAPI 1.0.0).")
        .Object("company", "The company's details.", new RequestSchema()
            .Integers("asns", "Its autonomous system numbers.", minimum: 1, maximum: uint.MaxValue)
            .Objects("addresses", "Its addresses.", AddressSchema)
            .Texts("emailDomains", "The domains of its people's e-mail addresses.")
            .Text("businessType", "What it does."));

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/company", Handle)
            .Documented("022", "Create a company")
            .Tells(
                "Founds a company, of which the caller becomes the Keyholder, and answers it. GET /api/auth/token "
                    + "lists it among the user's. "
                    + "It can't order ports until the team has verified it: POST /__admin/companies/{username}/verify.")
            .Takes(
                Schema,
                """
                {"name": "Foo International", "company": {"asns": [123], "addresses": [{"primary": true,
                "country": "US", "address": "17 Anywhere Pl", "city": "Major City", "state": "OH", "zip": "44101"}],
                "emailDomains": ["foo.co"], "businessType": "Data Center"}}
                """
            )
            .Answers<FoundedCompany>(200)
            .Answers(ServiceErrors.UsernameTaken, ServiceErrors.UsernameInvalid)
            .Assumes(
                "How the username comes about: the request has none; it is made of the name, with a number where it "
                    + "is taken. That an account may found more than one company: OpenAPI 1.59.2 speaks of one, the "
                    + "documents' own user belongs to several.");

    private static Answer<FoundedCompany> Handle(RequestBody body, Turn turn)
    {
        var asked = body.Checked(Schema);
        var profile = asked.Object("company");
        var (company, founder) = FoundingACompany.Found(
            turn.Reference,
            turn.Caller.User,
            new FoundingACompany.Wish(
                asked.Of(Name), asked.Text("username"), profile.Text("businessType"), profile.Integers("asns"),
                [.. profile.Objects("addresses").Select(AddressOf)], profile.Texts("emailDomains"),
                asked.Text("businessRegistrationNumber")),
            turn.Ids.Next,
            turn.Now);
        turn.Db.Companies.Add(company);
        turn.Db.Memberships.Add(founder);
        return new FoundedCompany(company);
    }

    private static Address AddressOf(Asked address) =>
        new(
            address.Boolean("primary") ?? false,
            Registered: false,
            address.Text("address"),
            address.Text("city"),
            address.Text("state"),
            address.Text("zip"),
            address.Text("country"),
            Email: null,
            Phone: null,
            Longitude: null,
            Latitude: null);
}
