using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>An APN of a plan's.</summary>
internal sealed record SimApnRow
{
    public required string Id { get; init; }

    public required string ProfileId { get; init; }

    public required ApnSettings Settings { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A SIM pool.</summary>
internal sealed record SimPoolRow
{
    public required string Id { get; init; }

    public required SimPoolStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string Name { get; init; }

    public required string ApnId { get; init; }

    /// <summary>The number of its subnet, from 0.</summary>
    public required int Block { get; init; }

    public SimFirewall Firewall { get; set; }

    public string? PrimaryDns { get; set; }

    public string? SecondaryDns { get; set; }

    public string? ErrorReason { get; set; }

    /// <summary>The user who made it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>An order of SIM cards.</summary>
internal sealed record SimOrderRow
{
    public required string Id { get; init; }

    public required SimOrderStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string FriendlyId { get; init; }

    public required string Name { get; init; }

    public required string SimPoolName { get; init; }

    public string? SimPoolId { get; set; }

    public required string SeriesId { get; init; }

    public string? NewPoolId { get; set; }

    public required string ApnId { get; init; }

    public string ConnectivityType { get; set; } = "PRIVATE";

    public string OrderType { get; set; } = "PAYG";

    public string PaymentType { get; set; } = "INVOICE";

    public string SimType { get; set; } = "PHYSICAL-SIM";

    public required int SimQuantity { get; init; }

    public string? DeliveryAddress { get; set; }

    public string? DnsPreferred { get; set; }

    public string? DnsAlternate { get; set; }

    public required string UserEmail { get; init; }

    public string? ErrorReason { get; set; }

    /// <summary>The user who ordered.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>A SIM card.</summary>
internal sealed record SimRow
{
    public required string Id { get; init; }

    public required SimStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string PoolId { get; init; }

    public required string OrderId { get; init; }

    /// <summary>Its number among all, from 1.</summary>
    public required int Serial { get; init; }

    /// <summary>Which address of its pool's subnet it has, from 2.</summary>
    public required int Host { get; init; }

    public string? Label { get; set; }

    public string Provider { get; set; } = "emulated";

    public string? DetectedImei { get; set; }

    public string? TransferId { get; set; }

    /// <summary>The user who ordered it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>Makes SIM cards, their pools, orders and APNs of seed rows.</summary>
internal static class EdgeSimRows
{
    public static SimApn ApnOf(SimApnRow row) => new()
    {
        Id = row.Id,
        ProfileId = row.ProfileId,
        Settings = row.Settings,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
    };

    public static SimPool PoolOf(SimPoolRow row)
    {
        var pool = new SimPool
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            Name = row.Name,
            ApnId = row.ApnId,
            Block = row.Block,
            Firewall = row.Firewall,
            PrimaryDns = row.PrimaryDns,
            SecondaryDns = row.SecondaryDns,
            UseDefaultDns = row.PrimaryDns is null,
            ErrorReason = row.ErrorReason,
            CreatedAt = row.CreatedAt,
        };
        pool.Remember(
            row.CreatedAt, row.Since, Spelling.Of(SimPoolStatus.Created), Spelling.Of(row.Status), row.CreatedBy);
        return pool;
    }

    public static SimOrder OrderOf(SimOrderRow row)
    {
        var order = new SimOrder
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            FriendlyId = row.FriendlyId,
            Name = row.Name,
            SimPoolName = row.SimPoolName,
            SimPoolId = row.SimPoolId,
            NewPoolId = row.NewPoolId,
            SeriesId = row.SeriesId,
            ApnId = row.ApnId,
            ConnectivityType = row.ConnectivityType,
            OrderType = row.OrderType,
            PaymentType = row.PaymentType,
            SimType = row.SimType,
            SimQuantity = row.SimQuantity,
            DeliveryAddress = row.DeliveryAddress,
            DnsPreferred = row.DnsPreferred,
            DnsAlternate = row.DnsAlternate,
            UseDefaultDns = row.DnsPreferred is null,
            UserEmail = row.UserEmail,
            ErrorReason = row.ErrorReason,
            CreatedAt = row.CreatedAt,
        };
        order.Remember(
            row.CreatedAt, row.Since, Spelling.Of(SimOrderStatus.Ordered), Spelling.Of(row.Status), row.CreatedBy);
        return order;
    }

    public static Sim SimOf(SimRow row)
    {
        var sim = new Sim
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            PoolId = row.PoolId,
            OrderId = row.OrderId,
            Serial = row.Serial,
            Host = row.Host,
            Label = row.Label,
            Provider = row.Provider,
            DetectedImei = row.DetectedImei,
            TransferId = row.TransferId,
            CreatedAt = row.CreatedAt,
        };
        sim.Remember(
            row.CreatedAt, row.Since, Spelling.Of(SimStatus.Active), Spelling.Of(row.Status), row.CreatedBy);
        return sim;
    }
}
