using Emulator.Domain.Companies;

namespace Emulator.Domain.Connections;

/// <summary>Which class of service a connection gets: that follows from the company's kind (OpenAPI 1.59.2).</summary>
internal static class ClassesOfService
{
    /// <summary>The business type of companies that always get BRONZE.</summary>
    private const string Enterprise = "Enterprise";

    /// <summary>The business type of companies that get SILVER, or GOLD where they ask for it.</summary>
    private const string Wholesaler = "Wholesaler";

    /// <summary>The class that a company's connection gets.</summary>
    /// <param name="company">The company that asks for the connection.</param>
    /// <param name="asked">The class asked for; null where none is.</param>
    public static string? For(Company company, string? asked) => company.Profile.BusinessType switch
    {
        Enterprise => "BRONZE",
        Wholesaler => asked == "GOLD" ? "GOLD" : "SILVER",
        _ => asked,
    };
}
