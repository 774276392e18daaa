using Emulator.Domain.EdgePorts;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api.EdgePorts;

/// <summary>What a search for prices, and an enquiry, ask for.</summary>
internal static class EdgeSearchBody
{
    public static readonly BodyMember<string?> CountryName = Body.Text("name", "The country's name.", 255);

    public static readonly BodyMember<string> CountryIso = Body.NeededText("iso", "Its two letters.", 2, 2);

    public static readonly BodyMember<Asked> Country = Body.NeededObject(
        "country", "The country: one of GET /v2/edgeports/quotes/countries.", CountryName, CountryIso);

    public static readonly BodyMember<string> Bandwidth = Body.NeededText(
        "bandwidth", "The bandwidth, a whole number as text.", 9, 1);

    public static readonly BodyMember<string> BandwidthUnit = Body.NeededText(
        "bandwidthUnit", "Mbps or Gbps.", "Mbps", "Gbps");

    public static readonly BodyMember<string> Term = Body.NeededText(
        "contract-term", "The contract's term, a whole number as text.", 9, 1);

    public static readonly BodyMember<string> TermUnit = Body.NeededText(
        "contractTermUnit", "month or year.", "month", "year");

    public static readonly BodyMember<string> Address = Body.NeededText(
        "formatted-address", "The address, in one line.", 500, 1);

    public static readonly BodyMember<string?> PostCode = Body.TextOrNull(
        "postCode", "The postcode; of addresses in Singapore.");

    public static readonly BodyMember<bool?> WithMetro = Body.Flag(
        "withMetro", "Whether prices are shown with their metro; they are where it isn't sent.");

    public static readonly RequestSchema Schema = new RequestSchema().With(
        Country, Bandwidth, BandwidthUnit, Term, TermUnit, Address, PostCode, WithMetro);

    public const string Example = """
        {
          "country": { "name": "Singapore", "iso": "SG" }, "bandwidth": "200", "bandwidthUnit": "Mbps",
          "contract-term": "12", "contractTermUnit": "month", "formatted-address": "1 Quay Walk, Singapore",
          "postCode": "018956", "withMetro": true
        }
        """;

    /// <summary>The bandwidth, Mbps, and the term, months.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongType"/>.</exception>
    public static (long Mbps, long Months) Read(Asked asked) => (
        Number(asked, Bandwidth) * (asked.Of(BandwidthUnit) == "Gbps" ? 1000 : 1),
        Number(asked, Term) * (asked.Of(TermUnit) == "year" ? 12 : 1));

    /// <summary>Where it is to be.</summary>
    public static EdgePlace PlaceOf(Asked asked, EdgeOffer? offer) => new(
        offer?.City ?? "",
        asked.Of(Country).Of(CountryIso).ToUpperInvariant(),
        offer?.Country ?? asked.Of(Country).Of(CountryName) ?? asked.Of(Country).Of(CountryIso).ToUpperInvariant(),
        asked.Of(Address),
        offer?.Latitude ?? "",
        offer?.Longitude ?? "");

    private static long Number(Asked asked, BodyMember<string> member) =>
        int.TryParse(
            asked.Of(member),
            System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number)
            && number > 0
            ? number
            : throw ServiceErrors.WrongType.Because(
                $"{member.Told.Name} is a whole number above 0, as text.", $"/{member.Told.Name}", "integer");
}
