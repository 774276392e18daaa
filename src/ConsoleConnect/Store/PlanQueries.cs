using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Plans;
using Emulator.Domain.Ports;
using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>The questions about plans, and about what is used of them.</summary>
internal static class PlanQueries
{
    /// <summary>A company's subscriptions, oldest first.</summary>
    public static List<Subscription> SubscriptionsOf(this SqliteConnection rows, Company company) =>
        rows.Read<Subscription>(
            "Subscriptions",
            "WHERE \"CompanyId\" = @p0 ORDER BY \"CreatedAt\", \"Id\"",
            company.Id);

    /// <summary>The subscription a port is on; null where it isn't on a plan.</summary>
    public static Subscription? PlanOf(this SqliteConnection rows, Port port) =>
        port.BillingId is { } id && rows.Read<Subscription>("Subscriptions", "WHERE \"Id\" = @p0", id) is [var plan]
            ? plan
            : null;

    /// <summary>A company's delivered ports that aren't gone, oldest first.</summary>
    public static List<Port> PortsThereOf(this SqliteConnection rows, Company company) =>
        rows.Read<Port>("Ports", "WHERE \"CompanyId\" = @p0 AND \"DeliveredAt\" IS NOT NULL AND \"Status\" <> "
            + "'Deleted' ORDER BY \"CreatedAt\", \"Id\"", company.Id);

    /// <summary>What the connections from a port hold.</summary>
    public static List<HeldBandwidth> HeldOf(this SqliteConnection rows, Port port) =>
        rows.Held("c.\"SrcPortId\" = @p0", port.Id);

    /// <summary>What the connections from a company's ports hold.</summary>
    public static List<HeldBandwidth> HeldOf(this SqliteConnection rows, Company company) =>
        rows.Held("c.\"SrcCompanyId\" = @p0", company.Id);

    /// <summary>
    /// Those that hold something of their port: all but gone ones and requests that came to nothing, as with the port's
    /// capacity.
    /// </summary>
    private static List<HeldBandwidth> Held(this SqliteConnection rows, string condition, string id)
    {
        using var command = rows.Command(
            $"""
            SELECT c."Id", c."SrcPortId", c."SrcMetroId", c."DestMetroId", c."Speed", r."Speed"
            FROM "Connections" c LEFT JOIN "ChangeRequests" r ON r."Id" = c."Id" AND r."Status" = 'Pending'
            WHERE {condition} AND c."SrcPortId" IS NOT NULL AND c."Status" NOT IN ('Deleted', 'Cancelled', 'Denied')
            """,
            id);
        using var reader = command.ExecuteReader();
        var held = new List<HeldBandwidth>();
        while (reader.Read())
        {
            held.Add(new HeldBandwidth(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                Connection.Hold(reader.GetInt32(4), asked: reader.IsDBNull(5) ? 0 : reader.GetInt32(5))));
        }

        return held;
    }
}
