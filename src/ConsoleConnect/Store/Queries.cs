using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Errors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>The questions that operations ask the tables, by name.</summary>
internal static class Queries
{
    /// <summary>Reads what payloads embed and requests name again and again.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="before">What was read before; null for the first time.</param>
    /// <param name="written">What has changed since: only that is read.</param>
    public static ReferenceData ReadReferenceData(
        this SqliteConnection rows,
        ReferenceData? before = null,
        ReferenceTables written = ReferenceTables.All)
    {
        return new ReferenceData(
            Kept(ReferenceTables.Companies)?.CompanyTable
                ?? new([
                    .. rows.Read<Company>("Companies")
                        .OrderBy(company => company.CreatedAt)
                        .ThenBy(company => company.Id, StringComparer.Ordinal),
                ]),
            Kept(ReferenceTables.Users)?.UserTable
                ?? new([
                    .. rows.Read<User>("Users")
                        .OrderBy(user => user.CreatedAt)
                        .ThenBy(user => user.Id, StringComparer.Ordinal),
                ]),
            Kept(ReferenceTables.Memberships)?.MembershipTable
                ?? new(rows.Read<Membership>("Memberships", "WHERE \"Status\" = 'Active'")),
            Kept(ReferenceTables.Follows)?.FollowTable ?? new(rows.Read<Follow>("Follows")),
            Kept(ReferenceTables.Places)?.PlaceTable
                ?? new(
                    [
                        .. rows.Read<DataCenterFacility>("DataCenterFacilities")
                            .OrderBy(facility => facility.CreatedAt)
                            .ThenBy(facility => facility.Id, StringComparer.Ordinal),
                    ],
                    rows.Read<Metro>("Metros"),
                    rows.Read<Region>("Regions")),
            Kept(ReferenceTables.Prices)?.Prices
                ?? new(
                    rows.Read<PriceListRow>("PriceLists").FirstOrDefault()?.Prices ?? PriceList.Empty,
                    new(rows.Read<Discount>("Discounts"))));

        ReferenceData? Kept(ReferenceTables table) => written.HasFlag(table) ? null : before;
    }

    /// <summary>The API keys, oldest first.</summary>
    public static IReadOnlyList<ApiKey> ReadApiKeys(this SqliteConnection rows) =>
        rows.Read<ApiKey>("ApiKeys", "ORDER BY \"CreatedAt\", \"Key\"");

    /// <summary>A company's delivered port.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.PortNotFound"/>: there is none, it isn't delivered yet, or it is another company's.
    /// </exception>
    public static async Task<Port> OwnedBy(
        this IQueryable<Port> ports,
        Company company,
        string portId,
        CancellationToken ct) =>
        await ports.FirstOrDefaultAsync(
            port => port.Id == portId && port.CompanyId == company.Id && port.DeliveredAt != null,
            ct
        ) ?? throw NoPort(company, portId);

    /// <summary>Any delivered port, of any company.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortNotFound"/>.</exception>
    public static async Task<Port> Delivered(this IQueryable<Port> ports, string portId, CancellationToken ct) =>
        await ports.FirstOrDefaultAsync(port => port.Id == portId && port.DeliveredAt != null, ct)
        ?? throw ServiceErrors.PortNotFound.Because($"There is no port with the id {portId.Named()}.");

    /// <summary>A company's order, with its port.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.OrderNotFound"/>: there is none, or it is another company's.
    /// </exception>
    public static async Task<PortOrder> OwnedBy(
        this IQueryable<PortOrder> orders,
        Company company,
        string orderId,
        CancellationToken ct) =>
        await orders
            .Within("PortOrders", nameof(PortOrder.Id), orderId)
            .Include(order => order.Port)
            .FirstOrDefaultAsync(order => order.CompanyId == company.Id, ct)
        ?? throw ServiceErrors.OrderNotFound.Because($"{company.Username} has no port order with the id "
            + $"{orderId.Named()}.");

    /// <summary>A connection that the company is a party of, with its ports and its change request.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.ConnectionNotFound"/>: there is none, or only others are parties of it.
    /// </exception>
    public static async Task<Connection> OfParty(
        this IQueryable<Connection> connections,
        Company company,
        string connectionId,
        CancellationToken ct) =>
        await connections
            .Within("Connections", nameof(Connection.Id), connectionId)
            .Whole()
            .FirstOrDefaultAsync(
                connection => connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id,
                ct)
        ?? throw ServiceErrors.ConnectionNotFound.Because(
            $"{company.Username} is no party of a connection with the " + $"id {connectionId}.");

