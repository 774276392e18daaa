using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Asns;

/// <summary>Lists a company's ASNs.</summary>
internal static class ListAsns
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/company/{username}/asns", Handle)
        .Published("133", "List a company's ASNs")
        .Tells(
            "Lists the ASNs that a company holds, by number: those it added, and the private ones that were made for "
            + "its Internet On-Demand services. Deleted ones aren't listed.")
        .Needs(NetworkAction.ReadAsn, "username")
        .With(AsnsChapter.Company)
        .Answers<Results<AsnDetails>>(200)
        .Assumes("The order, and that those of services are listed, too.");

    private static async Task<Answer<Results<AsnDetails>>> Handle(Company company, Turn turn, CancellationToken ct)
    {
        List<Asn> asns = await turn.Db.Asns.HeldBy(company).AsNoTracking().ToListAsync(ct);
        return new Results<AsnDetails>(asns.ConvertAll(asn => new AsnDetails(asn)));
    }
}
