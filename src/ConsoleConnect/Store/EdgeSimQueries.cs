using System.Globalization;
using System.Text.Json;
using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>What SIM cards, their pools, orders and plans ask the tables, by name.</summary>
internal static class EdgeSimQueries
{
    /// <summary>A company's orders of SIM cards, oldest first.</summary>
    public static IQueryable<SimOrder> SimOrdersOf(this EmulatorDb db, Company company) => db.SimOrders
        .Within("SimOrders", nameof(SimOrder.CompanyId), company.Id)
        .OrderBy(order => order.CreatedAt)
        .ThenBy(order => order.Id);

    /// <summary>A company's pools that aren't gone, oldest first.</summary>
    public static IQueryable<SimPool> SimPoolsOf(this EmulatorDb db, Company company) => db.SimPools
        .Within("SimPools", nameof(SimPool.CompanyId), company.Id)
        .Where(pool => pool.Status != SimPoolStatus.Deleted)
        .OrderBy(pool => pool.CreatedAt)
        .ThenBy(pool => pool.Id);

    /// <summary>A company's SIM cards with their pools, in the order in which they were made.</summary>
    public static IQueryable<Sim> SimsOf(this EmulatorDb db, Company company) => db.Sims
        .Within("Sims", nameof(Sim.CompanyId), company.Id)
        .Include(sim => sim.Pool)
        .OrderBy(sim => sim.Serial);

    /// <summary>A company's order of SIM cards.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ModelNotFoundHere"/>.</exception>
    public static async Task<SimOrder> OwnedBy(
        this IQueryable<SimOrder> orders, Company company, string id, CancellationToken ct) =>
        await orders
            .Within("SimOrders", nameof(SimOrder.Id), id)
            .FirstOrDefaultAsync(order => order.CompanyId == company.Id, ct)
        ?? throw ServiceErrors.ModelNotFoundHere.Because(
            $"{company.Username} has no order of SIM cards with the id {id.Named()}; GET "
            + $"/app-user/{company.Id}/iot-order lists them.", id);

    /// <summary>A company's pool; one that is deleted is found no more.</summary>
    /// <param name="pools">The table.</param>
    /// <param name="company">The company.</param>
    /// <param name="id">The pool's id.</param>
    /// <param name="unknown">How it is refused where it isn't there.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">The one that was passed.</exception>
    public static async Task<SimPool> OwnedBy(
        this IQueryable<SimPool> pools, Company company, string id, ServiceError unknown, CancellationToken ct) =>
        await pools
            .Within("SimPools", nameof(SimPool.Id), id)
            .FirstOrDefaultAsync(pool => pool.CompanyId == company.Id && pool.Status != SimPoolStatus.Deleted, ct)
        ?? throw unknown.Because(
            $"{company.Username} has no SIM pool with the id {id.Named()}; GET "
                + $"/app-user/{company.Id}/iot-sim-pools lists "
            + "them.",
            id);

    /// <summary>A company's SIM card, with its pool.</summary>
    /// <exception cref="Refusal">The one that was passed.</exception>
    public static async Task<Sim> OwnedBy(
        this IQueryable<Sim> sims, Company company, string id, ServiceError unknown, CancellationToken ct) =>
        await sims
            .Within("Sims", nameof(Sim.Id), id)
            .Include(sim => sim.Pool)
            .FirstOrDefaultAsync(sim => sim.CompanyId == company.Id, ct)
        ?? throw unknown.Because(
            $"{company.Username} has no SIM with the id {id.Named()}; GET /app-user/{company.Id}/iot-sims-cache "
                + "lists them.",
            id);

    /// <summary>An APN that a company may use.</summary>
    /// <exception cref="Refusal">The one that was passed.</exception>
    public static async Task<SimApn> ApnFor(
        this EmulatorDb db, Company company, string id, ServiceError unknown, CancellationToken ct) =>
        await db.SimApns
            .Within("SimApns", nameof(SimApn.Id), id)
            .Include(apn => apn.Profile)
            .FirstOrDefaultAsync(apn => apn.DeletedAt == null, ct) is { } found && found.Profile.IsFor(company)
            ? found
            : throw unknown.Because(
                $"There is no APN with the id {id.Named()} for {company.Username}; GET /v2/iot-imsi-profile "
                    + "lists plans, GET "
                + "/v2/iot-imsi-profile/{id}/apns their APNs.", id);

    /// <summary>The APN that an order gets which names none: the first of those for everybody.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.MissingProperty"/>.</exception>
    public static async Task<SimApn> UsualApn(this EmulatorDb db, CancellationToken ct) => await db.SimApns
        .Where(apn => apn.DeletedAt == null && apn.Profile.CompanyId == null && !apn.Profile.ShieldOnly)
        .OrderBy(apn => apn.CreatedAt)
        .ThenBy(apn => apn.Id)
        .FirstOrDefaultAsync(ct)
        ?? throw ServiceErrors.MissingProperty.Because("There is no APN for everybody: name one.", "", "apnId");

