using System.Globalization;
using System.Text.Json;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>What CloudRouters ask the tables, by name.</summary>
internal static class CloudRouterQueries
{
    /// <summary>CloudRouters with the sites that aren't gone: what their rules look at.</summary>
    public static IQueryable<CloudRouter> WithSites(this IQueryable<CloudRouter> routers) => routers
        .Include(router => router.Sites.Where(site => site.Status != CloudRouterSiteStatus.Deleted));

    /// <summary>
    /// Reads CloudRouters with all that their payload shows: the sites that aren't gone, oldest first, with their
    /// ports. In two questions, each with its index: of one with both joins SQLite would first join all sites there
    /// are.
    /// </summary>
    /// <param name="routers">The CloudRouters, in their order.</param>
    /// <param name="db">The tables.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<List<CloudRouter>> ReadWhole(
        this IQueryable<CloudRouter> routers, EmulatorDb db, CancellationToken ct)
    {
        var read = await routers.AsNoTracking().ToListAsync(ct);
        await ReadSites(db, read, ct);
        return read;
    }

    /// <summary>Reads the sites of CloudRouters that aren't gone, oldest first, with their ports.</summary>
    public static async Task ReadSites(EmulatorDb db, IReadOnlyList<CloudRouter> routers, CancellationToken ct)
    {
        var sites = (await db.SitesOf(routers).AsNoTracking().ToListAsync(ct)).ToLookup(site => site.RouterId);
        foreach (var router in routers)
        {
            router.Sites.AddRange(sites[router.Id]);
        }
    }

    /// <summary>The sites of CloudRouters that aren't gone, oldest first, with their ports.</summary>
    public static IQueryable<CloudRouterSite> SitesOf(this EmulatorDb db, IEnumerable<CloudRouter> routers)
    {
        List<string> ids = [.. routers.Select(router => router.Id)];
        return db.CloudRouterSites
            .Where(site => ids.Contains(site.RouterId) && site.Status != CloudRouterSiteStatus.Deleted)
            .Include(site => site.Port)
            .OrderBy(site => site.CreatedAt)
            .ThenBy(site => site.Id);
    }

    /// <summary>A company's CloudRouters that aren't gone, oldest first.</summary>
    public static IQueryable<CloudRouter> RoutersOf(this EmulatorDb db, Company company) => db.CloudRouters
        .Within("CloudRouters", nameof(CloudRouter.CompanyId), company.Id)
        .Where(router => router.Status != CloudRouterStatus.Deleted)
        .OrderBy(router => router.CreatedAt)
        .ThenBy(router => router.Id);

    /// <summary>A company's CloudRouter; one that is deleted is found no more.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CloudRouterNotFound"/>.</exception>
    public static async Task<CloudRouter> OwnedBy(
        this IQueryable<CloudRouter> routers,
        Company company,
        string id,
        CancellationToken ct) =>
        await routers
            .Within("CloudRouters", nameof(CloudRouter.Id), id)
            .FirstOrDefaultAsync(
                router => router.CompanyId == company.Id && router.Status != CloudRouterStatus.Deleted,
                ct)
        ?? throw ServiceErrors.CloudRouterNotFound.Because(
            $"{company.Username} has no CloudRouter with the id {id.Named()}; GET /app-user/{company.Id}/l3vpns "
                + "lists them.");

    /// <summary>
    /// Any company's CloudRouter, with its sites and their ports; null where there is none, or it is deleted.
    /// </summary>
    public static async Task<CloudRouter?> RouterWithSites(this EmulatorDb db, string id, CancellationToken ct)
    {
        var found = await db.CloudRouters
            .Where(router => router.Id == id && router.Status != CloudRouterStatus.Deleted)
            .ReadWhole(db, ct);
        return found.FirstOrDefault();
    }

    /// <summary>A CloudRouter's site; one that is deleted is found no more.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CloudRouterSiteNotFound"/>.</exception>
    public static async Task<CloudRouterSite> SiteOf(
        this IQueryable<CloudRouterSite> sites,
        CloudRouter router,
        string id,
        CancellationToken ct) =>
        await sites
            .Within("CloudRouterSites", nameof(CloudRouterSite.Id), id)
            .FirstOrDefaultAsync(
                site => site.RouterId == router.Id && site.Status != CloudRouterSiteStatus.Deleted,
                ct)
        ?? throw ServiceErrors.CloudRouterSiteNotFound.Because(
            $"CloudRouter {router.Id} has no site with the id {id.Named()}; GET "
                + $"/app-user/{router.CompanyId}/l3vpn/{router.Id}/sites lists them.");

    /// <summary>What the sites of a CloudRouter have together, those being deleted too, Mbps.</summary>
    public static int UsedOf(this SqliteConnection rows, CloudRouter router) => Convert.ToInt32(
        rows.Scalar(
            "SELECT coalesce(sum(\"RateLimit\"), 0) FROM \"CloudRouterSites\" WHERE \"RouterId\" = @p0 AND \"Status\" "
            + "<> 'Deleted'",
            router.Id),
        CultureInfo.InvariantCulture);

    /// <summary>The lowest link to a peer that no site has; null where none is left.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="except">One that is spoken for already; null for none.</param>
    public static int? FreeLink(this SqliteConnection rows, int? except = null)
    {
        using var command = rows.Command(
            """
            SELECT "Link" FROM "CloudRouterSites" WHERE "Status" <> 'Deleted' AND "Link" IS NOT NULL ORDER BY "Link"
            """);
        using var reader = command.ExecuteReader();
        var free = 0;
        for (var more = reader.Read(); ; free++)
        {
            if (more && reader.GetInt32(0) == free)
            {
                more = reader.Read();
            }
            else if (free != except)
            {
                return free < PeerLinks.Count ? free : null;
            }
        }
    }

    /// <summary>Whether a site that isn't gone has a cloud's key, or a connection was ordered with it.</summary>
    public static bool HasCloudKey(this SqliteConnection rows, string type, string key) =>
        rows.Scalar(
            """
            SELECT 1 FROM "CloudRouterSites" WHERE "CloudKey" = @p0 AND "Type" = @p1 AND "Status" <> 'Deleted'
            UNION ALL SELECT 1 FROM "CloudKeys" WHERE "Key" = @p2 LIMIT 1
            """,
            key,
            type,
            ServiceKey.WithoutPrefix(key)) is not null;

    /// <summary>Whether a site that isn't gone has a key that a connection is ordered with.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="key">The key, without what OVHcloud prints in front of its own.</param>
    public static bool HasSiteWith(this SqliteConnection rows, string key) =>
        rows.Scalar(
            """
            SELECT 1 FROM "CloudRouterSites" WHERE "CloudKey" IN (@p0, @p1) AND "Status" <> 'Deleted' LIMIT 1
            """,
            key,
            ServiceKey.OvhPrefix + key) is not null;

    /// <summary>How many ports companies have in each status, by company id.</summary>
    public static IReadOnlyDictionary<string, PortCount> CountPorts(
        this SqliteConnection rows, IEnumerable<Company> companies)
    {
        var counts = new Dictionary<string, PortCount>(StringComparer.Ordinal);
        using var command = rows.Command(
            """
            -- within Ports of CompanyId, Ports of Status
            SELECT "CompanyId", "Status", count(*) FROM "Ports"
            WHERE "CompanyId" IN (SELECT "value" FROM json_each(@p0)) GROUP BY "CompanyId", "Status"
            """,
            JsonSerializer.Serialize(
                [.. companies.Select(company => company.Id)], ColumnsJson.Default.IReadOnlyListString));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (id, status, count) = (
                reader.GetString(0),
                Enum.Parse<PortStatus>(reader.GetString(1)),
                reader.GetInt32(2));
            counts[id] = counts.GetValueOrDefault(id).And(status, count);
        }

        return counts;
    }

    /// <summary>How many CloudRouters a company has.</summary>
    public static int CountRouters(this SqliteConnection rows, Company company) => Convert.ToInt32(
        rows.Scalar(
            "-- within CloudRouters.CompanyId of Status\nSELECT count(*) FROM \"CloudRouters\" WHERE "
            + "\"CompanyId\" = @p0 AND \"Status\" <> 'Deleted'",
            company.Id),
        CultureInfo.InvariantCulture);
}

/// <summary>How many ports a company has.</summary>
/// <param name="Active">In service.</param>
/// <param name="Pending">On order, or on the way into service.</param>
/// <param name="Disabled">Out of service, or on the way there.</param>
internal readonly record struct PortCount(int Active, int Pending, int Disabled)
{
    /// <summary>With so many more in a status.</summary>
    public PortCount And(PortStatus status, int more) => status switch
    {
        PortStatus.Active => this with { Active = Active + more },
        PortStatus.Disabling or PortStatus.Disabled => this with { Disabled = Disabled + more },
        PortStatus.Deleting or PortStatus.Deleted => this,
        _ => this with { Pending = Pending + more },
    };
}
