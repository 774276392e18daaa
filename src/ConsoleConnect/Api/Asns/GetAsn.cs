using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Asns;

/// <summary>Reads one of a company's ASNs: how its verification is waited for.</summary>
internal static class GetAsn
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{username}/asns/{asn}", Handle)
        .Published("134", "Read an ASN")
        .Tells("Shows one ASN of the company's by its number. status says whether Support has verified it.")
        .Needs(NetworkAction.ReadAsn, "username")
        .With(AsnsChapter.Company, AsnsChapter.Number("65540"))
        .Answers<AsnDetails>(200)
        .Answers(ServiceErrors.AsnNumberNotFound)
        .Assumes("That one that the company doesn't hold isn't found: deleted, another company's, or no number at "
            + "all.");

    private static async Task<Answer<AsnDetails>> Handle(
        Company company,
        string asn,
        Turn turn,
        CancellationToken ct) =>
        new AsnDetails(await turn.Db.Asns.AsNoTracking().NumberedIn(company, asn, ct));
}
