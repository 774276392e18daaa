namespace Emulator.Domain.Plans;

/// <summary>A discount that a promotion or partner code gives: orders keep the code, and show the id.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The code, as printed; compared without regard to case.</param>
internal sealed record Discount(string Id, string Code)
{
    /// <summary>The discounts whose codes later editions print.</summary>
    public static readonly IReadOnlyList<Discount> All =
    [
        new("66c1f0a4c2e6a1b4d7a90001", "DISCOUNTDEMO"),
        new("66c1f0a4c2e6a1b4d7a90002", "FIRSTCONNECTION"),
        new("66c1f0a4c2e6a1b4d7a90003", "20PERCENT"),
        new("66c1f0a4c2e6a1b4d7a90004", "L3VPNDISCOUNT"),
        new("66c1f0a4c2e6a1b4d7a90005", "CLOUDROUTER10"),
        new("66c1f0a4c2e6a1b4d7a90006", "TESTING"),
    ];

    /// <summary>The id of the discount that a code gives; null where there is no such code.</summary>
    public static string? IdOf(string? code) =>
        All.FirstOrDefault(discount => string.Equals(discount.Code, code, StringComparison.OrdinalIgnoreCase))?.Id;
}
