namespace Emulator.Domain.Pricing;

/// <summary>
/// A discount that a promotion or partner code gives (OpenAPI 1.59.2): orders keep the code, and show the id.
/// </summary>
internal sealed class Discount
{
    /// <summary>The products that a discount can be for, as the documents call them.</summary>
    public const string Port = "PORT", Internet = "IO-D", Connection = "L2", Router = "L3VPN", Site = "L3VPN-SITE",
        Edge = "EDGE";

    private const string Recurring = "recurring";

    public required string Id { get; init; }

    /// <summary>The code; compared without regard to case.</summary>
    public required string MarketingCode { get; init; }

    public required string Name { get; init; }

    public string Description { get; set; } = "";

    /// <summary><c>percentage</c>: no other is known.</summary>
    public string DiscountType { get; set; } = "percentage";

    /// <summary>
    /// <c>recurring</c>: for as long as the contract runs. <c>once</c>: of the first month, or of what is paid once.
    /// </summary>
    public string Duration { get; set; } = Recurring;

    /// <summary>Percent, from 0 to 100.</summary>
    public required int Value { get; init; }

    /// <summary>For which products it is; empty where for all.</summary>
    public IReadOnlyList<string> ApplicableProducts { get; set; } = [];

    /// <summary>For which facilities it is; empty where for all.</summary>
    public IReadOnlyList<string> ApplicableDcfs { get; set; } = [];

    /// <summary>For which metros it is; empty where for all.</summary>
    public IReadOnlyList<string> ApplicableMetros { get; set; } = [];

    /// <summary>How often the code has been used; only shown.</summary>
    public int Redemptions { get; set; }

    public IReadOnlyList<string> Tags { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Since when the code is no longer taken, UTC; null while it is.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>Whether it lasts as long as the contract.</summary>
    public bool Recurs => Duration == Recurring;

    /// <summary>Whether it is for a product at places: one of several facilities, or their metros, will do.</summary>
    public bool IsFor(string product, params IEnumerable<Spot> spots) =>
        (ApplicableProducts.Count == 0 || ApplicableProducts.Contains(product))
        && (ApplicableDcfs.Count == 0 || spots.Any(spot => ApplicableDcfs.Contains(spot.FacilityId)))
        && (ApplicableMetros.Count == 0 || spots.Any(spot => ApplicableMetros.Contains(spot.MetroId)));

    /// <summary>What it takes off an amount, to the cent; never more than there is.</summary>
    public decimal Of(decimal amount) => Money.Rounded(Taken(amount));

    /// <summary>The same to four decimals, of what is charged by the hour.</summary>
    public decimal OfFine(decimal amount) => Money.Fine(Taken(amount));

    private decimal Taken(decimal amount) => amount * Math.Clamp(Value, 0, 100) / 100;

    /// <summary>Somewhere that something is bought.</summary>
    internal readonly record struct Spot(string FacilityId, string MetroId);
}

/// <summary>The discounts, by their codes.</summary>
internal sealed class DiscountTable(IReadOnlyList<Discount> discounts)
{
    private readonly Dictionary<string, Discount> byCode = discounts
        .GroupBy(discount => discount.MarketingCode, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(same => same.Key, same => same.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The one that a code gives, whether it is still taken or not; null where there is none.</summary>
    public Discount? With(string? code) => code is null ? null : byCode.GetValueOrDefault(code.Trim());

    /// <summary>The one with an id; null where there is none.</summary>
    public Discount? WithId(string id) => discounts.FirstOrDefault(discount => discount.Id == id);

    /// <summary>The codes that are taken.</summary>
    public IEnumerable<string> Codes => discounts
        .Where(discount => discount.DeletedAt is null)
        .Select(discount => discount.MarketingCode);
}
