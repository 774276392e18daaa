using Emulator.Domain;
using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>One line of what is ordered of a cloud: from a port of the customer's to one of the cloud's.</summary>
/// <param name="From">The customer's port, in service.</param>
/// <param name="To">The cloud's port, in service.</param>
/// <param name="Vlan">The VLAN that is asked for on the customer's port; null where the service chooses.</param>
/// <param name="Key">The key that this line uses up; null where it uses none.</param>
internal sealed record CloudLine(Port From, Port To, int? Vlan, string? Key = null);

/// <summary>What is ordered of a cloud.</summary>
internal sealed record CloudOrder
{
    public required Company Src { get; init; }

    public required Company Cloud { get; init; }

    public required string Name { get; init; }

    /// <summary>Mbps, of each line.</summary>
    public required int Speed { get; init; }

    /// <summary>One, which is the connection; or two, which are the subconnections of a group.</summary>
    public required IReadOnlyList<CloudLine> Lines { get; init; }

    /// <summary>The customer's account at the cloud, or the key in its place; null where there is none.</summary>
    public string? Account { get; init; }

    /// <summary>The key that the order uses up as a whole; null where it uses none.</summary>
    public string? Key { get; init; }

    /// <summary>How a refusal names keys.</summary>
    public string KeyNoun { get; init; } = ServiceKey.Noun;

    /// <summary>Whether the customer has to accept it in the cloud's own console.</summary>
    public bool WaitsForCustomer { get; init; }

    /// <summary>Null for the first of the port's metro.</summary>
    public string? SrcRegionId { get; init; }

    /// <summary>Null for the first of the port's metro.</summary>
    public string? DestRegionId { get; init; }

    public string? ClassOfService { get; init; }

    public required string PaymentType { get; init; }

    public int? Duration { get; init; }

    public string? DurationUnit { get; init; }

    public bool Evergreen { get; init; }

    public string? DiscountCode { get; init; }
}

/// <summary>
/// Orders a connection of a cloud (OpenAPI 1.0.0, the clouds' own routes): one connection, or a group with its
/// subconnections. All of it is made in one step, or nothing is.
/// </summary>
internal static class OrderingAtACloud
{
    /// <summary>How many ids an order takes: subconnections come first, and their group after them.</summary>
    public static int IdsFor(CloudOrder order) => order.Lines.Count == 1 ? 1 : order.Lines.Count + 1;

