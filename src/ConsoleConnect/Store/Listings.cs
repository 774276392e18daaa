using System.Globalization;
using System.Text.Json;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>
/// Questions whose price must be that of their answer, however many other rows there are. A test holds that none of
/// them reads a whole table.
/// </summary>
internal static class Listings
{
    /// <summary>
    /// A page of the connections that a company is a party of, newest first. Either side, and each status, is read from
    /// its own index, in the list's order, as far as the page goes: of an OR over both sides SQLite would read and sort
    /// everything.
    /// </summary>
    /// <param name="connections">The table.</param>
    /// <param name="company">The company.</param>
    /// <param name="statuses">Those that are wanted; null for all.</param>
    /// <param name="skip">How many are passed over.</param>
    /// <param name="take">How many there are at most.</param>
    /// <param name="after">The one that they come after; null for the newest.</param>
    /// <returns>The page's rows, in order.</returns>
    public static IQueryable<Connection> PageOf(
        this DbSet<Connection> connections,
        Company company,
        IReadOnlyCollection<ConnectionStatus>? statuses,
        int skip,
        int take,
        Connection? after = null)
    {
        if (statuses is { Count: 0 })
        {
            return connections.Where(_ => false);
        }

        const string Newest = "ORDER BY \"CreatedAt\" DESC, \"Id\" DESC";
        var older = after is null ? "" : " AND (\"CreatedAt\", \"Id\") < ({4}, {5})";
        var conditions = statuses is null
            ? [""]
            : statuses.Distinct().Order().Select(status => $" AND \"Status\" = '{status}'");
        var parts = conditions.SelectMany(condition =>
            new[] { "SrcCompanyId", "DestCompanyId" }.Select(side =>
                $"SELECT * FROM (SELECT \"Id\", \"CreatedAt\" FROM \"Connections\" WHERE \"{side}\" = "
                + $"{{0}}{condition}{older} {Newest} LIMIT {{1}})"));
        var sql =
            "SELECT * FROM \"Connections\" WHERE \"Id\" IN (SELECT \"Id\" FROM "
            + $"({string.Join(" UNION ", parts)}) {Newest} LIMIT {{2}} OFFSET {{3}})";
        object[] values = [company.Id, (long)skip + take, take, skip];
        return connections.FromSqlRaw(sql, after is null ? values : [.. values, after.CreatedAt.UtcTicks, after.Id])
            .OrderByDescending(connection => connection.CreatedAt).ThenByDescending(connection => connection.Id);
    }

#pragma warning disable CA1310 // Never compared here: SQLite compares ids by their bytes, in the order of its indexes.
    /// <summary>A company's port orders, oldest first.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">The company.</param>
    /// <param name="after">The one that they come after; null for all.</param>
    public static IQueryable<PortOrder> OrdersOf(this EmulatorDb db, Company company, PortOrder? after)
    {
        var orders = db.PortOrders.Within("PortOrders", nameof(PortOrder.CompanyId), company.Id);
        if (after is not null)
        {
            orders = orders.Where(order => order.CreatedAt >= after.CreatedAt
                && (order.CreatedAt > after.CreatedAt || string.Compare(order.Id, after.Id) > 0));
        }

        return orders.OrderBy(order => order.CreatedAt).ThenBy(order => order.Id);
    }

    /// <summary>The connections that begin or end on a port, newest first.</summary>
    /// <param name="connections">The table.</param>
    /// <param name="port">The port.</param>
    /// <param name="after">The one that they come after; null for all.</param>
    public static IQueryable<Connection> OnPort(this DbSet<Connection> connections, Port port, Connection? after)
    {
        var found = connections
            .Where(connection => connection.SrcPortId == port.Id || connection.DestPortId == port.Id);
        if (after is not null)
        {
            found = found.Where(connection => connection.CreatedAt <= after.CreatedAt
                && (connection.CreatedAt < after.CreatedAt || string.Compare(connection.Id, after.Id) < 0));
        }

        return found
            .OrderByDescending(connection => connection.CreatedAt)
            .ThenByDescending(connection => connection.Id);
    }

    /// <summary>A company's delivered ports, oldest first.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">The company.</param>
    /// <param name="deleted">Whether only those that are deleted, or only the others; null for all.</param>
    /// <param name="after">The one that they come after; null for all.</param>
    public static IQueryable<Port> PortsOf(this EmulatorDb db, Company company, bool? deleted, Port? after)
    {
        var ports = db.Ports.Within("Ports", nameof(Port.CompanyId), company.Id)
            .Where(port => port.DeliveredAt != null);
        if (deleted is { } only)
        {
            ports = only
                ? ports.Where(port => port.Status == PortStatus.Deleted)
                : ports.Where(port => port.Status != PortStatus.Deleted);
        }

        if (after is not null)
        {
            ports = ports.Where(port => port.CreatedAt >= after.CreatedAt
                && (port.CreatedAt > after.CreatedAt || string.Compare(port.Id, after.Id) > 0));
        }

        return ports.OrderBy(port => port.CreatedAt).ThenBy(port => port.Id);
    }
#pragma warning restore CA1310

