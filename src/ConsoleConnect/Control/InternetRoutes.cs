using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Control;

/// <summary>
/// What stands behind Internet On-Demand and no documented operation shows: the pools of addresses, and the ASNs that
/// companies hold.
/// </summary>
internal static class InternetRoutes
{
    private const string Group = "Internet On-Demand";

    private static readonly ParameterExample Company = new("companyName", "bloggs", "The company's username.");

    private static readonly BodyMember<long> Number = Body.NeededLongInteger("asn", "The number.");

    private static readonly BodyMember<bool?> Verified = Body.Flag(
        "verified", "Whether Support has verified it already; false where it isn't sent.");

    private static readonly RequestSchema Schema = new RequestSchema().With(Number, Verified);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/__admin/ip-pools", Pools).OnTheSandbox(Group, "The pools of addresses: how many blocks each "
            + "has, and how many are in use")
            .Tells("Shows how much of the pools is left; when they are used up, provisioning is refused.")
            .Produces<PoolsShown>();
        routes.MapGet("/__admin/companies/{companyName}/asns", List).OnTheSandbox(Group, "The ASNs that a company "
            + "holds, including private ones of its services")
            .Tells("The ids of verified ones are what provisioning a service takes as asnId.")
            .With(Company)
            .Produces<AsnsShown>()
            .Answers(ServiceErrors.CompanyNotFound);
        routes
            .MapPost("/__admin/companies/{companyName}/asns", Bring)
            .OnTheSandbox(
                Group,
                "Give a company an ASN; verify it here or by firing Verify at /__admin/workflows/asns/{id}")
            .Tells("Does what PUT /api/company/{username}/asns/{asn} does, without anyone logged in, and verifies the "
                + "ASN on request. One for private use is PRIVATE at once: there is nothing to verify.")
            .With(Company)
            .Takes(Schema, """{"asn": 65545, "verified": true}""")
            .Produces<AsnShown>()
            .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.AsnRefused);
    }

    private static async Task<Answer<PoolsShown>> Pools(Turn turn, CancellationToken ct)
    {
        var given = await turn.Db.IpBlocks.AsNoTracking().Where(block => block.ReleasedAt == null).ToListAsync(ct);
        return new PoolsShown([
            .. IpPool.All.Select(pool =>
                PoolShown.Of(
                    pool,
                    given.FindAll(block => block.Version == pool.Version && block.Purpose == pool.Purpose))),
        ]);
    }

    private static async Task<Answer<AsnsShown>> List(string companyName, Turn turn, CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var asns = await turn
            .Db.Asns.AsNoTracking()
            .Where(asn => asn.CompanyId == company.Id && asn.DeletedAt == null)
            .OrderBy(asn => asn.Number)
            .ToListAsync(ct);
        return new AsnsShown(company.Username, [.. asns.Select(asn => AsnShown.Of(asn, company))]);
    }

    private static async Task<Answer<AsnShown>> Bring(
        string companyName,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var company = turn.Reference.CompanyNamed(companyName);
        var asked = body.Checked(Schema);
        var number = asked.Of(Number);
        var asn = Asn.Bring(turn.Ids.NextUuid(), company.Id, number, await turn.Db.Asns.IsTaken(number, ct), turn.Now);
        if (asked.Of(Verified) == true && asn.Status == AsnStatus.Unverified)
        {
            AsnStateMachine.Table.Fire(asn, AsnTrigger.Verify, turn.Now);
        }

        turn.Db.Add(asn);
        return AsnShown.Of(asn, company);
    }

    /// <summary>Every pool.</summary>
    internal sealed record PoolsShown(IReadOnlyList<PoolShown> Pools);

    /// <summary>A pool.</summary>
    /// <param name="Type">ipv4 or ipv6, as check-ip-availability names it.</param>
    /// <param name="Pool">customer or linknet.</param>
    /// <param name="Ranges">The ranges it has.</param>
    /// <param name="Mask">The mask of its smallest blocks.</param>
    /// <param name="Blocks">How many of them it has.</param>
    /// <param name="Given">How many of them are in use; a larger block counts as several.</param>
    internal sealed record PoolShown(
        string Type,
        string Pool,
        IReadOnlyList<string> Ranges,
        int Mask,
        int Blocks,
        int Given)
    {
        public static PoolShown Of(IpPool pool, IReadOnlyList<IpBlock> given) =>
            new(
                pool.Version.ToString().ToLowerInvariant(),
                pool.Purpose.ToString().ToLowerInvariant(),
                pool.Ranges,
                pool.Mask,
                pool.Size,
                given.Sum(pool.Worth));
    }

    /// <summary>A company's ASNs.</summary>
    internal sealed record AsnsShown(string Company, IReadOnlyList<AsnShown> Asns);

    /// <summary>An ASN.</summary>
    /// <param name="Id">What a service's asnId names.</param>
    /// <param name="Company">Whose it is.</param>
    /// <param name="Asn">The number.</param>
    /// <param name="Status">UNVERIFIED, VERIFIED, REJECTED or PRIVATE.</param>
    /// <param name="Type">PROVIDED or ALLOCATED.</param>
    internal sealed record AsnShown(string Id, string Company, long Asn, string Status, string Type)
    {
        public static AsnShown Of(Asn asn, Company company) =>
            new(asn.Id, company.Username, asn.Number, Spelling.Of(asn.Status), Spelling.Of(asn.Type));
    }
}
