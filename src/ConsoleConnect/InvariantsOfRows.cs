using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using Emulator.Domain.Messages;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.ConsoleConnect;

/// <summary>
/// What is true of the service's rows whatever was asked of it, by statements that know nothing of the rules' own code.
/// </summary>
internal static class InvariantsOfRows
{
    /// <summary>
    /// Connections that have something of their ports: all but those that are gone, and requests that came to nothing.
    /// </summary>
    private const string Live = "\"Status\" NOT IN ('Deleted', 'Denied', 'Cancelled')";

    /// <summary>
    /// References that the database doesn't hold by itself: column, and the table whose ids it has. What stands in
    /// braces is a list of them.
    /// </summary>
    public static readonly IReadOnlyDictionary<string, string> References = new Dictionary<string, string>
    {
        ["Addons.{CompanyIds}"] = "Companies",
        ["Addons.{RegionIds}"] = "Regions",
        ["CloudRouterSites.LinkedSiteId"] = "CloudRouterSites",
        ["Connections.SrcMetroId"] = "Metros",
        ["Connections.DestMetroId"] = "Metros",
        ["Connections.SrcRegionId"] = "Regions",
        ["Connections.DestRegionId"] = "Regions",
        ["Connections.DestFacilityId"] = "DataCenterFacilities",
        ["Connections.ParentId"] = "Connections",
        ["Connections.{AddonIds}"] = "Addons",
        ["Connections.SrcApprovedBy"] = "Users",
        ["Connections.DestApprovedBy"] = "Users",
        ["Invitations.InvitedBy"] = "Users",
        ["Invitations.UsedBy"] = "Users",
        ["Letters.UserId"] = "Users",
        ["Letters.CompanyId"] = "Companies",
        ["Metros.{RegionIds}"] = "Regions",
        ["PortOrders.FacilityId"] = "DataCenterFacilities",
        ["PortOrders.BillingId"] = "Subscriptions",
        ["PortOrders.CreatedBy"] = "Users",
        ["PortOrders.UpdatedBy"] = "Users",
        ["PortOrders.CancelledBy"] = "Users",
        ["Ports.FacilityId"] = "DataCenterFacilities",
        ["Ports.BillingId"] = "Subscriptions",
        ["Subscriptions.UserId"] = "Users",
    };

    /// <summary>
    /// Those that only the rules between resources keep: a move that is forced past them may break these alone.
    /// </summary>
    public static readonly IReadOnlyCollection<string> KeptByRulesAlone =
    [
        "nothing in service stands on a port that is gone", "every company has a Keyholder",
        "a CloudRouter that is gone has no sites", "a SIM pool that is gone has no cards and no site",
    ];

