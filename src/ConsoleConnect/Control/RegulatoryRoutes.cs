using Emulator.Domain.RegulatoryChecks;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>For which countries orders are regulated in this sandbox: none, unless it is said.</summary>
internal static class RegulatoryRoutes
{
    private const string Group = "Regulatory checks";

    private static readonly RequestSchema Schema = new RequestSchema()
        .Texts("denied", "Countries for which orders are denied, by their two letters.", required: true)
        .Texts("reasonNeeded", "Countries for which orders need a regulatoryCheckReason.", required: true);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/regulatory-check", Show)
            .OnTheSandbox(Group, "For which countries orders are regulated")
            .Tells("Lists the countries for which orders are denied, and those for which they need a reason.")
            .Produces<RegulationsShown>();
        routes.MapPut("/__admin/regulatory-check", Set)
            .OnTheSandbox(Group, "Say for which countries orders are regulated")
            .Tells("From now on POST /v2/marketplace-orders/regulatory-check follows these lists; a country in both is "
                + "denied. Empty lists regulate nothing.")
            .Takes(Schema, """{"denied": ["KP"], "reasonNeeded": ["BR"]}""")
            .Produces<RegulationsShown>().Answers(ServiceErrors.WrongPattern);
    }

    private static async Task<Answer<RegulationsShown>> Show(Turn turn, CancellationToken ct) =>
        RegulationsShown.Of(await turn.Db.RegulatedCountries.AsNoTracking().ToListAsync(ct));

    private static async Task<Answer<RegulationsShown>> Set(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var verdicts = new SortedDictionary<string, RegulatoryVerdict>(StringComparer.Ordinal);
        foreach (var country in Countries(asked, "reasonNeeded"))
        {
            verdicts[country] = RegulatoryVerdict.ReasonNeeded;
        }

        foreach (var country in Countries(asked, "denied"))
        {
            verdicts[country] = RegulatoryVerdict.Denied;
        }

        var before = await turn.Db.RegulatedCountries.ToListAsync(ct);
        turn.Db.RemoveRange(before.Where(known => !verdicts.ContainsKey(known.Country)));
        foreach (var (country, verdict) in verdicts)
        {
            if (before.Find(known => known.Country == country) is { } known)
            {
                known.Verdict = verdict;
            }
            else
            {
                turn.Db.Add(new RegulatedCountry { Country = country, Verdict = verdict });
            }
        }

        return RegulationsShown.Of(verdicts.Select(pair => new RegulatedCountry
        {
            Country = pair.Key,
            Verdict = pair.Value,
        }));
    }

    private static IEnumerable<string> Countries(Asked asked, string name) =>
        asked.Texts(name).Select((country, index) =>
            country.Length == 2 && country.All(char.IsAsciiLetter)
                ? country.ToUpperInvariant()
                : throw ServiceErrors.WrongPattern.Because(
                    $"{name} has countries by their two letters, such as FR.", $"/{name}/{index}", "^[A-Za-z]{2}$"));

    /// <summary>What is regulated.</summary>
    /// <param name="Denied">Countries for which orders are denied.</param>
    /// <param name="ReasonNeeded">Countries for which they need a reason.</param>
    internal sealed record RegulationsShown(IReadOnlyList<string> Denied, IReadOnlyList<string> ReasonNeeded)
    {
        public static RegulationsShown Of(IEnumerable<RegulatedCountry> countries)
        {
            List<RegulatedCountry> all = [.. countries.OrderBy(country => country.Country, StringComparer.Ordinal)];
            return new(
                [.. all.Where(one => one.Verdict == RegulatoryVerdict.Denied).Select(one => one.Country)],
                [.. all.Where(one => one.Verdict == RegulatoryVerdict.ReasonNeeded).Select(one => one.Country)]);
        }
    }
}
