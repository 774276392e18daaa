namespace Emulator.Domain.Places;

/// <summary>Countries: by their two letters, and by name, in English.</summary>
internal static class CountryNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AE"] = "United Arab Emirates",
        ["AU"] = "Australia",
        ["BR"] = "Brazil",
        ["CA"] = "Canada",
        ["CN"] = "China",
        ["DE"] = "Germany",
        ["ES"] = "Spain",
        ["FR"] = "France",
        ["GB"] = "United Kingdom",
        ["HK"] = "Hong Kong",
        ["IE"] = "Ireland",
        ["IN"] = "India",
        ["IT"] = "Italy",
        ["JP"] = "Japan",
        ["KR"] = "South Korea",
        ["MX"] = "Mexico",
        ["MY"] = "Malaysia",
        ["NL"] = "Netherlands",
        ["NZ"] = "New Zealand",
        ["SE"] = "Sweden",
        ["SG"] = "Singapore",
        ["TH"] = "Thailand",
        ["TW"] = "Taiwan",
        ["US"] = "United States",
        ["ZA"] = "South Africa",
    };

    /// <summary>The two letters of a country that the older payloads write in their own way.</summary>
    public static string TwoLetters(string country) =>
        string.Equals(country, "USA", StringComparison.OrdinalIgnoreCase) ? "US" : country.ToUpperInvariant();

    /// <summary>A country's name; what stands for it where the name isn't known.</summary>
    public static string Of(string country) => Names.GetValueOrDefault(TwoLetters(country), country);
}
