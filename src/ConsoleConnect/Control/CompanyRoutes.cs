using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// What the Console Connect team does with companies: it verifies them, so that they can order ports (000:66).
/// </summary>
internal static class CompanyRoutes
{
    private static readonly RequestSchema Schema = new RequestSchema().Boolean(
        "verified",
        "False undoes the verification; true by default.");

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/__admin/companies/{companyName}/verify", Verify)
        .OnTheSandbox("People and companies", "Verify a company, so that it can order ports; or undo that")
        .Tells("Does what the Console Connect team does after a company was created. Ports and services that it has "
            + "already stay as they are.")
        .With(new ParameterExample("companyName", "pebblepine", "The company's username."))
        .Takes(Schema, """{"verified": true}""")
        .Produces<Verification>().Answers(ServiceErrors.CompanyNotFound);

    private static async Task<Answer<Verification>> Verify(
        string companyName,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var company = await turn.ToChange(turn.Reference.CompanyNamed(companyName), ct);
        company.Verified = body.Checked(Schema).Boolean("verified") ?? true;
        company.UpdatedAt = turn.Now.At;
        return new Verification(company.Username, company.Verified);
    }

    /// <summary>How it is now.</summary>
    internal sealed record Verification(string Company, bool Verified);
}
