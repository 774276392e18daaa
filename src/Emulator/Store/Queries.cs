using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Errors;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>The questions that operations ask the tables, by name.</summary>
internal static class Queries
{
    /// <summary>Reads what payloads embed and requests name again and again.</summary>
    public static ReferenceData ReadReferenceData(this EmulatorDb db) => new(
        [.. db.ReadAll<Company>().OrderBy(company => company.CreatedAt).ThenBy(company => company.Id, StringComparer.Ordinal)],
        db.ReadAll<User>(),
        db.ReadAll<Membership>(),
        [.. db.ReadAll<DataCenterFacility>().OrderBy(facility => facility.CreatedAt).ThenBy(facility => facility.Id, StringComparer.Ordinal)],
        db.ReadAll<Metro>(),
        db.ReadAll<Region>());

    /// <summary>When the next row that the service moves on by itself is due; null where none is.</summary>
    public static DateTimeOffset? EarliestDue(this EmulatorDb db) =>
        db.Scalar("SELECT min(due) FROM (SELECT min(\"Due\") AS due FROM \"PortOrders\" UNION ALL SELECT min(\"Due\") FROM \"Ports\" UNION ALL SELECT min(\"Due\") FROM \"Connections\" UNION ALL SELECT min(\"Due\") FROM \"ChangeRequests\")") is long ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : null;

    /// <summary>A company's delivered port.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortNotFound"/>: there is none, it isn't delivered yet, or it is another company's.</exception>
    public static async Task<Port> OwnedBy(this IQueryable<Port> ports, Company company, string portId, CancellationToken ct) =>
        await ports.FirstOrDefaultAsync(port => port.Id == portId && port.CompanyId == company.Id && port.DeliveredAt != null, ct)
        ?? throw ServiceErrors.PortNotFound.Because($"{company.Username} has no port with the id {portId}.");

    /// <summary>Any delivered port, whoever owns it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.PortNotFound"/>.</exception>
    public static async Task<Port> Delivered(this IQueryable<Port> ports, string portId, CancellationToken ct) =>
        await ports.FirstOrDefaultAsync(port => port.Id == portId && port.DeliveredAt != null, ct)
        ?? throw ServiceErrors.PortNotFound.Because($"There is no port with the id {portId}.");

    /// <summary>A company's order, with its port.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.OrderNotFound"/>: there is none, or it is another company's.</exception>
    public static async Task<PortOrder> OwnedBy(this IQueryable<PortOrder> orders, Company company, string orderId, CancellationToken ct) =>
        await orders.Include(order => order.Port).FirstOrDefaultAsync(order => order.Id == orderId && order.CompanyId == company.Id, ct)
        ?? throw ServiceErrors.OrderNotFound.Because($"{company.Username} has no port order with the id {orderId}.");

    /// <summary>A connection that the company is a party of, with its ports and its change request.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ConnectionNotFound"/>: there is none, or only others are parties of it.</exception>
    public static async Task<Connection> OfParty(this IQueryable<Connection> connections, Company company, string connectionId, CancellationToken ct) =>
        await connections.Whole().FirstOrDefaultAsync(connection => connection.Id == connectionId && (connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id), ct)
        ?? throw ServiceErrors.ConnectionNotFound.Because($"{company.Username} is no party of a connection with the id {connectionId}.");

    /// <summary>Connections with all that their payload shows.</summary>
    public static IQueryable<Connection> Whole(this IQueryable<Connection> connections) => connections
        .Include(connection => connection.SrcPort)
        .Include(connection => connection.DestPort)
        .Include(connection => connection.Change);

    /// <summary>The connections that end on a port, oldest first: gone ones and requests that came to nothing left out.</summary>
    public static async Task<List<AttachedConnection>> AttachedTo(this EmulatorDb db, Port port, CancellationToken ct) =>
        [.. (await db.Connections.Where(connection => connection.SrcPortId == port.Id || connection.DestPortId == port.Id).Ends(ct)).Where(end => end.PortId == port.Id)];

    /// <summary>The same for all of a company's ports, by port id.</summary>
    public static async Task<ILookup<string, AttachedConnection>> AttachedToPortsOf(this EmulatorDb db, Company company, CancellationToken ct) =>
        (await db.Connections.Where(connection => connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id).Ends(ct)).ToLookup(end => end.PortId);

