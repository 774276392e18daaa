using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.Places;

namespace Emulator.Wire.EdgePorts;

/// <summary>A country.</summary>
internal sealed record EdgeCountryShape(string Iso, string Name);

/// <summary>An address.</summary>
internal sealed class EdgeAddressShape(EdgePlace place)
{
    public string City => place.City;
    public EdgeCountryShape Country => new(place.CountryIso, place.CountryName);
    public string FormattedAddress => place.FormattedAddress;
    public string Latitude => place.Latitude;
    public string Longitude => place.Longitude;
}

/// <summary>A metro, in three members.</summary>
internal sealed class EdgeMetroShape(Metro metro)
{
    public string Id => metro.Id;
    public string Name => metro.Name;
    public string Country => metro.Country;
}

/// <summary>A price that a search has found: amounts are text, two decimals, US dollars.</summary>
internal sealed class EdgeSolutionShape(EdgeSolution solution, Metro? metro)
{
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
    public string Remarks => "-";
    public string ShieldPortId => solution.ShieldPortId;
    public string Tcv => EdgeSolution.Written(solution.ContractCents);
    public string TcvCurrency => "USD";
    public string Trc => EdgeSolution.Written(solution.RecurringCents);
    public string TrcCurrency => "USD";
    public string VendorName => solution.VendorName;

    /// <summary>Only where the search asked for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EdgeMetroShape? Metro => metro is null ? null : new(metro);
}
