using System.Globalization;
using System.Linq.Expressions;
using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>What Internet On-Demand asks the tables, by name.</summary>
internal static class InternetQueries
{
    /// <summary>Flexes that are in progress or in force: what a service's rules look at.</summary>
    private static readonly Expression<Func<Flex, bool>> IsOpen = flex =>
        flex.Status == FlexStatus.Requested
        || flex.Status == FlexStatus.Processing
        || (flex.ActiveFrom != null && flex.ActiveUntil == null);

    /// <summary>
    /// Services with all that their payload shows and their moves touch: their ASN, their blocks, and the flexes that
    /// are in progress or in force.
    /// </summary>
    public static IQueryable<IodService> Whole(this IQueryable<IodService> services) => services
        .Include(service => service.Asn)
        .Include(service => service.Blocks.Where(block => block.ReleasedAt == null))
        .Include(service => service.Flexes.AsQueryable().Where(IsOpen));

    /// <summary>Flexes with their service, and the service's others that are in progress or in force.</summary>
    public static IQueryable<Flex> WithService(this IQueryable<Flex> flexes) => flexes
        .Include(flex => flex.Service).ThenInclude(service => service.Flexes.AsQueryable().Where(IsOpen));

    /// <summary>A company's service; one that is deleted is found no more.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.IodServiceNotFound"/>.</exception>
    public static async Task<IodService> OwnedBy(
        this IQueryable<IodService> services,
        Company company,
        string id,
        CancellationToken ct) =>
        await services
            .Within("IodServices", nameof(IodService.Id), id)
            .FirstOrDefaultAsync(
                service => service.CompanyId == company.Id && service.Status != IodServiceStatus.Deleted,
                ct)
        ?? throw ServiceErrors.IodServiceNotFound.Because(
            $"{company.Username} has no IO-D service with that id; GET "
                + $"/app-user/{company.Id}/gia-services lists them.",
            id);

    /// <summary>Every flex of a service, oldest first.</summary>
    public static Task<List<Flex>> AllOf(this IQueryable<Flex> flexes, IodService service, CancellationToken ct) =>
        flexes
            .Where(flex => flex.ServiceId == service.Id)
            .OrderBy(flex => flex.CreatedAt)
            .ThenBy(flex => flex.Id)
            .ToListAsync(ct);

    /// <summary>The flex of a service that was asked for last; null where none was.</summary>
    public static Task<Flex?> LatestOf(this IQueryable<Flex> flexes, IodService service, CancellationToken ct) =>
        flexes
            .Where(flex => flex.ServiceId == service.Id)
            .OrderByDescending(flex => flex.CreatedAt)
            .ThenByDescending(flex => flex.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>A company's ASN, to be used.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnNotFound"/>.</exception>
    public static async Task<Asn> OwnedBy(
        this IQueryable<Asn> asns,
        Company company,
        string id,
        CancellationToken ct) =>
        await asns.FirstOrDefaultAsync(asn => asn.Id == id && asn.CompanyId == company.Id && asn.DeletedAt == null, ct)
        ?? throw ServiceErrors.AsnNotFound.Because($"{company.Username} has no ASN with the id {id.Named()}.");

    /// <summary>A company's ASN by its number.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AsnNumberNotFound"/>: it is not the company's.</exception>
    public static async Task<Asn> NumberedIn(
        this IQueryable<Asn> asns,
        Company company,
        string number,
        CancellationToken ct) =>
        PublicAsns.Read(number) is { } read
        && await asns.Holding(read).FirstOrDefaultAsync(asn => asn.CompanyId == company.Id, ct) is { } found
            ? found
            : throw ServiceErrors.AsnNumberNotFound.Because($"{company.Username} has no such ASN; GET "
                + $"/api/company/{company.Username}/asns lists those it has, and PUT adds one.");

    /// <summary>The ASN that somebody holds with the number.</summary>
    public static IQueryable<Asn> Holding(this IQueryable<Asn> asns, long number) =>
        asns.Where(asn => asn.Number == number && asn.DeletedAt == null);

    /// <summary>A company's ASNs, by number.</summary>
    public static IQueryable<Asn> HeldBy(this IQueryable<Asn> asns, Company company) =>
        asns.Within("Asns", nameof(Asn.CompanyId), company.Id)
            .Where(asn => asn.DeletedAt == null)
            .OrderBy(asn => asn.Number);

    /// <summary>What uses an ASN, in words; null where nothing does.</summary>
    public static async Task<string?> UserOf(this EmulatorDb db, Asn asn, CancellationToken ct)
    {
        if (await db.IodServices
                .Where(service => service.AsnId == asn.Id && service.Status != IodServiceStatus.Deleted)
                .Select(service => service.Id).FirstOrDefaultAsync(ct) is { } service)
        {
            return $"Internet On-Demand service {service}";
        }

        var number = asn.Number.ToString(CultureInfo.InvariantCulture);
        if (await db.Ports
                .Where(port => port.CompanyId == asn.CompanyId && port.Asn == number)
                .Where(port => port.Status != PortStatus.Deleted)
                .Select(port => port.Id).FirstOrDefaultAsync(ct) is { } port)
        {
            return $"Port {port}";
        }

        return await db.CloudRouterSites
                .Where(site => site.CompanyId == asn.CompanyId && site.PeerAsn == asn.Number)
                .Where(site => site.Type == CloudRouterSite.OwnType && site.Status != CloudRouterSiteStatus.Deleted)
                .Select(site => site.Id).FirstOrDefaultAsync(ct) is { } site
            ? $"CloudRouter site {site}"
            : null;
    }

    /// <summary>Whether somebody holds the number.</summary>
    public static async Task<bool> IsTaken(this IQueryable<Asn> asns, long number, CancellationToken ct) =>
        await asns.AnyAsync(asn => asn.Number == number && asn.DeletedAt == null, ct);

    /// <summary>The lowest private ASN that nobody holds.</summary>
    public static async Task<long> LowestPrivate(this IQueryable<Asn> asns, CancellationToken ct) =>
        PrivateAsns.Lowest(
            await asns.Where(asn => asn.DeletedAt == null && asn.Number >= PrivateAsns.First)
                .OrderBy(asn => asn.Number)
                .Select(asn => asn.Number)
                .ToListAsync(ct));

    /// <summary>The blocks of a pool that are given.</summary>
    public static async Task<List<IpBlock>> GivenOf(
        this IQueryable<IpBlock> blocks,
        IpPool pool,
        CancellationToken ct) =>
        await blocks
            .AsNoTracking()
            .Where(block => block.Version == pool.Version && block.Purpose == pool.Purpose && block.ReleasedAt == null)
            .ToListAsync(ct);

    /// <summary>A page of a service's log, oldest first.</summary>
    public static IQueryable<Move> LogOf(this IQueryable<Move> moves, IodService service) =>
        moves
            .Where(move => move.Machine == "iod-services" && move.ResourceId == service.Id)
            .OrderBy(move => move.Sequence);
}