    /// <summary>Each a statement whose rows are what breaks it.</summary>
    public static readonly IReadOnlyDictionary<string, string> Statements = new Dictionary<string, string>
    {
        ["capacity: what leaves a port takes no more than it has"] =
            $"""
            SELECT p."Id" || ' has ' || p."Speed" || ' Mbps, sold are ' || (p."Out" + p."Iod" + p."Sites") FROM (
                SELECT p."Id", p."Speed",
                    coalesce((SELECT sum(max(
                            c."Speed",
                            coalesce((SELECT r."Speed" FROM "ChangeRequests" r
                                WHERE r."Id" = c."Id" AND r."Status" = 'Pending'), 0),
                            coalesce((SELECT max(f."Bandwidth") FROM "ConnectionFlexes" f
                                WHERE f."ConnectionId" = c."Id" AND f."Status" = 'Requested'), 0)))
                        FROM "Connections" c WHERE c."SrcPortId" = p."Id" AND c.{Live}), 0) AS "Out",
                    coalesce((SELECT sum(max(
                            s."RateLimit",
                            coalesce((SELECT max(f."Bandwidth") FROM "Flexes" f
                                WHERE f."ServiceId" = s."Id" AND f."Status" IN ('Requested', 'Processing')), 0)))
                        FROM "IodServices" s WHERE s."AccessPortId" = p."Id" AND s."Status" <> 'Deleted'), 0) AS "Iod",
                    coalesce((SELECT sum(s."RateLimit")
                        FROM "CloudRouterSites" s WHERE s."PortId" = p."Id" AND s."Status" <> 'Deleted'), 0) AS "Sites"
                FROM "Ports" p) p WHERE p."Out" + p."Iod" + p."Sites" > p."Speed"
            """,
        ["capacity: no connection is faster than the port it leads to"] =
            $"""
            SELECT c."Id" FROM "Connections" c JOIN "Ports" p ON p."Id" = c."DestPortId"
            WHERE c.{Live} AND c."Speed" > p."Speed"
            """,
        ["uniqueness: a VLAN is used once on a port"] =
            $"""
            SELECT "Port" || ' VLAN ' || "Vlan" || ' by ' || group_concat("Id") FROM (
                SELECT "SrcPortId" AS "Port", "SrcVlan" AS "Vlan", "Id" FROM "Connections" WHERE {Live}
                UNION ALL SELECT "DestPortId", "DestVlan", "Id" FROM "Connections" WHERE {Live}
                UNION ALL SELECT "AccessPortId", "Vlan", "Id" FROM "IodServices" WHERE "Status" <> 'Deleted'
                UNION ALL SELECT "PortId", "Vlan", "Id" FROM "CloudRouterSites" WHERE "Status" <> 'Deleted')
            WHERE "Port" IS NOT NULL AND "Vlan" IS NOT NULL GROUP BY "Port", "Vlan" HAVING count(*) > 1
            """,
        ["uniqueness: a port that carries something untagged carries nothing else"] =
            $"""
            SELECT "Port" || ' carries ' || group_concat("Id") FROM (
                SELECT "SrcPortId" AS "Port", "SrcUntagged" AS "Untagged", "Id" FROM "Connections" WHERE {Live}
                UNION ALL SELECT "DestPortId", "DestUntagged", "Id" FROM "Connections" WHERE {Live}
                UNION ALL SELECT "AccessPortId", 0, "Id" FROM "IodServices" WHERE "Status" <> 'Deleted'
                UNION ALL SELECT "PortId", 0, "Id" FROM "CloudRouterSites" WHERE "Status" <> 'Deleted')
            WHERE "Port" IS NOT NULL GROUP BY "Port" HAVING max("Untagged") = 1 AND count(*) > 1
            """,
        ["uniqueness: people and companies share their usernames' space"] =
            """SELECT u."Username" FROM "Users" u JOIN "Companies" c ON c."Username" = u."Username" COLLATE NOCASE""",
        ["uniqueness: one flex at a time is in progress, and one in force"] =
            """
            SELECT "ServiceId" FROM "Flexes" WHERE "Status" IN ('Requested', 'Processing')
            GROUP BY "ServiceId" HAVING count(*) > 1
            UNION ALL SELECT "ServiceId" FROM "Flexes" WHERE "ActiveFrom" IS NOT NULL AND "ActiveUntil" IS NULL
            GROUP BY "ServiceId" HAVING count(*) > 1
            UNION ALL SELECT "ConnectionId" FROM "ConnectionFlexes" WHERE "Status" = 'Requested'
            GROUP BY "ConnectionId" HAVING count(*) > 1
            UNION ALL SELECT "ConnectionId" FROM "ConnectionFlexes"
            WHERE "ActiveFrom" IS NOT NULL AND "ActiveUntil" IS NULL
            GROUP BY "ConnectionId" HAVING count(*) > 1
            """,
        ["a side's company and metro are those of its port"] =
            """
            SELECT c."Id" FROM "Connections" c JOIN "Ports" p ON p."Id" = c."SrcPortId"
            WHERE p."CompanyId" <> c."SrcCompanyId" OR p."MetroId" <> c."SrcMetroId"
            UNION ALL SELECT c."Id" FROM "Connections" c JOIN "Ports" p ON p."Id" = c."DestPortId"
            WHERE p."CompanyId" <> c."DestCompanyId" OR p."MetroId" <> c."DestMetroId"
            """,
        ["a connection leads from one port to another"] =
            """SELECT "Id" FROM "Connections" WHERE "SrcPortId" = "DestPortId" """,
        // A port may be disabled and deleted with disabled connections on it (000:4704, 000:4912), which can't be
        // enabled any more, and with what is being deleted.
        ["nothing in service stands on a port that is gone"] =
            $"""
            SELECT p."Id" FROM "Ports" p WHERE p."Status" = 'Deleted' AND (
                EXISTS (SELECT 1 FROM "Connections" c WHERE (c."SrcPortId" = p."Id" OR c."DestPortId" = p."Id")
                    AND c."Status" NOT IN ('Deleted', 'Denied', 'Cancelled', 'Disabled', 'Error', 'Deleting'))
                OR EXISTS (SELECT 1 FROM "IodServices" s WHERE s."AccessPortId" = p."Id"
                    AND s."Status" NOT IN ('Deleted', 'Deleting'))
                OR EXISTS (SELECT 1 FROM "CloudRouterSites" s WHERE s."PortId" = p."Id"
                    AND s."Status" NOT IN ('Deleted', 'Deleting', 'Error')))
            """,
        ["capacity: the sites of a CloudRouter have no more than it may have"] =
            """
            SELECT r."Id" || ' of ' || r."Bandwidth" || ' has sites of ' || r."Sites" || ' Mbps' FROM (
                SELECT r."Id", r."Bandwidth",
                    coalesce((SELECT sum(s."RateLimit") FROM "CloudRouterSites" s
                        WHERE s."RouterId" = r."Id" AND s."Status" <> 'Deleted'), 0) AS "Sites"
                FROM "CloudRouters" r) r
            WHERE r."Sites" > CASE r."Bandwidth" WHEN '500MB' THEN 500 WHEN '1GB' THEN 1000 WHEN '2.5GB' THEN 2500
                WHEN '5GB' THEN 5000 WHEN '10GB' THEN 10000 ELSE 100000 END
            """,
        ["uniqueness: no two sites have one subnet"] =
            """
            SELECT "Link" || ' of ' || group_concat("Id") FROM "CloudRouterSites"
            WHERE "Status" <> 'Deleted' AND "Link" IS NOT NULL GROUP BY "Link" HAVING count(*) > 1
            """,
        ["a CloudRouter that is gone has no sites"] =
            """
            SELECT s."Id" FROM "CloudRouterSites" s JOIN "CloudRouters" r ON r."Id" = s."RouterId"
            WHERE r."Status" = 'Deleted' AND s."Status" <> 'Deleted'
            """,
        ["a site's company is its CloudRouter's, and its port its own or a cloud's"] =
            """
            SELECT s."Id" FROM "CloudRouterSites" s JOIN "CloudRouters" r ON r."Id" = s."RouterId"
            JOIN "Ports" p ON p."Id" = s."PortId" JOIN "Companies" c ON c."Id" = p."CompanyId"
            WHERE r."CompanyId" <> s."CompanyId"
                OR CASE s."Type" WHEN 'COMPANY' THEN p."CompanyId" <> s."CompanyId"
                    ELSE coalesce(c."Cloud" ->> 'CloudType', '') <> s."Type" END
            """,
        ["a site stands on a port or on a SIM pool, its company's own"] =
            """
            SELECT s."Id" FROM "CloudRouterSites" s LEFT JOIN "SimPools" p ON p."Id" = s."SimPoolId"
            WHERE (s."PortId" IS NULL) <> (s."SimPoolId" IS NOT NULL) OR p."CompanyId" <> s."CompanyId"
            """,
        ["a SIM pool that is gone has no cards and no site"] =
            """
            SELECT p."Id" FROM "SimPools" p WHERE p."Status" = 'Deleted' AND (
                EXISTS (SELECT 1 FROM "Sims" s WHERE s."PoolId" = p."Id")
                OR EXISTS (SELECT 1 FROM "CloudRouterSites" s WHERE s."SimPoolId" = p."Id" AND s."Status" <> 'Deleted'))
            """,
        ["a SIM card's company is its pool's and its order's"] =
            """
            SELECT s."Id" FROM "Sims" s JOIN "SimPools" p ON p."Id" = s."PoolId"
            JOIN "SimOrders" o ON o."Id" = s."OrderId"
            WHERE p."CompanyId" <> s."CompanyId" OR o."CompanyId" <> s."CompanyId"
            """,
        ["an order of SIM cards has its cards once it is done, and none before"] =
            """
            SELECT o."Id" FROM "SimOrders" o
            WHERE (SELECT count(*) FROM "Sims" s WHERE s."OrderId" = o."Id")
                <> CASE o."Status" WHEN 'Processed' THEN o."SimQuantity" ELSE 0 END
            """,
        ["capacity: SIM cards have addresses of their pool's subnet"] =
            """
            SELECT "Id" FROM "Sims" WHERE "Host" NOT BETWEEN 2 AND 4094
            UNION ALL SELECT "Id" FROM "SimPools" WHERE "Block" NOT BETWEEN 0 AND 1023
            """,
        ["uniqueness: no two SIM pools have one subnet, and no two cards one address or number"] =
            """
            SELECT group_concat("Id") FROM "SimPools" WHERE "Status" <> 'Deleted' GROUP BY "Block" HAVING count(*) > 1
            UNION ALL SELECT group_concat("Id") FROM "Sims" GROUP BY "PoolId", "Host" HAVING count(*) > 1
            UNION ALL SELECT group_concat("Id") FROM "Sims" GROUP BY "Serial" HAVING count(*) > 1
            """,
        ["two linked sites name each other"] =
            """
            SELECT s."Id" FROM "CloudRouterSites" s JOIN "CloudRouterSites" o ON o."Id" = s."LinkedSiteId"
            WHERE o."LinkedSiteId" IS NOT s."Id" OR o."RouterId" <> s."RouterId"
            """,
        ["an order that is done has delivered its port"] =
            """
            SELECT o."Id" FROM "PortOrders" o JOIN "Ports" p ON p."Id" = o."PortId"
            WHERE o."Status" = 'Done' AND p."DeliveredAt" IS NULL
            """,
        ["a port and its order say the same"] =
            """
            SELECT o."Id" FROM "PortOrders" o JOIN "Ports" p ON p."Id" = o."PortId"
            WHERE o."CompanyId" <> p."CompanyId" OR o."Speed" <> p."Speed"
            """,
        ["every company has a Keyholder"] =
            """
            SELECT c."Username" FROM "Companies" c WHERE NOT EXISTS (
                SELECT 1 FROM "Memberships" m
                WHERE m."CompanyId" = c."Id" AND m."Status" = 'Active' AND m."Roles" LIKE '%"Admin"%')
            """,
        ["capacity: a plan covers no more ports than it has"] =
            """
            SELECT s."Id" FROM "Subscriptions" s WHERE (
                SELECT count(*) FROM "Ports" p WHERE p."BillingId" = s."Id" AND p."Status" <> 'Deleted') > s."Ports"
            """,
        ["speeds are positive"] =
            """
            SELECT "Id" FROM "Connections" WHERE "Speed" < 1
            UNION ALL SELECT "Id" FROM "Ports" WHERE "Speed" < 1
            UNION ALL SELECT "Id" FROM "IodServices" WHERE "RateLimit" < 1
            UNION ALL SELECT "Id" FROM "CloudRouterSites" WHERE "RateLimit" < 1
            """,
        ["what is gone says since when"] =
            """
            SELECT "Id" FROM "Connections" WHERE ("Status" = 'Deleted') <> ("DeletedAt" IS NOT NULL)
            UNION ALL SELECT "Id" FROM "Ports" WHERE ("Status" = 'Deleted') <> ("DeletedAt" IS NOT NULL)
            UNION ALL SELECT "Id" FROM "CloudRouters" WHERE ("Status" = 'Deleted') <> ("DeletedAt" IS NOT NULL)
            UNION ALL SELECT "Id" FROM "CloudRouterSites" WHERE ("Status" = 'Deleted') <> ("DeletedAt" IS NOT NULL)
            UNION ALL SELECT "Id" FROM "SimPools" WHERE ("Status" = 'Deleted') <> ("DeletedAt" IS NOT NULL)
            """,
        ["a VLAN is in its port's ranges"] =
            $"""
            SELECT c."Id" FROM "Connections" c JOIN "Ports" p ON p."Id" = c."SrcPortId"
            WHERE c.{Live} AND c."SrcVlan" IS NOT NULL AND p."Partner" IS NULL
                -- Printed so: VLAN 1, where its port's ranges begin with 2 (000:9190).
                AND c."Id" <> '579f33b548010f508c7a449c'
                AND NOT EXISTS (SELECT 1 FROM json_each(p."VlanRanges") r
                    WHERE c."SrcVlan" BETWEEN r."value" ->> 'First' AND r."value" ->> 'Last')
            """,
    };

