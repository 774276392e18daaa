using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Asns;

/// <summary>Takes an ASN from those that a company holds.</summary>
internal static class DeleteAsn
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/company/{username}/asns/{asn}", Handle)
        .Published("136", "Delete an ASN")
        .Tells("Takes an ASN from those that the company holds, whatever its status, once nothing uses it. Then "
            + "anyone may add the number.")
        .Needs(NetworkAction.DeleteAsn, "username")
        .With(AsnsChapter.Company, AsnsChapter.Number("65541"))
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.AsnNumberNotFound, ServiceErrors.AsnInUse)
        .Assumes("The words of both refusals. What counts as use: a port that it is attached to, an Internet "
            + "On-Demand service, and the peer of a CloudRouter's site of one's own, as long as they aren't deleted.");

    private static async Task<Answer<NothingToTell>> Handle(
        Company company,
        string asn,
        Turn turn,
        CancellationToken ct)
    {
        var found = await turn.Db.Asns.NumberedIn(company, asn, ct);
        found.Delete(await turn.Db.UserOf(found, ct), turn.Now);
        return NothingToTell.Instance;
    }
}
