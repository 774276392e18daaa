using Emulator.Domain.Companies;
using Emulator.Domain.Plans;
using Emulator.Errors;

namespace Emulator.Domain.EdgePorts;

/// <summary>What may be ordered at the edge, and for how much.</summary>
internal static class EdgeRules
{
    /// <summary>For how many days a draft is kept; assumed.</summary>
    public const int DraftDays = 30;

    /// <summary>The least that an edge port carries, Mbps (OpenAPI 1.59.2).</summary>
    public const int LeastSpeed = 100;

    /// <summary>How much a discount takes off edge ports, percent; null where the code gives none.</summary>
    public static int? PercentOff(string code) =>
        Discount.IdOf(code) is not null && string.Equals(code, "TESTING", StringComparison.OrdinalIgnoreCase)
            ? 50
            : null;

    /// <summary>Refuses a company that can't order at the edge.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.EdgeNotAllowed"/>, <see cref="ServiceErrors.EdgeNotVerified"/>.
    /// </exception>
    public static void MustBeAllowed(Company company, string payment)
    {
        if (!company.EdgeModule)
        {
            throw ServiceErrors.EdgeNotAllowed.Because(
                $"The feature EnableEdgeModule is off for {company.Username}: Console Connect switches it on.");
        }

        if (!company.Verified)
        {
            throw ServiceErrors.EdgeNotVerified.Because(
                $"{company.Username} has not been verified on the platform.", payment, "Edge Port");
        }
    }

    /// <summary>The days after which a draft is gone; null where it is.</summary>
    public static int? DaysLeft(DateTimeOffset createdAt, DateTimeOffset now)
    {
        var left = (int)Math.Ceiling((createdAt.AddDays(DraftDays) - now).TotalDays);
        return left > 0 ? left : null;
    }
}