    /// <summary>Makes it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="order">What is ordered.</param>
    /// <param name="ids">So many ids, in the order in which they were given.</param>
    /// <param name="reference">The metros.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends the queries.</param>
    /// <returns>The connection, or the group.</returns>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task<Connection> Place(
        EmulatorDb db,
        CloudOrder order,
        IReadOnlyList<string> ids,
        ReferenceData reference,
        Moment moment,
        CancellationToken ct)
    {
        CloudRules.MustBeVerified(order.Src);
        var byHand = order.Lines
            .Select(line => CloudRules.OfferOf(line.To, order.Speed))
            .ToList()
            .Exists(offer => offer.Type == "MANUAL");
        foreach (var key in order.Lines.Select(line => line.Key).Append(order.Key).OfType<string>())
        {
            await db.CloudKeys.MustBeUnused(key, order.KeyNoun, ct);
            if (db.Connection.HasSiteWith(key))
            {
                throw ServiceErrors.CloudKeyUsed.Because("A site of a CloudRouter has it, and a key is for one "
                    + "circuit: take another, or delete that site first.", order.KeyNoun);
            }
        }

        var alone = order.Lines.Count == 1;
        var group = alone ? null : GroupOf(order, ids[^1], reference, moment);
        List<Connection> lines = [];
        foreach (var (line, index) in order.Lines.Select((line, index) => (line, index)))
        {
            var connection = LineOf(order, line, alone ? order.Name : $"{order.Name} -  Sub {index}", ids[index],
                group?.Id, reference, moment);
            Stand(db, connection, line, lines);
            if (order.PaymentType == "plan")
            {
                CloudRules.MustBeOnAPlan(line.From);
            }

            var others = lines.Where(other => other.SrcPortId == connection.SrcPortId).Sum(other => other.Speed);
            UsingAPlan.MustCover(db, connection, reference, connection.Speed + others);
            lines.Add(connection);
        }

        foreach (var connection in lines.Append(group).OfType<Connection>())
        {
            connection.OpenAtCloud(byHand, order.WaitsForCustomer, moment);
            db.Add(connection);
        }

        var whole = group ?? lines[0];
        Use(db, order.Key, whole, moment);
        foreach (var (line, connection) in order.Lines.Zip(lines))
        {
            Use(db, line.Key, connection, moment);
        }

        return whole;
    }

    /// <summary>
    /// Puts a line on its ports. The lines before it hold something of them already, but aren't stored yet.
    /// </summary>
    private static void Stand(EmulatorDb db, Connection connection, CloudLine line, IEnumerable<Connection> before)
    {
        var stored = db.Connection.UseOf(line.From);
        var use = stored with
        {
            Connections =
            [
                .. stored.Connections,
                .. before.Where(other => other.SrcPortId == line.From.Id).Select(Attached),
            ],
        };
        connection.MustLeadElsewhere(Side.Dest, line.To.Id);
        OpeningAConnection.TakeSide(new(line.From, use), untagged: false);
        OpeningAConnection.TakeSide(new(line.To, db.Connection.UseOf(line.To)), untagged: false);
        connection.SrcPort = line.From;
        connection.DestPort = line.To;
        connection.SrcVlan = VlanChoice.Choose(line.From, use, line.Vlan);
        connection.MustFit(connection.Speed, Capacity.Of(line.From, use));
    }

    private static AttachedConnection Attached(Connection connection) => new(
        connection.Id,
        connection.SrcPortId!,
        connection.SrcName,
        connection.Status,
        connection.Type,
        connection.Speed,
        Untagged: false,
        connection.SrcVlan,
        connection.Speed);

    private static Connection LineOf(
        CloudOrder order,
        CloudLine line,
        string name,
        string id,
        string? groupId,
        ReferenceData reference,
        Moment moment)
    {
        var (src, dest) = (reference.Metro(line.From.MetroId), reference.Metro(line.To.MetroId));
        return new Connection
        {
            Id = id,
            ParentId = groupId,
            SrcCompanyId = order.Src.Id,
            DestCompanyId = order.Cloud.Id,
            SrcPortId = line.From.Id,
            DestPortId = line.To.Id,
            SrcMetroId = src.Id,
            DestMetroId = dest.Id,
            SrcRegionId = RegionIn(src, order.SrcRegionId),
            DestRegionId = RegionIn(dest, order.DestRegionId),
            Speed = order.Speed,
            SrcName = name,
            DestName = name,
            SrcVlanRequest = line.Vlan,
            ClassOfService = order.ClassOfService,
            PaymentType = order.PaymentType,
            Duration = order.Duration,
            DurationUnit = order.DurationUnit,
            Evergreen = order.Evergreen,
            DiscountCode = order.DiscountCode,
            PartnerTerms = new PartnerTerms { Account = order.Account, Region = line.To.Partner!.RegionName },
            CreatedAt = moment.At,
        };
    }

    private static Connection GroupOf(CloudOrder order, string id, ReferenceData reference, Moment moment)
    {
        var first = order.Lines[0];
        var (src, dest) = (reference.Metro(first.From.MetroId), reference.Metro(first.To.MetroId));
        return new Connection
        {
            Id = id,
            Type = ConnectionType.GroupLayer2,
            SrcCompanyId = order.Src.Id,
            DestCompanyId = order.Cloud.Id,
            SrcMetroId = src.Id,
            DestMetroId = dest.Id,
            SrcRegionId = RegionIn(src, order.SrcRegionId),
            DestRegionId = RegionIn(dest, order.DestRegionId),
            Speed = order.Speed,
            SrcName = order.Name,
            DestName = order.Name,
            ClassOfService = order.ClassOfService,
            PaymentType = order.PaymentType,
            Duration = order.Duration,
            DurationUnit = order.DurationUnit,
            Evergreen = order.Evergreen,
            DiscountCode = order.DiscountCode,
            PartnerTerms = new PartnerTerms { Account = order.Account, Region = first.To.Partner!.RegionName },
            CreatedAt = moment.At,
        };
    }

    /// <summary>The region that is asked for, where the metro is in it: that of another line may not be.</summary>
    private static string? RegionIn(Metro metro, string? asked) =>
        asked is not null && metro.RegionIds.Contains(asked) ? asked : metro.RegionIds.FirstOrDefault();

    private static void Use(EmulatorDb db, string? key, Connection connection, Moment moment)
    {
        if (key is not null)
        {
            db.CloudKeys.Add(new CloudKey { Key = key, ConnectionId = connection.Id, UsedAt = moment.At });
        }
    }
}