    /// <summary>What stands on a port: what is gone, and requests that came to nothing, left out.</summary>
    public static PortUse UseOf(this SqliteConnection rows, Port port) => new(
        [
            .. rows.Ends(
                "-- within Connections.SrcPortId, Connections.DestPortId\n",
                "c.\"SrcPortId\" = @p0 OR c.\"DestPortId\" = @p0",
                port.Id).Where(end => end.PortId == port.Id),
        ],
        rows.Services("-- within IodServices.AccessPortId\n", "s.\"AccessPortId\" = @p0", port.Id))
    {
        Sites = rows.Sites("-- within CloudRouterSites.PortId\n", "\"PortId\" = @p0", port.Id),
    };

    /// <summary>The same for several ports, by port id.</summary>
    public static IReadOnlyDictionary<string, PortUse> UsesOf(
        this SqliteConnection rows,
        IReadOnlyCollection<Port> ports)
    {
        var ids = Json(ports.Select(port => port.Id));
        var ends = rows.Ends(
                "",
                """
                c."Id" IN (
                    SELECT "Id" FROM "Connections" WHERE "SrcPortId" IN (SELECT "value" FROM json_each(@p0))
                    UNION SELECT "Id" FROM "Connections" WHERE "DestPortId" IN (SELECT "value" FROM json_each(@p0)))
                """,
                ids)
            .ToLookup(end => end.PortId);
        var services = rows.Services("", "s.\"AccessPortId\" IN (SELECT \"value\" FROM json_each(@p0))", ids)
            .ToLookup(service => service.PortId);
        var sites = rows.Sites("", "\"PortId\" IN (SELECT \"value\" FROM json_each(@p0))", ids)
            .ToLookup(site => site.PortId);
        return ports.ToDictionary(
            port => port.Id,
            port => new PortUse([.. ends[port.Id]], [.. services[port.Id]]) { Sites = [.. sites[port.Id]] },
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The metros in which companies have ports, by company id: for each pair of both whether there is one, not all of
    /// them.
    /// </summary>
    public static ILookup<string, string> MetrosOf(this SqliteConnection rows, params IEnumerable<string> companyIds)
    {
        using var command = rows.Command(
            $"""
            -- within Ports of CompanyId, Ports of MetroId, Ports of Status, Ports of DeliveredAt
            SELECT c."value", m."Id" FROM json_each(@p0) c CROSS JOIN "Metros" m
            WHERE EXISTS (
                SELECT 1 FROM "Ports" WHERE "CompanyId" = c."value" AND "MetroId" = m."Id" AND {PortTables.InUse})
            """,
            Json(companyIds.Distinct()));
        using var reader = command.ExecuteReader();
        var pairs = new List<(string CompanyId, string MetroId)>();
        while (reader.Read())
        {
            pairs.Add((reader.GetString(0), reader.GetString(1)));
        }

        return pairs
            .OrderBy(pair => pair.MetroId, StringComparer.Ordinal)
            .ToLookup(pair => pair.CompanyId, pair => pair.MetroId);
    }

    /// <summary>How many of a company's ports are in service, by metro id; none where there are none.</summary>
    public static IReadOnlyDictionary<string, int> ActivePortsByMetro(this SqliteConnection rows, Company company)
    {
        using var command = rows.Command(
            "-- within Ports.CompanyId of Status\nSELECT \"MetroId\", count(*) FROM \"Ports\" WHERE "
            + "\"CompanyId\" = @p0 AND \"Status\" = 'Active' GROUP BY \"MetroId\"",
            company.Id);
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            counts.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return counts;
    }

    /// <summary>The facilities in which companies have ports in service.</summary>
    public static IReadOnlySet<string> FacilitiesInServiceOf(
        this SqliteConnection rows,
        IEnumerable<string> companyIds)
    {
        using var command = rows.Command(
            """
            -- within Ports of Status
            SELECT DISTINCT p."FacilityId" FROM json_each(@p0) c CROSS JOIN "Ports" p
            WHERE p."CompanyId" = c."value" AND p."Status" = 'Active' AND p."FacilityId" IS NOT NULL
            """,
            Json(companyIds));
        using var reader = command.ExecuteReader();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    /// <summary>How many of a company's ports are in service. Counts them: ask the turn, which remembers.</summary>
    public static int CountPortsActive(this SqliteConnection rows, Company company) =>
        Convert.ToInt32(rows.Scalar("-- within Ports.CompanyId of Status\nSELECT count(*) FROM \"Ports\" WHERE "
            + "\"CompanyId\" = @p0 AND \"Status\" = 'Active'", company.Id), CultureInfo.InvariantCulture);

    private static string Json(IEnumerable<string> ids) =>
        JsonSerializer.Serialize([.. ids], ColumnsJson.Default.IReadOnlyListString);

    /// <summary>
    /// Both ends of each connection that holds something of its ports: all but gone ones and requests that came to
    /// nothing.
    /// </summary>
    private static List<AttachedConnection> Ends(
        this SqliteConnection rows, string within, string condition, string value)
    {
        using var command = rows.Command(
            $"""
            {within}SELECT c."Id", c."SrcPortId", c."DestPortId", c."SrcName", c."DestName", c."Status", c."Type",
                c."Speed", c."SrcUntagged", c."DestUntagged", max(coalesce(r."Speed", 0), coalesce(f."Bandwidth", 0)),
                c."SrcVlan", c."DestVlan"
            FROM "Connections" c LEFT JOIN "ChangeRequests" r ON r."Id" = c."Id" AND r."Status" = 'Pending'
            LEFT JOIN "ConnectionFlexes" f ON f."ConnectionId" = c."Id" AND f."Status" = 'Requested'
            WHERE ({condition}) AND c."Status" NOT IN ('Deleted', 'Cancelled', 'Denied') AND c."Type" <> 'GroupLayer2'
            ORDER BY c."CreatedAt", c."Id"
            """,
            value);
        using var reader = command.ExecuteReader();
        var ends = new List<AttachedConnection>();
        while (reader.Read())
        {
            var (connectionId, speed) = (reader.GetString(0), reader.GetInt32(7));
            var (status, type) = (
                Enum.Parse<ConnectionStatus>(reader.GetString(5)),
                Enum.Parse<ConnectionType>(reader.GetString(6)));

            // Outgoing connections hold their port's bandwidth; incoming ones hold nothing (000:4368).
            var held = Connection.Hold(speed, asked: reader.GetInt32(10));
            ends.Add(
                new AttachedConnection(
                    connectionId,
                    reader.IsDBNull(1) ? "" : reader.GetString(1),
                    reader.GetString(3),
                    status,
                    type,
                    speed,
                    reader.GetBoolean(8),
                    Vlan(11),
                    held));
            ends.Add(
                new AttachedConnection(
                    connectionId,
                    reader.IsDBNull(2) ? "" : reader.GetString(2),
                    reader.GetString(4),
                    status,
                    type,
                    speed,
                    reader.GetBoolean(9),
                    Vlan(12),
                    Held: 0));
        }

        return ends;

        int? Vlan(int column) => reader.IsDBNull(column) ? null : reader.GetInt32(column);
    }

    /// <summary>The Internet On-Demand services that are not gone.</summary>
    private static List<AttachedService> Services(
        this SqliteConnection rows, string within, string condition, string value)
    {
        using var command = rows.Command(
            $"""
            {within}SELECT s."Id", s."AccessPortId", s."Name", s."Status", s."Vlan", s."RateLimit", f."Bandwidth"
            FROM "IodServices" s
            LEFT JOIN "Flexes" f ON f."ServiceId" = s."Id" AND f."Status" IN ('Requested', 'Processing')
            WHERE ({condition}) AND s."Status" <> 'Deleted'
            ORDER BY s."CreatedAt", s."Id"
            """,
            value);
        using var reader = command.ExecuteReader();
        var services = new List<AttachedService>();
        while (reader.Read())
        {
            var held = IodService.Hold(reader.GetInt32(5), asked: reader.IsDBNull(6) ? 0 : reader.GetInt32(6));
            services.Add(
                new AttachedService(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    Enum.Parse<IodServiceStatus>(reader.GetString(3)),
                    reader.GetInt32(4),
                    held));
        }

        return services;
    }

    /// <summary>The sites of CloudRouters that are not gone.</summary>
    private static List<AttachedSite> Sites(
        this SqliteConnection rows, string within, string condition, string value)
    {
        using var command = rows.Command(
            $"""
            {within}SELECT "Id", "PortId", "Name", "Status", "Vlan", "RateLimit" FROM "CloudRouterSites"
            WHERE {condition} AND "Status" <> 'Deleted' ORDER BY "CreatedAt", "Id"
            """,
            value);
        using var reader = command.ExecuteReader();
        var sites = new List<AttachedSite>();
        while (reader.Read())
        {
            sites.Add(
                new AttachedSite(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    Enum.Parse<CloudRouterSiteStatus>(reader.GetString(3)),
                    reader.GetInt32(4),
                    reader.GetInt32(5)));
        }

        return sites;
    }
}
