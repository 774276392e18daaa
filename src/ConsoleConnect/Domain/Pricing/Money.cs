namespace Emulator.Domain.Pricing;

/// <summary>
/// Amounts of the list's currency. Sums are made of what is shown: parts are rounded first, so that a total is the sum
/// of its parts to the cent.
/// </summary>
internal static class Money
{
    /// <summary>Divides by one with all its decimals: what is left has none that are 0.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>To the cent, half a cent up, as the samples have it.</summary>
    public static decimal Rounded(decimal amount) => Plain(Math.Round(amount, 2, MidpointRounding.AwayFromZero));

    /// <summary>To four decimals, half up: what an hour of a site costs (OpenAPI 1.0.0: <c>0.2397</c>).</summary>
    public static decimal Fine(decimal amount) => Plain(Math.Round(amount, 4, MidpointRounding.AwayFromZero));

    /// <summary>Without zeros at the end: 300, not 300.00.</summary>
    public static decimal Plain(decimal amount) => amount / One;
}
