using Bogus;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;

namespace Emulator.Store.Seeding.Generated;

/// <summary>Ports, each with the order that it came by. A company has its ports in a few places.</summary>
internal sealed class GeneratedPorts(VolumePlan plan, Faker faker, IReadOnlyList<Place> places, string[] keyholders)
{
    private const int PlacesOfACompany = 5;

    private static readonly int[] AnySpeed = [1000, 10_000];

    private static readonly string[] Devices = ["edge1", "edge2", "core1", "core2"];

    /// <summary>What is known of each port once <see cref="All"/> has been through.</summary>
    public SoldPort[] Sold { get; } = new SoldPort[plan.Ports];

    /// <summary>All of them, one after the other.</summary>
    public IEnumerable<(PortRow Port, PortOrderRow Order, DataCenterFacility Facility)> All()
    {
        for (var company = 0; company < plan.Companies; company++)
        {
            var (begin, end) = (plan.FirstPortOf(company), plan.FirstPortOf(company + 1));
            var home = faker.Random.Int(0, places.Count - 1);
            for (var port = begin; port < end; port++)
            {
                yield return One(
                    company,
                    port,
                    port - begin,
                    (home + faker.Random.Int(0, PlacesOfACompany - 1)) % places.Count);
            }
        }
    }

    private (PortRow Port, PortOrderRow Order, DataCenterFacility Facility) One(
        int company,
        int number,
        int before,
        int place)
    {
        var (facility, metro) = places[place];
        var (stamp, ordered) = (plan.Port(number), plan.Order(number));
        var speed = faker.PickRandom(
            facility.Speeds.Count == 0
                ? AnySpeed
                : [.. facility.Speeds.Where(speed => speed >= 1000).DefaultIfEmpty(facility.Speeds[0])]);
        var status = VolumePlan.StatusOf(company, before);
        var order = status is null ? VolumePlan.OpenOrder(company, before, facility.IsOffNet) : PortOrderStatus.Done;
        var now = status ?? (order == PortOrderStatus.Cancelled ? PortStatus.Deleted : PortStatus.Unknown);
        var name = $"{metro.Name} {faker.Address.StreetName()}";
        var orderedSince = order is PortOrderStatus.Created or PortOrderStatus.Reserved
            ? ordered.CreatedAt
            : ordered.CreatedAt.AddSeconds(faker.Random.Int(60, 7200));
        Sold[number] = new SoldPort(place, speed, now == PortStatus.Active);
        var port = new PortRow
        {
            Id = stamp.Id,
            Status = now,
            CompanyId = plan.Company(company).Id,
            FacilityId = facility.Id,
            MetroId = metro.Id,
            Name = name,
            Speed = speed,
            Type = facility.IsOffNet ? PortType.PhysicalNsp : PortType.Physical,
            Onboarding =
                now == PortStatus.Onboarding
                    ? new Onboarding(keyholders[company], stamp.CreatedAt, faker.PickRandom(Devices), "xe-0/0/1", speed)
                    : null,
            PaymentType = "invoice",
            Delivered = status is not null,
            CreatedAt = stamp.CreatedAt,
            Since =
                status is null && order != PortOrderStatus.Cancelled
                    ? stamp.CreatedAt
                    : orderedSince.AddSeconds(faker.Random.Int(60, 7200)),
        };
        var orderRow = new PortOrderRow
        {
            Id = ordered.Id,
            Status = order,
            CompanyId = port.CompanyId,
            FacilityId = facility.Id,
            PortId = port.Id,
            PortName = name,
            Speed = speed,
            CreatedBy = keyholders[company],
            CancelledBy = order is PortOrderStatus.Cancelling or PortOrderStatus.Cancelled ? keyholders[company] : null,
            CreatedAt = ordered.CreatedAt,
            Since = orderedSince,
        };
        return (port, orderRow, facility);
    }
}

/// <summary>What connections have to know of a port.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Speed">Mbps.</param>
/// <param name="InService">Whether it is ACTIVE.</param>
internal record struct SoldPort(int Place, int Speed, bool InService)
{
    /// <summary>What isn't sold yet, Mbps.</summary>
    public int Free { get; set; } = Speed;

    /// <summary>How many VLANs are in use on it.</summary>
    public int Vlans { get; set; }
}
