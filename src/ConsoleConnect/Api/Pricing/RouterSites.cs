using System.Text.Json;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Pricing;

/// <summary>Sites of CloudRouters, as requests for a price have them.</summary>
internal static class RouterSites
{
    /// <summary>The classes of a site's bandwidth.</summary>
    public static readonly RequestSchema Class = new RequestSchema().With(
        Body.Text("name", "BRONZE, SILVER or GOLD; each once."),
        Body.Integer("value", "Its share of the bandwidth, percent: 100 together."));

    /// <summary>A discount by its id, which a price that was calculated with its code has.</summary>
    public static readonly BodyMember<string?> DiscountId = Body.Text("discountId", "A discount's id.");

    /// <summary>Whether it is a pool of SIM cards.</summary>
    public static readonly BodyMember<bool?> SimPool = Body.Flag("simPool", "Whether it is a pool of SIM cards.");

    /// <summary>The classes that were sent, as a list or alone.</summary>
    public static IReadOnlyList<ClassShare> ClassesOf(Asked site) =>
    [
        .. site.ObjectsOrOne("classOfService").Select(share =>
            new ClassShare(share.Text("name") ?? "", share.Integer("value") ?? 0)),
    ];

    /// <summary>The discount whose id a site has; null where it has none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CodeInvalid"/>.</exception>
    public static Discount? DiscountOf(Asked site, Turn turn) =>
        site.Of(DiscountId) is not { Length: > 0 } id ? null
        : turn.Reference.Prices.Discounts.WithId(id) is { DeletedAt: null } discount ? discount
        : throw ServiceErrors.CodeInvalid.Because(
            "discountId is the id of a discount, as in the price that was calculated with its code; none has "
                + $"{id.Named()}.");

    /// <summary>A site in a facility.</summary>
    public static PricedSite In(DataCenterFacility facility, long mbps) =>
        new(facility.Id, facility.MetroId, facility.L3CostbookLocationId, mbps);
}

/// <summary>A bandwidth, as it was sent; nothing for a pool of SIM cards.</summary>
internal sealed class RateAsSent(Asked? rate)
{
    [System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public string? Unit => rate?.Text("unit");

    [System.Text.Json.Serialization.JsonIgnore(
        Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public JsonElement? Value => rate is not null && rate.Has("value") ? rate.Value("value") : null;
}
