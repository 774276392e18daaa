using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Agreements;

/// <summary>Agrees to terms on a company's behalf (OpenAPI 1.0.0).</summary>
internal static class Agree
{
    private static readonly BodyMember<string> Type = Body.NeededText(
        "type", "Which terms; each is for a product.", Spelling.All<AgreementType>());

    private static readonly BodyMember<string?> Version = Body.TextOrNumber(
        "version", "The version of the terms, as text or as a number; the current one where it isn't sent.", 1, 32);

    private static readonly BodyMember<string?> Date = Body.Text(
        "date", "When it was agreed to, an instant; now where it isn't sent.", maxLength: 64);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Type,
        Version,
        Date,
        Body.Text("id", "Ignored: the service gives ids."),
        Body.Text("companyId", "Ignored: the company is that of the path."),
        Body.Text("userId", "Ignored: the caller agrees."));

    private const string Example = """
        {
          "id": "66d58a0fc2e6a1b4d70c1e44", "companyId": "557679e2c2e6a1b4d7756472",
          "userId": "58980a25a77b4d7bf459d100", "version": 1.1, "date": "2025-09-30T08:00:00.000Z",
          "type": "GIA_SERVICE"
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{companyId}/agreements", Handle)
        .Published("097", "Agree to terms")
        .Tells("Records that the company agrees to a version of a product's terms. The same version again answers "
            + "the first record and changes nothing. Orders need an agreement only in a sandbox that requires it: "
            + "PUT /__admin/agreements.")
        .Needs(NetworkAction.CreateAgreement, "companyId")
        .With(AgreementsChapter.Company)
        .Takes(Schema, Example)
        .Answers<AgreementShape>(200)
        .Answers(ServiceErrors.WrongFormat)
        .Assumes("Every refusal; that type must be sent and be one of the four; what id, companyId and userId in the "
            + "body are for. The current version is 1.0. The operation is gone in OpenAPI 1.59.2.");

    private static async Task<Answer<AgreementShape>> Handle(
        Company company, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var type = Spelling.Read<AgreementType>(asked.Of(Type))!.Value;
        var version = asked.Of(Version) ?? Agreement.CurrentVersion;
        var date = asked.Of(Date) is { } sent ? InstantOf(sent) : turn.Now.At;
        if (await turn.Db.Agreements.AsNoTracking().FirstOrDefaultAsync(
            made => made.CompanyId == company.Id && made.Type == type && made.Version == version, ct) is { } made)
        {
            return new AgreementShape(made);
        }

        var agreement = new Agreement
        {
            Id = turn.Ids.Next(),
            CompanyId = company.Id,
            UserId = turn.Caller.User.Id,
            Type = type,
            Version = version,
            Date = date,
        };
        turn.Db.Add(agreement);
        return new AgreementShape(agreement);
    }

    private static DateTimeOffset InstantOf(string text) =>
        Instants.Read(text) ?? throw ServiceErrors.WrongFormat.Because(
            $"\"{text}\" is no instant such as 2026-03-01T12:00:00Z.", "/date", "date-time");
}