    /// <summary>Each a statement whose rows are what is wrong.</summary>
    private static readonly string[] StatementsOfAFile =
    [
        """
            SELECT 'Controllers of port ' || p."Id"
                || ' name the metro ' || j."value" ->> 'MetroId' || ', which there is not'
            FROM "Ports" p, json_each(p."Controllers") j
            WHERE j."value" ->> 'MetroId' NOT IN (SELECT "Id" FROM "Metros")
            """,
        """
            SELECT 'Cdr of subscription ' || s."Id" || ' names a region which there is not'
            FROM "Subscriptions" s, json_each(s."Cdr") j
            WHERE j."value" ->> 'SrcRegionId' NOT IN (SELECT "Id" FROM "Regions")
                OR j."value" ->> 'DestRegionId' NOT IN (SELECT "Id" FROM "Regions")
            """,
        """
            SELECT 'VlanRanges of port ' || p."Id" || ' have no order' FROM "Ports" p, json_each(p."VlanRanges") j
            WHERE j."value" ->> 'First' > j."value" ->> 'Last'
            """,
        """
            SELECT 'SpeedPercent of counterparty ' || "CompanyId" || ' is ' || "SpeedPercent" FROM "Counterparties"
            WHERE "SpeedPercent" NOT BETWEEN 1 AND 99
            """,
        """
            SELECT 'DelaySeconds of counterparty ' || "CompanyId" || ' is ' || "DelaySeconds" FROM "Counterparties"
            WHERE "DelaySeconds" NOT BETWEEN 0 AND 31536000
            """,
        $"""
            SELECT 'Kind of letter ' || "Sequence" || ' is ' || "Kind" || ', which there is not' FROM "Letters"
            WHERE "Kind" NOT IN ('{string.Join("', '", LetterKind.All)}')
            """,
        $"""
            SELECT 'To of letter ' || "Sequence" || ' is ' || "To" || ', which there is not' FROM "Letters"
            WHERE "To" NOT IN ('{string.Join("', '", Recipient.All)}')
            """,
    ];