    /// <summary>
    /// What of a port is sold, read together with what is about to be sold: the sandbox does one piece of work at a time, so nobody sells in between.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="port">The source port; null for a group, which has none.</param>
    /// <param name="without">A connection whose hold doesn't count because it is the one that changes; null for a new one.</param>
    /// <param name="ct">Ends the wait.</param>
    public static async Task<Capacity> CapacityOf(this EmulatorDb db, Port? port, Connection? without, CancellationToken ct) =>
        port is null ? default : Capacity.Of(port, (await db.AttachedTo(port, ct)).Where(end => end.Id != without?.Id));

    /// <summary>How many ports a subscription covers already, those still ordered included.</summary>
    public static async Task<int> PortsOn(this EmulatorDb db, string subscriptionId, CancellationToken ct) =>
        await db.Ports.CountAsync(port => port.BillingId == subscriptionId && port.Status != PortStatus.Deleted, ct);

    /// <summary>The metros in which companies have ports in service, by company id.</summary>
    public static async Task<ILookup<string, string>> MetrosOf(this EmulatorDb db, IReadOnlyCollection<string> companyIds, CancellationToken ct)
    {
        var pairs = await db.Ports
            .Where(port => companyIds.Contains(port.CompanyId) && port.DeliveredAt != null && port.Status != PortStatus.Deleted)
            .Select(port => new { port.CompanyId, port.MetroId })
            .Distinct()
            .ToListAsync(ct);
        return pairs.OrderBy(pair => pair.MetroId, StringComparer.Ordinal).ToLookup(pair => pair.CompanyId, pair => pair.MetroId);
    }

    /// <summary>Who a token or an API key stands for; null where it is unknown.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SessionDeleted"/>.</exception>
    public static Caller? CallerWith(this EmulatorDb db, ReferenceData reference, string credential)
    {
        string? token = null;
        var userId = (string?)db.Scalar("SELECT \"UserId\" FROM \"ApiKeys\" WHERE \"Key\" = @p0", credential);
        if (userId is null && (string?)db.Scalar("SELECT \"UserId\" FROM \"Sessions\" WHERE \"Token\" = @p0", credential) is { } loggedIn)
        {
            if (db.Scalar("SELECT \"EndedAt\" FROM \"Sessions\" WHERE \"Token\" = @p0", credential) is long ended)
            {
                throw ServiceErrors.SessionDeleted.Because($"The session ended at {new DateTimeOffset(ended, TimeSpan.Zero):O}: log in again.");
            }

            userId = loggedIn;
            token = credential;
        }

        return reference.User(userId) is { } user
            ? new Caller(user, token, reference.MembershipsOf(user).ToDictionary(membership => membership.CompanyId, membership => membership.Roles))
            : null;
    }

    /// <summary>Both ends of each connection that holds something of its ports: all but gone ones and requests that came to nothing.</summary>
    private static async Task<IEnumerable<AttachedConnection>> Ends(this IQueryable<Connection> connections, CancellationToken ct)
    {
        var rows = await connections
            .Where(connection => connection.Status != ConnectionStatus.Deleted && connection.Status != ConnectionStatus.Cancelled
                && connection.Status != ConnectionStatus.Denied && connection.Type != ConnectionType.GroupLayer2)
            .OrderBy(connection => connection.CreatedAt).ThenBy(connection => connection.Id)
            .Select(connection => new
            {
                connection.Id,
                connection.SrcPortId,
                connection.DestPortId,
                connection.SrcName,
                connection.DestName,
                connection.Status,
                connection.Type,
                connection.Speed,
                connection.SrcUntagged,
                connection.DestUntagged,
                Asked = connection.Change != null && connection.Change.Status == ChangeRequestStatus.Pending ? connection.Change.Speed : 0,
            })
            .ToListAsync(ct);
        return rows.SelectMany(row => new[]
        {
            // Outgoing connections hold their port's bandwidth; incoming ones hold nothing (000:4368).
            new AttachedConnection(row.Id, row.SrcPortId ?? "", row.SrcName, row.Status, row.Type, row.Speed, row.SrcUntagged, Connection.Hold(row.Speed, row.Asked)),
            new AttachedConnection(row.Id, row.DestPortId ?? "", row.DestName, row.Status, row.Type, row.Speed, row.DestUntagged, Held: 0),
        });
    }
}
