using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>Changes a SIM pool (OpenAPI 1.59.2).</summary>
internal static class UpdateSimPool
{
    private static readonly BodyMember<string?> Name = Body.Text(
        "name", "What the pool is called.", maxLength: 255, minLength: 1);

    private static readonly BodyMember<string?> ApnId = Body.Text("apnId", "The APN of its cards.", maxLength: 255);

    private static readonly BodyMember<string?> CompanyId = Body.Text(
        "companyId", "The pool's company: it stays so.", maxLength: 255);

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Name,
        ApnId,
        CompanyId,
        PoolMembers.Firewall,
        PoolMembers.CustomFirewall,
        PoolMembers.PrimaryDns,
        PoolMembers.SecondaryDns,
        PoolMembers.UseDefaultDns);

    private const string Example = """{ "name": "Vans and trucks", "firewall": "ENABLED" }""";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/app-user/{id}/iot-sim-pools/{iotSimPoolId}", Handle)
        .Published("164", "Change a SIM pool")
        .Tells("Changes what is sent of a pool: its name, its APN, its firewall and its name servers. With another "
            + "firewall it is PROCESSING for a moment. A pool can be sent back as it was read.")
        .NeedsOfEither(NetworkAction.UpdateSimPool, "id", ServiceErrors.ModelNotFound)
        .With(EdgeSimChapter.Company, EdgeSimChapter.Pool)
        .Takes(Schema, Example)
        .Answers<SimPoolShape>(200)
        .Answers(
            ServiceErrors.SimCompanyMismatch,
            ServiceErrors.FirewallNotSupported,
            ServiceErrors.WrongFormat,
            ServiceErrors.WrongState)
        .Assumes("That what isn't sent stays as it is, and that what the service sets itself (id, subnet, status and "
            + "so on) is ignored. That another firewall takes a moment, shown in status and firewallStatus.");

    private static async Task<Answer<SimPoolShape>> Handle(
        Company company, string id, string iotSimPoolId, RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        company = CompanyAsked.Of(asked.Of(CompanyId), id, company, NetworkAction.UpdateSimPool, turn);
        var pool = await turn.Db.SimPools.OwnedBy(company, iotSimPoolId, ServiceErrors.ModelNotFound, ct);
        EdgeSimRules.MustBeOffered(asked.Of(PoolMembers.Firewall), asked.Of(PoolMembers.CustomFirewall) ?? false);
        (pool.UseDefaultDns, pool.PrimaryDns, pool.SecondaryDns) = PoolMembers.NameServers(asked, pool);
        if (asked.Of(ApnId) is { Length: > 0 } apn && apn != pool.ApnId)
        {
            pool.ApnId = (await turn.Db.ApnFor(company, apn, ServiceErrors.ModelNotFound, ct)).Id;
        }

        if (asked.Of(PoolMembers.Firewall) is { } firewall)
        {
            pool.Guard(firewall == "ENABLED" ? SimFirewall.Enabled : SimFirewall.Disabled, turn.Now);
        }

        pool.Name = asked.Of(Name) ?? pool.Name;
        pool.UpdatedAt = turn.Now.At;
        return new SimPoolShape(pool, turn.Rows.CountSims(pool));
    }
}
