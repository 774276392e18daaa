using Emulator.Domain.Companies;
using Emulator.Domain.Pricing;
using Emulator.Errors;

namespace Emulator.Domain.EdgePorts;

/// <summary>What may be ordered at the edge, and for how much.</summary>
internal static class EdgeRules
{
    /// <summary>For how many days a draft is kept; assumed.</summary>
    public const int DraftDays = 30;

    /// <summary>The least that an edge port carries, Mbps (OpenAPI 1.59.2).</summary>
    public const int LeastSpeed = 100;

    /// <summary>How much a discount takes off edge ports, percent; null where it takes nothing off them.</summary>
    /// <param name="discount">The discount of a code; null where there is none.</param>
    public static int? PercentOff(Discount? discount) =>
        discount is { DeletedAt: null } && discount.IsFor(Discount.Edge) ? discount.Value : null;

    /// <summary>Refuses a company that can't order at the edge.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.EdgeNotAllowed"/>, <see cref="ServiceErrors.EdgeNotVerified"/>.
    /// </exception>
    public static void MustBeAllowed(Company company, string payment)
    {
        if (!company.EdgeModule)
        {
            throw ServiceErrors.EdgeNotAllowed.Because(company.NoEdgeModule);
        }

        if (!company.Verified)
        {
            throw ServiceErrors.EdgeNotVerified.Because(company.NotYetVerified, payment, "Edge Port");
        }
    }

    /// <summary>The days after which a draft is gone; null where it is.</summary>
    public static int? DaysLeft(DateTimeOffset createdAt, DateTimeOffset now)
    {
        var left = (int)Math.Ceiling((createdAt.AddDays(DraftDays) - now).TotalDays);
        return left > 0 ? left : null;
    }
}