    /// <summary>All of them.</summary>
    public static readonly ServiceInvariants All = new()
    {
        Statements = Statements,
        References = References,
        Further = Overlapping,
        OfAFile = rows =>
            [.. Addresses(rows), .. StatementsOfAFile.SelectMany(statement => rows.Texts(statement))],
    };

    /// <summary>Addresses that two services have at once.</summary>
    private static IEnumerable<string> Overlapping(SqliteConnection rows)
    {
        var blocks = rows.Texts("SELECT \"Address\" || '/' || \"Mask\" FROM \"IpBlocks\" WHERE \"ReleasedAt\" IS NULL")
            .Select(Range)
            .OrderBy(range => range.Bits)
            .ThenBy(range => range.First)
            .ToList();
        return blocks
            .Zip(blocks.Skip(1))
            .Where(pair => pair.First.Bits == pair.Second.Bits && pair.First.Last >= pair.Second.First)
            .Select(pair => $"uniqueness: {pair.First.Text} and {pair.Second.Text} overlap");
    }

    private static (string Text, int Bits, BigInteger First, BigInteger Last) Range(string cidr)
    {
        var parts = cidr.Split('/');
        var bytes = IPAddress.Parse(parts[0]).GetAddressBytes();
        var first = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return (
            cidr,
            bytes.Length * 8,
            first,
            first + BigInteger.Pow(2, (bytes.Length * 8) - int.Parse(parts[1], CultureInfo.InvariantCulture)) - 1);
    }

    private static IEnumerable<string> Addresses(SqliteConnection rows)
    {
        foreach (var row in rows.Texts(
            "SELECT \"Id\" || char(9) || \"Version\" || char(9) || \"Address\" || char(9) || \"Mask\" FROM "
            + "\"IpBlocks\""))
        {
            var cells = row.Split('\t');
            var family = cells[1] == "Ipv4" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6;
            if (cells.Length != 4 || !IPAddress.TryParse(cells[2], out var address) || address.AddressFamily != family
                || !int.TryParse(cells[3], out var mask) || mask < 0
                    || mask > (family == AddressFamily.InterNetwork ? 32 : 128))
            {
                yield return $"the block {cells[0]} of IpBlocks has no address of its version, "
                    + $"{row[(cells[0].Length + 1)..].Replace('\t', ' ')}";
            }
        }
    }
}
