using Emulator.Domain.Clouds;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.Places;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources.Worlds;
using Emulator.Store;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect.Worlds;

/// <summary>What a world's things order of clouds: the cloud's ports and keys are chosen for them.</summary>
internal static class CloudsInWorlds
{
    /// <summary>The clouds whose connections are a group of two lines, on two ports of one region.</summary>
    private static readonly PartnerType[] Paired = [PartnerType.Azure, PartnerType.Gce, PartnerType.Alicloud];

    /// <summary>The clouds that connections are ordered of by routes of their own.</summary>
    private static readonly PartnerType[] WithRoutes =
        [.. Paired, PartnerType.Aws, PartnerType.Ibm, PartnerType.Ovhcloud];

    /// <summary>Whether connections to a company are ordered of it as a cloud.</summary>
    public static bool Sells(Company company, WorldMaking making) =>
        WithRoutes.Contains(company.Partner) && PortsOf(company, making).Count > 0;

    /// <summary>The order of a connection.</summary>
    /// <param name="thing">The connection.</param>
    /// <param name="from">The customer's port.</param>
    /// <param name="src">The customer.</param>
    /// <param name="cloud">The cloud.</param>
    /// <param name="speed">Mbps; null for the slowest that the cloud sells.</param>
    /// <param name="vlan">The VLAN on the customer's port; null where the service chooses.</param>
    /// <param name="waits">Whether the customer has to accept it, where that isn't so anyway.</param>
    /// <param name="making">The world.</param>
    /// <exception cref="Refusal">The first rule that is against it.</exception>
    public static CloudOrder OrderOf(
        WorldThing thing, Port from, Company src, Company cloud, int? speed, int? vlan, bool waits, WorldMaking making)
    {
        CloudRules.SourceIn(from, from.Id, src);
        var place = PlaceOf(thing, cloud, from.MetroId, making);
        var mbps = speed ?? place[0].Partner!.Speeds.Min(offer => offer.Value);
        _ = CloudRules.OfferOf(place[0], mbps);
        var uuid = making.Luck.Uuid();
        return new CloudOrder
        {
            Src = src,
            Cloud = cloud,
            Name = thing.Called,
            Speed = mbps,
            Lines =
            [
                .. place.Select((to, index) => new CloudLine(
                    from,
                    to,
                    index == 0 ? vlan : null,
                    cloud.Partner == PartnerType.Gce ? $"{uuid}/{to.Partner!.RegionName}/{index + 1}" : null)),
            ],
            Account = AccountAt(thing, making),
            Key = cloud.Partner switch
            {
                PartnerType.Azure => AzureKey(uuid, place, mbps, making),
                PartnerType.Ovhcloud => uuid,
                _ => null,
            },
            WaitsForCustomer = cloud.Partner == PartnerType.Aws || waits,
            PaymentType = "invoice",
            Duration = 1,
            DurationUnit = "m",
            Evergreen = true,
        };
    }

    /// <summary>The state that an order's connection begins in.</summary>
    public static string FirstOf(CloudOrder order) => Spelling.Of(
        order.Lines.Any(line => CloudRules.OfferOf(line.To, order.Speed).Type == "MANUAL") ? ConnectionStatus.Manual
        : order.WaitsForCustomer ? ConnectionStatus.PendingAcceptance
        : ConnectionStatus.Creating);

    /// <summary>An account at a cloud.</summary>
    public static string AccountAt(WorldThing thing, WorldMaking making) =>
        $"{making.Luck.Between(thing, 100_000, 999_999, about: 11)}"
            + $"{making.Luck.Between(thing, 100_000, 999_999, about: 12)}";

    /// <summary>
    /// The cloud's port in a metro, or its pair of ports: in the metro that is asked for, in the one that is near, or
    /// else the first.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WorldImpossible"/>: it has none in that metro.</exception>
    public static IReadOnlyList<Port> PlaceOf(WorldThing thing, Company cloud, string near, WorldMaking making)
    {
        var count = Paired.Contains(cloud.Partner) ? 2 : 1;
        List<List<Port>> places =
        [
            .. PortsOf(cloud, making)
                .GroupBy(port => port.Partner!.RegionName, StringComparer.Ordinal)
                .Select(place => place.OrderBy(port => port.Name, StringComparer.Ordinal).Take(count).ToList())
                .Where(place => place.Count == count),
        ];
        if (thing.Asked.Of(PlacesInWorlds.Metro) is not { } name)
        {
            return places.Find(place => place[0].MetroId == near) ?? places[0];
        }

        var metro = PlacesInWorlds.MetroNamed(thing, PlacesInWorlds.Metro, name, making);
        return places.Find(place => place[0].MetroId == metro.Id) ?? throw thing.Impossible(
            PlacesInWorlds.Metro,
            $"is one where {cloud.Username} has no ports: {metro.Name}",
            $"It has some in {string.Join(", ", places.Select(place => MetroOf(place[0], making).Name).Distinct())}.");
    }

    /// <summary>A cloud's ports in service, oldest first.</summary>
    public static IReadOnlyList<Port> PortsOf(Company cloud, WorldMaking making) =>
    [
        .. making.Db.Ports.Where(port => port.CompanyId == cloud.Id && port.Status == PortStatus.Active)
            .OrderBy(port => port.CreatedAt).ThenBy(port => port.Id)
            .AsEnumerable().Where(port => port.Partner is not null),
    ];

    private static Metro MetroOf(Port port, WorldMaking making) => making.Reference.Metro(port.MetroId);

    /// <summary>A service key that stands for a circuit on the two ports, of so much bandwidth at least.</summary>
    private static string AzureKey(string uuid, IReadOnlyList<Port> pair, int speed, WorldMaking making)
    {
        var ports = PortsOf(making.Reference.Company(pair[0].CompanyId), making);
        for (var digits = 0; digits < 256; digits++)
        {
            var key = $"{digits:x2}{uuid[2..]}";
            var circuit = ServiceKey.Read(key).CircuitAmong(ports);
            if (circuit.Primary.Id == pair[0].Id && circuit.Bandwidth >= speed)
            {
                return key;
            }
        }

        throw ServiceErrors.CloudSpeedNotOffered.Because("No circuit of Azure's has as much.", speed);
    }
}
