using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Agreements;

/// <summary>Lists what a company has agreed to (OpenAPI 1.0.0, 1.59.2).</summary>
internal static class ListAgreements
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/app-user/{companyId}/agreements", Handle)
        .Published("096", "List what a company has agreed to")
        .Tells("Lists the agreements that were made on the company's behalf, the oldest first: a bare array.")
        .Needs(NetworkAction.ReadAgreement, "companyId")
        .With(AgreementsChapter.Company)
        .Answers<IReadOnlyList<AgreementShape>>(200)
        .Assumes("The order, and that userId is shown: the schema has it, the sample hasn't.");

    private static async Task<Answer<IReadOnlyList<AgreementShape>>> Handle(
        Company company, Turn turn, CancellationToken ct) =>
        new([
            .. (await turn.Db.Agreements.AsNoTracking()
                    .Where(agreement => agreement.CompanyId == company.Id)
                    .OrderBy(agreement => agreement.Date)
                    .ThenBy(agreement => agreement.Id)
                    .ToListAsync(ct))
                .Select(agreement => new AgreementShape(agreement)),
        ]);
}
