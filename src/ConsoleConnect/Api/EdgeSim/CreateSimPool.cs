using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.EdgeSim;

/// <summary>Makes a SIM pool (OpenAPI 1.59.2).</summary>
internal static class CreateSimPool
{
    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "What the pool is called.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string> ApnId = Body.NeededText(
        "apnId", "The APN of its cards.", maxLength: 255);

    private static readonly BodyMember<string?> CompanyId = Body.Text(
        "companyId", "The company whose pool it is: the one of the path.", maxLength: 255);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Name,
        ApnId,
        CompanyId,
        PoolMembers.Firewall,
        PoolMembers.CustomFirewall,
        PoolMembers.PrimaryDns,
        PoolMembers.SecondaryDns,
        PoolMembers.UseDefaultDns);

    private const string Example = """
        {
          "name": "Kiosks", "apnId": "8a40d2c6-5b93-4e71-9f0c-3d1e7a62b854", "useDefaultDNS": true
        }
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/app-user/{id}/iot-sim-pools", Handle)
        .Published("163", "Make a SIM pool")
        .Tells("Makes a SIM pool without cards. It gets a subnet of its own, and is CREATED at once; cards come into "
            + "it with an order or from another pool.")
        .NeedsOfEither(NetworkAction.CreateSimPool, "id", ServiceErrors.ModelNotFoundHere)
        .With(EdgeSimChapter.Company)
        .Takes(Schema, Example)
        .Answers<SimPoolShape>(200)
        .Answers(
            ServiceErrors.CompanyNotVerifiedForEdgeSim,
            ServiceErrors.SimCompanyMismatch,
            ServiceErrors.FirewallNotSupported,
            ServiceErrors.WrongFormat,
            ServiceErrors.NoSimSubnetLeft)
        .Assumes("That companyId needn't be sent: the sample leaves out what the schema requires. That an APN which "
            + "doesn't exist is answered with 400. What the service sets itself (id, subnet, status and so on) is "
            + "ignored.");

    private static async Task<Answer<SimPoolShape>> Handle(
        Company company, string id, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        company = CompanyAsked.Of(asked.Of(CompanyId), id, company, NetworkAction.CreateSimPool, turn);
        EdgeSimRules.MustBeVerified(company);
        EdgeSimRules.MustBeOffered(asked.Of(PoolMembers.Firewall), asked.Of(PoolMembers.CustomFirewall) ?? false);
        var (useDefault, primary, secondary) = PoolMembers.NameServers(asked, before: null);
        var apn = await turn.Db.ApnFor(company, asked.Of(ApnId), ServiceErrors.ModelNotFoundHere, ct);
        var pool = MakingASimPool.Make(
            turn.Db,
            company,
            new(
                asked.Of(Name),
                apn,
                asked.Of(PoolMembers.Firewall) == "ENABLED" ? SimFirewall.Enabled : SimFirewall.Disabled,
                useDefault,
                primary,
                secondary),
            turn.Ids.NextUuid(),
            turn.Now);
        return new SimPoolShape(pool, sims: 0);
    }
}
