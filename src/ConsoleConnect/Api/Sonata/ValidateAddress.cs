using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Sonata;

/// <summary>Finds facilities by an address (OpenAPI 1.59.2).</summary>
internal static class ValidateAddress
{
    private static readonly BodyMember<bool?> ProvideAlternative = Body.Flag(
        "provideAlternative", "Always true, as MEF has it: alternatives are given either way.");

    private static readonly BodyMember<string> Type = Body.NeededText("@type", "FieldedAddress.", "FieldedAddress");
    private static readonly BodyMember<string> Country = Body.NeededText(
        "country", "The country, in two letters.", maxLength: 60, minLength: 2);

    private static readonly BodyMember<string> City = Body.NeededText("city", "The city.", maxLength: 200);
    private static readonly BodyMember<string?> StreetName = Body.Text(
        "streetName", "The street, or a part of it; left out or empty, every street of the city.", maxLength: 500);

    private static readonly RequestSchema Submitted = new RequestSchema().With(Type, Country, City, StreetName);

    private static readonly RequestSchema Schema = new RequestSchema()
        .With(ProvideAlternative)
        .Object("submittedGeographicAddress", "What is known of the address.", Submitted, required: true)
        .NullIsNothing();

    private const string Example = """
        {
          "provideAlternative": true,
          "submittedGeographicAddress": {
            "@type": "FieldedAddress", "country": "AU", "city": "Sydney", "streetName": ""
          }
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mefApi/sonata/geographicAddressManagement/v7/geographicAddressValidation", Handle)
        .Published("195", "Validate an address")
        .Tells("Finds the data center facilities of a city: id is what quotes and orders name as their place, "
            + "subUnitNumber is an order's dcfName and locality an E-Line's destUNIMetroId. The result is success "
            + "where a street leaves one facility, partial where there are alternatives, and fail where there are "
            + "none.")
        .AskedByABuyer(NetworkAction.ReadGeographicAddress)
        .Takes(Schema, Example)
        .Answers<AddressValidated>(200)
        .Assumes(
            "What is accepted as a buyer's key: no source says how to get one, and the API key or a token of a member "
            + "of the buyer's company is one. buyerId may be left out by somebody who is in one company only. That "
            + "only facilities which take orders are found, and that a part of the street is enough. Of the kinds of "
            + "address FieldedAddress alone is taken, as the guides ask for.");

    private static Answer<AddressValidated> Handle(HttpRequest request, RequestBody body, Turn turn)
    {
        _ = Buyer.Of(request, turn, NetworkAction.ReadGeographicAddress);
        var asked = body.Checked(Schema);
        var address = asked.Object("submittedGeographicAddress");
        var submitted = new SubmittedAddress(
            address.Of(Type), address.Of(Country), address.Of(City), address.Of(StreetName));
        var found = turn.Reference.Facilities
            .Where(facility => facility.Ready && StandsIn(facility, submitted))
            .Select(facility => new GeographicAddress(facility, namesBuilding: true))
            .ToList();
        var best = submitted.StreetName is { Length: > 0 } && found is [{ } only] ? only : null;
        return new AddressValidated(
            best is not null ? "success" : found.Count > 0 ? "partial" : "fail",
            best is null ? found : [],
            asked.Of(ProvideAlternative) ?? true,
            submitted)
        {
            BestMatchGeographicAddress = best,
        };
    }

    private static bool StandsIn(DataCenterFacility facility, SubmittedAddress submitted) =>
        facility.Locations().Any(
            new Location(Countries.InTwoLetters(submitted.Country), submitted.City.Trim()).Is)
        && (submitted.StreetName is not { Length: > 0 } street
            || facility.Addresses.Any(
                address => address.Line?.Contains(street, StringComparison.OrdinalIgnoreCase) == true));
}
