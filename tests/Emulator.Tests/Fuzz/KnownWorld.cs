using Emulator.Simulation;
using Microsoft.Data.Sqlite;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// What there is to ask about, read from the sandbox's own tables: valid calls are made of it. A call is about one
/// company, asked by somebody of it, and what it names is the company's as a rule; every so often it is somebody
/// else's, so that a stranger's hands on it are tried as well.
/// </summary>
internal sealed class KnownWorld(Sandbox sandbox, SeededChoices luck, KeptReads reads)
{
    /// <summary>How often a name is one of another company's.</summary>
    private const double Stranger = 0.07;

    private static readonly string[] Actions =
    [
        "accept",
        "deny",
        "cancel",
        "decline",
        "sendloa",
        "loasent",
        "disable",
        "activate",
        "enable",
        "approve",
        "resend",
    ];

    private static readonly string[] Roles = ["ADMIN", "NETWORKCONTROL", "NETWORKVIEW", "USER", "MANAGEMENT"];

    private string companyId = "";
    private Dictionary<string, List<string>> own = [];
    private List<(string Company, string Resource, string? Key)> ready = [];
    private string? keyOfTheReady;
    private string? resource;
    private (string Port, string Company, string Metro) destination;
    private Dictionary<string, List<string>> all = [];

    /// <summary>Who asks, by username: what is one's own account is named so; null where nobody does.</summary>
    private string? self;

    /// <summary>The company that the next call is about: its username.</summary>
    public string Company { get; private set; } = "";

    /// <summary>
    /// Reads it, and chooses the company that the next call is about: as a rule one that has what the route names, in a
    /// state in which the route has something to do.
    /// </summary>
    /// <param name="method">The method.</param>
    /// <param name="route">The route, with its variables.</param>
    public async Task Choose(string method, string route)
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            if (!reads.IsAsItWas(turn.Rows))
            {
                all = Everything(turn.Rows);
            }

            ready = Ready(turn.Rows, method, route);
            for (var attempt = 0; attempt < 6; attempt++)
            {
                (resource, keyOfTheReady) = (null, null);
                var (id, name) =
                    ready.Count > 0 && !luck.Chance(0.25)
                        ? Owner(turn.Rows, luck.Of(ready))
                        : At(luck.Below(all["companyId"].Count));
                (companyId, Company) = (id, name);
                own = Own(turn.Rows, companyId);
                KeyOfTheCompany = keyOfTheReady ?? (own["key"] is { Count: > 0 } keys ? luck.Of(keys) : null);
                if (KeyOfTheCompany is not null)
                {
                    break;
                }
            }

            self = KeyOfTheCompany is { } key
                ? reads.Texts(
                    turn.Rows,
                    "SELECT u.\"Username\" FROM \"ApiKeys\" k JOIN \"Users\" u ON u.\"Id\" = k.\"UserId\" "
                        + "WHERE k.\"Key\" = @company",
                    key)[0]
                : null;

