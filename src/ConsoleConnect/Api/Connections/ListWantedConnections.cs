using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Connections;

/// <summary>
/// The companies one would like connections with, or that would like one (000:9481), as references beside the companies
/// they refer to.
/// </summary>
internal static class ListWantedConnections
{
    private static readonly string[] Outgoing = ["outgoing", "out", "to"];
    private static readonly string[] Incoming = ["incoming", "in", "from"];

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{username}/connections-wanted/{direction}", Handle)
        .Documented("076", "List wanted connections")
        .Tells("Lists companies that miss a connection to each other. outgoing: those that this company would like a "
            + "connection with; incoming: those that would like one with it.")
        .Needs(NetworkAction.ReadConnection, "username")
        .With(
            Parameters.Company with { Name = "username" },
            new ParameterExample("direction", "outgoing", "outgoing (or out, to), incoming (or in, from)."))
        .Answers<Wanted>(200)
        .Answers(ServiceErrors.UnknownRoute)
        .Assumes("The words for the direction: the document leaves them open.");

    private static async Task<Answer<Wanted>> Handle(
        Company company,
        string direction,
        HttpRequest request,
        Turn turn,
        CancellationToken ct)
    {
        var word = direction.ToLowerInvariant();
        var ids =
            Outgoing.Contains(word)
                ? turn.Db.Wants.Where(want => want.CompanyId == company.Id).Select(want => want.WantedId)
            : Incoming.Contains(word)
                ? turn.Db.Wants.Where(want => want.WantedId == company.Id).Select(want => want.CompanyId)
            : throw ServiceErrors.UnknownRoute.Because(
                "The direction is outgoing or incoming.",
                request.Method,
                request.Path.Value);
        var companies = (await ids.Order().ToListAsync(ct)).ConvertAll(turn.Reference.Company);
        return new Wanted(
            companies.ConvertAll(wanted => new Reference($"#/references/companies/{wanted.Id}")),
            new References(
                companies.ToDictionary(
                    wanted => wanted.Id,
                    wanted => new CompanyAsUser(wanted, turn.Reference.StandingOf(wanted)))));
    }

    /// <summary>References, and what they refer to (000:9487).</summary>
    internal sealed record Wanted(IReadOnlyList<Reference> Results, References References);

    /// <summary>A reference.</summary>
    /// <param name="To">Where it leads to, within the answer.</param>
    internal sealed record Reference([property: JsonPropertyName("$ref")] string To);

    /// <summary>What is referred to, by id.</summary>
    internal sealed record References(IReadOnlyDictionary<string, CompanyAsUser> Companies);
}
