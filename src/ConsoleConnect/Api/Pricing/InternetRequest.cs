using System.Globalization;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>The bandwidth and the duration that Internet On-Demand is priced for, which arrive as texts.</summary>
/// <param name="Bandwidth">Mbps.</param>
/// <param name="Span">How long.</param>
internal readonly record struct InternetRequest(long Bandwidth, Span Span)
{
    public static readonly QueryParameter<string?> CompanyId = Query.Text(
        "companyId", "5e4cb418ab1dbe8c8476163b", "The company's id; its username does as well.");

    public static readonly QueryParameter<string?> DcfId = Query.Text(
        "dcfId", "5a8ba9aac2e6a1b4d7575bb1", "The facility's id.");

    public static readonly QueryParameter<string?> BandwidthAsked = Query.Text("bandwidth", "10", "Mbps, from 1.");

    public static readonly QueryParameter<string?> DurationValue = Query.Text(
        "durationValue", "24", "How many: up to 6 days, 3 weeks, 36 months or 3 years.");

    public static readonly QueryParameter<string?> DurationUnit = Query.Choice(
        "durationUnit", "m", "d, w, m or y.", Term.Units);

    public static readonly QueryParameter<string?> DiscountCode = Query.Text(
        "discountCode", "", "A discount's code.");

    /// <summary>What a query asks for.</summary>
    /// <exception cref="Refusal">The first thing that is wrong, in the printed order.</exception>
    public static InternetRequest Of(HttpRequest request) => Of(
        Needed(request, BandwidthAsked), Needed(request, DurationValue), () => Needed(request, DurationUnit));

    /// <summary>The same, of texts.</summary>
    /// <exception cref="Refusal">The first thing that is wrong, in the printed order.</exception>
    public static InternetRequest Of(string bandwidth, string value, Func<string> unitSent)
    {
        var mbps = BandwidthOf(bandwidth);
        var count = Number(value, "durationValue") is var number && number >= 1 && number == decimal.Truncate(number)
            ? (int)Math.Min(number, int.MaxValue)
            : throw ServiceErrors.PricedQuantityNotPositive.Because(
                "durationValue is a whole number from 1.", value);
        var unit = unitSent();
        if (!Term.Units.Contains(unit))
        {
            throw ServiceErrors.PricedUnitUnknown.Because("d are days, w weeks, m months, y years.", unit);
        }

        Term.MustBeOffered(count, unit);
        return new InternetRequest(mbps, new Span(count, unit));
    }

    /// <summary>A bandwidth that came as text; more than fits a number is more than has a price.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.ValueNotANumber"/>, <see cref="ServiceErrors.PricedBandwidthNotPositive"/>.
    /// </exception>
    public static long BandwidthOf(string sent) =>
        Number(sent, "bandwidth") is var number && number >= 1 && number == decimal.Truncate(number)
            ? (long)Math.Min(number, int.MaxValue)
            : throw ServiceErrors.PricedBandwidthNotPositive.Because("bandwidth is a whole number of Mbps from 1.");

    /// <summary>A parameter that must be sent.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PriceArgumentRequired"/>.</exception>
    public static string Needed(HttpRequest request, QueryParameter<string?> parameter) =>
        parameter.Of(request) ?? throw Missing(parameter.Name, parameter.Meaning);

    /// <summary>That something must be sent.</summary>
    public static Refusal Missing(string name, string meaning) =>
        ServiceErrors.PriceArgumentRequired.Because($"{name}: {meaning}", name);

    private static decimal Number(string sent, string name) =>
        decimal.TryParse(
            sent,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number) ? number
        : sent.Length > 28 && sent.All(char.IsAsciiDigit) ? decimal.MaxValue
        : throw ServiceErrors.ValueNotANumber.Because($"{name} {sent.Named()} is no number.");
}
