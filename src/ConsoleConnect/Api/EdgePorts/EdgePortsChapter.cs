using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Api.EdgePorts;

/// <summary>
/// Ports at a customer's own site: prices, enquiries, drafts, orders (OpenAPI 1.59.2, tag Edge Ports).
/// </summary>
internal static class EdgePortsChapter
{
    /// <summary>A seeded search of Acme's, READY for ever.</summary>
    public const string Search = "6f1d2c84-93ab-4e57-8b06-2d5a7c90e410";

    /// <summary>Its first solution.</summary>
    public const string QuoteKey = "6f1d2c84-93ab-4e57-8b06-2d5a7c90e411";

    /// <summary>What is assumed of all that name no company.</summary>
    public const string Companies = "The path names no company: a caller of several speaks for all of those that "
        + "allow it, and searches for the oldest. ";

    public static void Map(IEndpointRouteBuilder routes)
    {
        ListEdgeBandwidths.Map(routes);
        ListEdgeTerms.Map(routes);
        ListEdgeCountries.Map(routes);
        DiscountQuote.Map(routes);
        SearchQuotes.Map(routes);
        GetQuotes.Map(routes);
        SendEnquiry.Map(routes);
        ListEdgeOrders.Map(routes);
    }

    /// <summary>The caller's companies that may do something at the edge.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessDenied"/>.</exception>
    public static IReadOnlyList<Company> EdgeCompanies(this Turn turn, CompanyAction action)
    {
        var companies = turn.CompaniesThatAllow(action);
        List<Company> equipped = [.. companies.Where(company => company.EdgeModule)];
        return equipped.Count > 0
            ? equipped
            : throw new Refusal(
                ServiceErrors.AccessDenied,
                ServiceErrors.AccessDenied.Message,
                companies[0].NoEdgeModule)
            {
                Access = new AccessRequest(
                    "feature:EnableEdgeModule",
                    $"cc-api:feature::{companies[0].Id}:EdgeModule/*",
                    turn.Caller.User.Id),
            };
    }
}
