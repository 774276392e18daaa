using Emulator.Domain.Places;
using Emulator.Errors;

namespace Emulator.Domain.RegulatoryChecks;

/// <summary>What a sandbox's regulations say of orders for a country.</summary>
internal enum RegulatoryVerdict
{
    /// <summary>They are denied, whatever is said.</summary>
    Denied,

    /// <summary>They are denied unless a reason is given.</summary>
    ReasonNeeded,
}

/// <summary>A country for which a sandbox's orders are regulated; there is none unless it is said.</summary>
internal sealed class RegulatedCountry
{
    /// <summary>Its two letters, capitals.</summary>
    public required string Country { get; init; }

    public required RegulatoryVerdict Verdict { get; set; }
}

/// <summary>
/// Whether an order complies with the regulations. What those are no source says: here they go by the countries that
/// an order's attributes name, and by words in them for clients that can't reach <c>/__admin</c>.
/// </summary>
internal static class RegulatoryCheck
{
    /// <summary>In any attribute: the order is denied.</summary>
    public const string DenyWord = "[sim:deny]";

    /// <summary>In any attribute: the order needs a reason.</summary>
    public const string ReasonWord = "[sim:reason]";

    /// <summary>The attribute that gives the reason.</summary>
    public const string Reason = "regulatoryCheckReason";

    /// <summary>Checks an order.</summary>
    /// <param name="texts">The names and values of all attributes that are text.</param>
    /// <param name="countries">The countries that are regulated.</param>
    /// <param name="words">Whether words in attributes are obeyed.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.RegulatoryDenied"/>, <see cref="ServiceErrors.RegulatoryReasonMissing"/>,
    /// <see cref="ServiceErrors.RegulatoryReasonNotNeeded"/>.
    /// </exception>
    public static void MustPass(
        IReadOnlyList<(string Name, string Value)> texts, IReadOnlyList<RegulatedCountry> countries, bool words)
    {
        var named = countries.FirstOrDefault(country => country.Verdict == RegulatoryVerdict.Denied && Named(country))
            ?? countries.FirstOrDefault(Named);
        if (named is { Verdict: RegulatoryVerdict.Denied } || Says(DenyWord))
        {
            throw ServiceErrors.RegulatoryDenied.Because(Why(named, DenyWord, "no reason changes that"));
        }

        var hasReason = texts.Any(text => IsReason(text.Name) && !string.IsNullOrWhiteSpace(text.Value));
        var needsReason = named is not null || Says(ReasonWord);
        if (needsReason && !hasReason)
        {
            throw ServiceErrors.RegulatoryReasonMissing.Because(
                Why(named, ReasonWord, $"attributes.{Reason} gives a reason"));
        }

        if (hasReason && !needsReason)
        {
            throw ServiceErrors.RegulatoryReasonNotNeeded.Because($"Nothing in the order is regulated: leave {Reason} "
                + "out of its attributes.");
        }

        bool Says(string word) => words
            && texts.Any(text => text.Value.Contains(word, StringComparison.OrdinalIgnoreCase));

        bool Named(RegulatedCountry country) => texts.Any(text =>
            text.Name.Contains("countr", StringComparison.OrdinalIgnoreCase)
            && (Is(text.Value, country.Country) || Is(text.Value, CountryNames.Of(country.Country))));
    }

    private static string Why(RegulatedCountry? country, string word, string then) =>
        country is null
            ? $"An attribute says {word}: {then}."
            : $"An attribute names {CountryNames.Of(country.Country)}, which this sandbox regulates: {then}.";

    private static bool IsReason(string name) => Is(name, Reason);

    private static bool Is(string one, string other) =>
        string.Equals(one.Trim(), other, StringComparison.OrdinalIgnoreCase);
}
