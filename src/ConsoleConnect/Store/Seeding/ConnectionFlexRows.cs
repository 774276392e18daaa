using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>A flex of a connection.</summary>
internal sealed record ConnectionFlexRow
{
    public required string Id { get; init; }

    public required string ConnectionId { get; init; }

    public required FlexType Type { get; init; }

    public required ConnectionFlexStatus Status { get; init; }

    /// <summary>In all, Mbps.</summary>
    public required int Bandwidth { get; init; }

    /// <summary>Without a flex, Mbps.</summary>
    public required int ContractBandwidth { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ActiveFrom { get; set; }

    public DateTimeOffset? ActiveUntil { get; set; }
}

/// <summary>Makes flexes of seed rows.</summary>
internal static class ConnectionFlexRows
{
    public static ConnectionFlex FlexOf(ConnectionFlexRow row)
    {
        var flex = new ConnectionFlex
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.UpdatedAt,
            UpdatedAt = row.UpdatedAt,
            ConnectionId = row.ConnectionId,
            Type = row.Type,
            Bandwidth = row.Bandwidth,
            ContractBandwidth = row.ContractBandwidth,
            ScheduledAt = row.CreatedAt.AddTicks(-(row.CreatedAt.Ticks % TimeSpan.TicksPerSecond)),
            CreatedAt = row.CreatedAt,
            ActiveFrom = row.ActiveFrom,
            ActiveUntil = row.ActiveUntil,
        };
        flex.Remember(
            row.CreatedAt,
            row.UpdatedAt,
            Spelling.Of(ConnectionFlexStatus.Requested),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return flex;
    }
}
