using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>Makes Internet On-Demand's resources of seed rows.</summary>
internal static class InternetRows
{
    public static Asn AsnOf(AsnRow row)
    {
        var asn = new Asn
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            Number = row.Number,
            Type = row.Type,
            OfService = row.OfService ?? row.Status == AsnStatus.Private,
            Prefixes = row.Prefixes,
            CreatedAt = row.CreatedAt,
        };
        var first = row.Status == AsnStatus.Private ? AsnStatus.Private : AsnStatus.Unverified;
        asn.Remember(row.CreatedAt, row.Since, Spelling.Of(first), Spelling.Of(row.Status), Moment.ServiceItself);
        return asn;
    }

    public static IodService ServiceOf(IodServiceRow row)
    {
        var service = new IodService
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            AccessPortId = row.AccessPortId,
            Name = row.Name,
            Vlan = row.Vlan,
            ContractBandwidth = row.ContractBandwidth,
            RateLimit = row.Flexes.FirstOrDefault(flex =>
                flex is { ActiveFrom: not null, ActiveUntil: null }
            )?.Bandwidth
                ?? row.ContractBandwidth,
            BurstRate = row.BurstRate,
            BurstType = row.BurstType,
            Routing = row.Routing,
            AsnId = row.AsnId,
            BgpKey = row.BgpKey,
            DefaultOriginate = row.DefaultOriginate,
            EnableIpv6 = row.EnableIpv6,
            Duration = row.Duration,
            DurationUnit = row.DurationUnit,
            BillingType = row.BillingType,
            PaymentType = row.PaymentType,
            SiteId = row.SiteId,
            OrderId = row.OrderId,
            SalesRecordId = row.SalesRecordId,
            ErrorReason = row.ErrorReason,
            CreatedAt = row.CreatedAt,
            FirstActiveAt = row.FirstActiveAt,
        };
        service.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(
                row.Status == IodServiceStatus.Draft ? IodServiceStatus.Draft : IodServiceStatus.Provisioning),
            Spelling.Of(row.Status),
            row.CreatedBy);
        service.Blocks.AddRange(row.Blocks.Select(block => BlockOf(block, row.Id)));
        service.Flexes.AddRange(row.Flexes.Select(flex => FlexOf(flex, service, row.CreatedBy)));
        return service;
    }

    private static IpBlock BlockOf(IpBlockRow row, string serviceId) => new()
    {
        Id = row.Id,
        Version = row.Cidr.Contains(':') ? IpVersion.Ipv6 : IpVersion.Ipv4,
        Purpose = row.Purpose,
        Address = row.Cidr[..row.Cidr.IndexOf('/')],
        Mask = int.Parse(row.Cidr.AsSpan(row.Cidr.IndexOf('/') + 1), System.Globalization.CultureInfo.InvariantCulture),
        ServiceId = serviceId,
    };

    private static Flex FlexOf(FlexRow row, IodService service, string by)
    {
        var flex = new Flex
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.UpdatedAt,
            UpdatedAt = row.UpdatedAt,
            ServiceId = service.Id,
            Service = service,
            Type = row.Type,
            Bandwidth = row.Bandwidth,
            LineItemId = row.LineItemId,
            ScheduledAt = row.ScheduledAt,
            CreatedAt = row.CreatedAt,
            ActiveFrom = row.ActiveFrom,
            ActiveUntil = row.ActiveUntil,
        };
        flex.Remember(row.CreatedAt, row.UpdatedAt, Spelling.Of(FlexStatus.Requested), Spelling.Of(row.Status), by);
        service.Log("FlexRequested", new Moment(row.CreatedAt, by, Pacing.AsSeeded), flex.Told);
        if (row.ActiveFrom is { } from)
        {
            service.Log("FlexSucceeded", new Moment(from, Moment.ServiceItself, Pacing.AsSeeded), flex.Told);
        }

        return flex;
    }
}
