using System.Globalization;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>
/// What stands in the network, of one company or of all, read past EF Core in a query for each kind: what is gone, and
/// what came to nothing, left out.
/// </summary>
internal static class NetworkMap
{
    /// <summary>The delivered ports, oldest first; those of clouds left out, which are asked for as clouds.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="company">Whose; null for everybody's.</param>
    /// <param name="most">How many at most.</param>
    public static List<MappedPort> PortsOnMap(this SqliteConnection rows, Company? company, int most) => rows.List(
        "SELECT \"Id\", \"Name\", \"CompanyId\", \"MetroId\", \"FacilityId\", \"Speed\", \"Status\", \"Type\" "
        + $"FROM \"Ports\" WHERE {PortsThere}{Of(company, "CompanyId")} ORDER BY rowid LIMIT CAST(@p1 AS INTEGER)",
        company,
        most,
        reader => new MappedPort(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.IsDBNull(4) ? null : reader.GetString(4),
            reader.GetInt32(5),
            Enum.Parse<PortStatus>(reader.GetString(6)),
            Enum.Parse<PortType>(reader.GetString(7))));

    /// <summary>How many ports there are on the map.</summary>
    public static int CountPortsOnMap(this SqliteConnection rows, Company? company) =>
        rows.Count($"\"Ports\" WHERE {PortsThere}{Of(company, "CompanyId")}", company);

    /// <summary>The connections, groups too, oldest first.</summary>
    /// <inheritdoc cref="PortsOnMap"/>
    public static List<MappedConnection> ConnectionsOnMap(this SqliteConnection rows, Company? company, int most) =>
        rows.List(
            "SELECT \"Id\", \"SrcName\", \"SrcCompanyId\", \"DestCompanyId\", \"SrcPortId\", \"DestPortId\", "
            + "\"SrcMetroId\", \"DestMetroId\", \"Speed\", \"Status\", \"Type\", \"ParentId\" FROM \"Connections\" "
            + $"WHERE {ConnectionsThere}{OfParty(company)} ORDER BY rowid LIMIT CAST(@p1 AS INTEGER)",
            company,
            most,
            reader => new MappedConnection(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                reader.IsDBNull(5) ? null : reader.GetString(5),
                reader.GetString(6),
                reader.GetString(7),
                reader.GetInt32(8),
                Enum.Parse<ConnectionStatus>(reader.GetString(9)),
                Enum.Parse<ConnectionType>(reader.GetString(10)),
                reader.IsDBNull(11) ? null : reader.GetString(11)));

    /// <summary>How many connections there are on the map.</summary>
    public static int CountConnectionsOnMap(this SqliteConnection rows, Company? company) =>
        rows.Count($"\"Connections\" WHERE {ConnectionsThere}{OfParty(company)}", company);

    /// <summary>The CloudRouters, oldest first.</summary>
    /// <inheritdoc cref="PortsOnMap"/>
    public static List<MappedRouter> RoutersOnMap(this SqliteConnection rows, Company? company, int most) => rows.List(
        "SELECT \"Id\", \"Name\", \"CompanyId\", \"Status\" FROM \"CloudRouters\" WHERE \"Status\" <> 'Deleted'"
        + $"{Of(company, "CompanyId")} ORDER BY rowid LIMIT CAST(@p1 AS INTEGER)",
        company,
        most,
        reader => new MappedRouter(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            Enum.Parse<CloudRouterStatus>(reader.GetString(3))));

    /// <summary>The sites of CloudRouters, each with where its port stands, oldest first.</summary>
    /// <inheritdoc cref="PortsOnMap"/>
    public static List<MappedSite> SitesOnMap(this SqliteConnection rows, Company? company, int most) => rows.List(
        "SELECT s.\"Id\", s.\"Name\", s.\"RouterId\", s.\"PortId\", p.\"CompanyId\", p.\"MetroId\", s.\"RateLimit\", "
        + "s.\"Status\" FROM \"CloudRouterSites\" s LEFT JOIN \"Ports\" p ON p.\"Id\" = s.\"PortId\" "
        + $"WHERE s.\"Status\" <> 'Deleted'{Of(company, "CompanyId", "s.")} ORDER BY s.rowid "
        + "LIMIT CAST(@p1 AS INTEGER)",
        company,
        most,
        reader => new MappedSite(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetString(2),
            reader.IsDBNull(3) ? null : reader.GetString(3),
            reader.IsDBNull(4) ? null : reader.GetString(4),
            reader.IsDBNull(5) ? null : reader.GetString(5),
            reader.GetInt32(6),
            Enum.Parse<CloudRouterSiteStatus>(reader.GetString(7))));

