namespace Emulator.Domain.InternetOnDemand;

/// <summary>
/// What an hour of a flex costs, by what it gives on top of the contract. No source has a price list: the sample's rate
/// of 76.5 for 200 and for 350 Mbps is all there is (089).
/// </summary>
internal static class FlexPrices
{
    /// <summary>The most that has a price, Mbps on top of the contract.</summary>
    public const int Most = 10_000;

    private static readonly (int UpTo, decimal Rate)[] Tiers =
    [
        (50, 19.5m),
        (100, 34m),
        (500, 76.5m),
        (1000, 119m),
        (2000, 187m),
        (5000, 331.5m),
        (Most, 561m),
    ];

    /// <summary>
    /// The rate; 0 for the contract's own bandwidth, null where there is no price: for less than the contract, and for
    /// more than the list goes to.
    /// </summary>
    public static decimal? Of(int extra)
    {
        if (extra is <= 0 or > Most)
        {
            return extra == 0 ? 0 : null;
        }

        return Array.Find(Tiers, tier => extra <= tier.UpTo).Rate;
    }
}