    /// <summary>The APNs of a plan, oldest first.</summary>
    public static IQueryable<SimApn> ApnsOf(this EmulatorDb db, ImsiProfile profile) => db.SimApns
        .Within("SimApns", nameof(SimApn.ProfileId), profile.Id)
        .Where(apn => apn.DeletedAt == null)
        .OrderBy(apn => apn.CreatedAt)
        .ThenBy(apn => apn.Id);

    /// <summary>What uses an APN of a plan's, in words; null where nothing does.</summary>
    public static string? UseOf(this SqliteConnection rows, ImsiProfile profile) =>
        (string?)rows.Scalar(
            """
            SELECT "What" FROM (
                SELECT 'SIM pool ' || p."Id" AS "What" FROM "SimPools" p JOIN "SimApns" a ON a."Id" = p."ApnId"
                    WHERE a."ProfileId" = @p0 AND a."DeletedAt" IS NULL AND p."Status" <> 'Deleted'
                UNION ALL SELECT 'Order ' || o."Id" FROM "SimOrders" o JOIN "SimApns" a ON a."Id" = o."ApnId"
                    WHERE a."ProfileId" = @p1 AND a."DeletedAt" IS NULL AND o."Status" IN ('Ordered', 'Processing'))
            LIMIT 1
            """,
            profile.Id,
            profile.Id);

    /// <summary>How many SIM cards pools have, by pool id.</summary>
    public static IReadOnlyDictionary<string, int> CountSims(this SqliteConnection rows, IEnumerable<SimPool> pools)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var command = rows.Command(
            """
            -- within Sims of PoolId
            SELECT "PoolId", count(*) FROM "Sims"
            WHERE "PoolId" IN (SELECT "value" FROM json_each(@p0)) GROUP BY "PoolId"
            """,
            JsonSerializer.Serialize([.. pools.Select(pool => pool.Id)], ColumnsJson.Default.IReadOnlyListString));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            counts[reader.GetString(0)] = reader.GetInt32(1);
        }

        return counts;
    }

    /// <summary>How many SIM cards a pool has.</summary>
    public static int CountSims(this SqliteConnection rows, SimPool pool) =>
        rows.CountSims([pool]).GetValueOrDefault(pool.Id);

    /// <summary>The site of a CloudRouter that stands on a pool; null where none does.</summary>
    public static string? SiteOn(this SqliteConnection rows, SimPool pool) =>
        (string?)rows.Scalar(
            "SELECT \"Id\" FROM \"CloudRouterSites\" WHERE \"SimPoolId\" = @p0 AND \"Status\" <> 'Deleted'", pool.Id);

    /// <summary>The number of the lowest subnet that no pool has; null where none is left.</summary>
    public static int? FreeSimSubnet(this SqliteConnection rows)
    {
        using var command = rows.Command(
            """SELECT "Block" FROM "SimPools" WHERE "Status" <> 'Deleted' ORDER BY "Block" """);
        using var reader = command.ExecuteReader();
        var free = 0;
        while (reader.Read() && reader.GetInt32(0) == free)
        {
            free++;
        }

        return free < SimSubnets.Count ? free : null;
    }

    /// <summary>The lowest addresses of a pool that no card has; fewer where it hasn't so many.</summary>
    /// <param name="rows">The rows, with all that was changed saved.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="count">How many are wanted.</param>
    public static IReadOnlyList<int> FreeHosts(this SqliteConnection rows, SimPool pool, int count)
    {
        using var command = rows.Command("SELECT \"Host\" FROM \"Sims\" WHERE \"PoolId\" = @p0", pool.Id);
        using var reader = command.ExecuteReader();
        var taken = new HashSet<int>();
        while (reader.Read())
        {
            taken.Add(reader.GetInt32(0));
        }

        return
        [
            .. Enumerable.Range(SimSubnets.FirstHost, SimSubnets.Room)
                .Where(host => !taken.Contains(host))
                .Take(count),
        ];
    }

    /// <summary>The number of the card that was made last; 0 where none was.</summary>
    public static int LastSim(this SqliteConnection rows) => Convert.ToInt32(
        rows.Scalar("SELECT coalesce(max(\"Serial\"), 0) FROM \"Sims\""), CultureInfo.InvariantCulture);

    /// <summary>The cards with such numbers, with their pools.</summary>
    public static Task<List<Sim>> SimsNumbered(
        this EmulatorDb db, IReadOnlyCollection<int> serials, CancellationToken ct) => db.Sims
        .Where(sim => serials.Contains(sim.Serial))
        .Include(sim => sim.Pool)
        .OrderBy(sim => sim.Serial)
        .ToListAsync(ct);
}
