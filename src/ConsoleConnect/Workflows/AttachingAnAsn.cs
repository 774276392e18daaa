using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>
/// Attaches an ASN to a port. The documents' own request sends any text (000:4387), so what no company holds is taken
/// as it is; a number that one holds has to be the port's company's, and usable (OpenAPI 1.0.0, PUT asns/{asn}).
/// </summary>
internal static class AttachingAnAsn
{
    /// <summary>Refuses an ASN that the company may not use.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">Whose port it is for.</param>
    /// <param name="asn">What is to be attached; null where nothing is.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.AsnHeldByAnother"/>, <see cref="ServiceErrors.AsnNotVerified"/>.
    /// </exception>
    public static async Task MustBeAllowed(EmulatorDb db, Company company, string? asn, CancellationToken ct)
    {
        if (asn is null
            || PublicAsns.Read(asn) is not { } number
            || await db.Asns.AsNoTracking().Holding(number).FirstOrDefaultAsync(ct) is not { } held)
        {
            return;
        }

        if (held.CompanyId != company.Id)
        {
            throw ServiceErrors.AsnHeldByAnother.Because(
                $"Another company holds AS{number}. GET /api/company/{company.Username}/asns lists those that "
                + $"{company.Username} has.", number);
        }

        held.MustBeUsable();
    }
}