    /// <summary>The Internet On-Demand services, oldest first.</summary>
    /// <inheritdoc cref="PortsOnMap"/>
    public static List<MappedService> ServicesOnMap(this SqliteConnection rows, Company? company, int most) =>
        rows.List(
            "SELECT \"Id\", \"Name\", \"CompanyId\", \"AccessPortId\", \"RateLimit\", \"Status\" FROM \"IodServices\" "
            + $"WHERE \"Status\" <> 'Deleted'{Of(company, "CompanyId")} ORDER BY rowid LIMIT CAST(@p1 AS INTEGER)",
            company,
            most,
            reader => new MappedService(
                reader.GetString(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetInt32(4),
                Enum.Parse<IodServiceStatus>(reader.GetString(5))));

    /// <summary>The metros in which each cloud can be reached, by the cloud's id.</summary>
    public static ILookup<string, string> MetrosOfClouds(this SqliteConnection rows, IEnumerable<Company> clouds) =>
        rows.MetrosOf(clouds.Select(cloud => cloud.Id));

    /// <summary>
    /// What is held of each port, Mbps, by port id; ports of which nothing is held aren't in it. The same as
    /// <see cref="PortUse.Held"/>, for all at once.
    /// </summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="company">Of whose ports; null for everybody's.</param>
    public static Dictionary<string, int> HeldOfPorts(this SqliteConnection rows, Company? company)
    {
        using var command = rows.Command(
            $"""
            SELECT "PortId", sum("Held") FROM (
                SELECT c."SrcPortId" AS "PortId",
                    max(c."Speed", coalesce(r."Speed", 0), coalesce(f."Bandwidth", 0)) AS "Held"
                FROM "Connections" c LEFT JOIN "ChangeRequests" r ON r."Id" = c."Id" AND r."Status" = 'Pending'
                LEFT JOIN "ConnectionFlexes" f ON f."ConnectionId" = c."Id" AND f."Status" = 'Requested'
                WHERE c.{ConnectionsThere} AND c."Type" <> 'GroupLayer2'{Of("c.\"SrcPortId\"")}
                UNION ALL SELECT s."AccessPortId", max(s."RateLimit", coalesce(f."Bandwidth", 0)) FROM "IodServices" s
                LEFT JOIN "Flexes" f ON f."ServiceId" = s."Id" AND f."Status" IN ('Requested', 'Processing')
                WHERE s."Status" <> 'Deleted'{Of("s.\"AccessPortId\"")}
                UNION ALL SELECT "PortId", "RateLimit" FROM "CloudRouterSites"
                WHERE "Status" <> 'Deleted'{Of("\"PortId\"")})
            WHERE "PortId" IS NOT NULL GROUP BY "PortId"
            """,
            company?.Id ?? "");
        using var reader = command.ExecuteReader();
        var held = new Dictionary<string, int>(StringComparer.Ordinal);
        while (reader.Read())
        {
            held.Add(reader.GetString(0), reader.GetInt32(1));
        }

        return held;

        string Of(string port) =>
            company is null ? "" : $" AND {port} IN (SELECT \"Id\" FROM \"Ports\" WHERE \"CompanyId\" = @p0)";
    }

    /// <summary>How many of each kind every company has; companies that have none aren't in it.</summary>
    public static Dictionary<string, CompanyCounts> CountsByCompany(this SqliteConnection rows)
    {
        using var command = rows.Command(
            $"""
            SELECT 0, "CompanyId", count(*) FROM "Ports" WHERE {PortTables.InUse} GROUP BY "CompanyId"
            UNION ALL SELECT 1, "SrcCompanyId", count(*) FROM "Connections"
            WHERE {ConnectionsThere} GROUP BY "SrcCompanyId"
            UNION ALL SELECT 1, "DestCompanyId", count(*) FROM "Connections"
            WHERE {ConnectionsThere} AND "DestCompanyId" <> "SrcCompanyId" GROUP BY "DestCompanyId"
            UNION ALL SELECT 2, "CompanyId", count(*) FROM "IodServices"
            WHERE "Status" <> 'Deleted' GROUP BY "CompanyId"
            UNION ALL SELECT 3, "CompanyId", count(*) FROM "CloudRouters"
            WHERE "Status" <> 'Deleted' GROUP BY "CompanyId"
            """);
        using var reader = command.ExecuteReader();
        var counts = new Dictionary<string, CompanyCounts>(StringComparer.Ordinal);
        while (reader.Read())
        {
            var (company, count) = (reader.GetString(1), reader.GetInt32(2));
            var before = counts.GetValueOrDefault(company);
            counts[company] = reader.GetInt32(0) switch
            {
                0 => before with { Ports = before.Ports + count },
                1 => before with { Connections = before.Connections + count },
                2 => before with { Services = before.Services + count },
                _ => before with { CloudRouters = before.CloudRouters + count },
            };
        }

        return counts;
    }

    private const string PortsThere =
        "\"DeliveredAt\" IS NOT NULL AND \"Status\" <> 'Deleted' AND \"Type\" <> 'Dcp'";

    private const string ConnectionsThere = "\"Status\" NOT IN ('Deleted', 'Cancelled', 'Denied')";

    private static string Of(Company? company, string column, string table = "") =>
        company is null ? "" : $" AND {table}\"{column}\" = @p0";

    private static string OfParty(Company? company) =>
        company is null ? "" : " AND (\"SrcCompanyId\" = @p0 OR \"DestCompanyId\" = @p0)";

    private static int Count(this SqliteConnection rows, string what, Company? company) => Convert.ToInt32(
        rows.Scalar($"SELECT count(*) FROM {what}", company?.Id ?? ""), CultureInfo.InvariantCulture);

    private static List<T> List<T>(
        this SqliteConnection rows, string sql, Company? company, int most, Func<SqliteDataReader, T> row)
    {
        using var command = rows.Command(sql, company?.Id ?? "", most.ToString(CultureInfo.InvariantCulture));
        using var reader = command.ExecuteReader();
        var found = new List<T>();
        while (reader.Read())
        {
            found.Add(row(reader));
        }

        return found;
    }
}

/// <summary>A port on the map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CompanyId">Its company's id.</param>
/// <param name="MetroId">Its metro.</param>
/// <param name="FacilityId">Its facility; null for a port outside of one.</param>
/// <param name="Speed">Mbps.</param>
/// <param name="Status">Its status, as the documents spell it.</param>
/// <param name="Type">Its type, as the documents spell it.</param>
internal sealed record MappedPort(
    string Id,
    string Name,
    string CompanyId,
    string MetroId,
    string? FacilityId,
    int Speed,
    PortStatus Status,
    PortType Type);

/// <summary>A connection on the map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="SrcCompanyId">The company that asked for it.</param>
/// <param name="DestCompanyId">The company that it leads to.</param>
/// <param name="SrcPortId">Its port on the side that asked; null for groups.</param>
/// <param name="DestPortId">Its port on the other side; null until it is named.</param>
/// <param name="SrcMetroId">The metro that it begins in.</param>
/// <param name="DestMetroId">The metro that it leads to.</param>
/// <param name="Speed">Mbps.</param>
/// <param name="Status">Its status, as the documents spell it.</param>
/// <param name="Type">Its type, as the documents spell it.</param>
/// <param name="ParentId">The group that it is one of; null where it stands alone.</param>
internal sealed record MappedConnection(
    string Id,
    string Name,
    string SrcCompanyId,
    string DestCompanyId,
    string? SrcPortId,
    string? DestPortId,
    string SrcMetroId,
    string DestMetroId,
    int Speed,
    ConnectionStatus Status,
    ConnectionType Type,
    string? ParentId);

/// <summary>A CloudRouter on the map.</summary>
internal sealed record MappedRouter(string Id, string Name, string CompanyId, CloudRouterStatus Status);

/// <summary>A site of one.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="RouterId">The CloudRouter that it is one of.</param>
/// <param name="PortId">Its access port.</param>
/// <param name="PortCompanyId">Whose port it stands on; null where it stands on a SIM pool.</param>
/// <param name="MetroId">Its metro.</param>
/// <param name="RateLimit">Mbps.</param>
/// <param name="Status">Its status, as the documents spell it.</param>
internal sealed record MappedSite(
    string Id,
    string Name,
    string RouterId,
    string? PortId,
    string? PortCompanyId,
    string? MetroId,
    int RateLimit,
    CloudRouterSiteStatus Status);

/// <summary>An Internet On-Demand service on the map.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="CompanyId">Its company's id.</param>
/// <param name="AccessPortId">Its access port.</param>
/// <param name="RateLimit">Mbps.</param>
/// <param name="Status">Its status, as the documents spell it.</param>
internal sealed record MappedService(
    string Id,
    string Name,
    string CompanyId,
    string AccessPortId,
    int RateLimit,
    IodServiceStatus Status);

/// <summary>How many of each kind a company has.</summary>
internal readonly record struct CompanyCounts(int Ports, int Connections, int Services, int CloudRouters);