            destination = Destination(turn.Rows);
        }
        finally
        {
            turn.End();
        }

        (string Id, string Name) At(int index) => (all["companyId"][index], all["companyName"][index]);
    }

    /// <summary>The resources with which a route has something to do, each with the company that may do it.</summary>
    private List<(string Company, string Resource, string? Key)> Ready(
        SqliteConnection rows,
        string method,
        string route)
    {
        var sql = ReadyFor
            .FirstOrDefault(one => one.Method == method && route.EndsWith(one.End, StringComparison.Ordinal))
            .Sql;
        return sql is null
            ? []
            :
            [
                .. reads.Texts(rows, sql)
                    .Select(cells => cells.Split(' '))
                    .Select(cells => (cells[0], cells[1], cells.ElementAtOrDefault(2))),
            ];
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private const string ActivePorts = "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\" WHERE \"Status\" = "
        + "'Active' AND \"Partner\" IS NULL";

    private const string OwnPlans = "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"ImsiProfiles\" WHERE \"CompanyId\" "
        + "IS NOT NULL";

    private const string AzureConnections = "SELECT c.\"SrcCompanyId\" || ' ' || c.\"Id\" FROM \"Connections\" c "
        + "JOIN \"Companies\" d ON d.\"Id\" = c.\"DestCompanyId\" WHERE d.\"Username\" = 'azure' AND c.\"ParentId\" "
        + "IS NULL AND c.\"Status\" = 'Active'";

    private const string EdgePrices = "SELECT \"CompanyId\" || ' ' || json_extract(\"Solutions\", '$[0].QuoteKey') "
        + "FROM \"EdgeQuotes\" WHERE \"Status\" = 'Ready' AND json_array_length(\"Solutions\") > 0";

    private const string InvitedThere = "SELECT m.\"CompanyId\" || ' - ' || k.\"Key\" FROM \"Memberships\" m JOIN "
        + "\"ApiKeys\" k ON k.\"UserId\" = m.\"UserId\" WHERE m.\"Status\" <> 'Active'";

    /// <summary>
    /// By a route's end: statements that find a company, a resource, and whose key it takes where that isn't one of the
    /// company's, with blanks in between.
    /// </summary>
    private static readonly (string Method, string End, string Sql)[] ReadyFor =
    [
        ("POST", "/pricing/calculate/flex", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" WHERE "
            + "\"Status\" = 'Active'"),
        ("GET", "/flex-iod/{giaServiceId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\" WHERE "
            + "\"Status\" = 'Active'"),
        ("POST", "/{l3vpnId}/delete-site", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouterSites\" WHERE "
            + "\"Status\" <> 'Deleted'"),
        ("POST", "/{l3vpnId}/add-site", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouters\""),
        ("PUT", "/membership-requests/{companyName}", "SELECT c.\"Id\" || ' - ' || k.\"Key\" FROM \"Companies\" c, "
            + "\"ApiKeys\" k WHERE NOT EXISTS (SELECT 1 FROM \"Memberships\" m WHERE m.\"CompanyId\" = c.\"Id\" AND "
            + "m.\"UserId\" = k.\"UserId\")"),
        ("PUT", "/membership-requests/{companyName}/accept", InvitedThere),
        ("PUT", "/membership-requests/{companyName}/deny", InvitedThere),
        ("PUT", "/membership-requests/{companyName}/cancel", InvitedThere),
        ("PUT", "/connections/{connectionId}/approve", "SELECT \"DestCompanyId\" || ' ' || \"Id\" FROM "
            + "\"Connections\" WHERE \"Status\" = 'Pending'"),
        ("PUT", "/connections/{connectionId}/reject", "SELECT \"DestCompanyId\" || ' ' || \"Id\" FROM "
            + "\"Connections\" WHERE \"Status\" = 'Pending'"),
        ("PUT", "/connections/{connectionId}/enable", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" "
            + "WHERE \"Status\" = 'Disabled'"),
        ("PUT", "/connections/{connectionId}/disable", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM "
            + "\"Connections\" WHERE \"Status\" = 'Active'"),
        ("PUT", "/connections/{connectionId}/change", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" "
            + "WHERE \"Status\" = 'Active' AND \"SrcCompanyId\" <> \"DestCompanyId\""),
        ("PUT", "/change/approve", "SELECT CASE r.\"ProposedBy\" WHEN 'Src' THEN c.\"DestCompanyId\" ELSE "
            + "c.\"SrcCompanyId\" END || ' ' || c.\"Id\" FROM \"Connections\" c JOIN \"ChangeRequests\" r ON "
            + "r.\"Id\" = c.\"Id\" WHERE r.\"Status\" = 'Pending'"),
        ("PUT", "/change/read", "SELECT c.\"DestCompanyId\" || ' ' || c.\"Id\" FROM \"Connections\" c JOIN "
            + "\"ChangeRequests\" r ON r.\"Id\" = c.\"Id\""),
        ("DELETE", "/change", "SELECT CASE r.\"ProposedBy\" WHEN 'Src' THEN c.\"SrcCompanyId\" ELSE "
            + "c.\"DestCompanyId\" END || ' ' || c.\"Id\" FROM \"Connections\" c JOIN \"ChangeRequests\" r ON "
            + "r.\"Id\" = c.\"Id\" WHERE r.\"Status\" = 'Pending'"),
        ("POST", "/cloud/IBM", ActivePorts),
        ("POST", "/cloud/OVHCLOUD", ActivePorts),
        ("PUT", "/layer2/create", ActivePorts),
        ("POST", "/peering/{peeringType}", AzureConnections),
        ("GET", "/peering/{peeringType}", AzureConnections),
        ("DELETE", "/peering/{peeringType}", AzureConnections),
        ("POST", "/connection-change-requests", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" WHERE "
            + "\"Status\" = 'Active' AND \"SrcCompanyId\" = \"DestCompanyId\" AND \"PaymentType\" <> 'plan'"),
        ("GET", "/connection-change-requests/{flexId}", "SELECT c.\"SrcCompanyId\" || ' ' || c.\"Id\" FROM "
            + "\"Connections\" c JOIN \"ConnectionFlexes\" f ON f.\"ConnectionId\" = c.\"Id\""),
        ("GET", "/asns/{asn}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Asns\""),
        ("DELETE", "/asns/{asn}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Asns\""),
        ("PUT", "/layer2", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\" WHERE \"Status\" = 'Active' AND "
            + "\"Partner\" IS NULL"),
        ("DELETE", "/connections/{connectionId}", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" "
            + "WHERE \"Status\" IN ('Disabled', 'Pending', 'Error')"),
        ("POST", "/connections/{connectionId}", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" WHERE "
            + "\"Status\" IN ('Active', 'Pending')"),
        ("GET", "/connections/{connectionId}", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\""),
        ("GET", "/connections/{connectionId}/log", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\""),
        ("PUT", "/connections/{connectionId}/sync", "SELECT \"SrcCompanyId\" || ' ' || \"Id\" FROM \"Connections\" "
            + "WHERE \"Status\" = 'Active'"),
        ("DELETE", "/ports/{portId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\" WHERE \"Status\" = "
            + "'Disabled'"),
        ("POST", "/ports/{portId}/{action}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\" p WHERE "
            + "\"Status\" IN ('Active', 'Ready', 'Disabled') AND NOT EXISTS (SELECT 1 FROM \"Connections\" c WHERE "
            + "c.\"SrcPortId\" = p.\"Id\" OR c.\"DestPortId\" = p.\"Id\")"),
        ("GET", "/access-circuit", "SELECT p.\"CompanyId\" || ' ' || p.\"Id\" FROM \"Ports\" p JOIN "
            + "\"AccessCircuits\" a ON a.\"PortId\" = p.\"Id\""),
        ("GET", "/utilization", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\""),
        ("POST", "/orders/{orderId}/cancel", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"PortOrders\" WHERE "
            + "\"Status\" IN ('Created', 'Pending', 'Allocated')"),
        ("POST", "/orders/{orderId}/{action}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"PortOrders\" WHERE "
            + "\"Status\" IN ('Allocated', 'LoaSent')"),
        ("POST", "/orders/{orderId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"PortOrders\""),
        (
            "PUT",
            "/{action}/{targetUsername}",
            "SELECT m.\"CompanyId\" || ' ' || u.\"Username\" FROM \"Memberships\" m JOIN \"Users\" u ON "
                + "u.\"Id\" = m.\"UserId\" WHERE m.\"Status\" <> 'Active' AND m.\"AskedBy\" = 'User'"
        ),
        (
            "PUT",
            "/invites/{inviteId}/{action}",
            "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Memberships\" WHERE " + "\"Status\" <> 'Active'"),
        (
            "DELETE",
            "/invites/{inviteId}",
            "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Memberships\" WHERE "
                + "\"Status\" <> 'Active' AND \"AskedBy\" = 'Company'"),
        (
            "POST",
            "/gia-service",
            "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Ports\" WHERE \"Status\" = 'Active' "
                + "AND \"SupportedServices\" LIKE '%GIA%'"),
        ("GET", "/productOrder/{id}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SonataOrders\""),
        ("GET", "/quote/{id}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SonataQuotes\""),
        ("GET", "/product/{id}", "SELECT \"CompanyId\" || ' ' || coalesce(\"ConnectionId\", \"PortId\") FROM "
            + "\"SonataOrders\""),
        ("DELETE", "/l3vpns/{l3vpnId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouters\""),
        ("POST", "/l3vpn/{vpnId}/site", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouters\" WHERE \"Status\" "
            + "= 'Created'"),
        ("GET", "/l3vpn/{l3vpnId}/sites", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouters\""),
        ("DELETE", "/sites/{siteId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"CloudRouterSites\" WHERE "
            + "\"Status\" IN ('Active', 'Error')"),
        ("POST", "/edge-orders", EdgePrices),
        ("GET", "/quotes/discount", EdgePrices),
        ("GET", "/search/{responseId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"EdgeQuotes\""),
        ("POST", "/support-tickets", ActivePorts),
        ("POST", "/addNote", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SupportTickets\""),
        ("GET", "/support-tickets/{id}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SupportTickets\""),
        ("POST", "/iot-order/{orderId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SimOrders\""),
        ("PUT", "/iot-sim-pools/{iotSimPoolId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SimPools\" WHERE "
            + "\"Status\" <> 'Deleted'"),
        ("DELETE", "/iot-sim-pools/{iotSimPoolId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SimPools\" p WHERE "
            + "\"Status\" = 'Created' AND NOT EXISTS (SELECT 1 FROM \"Sims\" s WHERE s.\"PoolId\" = p.\"Id\")"),
        ("PUT", "/{destinationSimPoolId}/sims", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"SimPools\" WHERE "
            + "\"Status\" = 'Created'"),
        ("GET", "/iot-sims-cache/{iotSimId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Sims\""),
        ("PUT", "/iot-sims-cache/{iotSimId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"Sims\""),
        ("POST", "/iot-imsi-profile/{id}/apns", OwnPlans),
        ("DELETE", "/iot-imsi-profile/{id}/apns", OwnPlans),
        ("POST", "/flex", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\" WHERE \"Status\" = 'Active'"),
        ("DELETE", "/gia-services/{giaId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\" WHERE "
            + "\"Status\" IN ('Active', 'Error')"),
        ("GET", "{giaId}", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
        ("GET", "/flex", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
        ("GET", "/flex/current", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
        ("GET", "/flex/history", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
        ("GET", "/logs", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
        ("POST", "/logs", "SELECT \"CompanyId\" || ' ' || \"Id\" FROM \"IodServices\""),
    ];

    /// <summary>The company of something that is ready, and the resource: what the call will name.</summary>
    private (string Id, string Name) Owner(SqliteConnection rows, (string Company, string Resource, string? Key) chosen)
    {
        (_, resource, keyOfTheReady) = chosen;
        return (
            chosen.Company,
            reads.Texts(rows, "SELECT \"Username\" FROM \"Companies\" WHERE \"Id\" = @company", chosen.Company)[0]);
    }

    /// <summary>Somewhere to connect to: a port, whose it is, and in which metro.</summary>
    private (string Port, string Company, string Metro) Destination(SqliteConnection rows)
    {
        var cells = luck.Of(reads.Texts(rows, "SELECT p.\"Id\" || ' ' || c.\"Username\" || ' ' || p.\"MetroId\" FROM "
            + "\"Ports\" p JOIN \"Companies\" c ON c.\"Id\" = p.\"CompanyId\" WHERE p.\"Status\" = 'Active' ORDER BY "
            + "p.\"Id\"")).Split(' ');
        return (cells[0], cells[1], cells[2]);
    }

    /// <summary>
    /// An API key of somebody who may do most with the chosen company; null where nobody of it has one.
    /// </summary>
    public string? KeyOfTheCompany { get; private set; }

    /// <summary>Whether a member had better be left out, since the company has nothing to name there.</summary>
    public bool LeavesOut(string name) => name == "billingId" && own["subscription"].Count == 0;

    /// <summary>An API key of anybody.</summary>
    public string AnyKey => luck.Of(all["key"]);

    /// <summary>
    /// A resource of a machine, every other time one of the newest, which are under way; null where it has none.
    /// </summary>
    public string? ResourceOf(string machine) =>
        all.GetValueOrDefault(machine) is { Count: > 0 } ids
            ? ids[luck.Chance(0.5) ? luck.Below(ids.Count) : ids.Count - 1 - luck.Below(Math.Min(6, ids.Count))]
            : null;

    /// <summary>
    /// A value for a parameter or member of this name, in a route or body; null where the name says nothing.
    /// </summary>
    public string? ValueFor(string name, string route) =>
        IsOfTheRoute(name, route) && ready.Count > 0 && resource is { } named && !luck.Chance(Stranger)
            ? named
            : name switch
            {
                "companyName" or "companyUsername" => luck.Chance(0.9) ? Company : companyId,
                "destCompany" => luck.Chance(0.85) ? destination.Company : luck.Of(all["companyName"]),
                "username" when route.Contains("/user/", Ordinal) && self is not null && luck.Chance(0.6) => self,
                "username"
                    when route.Contains("/user/", StringComparison.Ordinal)
                        || route.Contains("check-username", StringComparison.Ordinal) => Mine("member", "user"),
                "username"
                    when route.Contains("Partner/{username}", StringComparison.Ordinal)
                        || route.Contains("Provider/{username}", StringComparison.Ordinal) => luck.Of(all["partner"]),
                "username" => Company,
                "companyId" => companyId,
                "userType" => luck.Of(["company", "company", "user"]),
                "direction" => luck.Of(["incoming", "outgoing"]),
                "targetUsername" => luck.Chance(0.7) ? Mine("member", "user") : luck.Of(all["user"]),
                "roleName" or "role" => luck.Of(Roles),
                "action" when luck.Chance(0.7) => luck.Of<string>(
                    route.Contains("/orders/", StringComparison.Ordinal) ? ["sendloa", "loasent"]
                    : route.Contains("/ports/", StringComparison.Ordinal) ? ["disable", "active"]
                    : ["accept", "deny"]),
                "action" => luck.Of(Actions),
                "email" => luck.Chance(0.5) ? luck.Of(all["email"]) : $"new{luck.Below(100000)}@example.net",
                "emailResetToken" or "token" => luck.Of(all["mailed"]),
                "invitationToken" => luck.Of(all["invitation"]),
                "inviteId" or "inviteToCompanyId" => Mine("invite", "invite"),
                "orderId" or "name" or "bandwidth" when IsOfMef(route) => null,
                "orderId" => route.Contains("/iot-order/", Ordinal)
                    ? Mine("sim-order", "sim-orders")
                    : Mine("order", "order"),
                "id" when route.Contains("/iot-imsi-profile/", Ordinal) => luck.Of(all["plan"]),
                "id" when route.Contains("/{id}/iot-", Ordinal) => companyId,
                "apnId" => luck.Of(all["apn"]),
                "simPoolId" when route.EndsWith("/site", Ordinal) || luck.Chance(0.5) => Mine("sim-pool", "sim-pools"),
                "simPoolId" => "",
                "iotSimPoolId" or "destinationSimPoolId" => Mine("sim-pool", "sim-pools"),
                "iotSimId" => Mine("sim", "sims"),
                "accessPortId" or "srcPortId" or "srcPortIds" when luck.Chance(0.8) => Mine("active", "port"),
                "portId" or "accessPortId" or "srcPortId" or "srcPortIds" => Mine("port", "port"),
                "destPortId" or "destPortIds" or "regionId" or "destRegionId" or "region" or "pairingKeys"
                    or "partnerAccountId" or "azureServiceKey" or "serviceKey"
                    when IsOfAClouds(route) => null, // Only what hangs together does: as the example has it.
                "destPortId" or "destPortIt" => luck.Chance(0.7) ? destination.Port : Mine("port", "port"),
                "connectionId" => Mine("connection", "connection"),
                "giaId" or "giaServiceId" => Mine("service", "service"),
                "discountCode" when route.Contains("/edgeports/", Ordinal) => "TESTING",
                "discountCode" => luck.Of<string>(["DISCOUNTDEMO", "firstconnection", "CLOUDROUTER10"]),
                "dcf" or "srcDcf" or "dcfId" => luck.Of(all["facilityId"]),
                "bandwidth" when route.Contains("/pricing/l3vpn", Ordinal) =>
                    luck.Of<string>(["500MB", "1GB", "10GB", ">10GB"]),
                "bandwidth" when route.Contains("/pricing/", Ordinal) && route.Contains("/v2/", Ordinal) =>
                    luck.Of<string>(["1", "10", "250", "1000", "20000"]),
                "durationValue" => luck.Of<string>(["1", "2", "3", "6", "24"]),
                "durationUnit" when route.Contains("/gia/", Ordinal) => luck.Of<string>(["d", "w", "m", "y"]),
                "priceRequests" => """[{"bandwidth":10,"durationValue":2,"durationUnit":"w"}]""",
                "l3vpnId" when RouterOf(resource) is { } router => router,
                "l3vpnId" or "vpnId" => Mine("router", "router"),
                "asn" when route.Contains("{asn}", Ordinal) => Mine("asn", "asn"),
                "flexId" => luck.Of(all["connection-flexes"]),
                "peeringType" => luck.Of<string>(["PRIVATE", "PRIVATE", "MICROSOFT", "PUBLIC"]),
                "siteId" => Mine("site", "site"),
                "id" when route.EndsWith("/support-tickets", Ordinal) => Mine("port", "port"),
                "type" when route.EndsWith("/support-tickets", Ordinal) => "Port",
                "shieldPortId" => "5b7a1c90c2e6a1b4d7e00852",
                "id" when route.Contains("/support-tickets/", Ordinal) => luck.Of(all["support-tickets"]),
                "responseId" => luck.Of(all["edge-quotes"]),
                "quoteKey" => luck.Of(all["quoteKey"]),
                "iso" => luck.Of<string>(["HK", "SG", "AU", "US", "JP", "FR"]),
                "providerId" => luck.Of(all["cloud"]),
                "bandwidth" when route.EndsWith("/l3vpns", StringComparison.Ordinal) =>
                    luck.Of<string>(["500MB", "1GB", "10GB", ">10GB"]),
                "destMetroId" or "metroId" => luck.Chance(0.85) ? destination.Metro : luck.Of(all["metro"]),
                "destDcf" => luck.Of(all["facilityId"]),
                "dataCenterFacility" => luck.Of(all["facility"]),
                "destRegionId" or "regionId" or "srcRegionId" => luck.Of(all["region"]),
                "addonIds" => luck.Of(all["addon"]),
                "billingId" => Mine("subscription", "subscription"),
                "oldPassword" or "password" or "newPassword" => "Password1",
                _ => null,
            };

    /// <summary>
    /// Whether the name is what the route is about, rather than something on the way: the last variable, or the port
    /// that something is made on.
    /// </summary>
    private static bool IsOfTheRoute(string name, string route) =>
        IsOfAClouds(route) && !route.Contains("{connectionId}", Ordinal) ? name is "srcPortId" or "portId"
        : route.EndsWith("/layer2", StringComparison.Ordinal) ? name == "portId"
        : route.EndsWith("/calculate/flex", Ordinal) ? name == "connectionId"
        : IsOfMef(route) ? name == "id" && route.EndsWith("/{id}", Ordinal)
        : route.EndsWith("/delete-site", Ordinal) ? name == "siteId"
        : name == "connectionId" && route.Contains("{flexId}", Ordinal) ? true
        : name == "l3vpnId" && route.Contains("{siteId}", Ordinal) ? false
        : route.EndsWith("/gia-service", StringComparison.Ordinal) ? name == "accessPortId"
        : route.EndsWith("/edge-orders", Ordinal) || route.EndsWith("/quotes/discount", Ordinal) ? name == "quoteKey"
        : route.EndsWith("/support-tickets", Ordinal) ? name == "id"
        : route.EndsWith("/iot-imsi-profile/{id}/apns", StringComparison.Ordinal) ? name == "id"
        : name == "id" ? route.Contains("/support-tickets/", Ordinal)
        : name is "connectionId" or "giaId" or "giaServiceId" or "l3vpnId" or "vpnId" or "siteId" or "orderId"
            or "inviteId" or "portId" or "responseId" or "iotSimPoolId" or "destinationSimPoolId" or "iotSimId"
            or "targetUsername" && route.Contains($"{{{name}}}", StringComparison.Ordinal);

    /// <summary>The CloudRouter of a site; null where it is none.</summary>
    private string? RouterOf(string? site) =>
        site is null ? null : all["routerOf"].Find(pair => pair.EndsWith(site, Ordinal))?.Split(' ')[0];

    /// <summary>Whether a route is of MEF's dialect.</summary>
    private static bool IsOfMef(string route) => route.StartsWith("/mefApi/", Ordinal);

    /// <summary>Whether a route is one cloud's own.</summary>
    private static bool IsOfAClouds(string route) =>
        (route.Contains("/directConnectPartner/", Ordinal) && !route.Contains("Partner/{username}", Ordinal))
        || route.Contains("/connections/cloud/", Ordinal);

    private string Mine(string kind, string otherwise) =>
        own.GetValueOrDefault(kind) is { Count: > 0 } mine && !luck.Chance(Stranger)
            ? luck.Of(mine)
            : luck.Of(all[otherwise]);

    private Dictionary<string, List<string>> Everything(SqliteConnection rows) => new()
    {
        ["companyId"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Companies\" ORDER BY \"Id\""),
        ["companyName"] = reads.Texts(rows, "SELECT \"Username\" FROM \"Companies\" ORDER BY \"Id\""),
        ["partner"] = reads.Texts(rows, "SELECT \"Username\" FROM \"Companies\" WHERE \"Username\" IN ('amazon', "
            + "'azure', 'google_cloud', 'internet') ORDER BY \"Id\""),
        ["user"] = reads.Texts(rows, "SELECT \"Username\" FROM \"Users\" ORDER BY \"Id\""),
        ["email"] = reads.Texts(rows, "SELECT \"Email\" FROM \"Users\" ORDER BY \"Id\""),
        ["key"] = reads.Texts(rows, "SELECT \"Key\" FROM \"ApiKeys\" ORDER BY \"Key\""),
        ["mailed"] = reads.Texts(rows, "SELECT \"Token\" FROM \"MailedTokens\" ORDER BY \"CreatedAt\" DESC, \"Token\" "
            + "LIMIT 8"),
        ["invitation"] = reads.Texts(rows, "SELECT \"Token\" FROM \"Invitations\" ORDER BY \"CreatedAt\" DESC, "
            + "\"Token\" LIMIT 8"),
        ["invite"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Memberships\" WHERE \"Status\" <> 'Active' UNION SELECT "
            + "\"Id\" FROM \"Invitations\""),
        ["order"] = reads.Texts(rows, "SELECT \"Id\" FROM \"PortOrders\" ORDER BY \"Id\""),
        ["port"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Ports\" ORDER BY \"Id\""),
        ["connection"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Connections\" ORDER BY \"Id\""),
        ["service"] = reads.Texts(rows, "SELECT \"Id\" FROM \"IodServices\" ORDER BY \"Id\""),
        ["router"] = reads.Texts(rows, "SELECT \"Id\" FROM \"CloudRouters\" ORDER BY \"Id\""),
        ["site"] = reads.Texts(rows, "SELECT \"Id\" FROM \"CloudRouterSites\" ORDER BY \"Id\""),
        ["routerOf"] = reads.Texts(
            rows, "SELECT \"RouterId\" || ' ' || \"Id\" FROM \"CloudRouterSites\" ORDER BY \"Id\""),
        ["asn"] = reads.Texts(rows, "SELECT CAST(\"Number\" AS TEXT) FROM \"Asns\" ORDER BY \"Id\""),
        ["cloud"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Companies\" WHERE \"Cloud\" IS NOT NULL ORDER BY \"Id\""),
        ["cloudrouters"] = reads.Texts(rows, "SELECT \"Id\" FROM \"CloudRouters\" ORDER BY \"Id\""),
        ["cloudrouter-sites"] = reads.Texts(rows, "SELECT \"Id\" FROM \"CloudRouterSites\" ORDER BY \"Id\""),
        ["plan"] = reads.Texts(rows, "SELECT \"Id\" FROM \"ImsiProfiles\" ORDER BY \"Id\""),
        ["apn"] = reads.Texts(rows, "SELECT \"Id\" FROM \"SimApns\" ORDER BY \"Id\""),
        ["sim-pools"] = reads.Texts(rows, "SELECT \"Id\" FROM \"SimPools\" ORDER BY \"Id\""),
        ["sim-orders"] = reads.Texts(rows, "SELECT \"Id\" FROM \"SimOrders\" ORDER BY \"Id\""),
        ["sims"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Sims\" ORDER BY \"Id\" LIMIT 200"),
        ["metro"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Metros\" ORDER BY \"Id\""),
        ["region"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Regions\" ORDER BY \"Id\""),
        ["facilityId"] = reads.Texts(rows, "SELECT \"Id\" FROM \"DataCenterFacilities\" ORDER BY \"Id\""),
        ["facility"] = reads.Texts(rows, "SELECT \"Username\" FROM \"DataCenterFacilities\" ORDER BY \"Id\""),
        ["addon"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Addons\" ORDER BY \"Id\""),
        ["subscription"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Subscriptions\" ORDER BY \"Id\""),
        ["port-orders"] = reads.Texts(rows, "SELECT \"Id\" FROM \"PortOrders\" ORDER BY \"Id\""),
        ["ports"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Ports\" ORDER BY \"Id\""),
        ["connections"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Connections\" ORDER BY \"Id\""),
        ["change-requests"] = reads.Texts(rows, "SELECT \"Id\" FROM \"ChangeRequests\" ORDER BY \"Id\""),
        ["scheduled-tasks"] = reads.Texts(rows, "SELECT \"Id\" FROM \"ScheduledRuns\" ORDER BY \"Id\""),
        ["memberships"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Memberships\" ORDER BY \"Id\""),
        ["invitations"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Invitations\" ORDER BY \"Id\""),
        ["iod-services"] = reads.Texts(rows, "SELECT \"Id\" FROM \"IodServices\" ORDER BY \"Id\""),
        ["connection-flexes"] = reads.Texts(rows, "SELECT \"Id\" FROM \"ConnectionFlexes\" ORDER BY \"Id\""),
        ["flexes"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Flexes\" ORDER BY \"Id\""),
        ["asns"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Asns\" ORDER BY \"Id\""),
        ["support-tickets"] = reads.Texts(rows, "SELECT \"Id\" FROM \"SupportTickets\" ORDER BY \"Id\""),
        ["edge-quotes"] = reads.Texts(rows, "SELECT \"Id\" FROM \"EdgeQuotes\" ORDER BY \"Id\""),
        ["quoteKey"] = reads.Texts(rows, "SELECT json_extract(\"Solutions\", '$[0].QuoteKey') FROM \"EdgeQuotes\" "
            + "WHERE json_array_length(\"Solutions\") > 0 ORDER BY \"Id\""),
        ["replies"] = reads.Texts(rows, "SELECT \"Id\" FROM \"Replies\" ORDER BY \"Id\""),
    };

    private Dictionary<string, List<string>> Own(SqliteConnection rows, string company) =>
        new()
        {
            ["key"] = reads.Texts(
                rows,
                "SELECT k.\"Key\" FROM \"ApiKeys\" k JOIN \"Memberships\" m ON m.\"UserId\" = "
                    + "k.\"UserId\" WHERE m.\"CompanyId\" = @company AND m.\"Status\" = 'Active' AND m.\"Roles\" LIKE "
                    + "'%Admin%' ORDER BY 1",
                company),
            ["member"] = reads.Texts(
                rows,
                "SELECT u.\"Username\" FROM \"Users\" u JOIN \"Memberships\" m ON m.\"UserId\" = "
                    + "u.\"Id\" WHERE m.\"CompanyId\" = @company ORDER BY 1",
                company),
            ["invite"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Memberships\" WHERE \"CompanyId\" = @company AND \"Status\" "
                    + "<> 'Active' UNION SELECT \"Id\" FROM \"Invitations\" WHERE \"CompanyId\" = @company",
                company),
            ["order"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"PortOrders\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["port"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Ports\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["active"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Ports\" WHERE \"CompanyId\" = @company AND \"Status\" = 'Active' ORDER BY 1",
                company),
            ["connection"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Connections\" WHERE \"SrcCompanyId\" = @company OR "
                    + "\"DestCompanyId\" = @company ORDER BY 1",
                company),
            ["service"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"IodServices\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["router"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"CloudRouters\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["asn"] = reads.Texts(
                rows,
                "SELECT CAST(\"Number\" AS TEXT) FROM \"Asns\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["site"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"CloudRouterSites\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["sim-pool"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"SimPools\" WHERE \"CompanyId\" = @company AND \"Status\" <> 'Deleted' ORDER BY 1",
                company),
            ["sim-order"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"SimOrders\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
            ["sim"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Sims\" WHERE \"CompanyId\" = @company ORDER BY 1 LIMIT 200",
                company),
            ["subscription"] = reads.Texts(
                rows,
                "SELECT \"Id\" FROM \"Subscriptions\" WHERE \"CompanyId\" = @company ORDER BY 1",
                company),
        };
}