    /// <summary>Connections with all that their payload shows.</summary>
    public static IQueryable<Connection> Whole(this IQueryable<Connection> connections) => connections
        .Include(connection => connection.SrcPort)
        .Include(connection => connection.DestPort)
        .Include(connection => connection.Change);

    /// <summary>
    /// A group's connections, in the order in which they were made. Where the group is one that this turn may change,
    /// they are as the turn has them: what it has just made or moved isn't saved yet.
    /// </summary>
    public static async Task<IReadOnlyList<Connection>> SubconnectionsOf(
        this EmulatorDb db, Connection group, CancellationToken ct)
    {
        var isTracked = db.Entry(group).State != EntityState.Detached;
        var saved = await (isTracked ? db.Connections : db.Connections.AsNoTracking())
            .Whole()
            .Where(sub => sub.ParentId == group.Id)
            .ToListAsync(ct);
        return
        [
            .. saved.Union(isTracked ? db.Connections.Local.Where(sub => sub.ParentId == group.Id) : [])
                .OrderBy(sub => sub.CreatedAt)
                .ThenBy(sub => sub.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>What there is, or was, between a user and a company; null where there never was anything.</summary>
    public static async Task<Membership?> Between(
        this IQueryable<Membership> memberships,
        User user,
        Company company,
        CancellationToken ct) =>
        await memberships.FirstOrDefaultAsync(
            membership => membership.UserId == user.Id && membership.CompanyId == company.Id,
            ct);

    /// <summary>A company's member, to be changed.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.MembershipNotFound"/>: the user is none, be it that a request is open.
    /// </exception>
    public static async Task<Membership> MemberOf(
        this IQueryable<Membership> memberships,
        User user,
        Company company,
        CancellationToken ct) =>
        await memberships.Between(user, company, ct) is { Status: MembershipStatus.Active } member
            ? member
            : throw ServiceErrors.MembershipNotFound.Because($"{user.Username} is no member of {company.Username}.");

    /// <summary>What a user or a company has asked of the other, to be answered.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.MembershipRequestNotFound"/>: neither ever asked.</exception>
    public static async Task<Membership> Asked(
        this IQueryable<Membership> memberships,
        User user,
        Company company,
        CancellationToken ct) =>
        await memberships.Between(user, company, ct)
        ?? throw ServiceErrors.MembershipRequestNotFound.Because($"Neither {user.Username} has asked to join "
            + $"{company.Username}, nor the reverse.");

    /// <summary>A mailed token of a kind, to be used.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.TokenNotFound"/>: there is none, or it is for something else.
    /// </exception>
    public static async Task<MailedToken> Mailed(
        this IQueryable<MailedToken> tokens,
        string token,
        MailedTokenKind kind,
        CancellationToken ct) =>
        await tokens.FirstOrDefaultAsync(mailed => mailed.Token == token && mailed.Kind == kind, ct)
        ?? throw ServiceErrors.TokenNotFound.Because("No e-mail for this carried the token. It stands at the end of "
            + "the address in the e-mail.");

    /// <summary>An invitation by its token, to be looked at or used.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.InvitationNotFound"/>.</exception>
    public static async Task<Invitation> WithToken(
        this IQueryable<Invitation> invitations,
        string token,
        CancellationToken ct) =>
        await invitations.FirstOrDefaultAsync(invitation => invitation.Token == token, ct)
        ?? throw ServiceErrors.InvitationNotFound.Because("No invitation has the token. It stands at the end of the "
            + "address in the e-mail.");

    /// <summary>Reads a company's delivered port, to look at it: what is polled goes past EF Core.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortNotFound"/>.</exception>
    public static Port ReadPort(this SqliteConnection rows, Company company, string portId) =>
        rows.FindPort(portId) is { } port && port.CompanyId == company.Id ? port : throw NoPort(company, portId);

    /// <summary>Any delivered port, to look at it; null where there is none with the id.</summary>
    public static Port? FindPort(this SqliteConnection rows, string portId) =>
        rows.ReadWithin<Port>("Ports", nameof(Port.Id), portId, "AND \"DeliveredAt\" IS NOT NULL") is [var port]
            ? port
            : null;

    /// <summary>
    /// The connections in service whose traffic counts on a port: those that its company made; its Internet On-Demand
    /// services and the sites of CloudRouters on it. "Incoming connections (connections initiated by someone else that
    /// you accepted) are not included in utilization, but outgoing connections are" (OpenAPI 1.0.0, GET
    /// ports/{portId}/utilization).
    /// </summary>
    public static List<CarriedConnection> CarriedBy(this SqliteConnection rows, Port port)
    {
        using var command = rows.Command(
            """
            SELECT coalesce("FirstActiveAt", "CreatedAt"), "Speed" FROM "Connections"
            WHERE ("SrcPortId" = @p0 OR "DestPortId" = @p0) AND "SrcCompanyId" = @p1
                AND "Status" = 'Active' AND "Type" <> 'GroupLayer2'
            UNION ALL SELECT coalesce("FirstActiveAt", "CreatedAt"), "RateLimit" FROM "IodServices"
            WHERE "AccessPortId" = @p0 AND "Status" = 'Active'
            UNION ALL SELECT coalesce("PeeredAt", "CreatedAt"), "RateLimit" FROM "CloudRouterSites"
            WHERE "PortId" = @p0 AND "Status" = 'Active'
            """,
            port.Id, port.CompanyId);
        using var reader = command.ExecuteReader();
        var carried = new List<CarriedConnection>();
        while (reader.Read())
        {
            carried.Add(
                new CarriedConnection(new DateTimeOffset(reader.GetInt64(0), TimeSpan.Zero), reader.GetInt32(1)));
        }

        return carried;
    }

    /// <summary>How a port is reached.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AccessCircuitNotFound"/>.</exception>
    public static AccessCircuit AccessCircuitOf(this SqliteConnection rows, Port port) =>
        rows.ReadWithin<AccessCircuit>("AccessCircuits", nameof(AccessCircuit.PortId), port.Id) is [var circuit]
            ? circuit
            : throw ServiceErrors.AccessCircuitNotFound.Because($"Port {port.Id} exists, and no access circuit is "
                + "recorded for it.");

    /// <summary>
    /// What of a port is sold, read together with what is about to be sold: the sandbox does one piece of work at a
    /// time, so nobody sells in between.
    /// </summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="port">The source port; null for a group, which has none.</param>
    /// <param name="without">
    /// A connection whose hold doesn't count because it is the one that changes; null for a new one.
    /// </param>
    public static Capacity CapacityOf(this SqliteConnection rows, Port? port, Connection? without) =>
        port is null ? default : Capacity.Of(port, rows.UseOf(port).Without(without?.Id));

    /// <summary>How many ports a subscription covers already, those still ordered included.</summary>
    public static async Task<int> PortsOn(this EmulatorDb db, string subscriptionId, CancellationToken ct) =>
        await db.Ports.CountAsync(port => port.BillingId == subscriptionId && port.Status != PortStatus.Deleted, ct);

    /// <summary>How many connections in service companies have, each counted once.</summary>
    public static async Task<int> InServiceOf(
        this IQueryable<Connection> connections,
        IReadOnlyCollection<string> companyIds,
        CancellationToken ct) =>
        await connections.CountAsync(
            connection =>
                connection.Status == ConnectionStatus.Active
                && (companyIds.Contains(connection.SrcCompanyId) || companyIds.Contains(connection.DestCompanyId)),
            ct);

    /// <summary>Who a token or an API key stands for; null where it is unknown.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SessionDeleted"/>.</exception>
    public static Caller? CallerWith(this SqliteConnection rows, ReferenceData reference, string credential)
    {
        string? token = null;
        var userId = (string?)rows.Scalar("SELECT \"UserId\" FROM \"ApiKeys\" WHERE \"Key\" = @p0", credential);
        if (
            userId is null
            && (string?)rows.Scalar("SELECT \"UserId\" FROM \"Sessions\" WHERE \"Token\" = @p0", credential)
                is { } loggedIn)
        {
            if (rows.Scalar("SELECT \"EndedAt\" FROM \"Sessions\" WHERE \"Token\" = @p0", credential) is long ended)
            {
                throw ServiceErrors.SessionDeleted.Because("The session ended at "
                    + $"{new DateTimeOffset(ended, TimeSpan.Zero):O}: log in again.");
            }

            userId = loggedIn;
            token = credential;
        }

        return reference.User(userId) is { } user
            ? new Caller(
                user,
                token,
                reference
                    .MembershipsOf(user)
                    .ToDictionary(membership => membership.CompanyId, membership => membership.Roles))
            : null;
    }

    private static Refusal NoPort(Company company, string portId) =>
        ServiceErrors.PortNotFound.Because($"{company.Username} has no port with the id {portId.Named()}.");
}
