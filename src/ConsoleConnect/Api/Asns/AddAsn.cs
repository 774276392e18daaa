using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Asns;

/// <summary>Adds an ASN to those that a company holds.</summary>
internal static class AddAsn
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/company/{username}/asns/{asn}", Handle)
        .Published("135", "Add an ASN")
        .Tells(
            "Adds an ASN that the company brings. It is UNVERIFIED until Support verifies or rejects it, which is "
            + "done by firing Verify or Reject at /__admin/workflows/asns/{id}/fire; one for private use is PRIVATE "
            + "at once. Ports and services can use it once it is VERIFIED or PRIVATE. The company's own again changes "
            + "nothing and answers what is there.")
        .Needs(NetworkAction.CreateAsn, "username")
        .With(AsnsChapter.Company, AsnsChapter.Number("65543"))
        .Answers<AsnDetails>(200)
        .Answers(ServiceErrors.AsnRefused, ServiceErrors.AsnHeldByAnother)
        .Assumes(
            "Every refusal's words and its status. That a number is added once, and by one company only. That "
            + "64512 to 65534 are for private use as well as those from 4200000000 on (RFC 6996).");

    private static async Task<Answer<AsnDetails>> Handle(
        Company company,
        string asn,
        Turn turn,
        CancellationToken ct)
    {
        if (PublicAsns.Read(asn) is not { } number)
        {
            throw ServiceErrors.AsnRefused.Because(
                "The path ends with the ASN's number in digits, without AS in front.", asn, AsnObjection.NotANumber);
        }

        if (await turn.Db.Asns.AsNoTracking().Holding(number).FirstOrDefaultAsync(ct) is not { } held)
        {
            var added = Asn.Bring(turn.Ids.NextUuid(), company.Id, number, isTaken: false, turn.Now);
            turn.Db.Add(added);
            return new AsnDetails(added);
        }

        return held.CompanyId == company.Id
            ? new AsnDetails(held)
            : throw ServiceErrors.AsnHeldByAnother.Because(
                $"Another company holds AS{number}. It can be added once that company has deleted it.", number);
    }
}
