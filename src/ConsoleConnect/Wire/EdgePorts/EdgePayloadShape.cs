using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.Places;

namespace Emulator.Wire.EdgePorts;

/// <summary>
/// What an edge port is ordered with: the price that was chosen, the address and whom to turn to there (OpenAPI
/// 1.59.2). What the vendor's own price was is the same: nothing is converted or added here.
/// </summary>
internal sealed class EdgePayloadShape(EdgeTerms terms, Metro metro, string? draftOrderId = null)
{
    private readonly EdgeSolution solution = terms.Solution;
    private readonly EdgePlace place = terms.Place;

    public EdgeAddressShape AddressResult => new(place);
    public EdgeCountryShape Country => new(place.CountryIso, place.CountryName);
    public string FormattedAddress => place.FormattedAddress;
    public string Latitude => place.Latitude;
    public string Longitude => place.Longitude;
    public string Bandwidth => solution.Mbps.ToString(CultureInfo.InvariantCulture);
    public string BandwidthUnit => "Mbps";
    public string ContractTerm => solution.Months.ToString(CultureInfo.InvariantCulture);
    public string ContractTermUnit => "month";
    public string DisplayName => solution.VendorName;
    public bool HasXcc => false;
    public string Interval => string.Create(CultureInfo.InvariantCulture, $"{solution.Weeks} weeks");
    public string LastMileProvider => "Not Provided";
    public string LastMileProviderKey => "NOT_PROVIDED";
    public string Mrc => EdgeSolution.Written(solution.MonthlyCents);
    public string MrcCurrency => "USD";
    public string Nrc => EdgeSolution.Written(solution.OnceCents);
    public string NrcCurrency => "USD";
    public string QuoteKey => solution.QuoteKey;
    public string QuoteId => solution.QuoteKey[..8];
    public string QuoteClass => "Orderable";
    public string QuoteClassLevel => "1";
    public string QuoteValidityPeriod => solution.ValidDays.ToString(CultureInfo.InvariantCulture);
    public string QuoteValidityPeriodUnit => "DAY";
    public string ReadyServiceDate => "TBD";
    public string Remarks => "-";
    public string ShieldPortId => solution.ShieldPortId;
    public string Tcv => EdgeSolution.Written(solution.ContractCents);
    public string TcvCurrency => "USD";
    public string Trc => EdgeSolution.Written(solution.RecurringCents);
    public string TrcCurrency => "USD";
    public string VendorName => solution.VendorName;
    public EdgeMetroShape Metro => new(metro);
    public SiteContactsShape SiteContacts => new(terms.Contacts);
    public string Carrier => solution.VendorName;
    public string? ContentionRatio => null;
    public string DeviceId => "-";
    public string ExchangeRatio => "1";
    public string? InterconnectType => null;
    public string JumboFrame => "Yes";
    public string Margin => "0%";
    public string NniVendorCircuitId => "-";
    public string PccwgVendorCode => "-";
    public string? PhysicalInterface => null;
    public string PopCode => "-";
    public string Product => "EDGE";
    public string ProtectionType => "-";
    public string RateSource => "-";

    [JsonPropertyName("serviceDIA")]
    public string? ServiceDia => null;
    public string Technology => "Edge Port";
    public string Vat => "0%";
    public string VendorCode => "-";
    public string VendorOriginFinalTcv => Tcv;
    public string VendorOriginFinalTcvCurrency => "USD";
    public string VendorOriginFinalTcvWithVat => Tcv;
    public string VendorOriginMrc => Mrc;
    public string VendorOriginMrcCurrency => "USD";
    public string VendorOriginMrcWithVat => Mrc;
    public string VendorOriginNrc => Nrc;
    public string VendorOriginNrcCurrency => "USD";
    public string VendorOriginNrcWithVat => Nrc;
    public string VendorOriginTcv => Tcv;
    public string VendorOriginTcvCurrency => "USD";
    public string VendorOriginTcvWithVat => Tcv;
    public string VendorPriceOrder => "1";
    public string VendorProductName => "-";
    public string? CcprovLink => null;
    public string? GsdtLink => null;

    [JsonPropertyName("VLANRange")]
    public string VlanRange => "-";

    /// <summary>Of drafts: the search's prices, as far as they were chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<EdgeSolutionShape>? Data => draftOrderId is null ? null : [new(solution, metro)];

    /// <summary>Of drafts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResponseId => draftOrderId is null ? null : terms.ResponseId;

    /// <summary>Of drafts: that the search is over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Status => draftOrderId is null ? null : "ready";

    /// <summary>Of drafts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Uuid => draftOrderId is null ? null : terms.ResponseId;

    /// <summary>Of drafts: the price that was chosen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SelectedSolutionQuoteKey => draftOrderId is null ? null : solution.QuoteKey;

    /// <summary>Of drafts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DraftOrderId => draftOrderId;
}

/// <summary>Whom to turn to on site, and how to get in.</summary>
internal sealed class SiteContactsShape(SiteContacts contacts)
{
    public string PrimarySiteContactName => contacts.PrimarySiteContactName;
    public string PrimarySitePhonePrefix => contacts.PrimarySitePhonePrefix;
    public string PrimarySiteContactPhone => contacts.PrimarySiteContactPhone;
    public string PrimarySiteContactEmail => contacts.PrimarySiteContactEmail;
    public string? SecondarySiteContactName => contacts.SecondarySiteContactName;
    public string? SecondarySitePhonePrefix => contacts.SecondarySitePhonePrefix;
    public string? SecondarySiteContactPhone => contacts.SecondarySiteContactPhone;
    public string? SecondarySiteContactEmail => contacts.SecondarySiteContactEmail;
    public string DemarcationPoint => contacts.DemarcationPoint;
    public string SiteAccess => contacts.SiteAccess;
    public string? InterfaceType => contacts.InterfaceType;
}
