using ConsoleConnect.Emulator.Admin;
using Emulator.Domain.Agreements;
using Emulator.Domain.Staging;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// Which products need the company's agreement in this sandbox: none, unless it is said. It is kept with the sandbox's
/// data: it survives a restart, and a reset takes it back.
/// </summary>
internal static class AgreementRoutes
{
    private const string Group = "Agreements";

    private static readonly RequestSchema Schema = new RequestSchema().Texts(
        "required",
        "The agreements that orders need from now on; no others. An empty list requires none.",
        required: true,
        [.. Spelling.All<AgreementType>()]);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/agreements", Show)
            .OnTheSandbox(Group, "Which products need the company's agreement")
            .Tells("Lists the agreements there are, the products under each, and whether orders are refused as long as "
                + "the company hasn't agreed.")
            .Produces<AgreementList>();
        routes.MapPut("/__admin/agreements", Set)
            .OnTheSandbox(Group, "Say which agreements orders need")
            .Tells("From now on orders of these products are refused with 401 until the company has agreed: POST "
                + "/app-user/{companyId}/agreements. Existing resources stay as they are.")
            .Takes(Schema, """{"required": ["GIA_SERVICE"]}""")
            .Produces<AgreementList>();
    }

    private static async Task<Answer<AgreementList>> Show(Turn turn, CancellationToken ct) =>
        Shown([
            .. (await turn.Db.RequiredAgreements.AsNoTracking().ToListAsync(ct)).Select(required => required.Type),
        ]);

    private static async Task<Answer<AgreementList>> Set(RequestBody body, Turn turn, CancellationToken ct)
    {
        HashSet<AgreementType> asked =
        [
            .. body.Checked(Schema).Texts("required").Select(type => Spelling.Read<AgreementType>(type)!.Value),
        ];
        var before = await turn.Db.RequiredAgreements.ToListAsync(ct);
        turn.Db.RemoveRange(before.Where(required => !asked.Contains(required.Type)));
        turn.Db.AddRange(asked
            .Where(type => before.All(required => required.Type != type))
            .Select(type => new RequiredAgreement { Type = type }));
        return Shown(asked);
    }

    private static AgreementList Shown(HashSet<AgreementType> required) =>
        new([
            .. Enum.GetValues<AgreementType>().Select(type => new AgreementState(
                Spelling.Of(type), AgreementRules.Product(type), required.Contains(type))),
        ]);
}
