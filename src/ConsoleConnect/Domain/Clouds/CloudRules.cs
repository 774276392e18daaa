using Emulator.Domain.Companies;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.Clouds;

/// <summary>What an order of a cloud connection has to keep to (OpenAPI 1.0.0, the clouds' own routes).</summary>
internal static class CloudRules
{
    /// <summary>Refuses a company that isn't verified.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CompanyNotVerifiedForClouds"/>.</exception>
    public static void MustBeVerified(Company company)
    {
        if (!company.Verified)
        {
            throw ServiceErrors.CompanyNotVerifiedForClouds.Because(company.NotYetVerified);
        }
    }

    /// <summary>Refuses a customer's port that isn't there or not in service, in the clouds' words.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoCloudSourcePort"/>.</exception>
    public static Port SourceIn(Port? port, string id, Company company) =>
        port is null ? throw ServiceErrors.NoCloudSourcePort.Because($"{company.Username} has no port with the id "
            + $"{id.Named()}: GET /api/company/{company.Username}/ports lists those that it has.")
        : port.Status != PortStatus.Active ? throw ServiceErrors.NoCloudSourcePort.Because($"Port {id} is "
            + $"{Spelling.Of(port.Status)}; it must be ACTIVE.")
        : port;

    /// <summary>Refuses a port that isn't the cloud's or not in service, in the clouds' words.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoCloudDestinationPort"/>.</exception>
    public static Port DestinationIn(Port? port, string id, Company cloud) =>
        port is null || port.CompanyId != cloud.Id || port.Partner is null
            ? throw ServiceErrors.NoCloudDestinationPort.Because($"{cloud.Username} has no port with the id "
                + $"{id.Named()}: "
                + $"GET /api/directConnectPartner/{cloud.Username}/regions lists those that it has.")
        : port.Status != PortStatus.Active ? throw ServiceErrors.NoCloudDestinationPort.Because($"Port {id} is "
            + $"{Spelling.Of(port.Status)}; it must be ACTIVE.")
        : port;

    /// <summary>The offer of a cloud's port for a speed.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.CloudSpeedNotOffered"/>.</exception>
    public static PartnerSpeed OfferOf(Port port, int speed) =>
        port.Partner!.Speeds.FirstOrDefault(offer => offer.Value == speed)
        ?? throw ServiceErrors.CloudSpeedNotOffered.Because(
            $"Port {port.Id} has {string.Join(", ", port.Partner!.Speeds.Select(offer => offer.Value))} Mbps.", speed);

    /// <summary>Refuses a pair that isn't one: two ports of one region.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.TwoDestinationPorts"/>.</exception>
    public static void MustBeAPair(IReadOnlyList<Port> ports)
    {
        if (ports.Count != 2
            || ports[0].Id == ports[1].Id
            || ports[0].Partner!.RegionName != ports[1].Partner!.RegionName)
        {
            throw ServiceErrors.TwoDestinationPorts.Because(ports.Count != 2
                ? $"There are {ports.Count}: the connection is redundant, so name two."
                : ports[0].Id == ports[1].Id ? $"Port {ports[0].Id} is named twice."
                : $"They are of {ports[0].Partner!.RegionName} and of {ports[1].Partner!.RegionName}: name two of one "
                    + "region.");
        }
    }

    /// <summary>Refuses none, more than two, or the same source port twice.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SourcePorts"/>.</exception>
    public static void MustBeOneOrTwo(IReadOnlyList<Port> ports)
    {
        if (ports.Count is not (1 or 2) || (ports.Count == 2 && ports[0].Id == ports[1].Id))
        {
            throw ServiceErrors.SourcePorts.Because(ports.Count == 2
                ? $"Port {ports[0].Id} is named twice: name it once, and both subconnections come from it."
                : $"There are {ports.Count}: name one for both subconnections, or one for each.");
        }
    }

    /// <summary>Refuses ports of another region than their keys.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.TwoPairingKeys"/>.</exception>
    public static void MustBeIn(IReadOnlyList<Port> ports, string region)
    {
        var named = ports[0].Partner!.RegionName;
        if (!string.Equals(named, region, StringComparison.OrdinalIgnoreCase))
        {
            throw ServiceErrors.TwoPairingKeys.Because($"The ports are of {named}, the keys of {region}: take both "
                + "from one region.", named);
        }
    }

    /// <summary>Refuses VLANs that are asked for twice.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.VlansNotDistinct"/>.</exception>
    public static void MustDiffer(IReadOnlyList<int> vlans)
    {
        if (vlans.GroupBy(vlan => vlan).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw ServiceErrors.VlansNotDistinct.Because($"{twice.Key} is asked for twice: name each once, or send "
                + "null and the service chooses (OpenAPI 1.59.2, ALICLOUD layer2).");
        }
    }

    /// <summary>
    /// The class of service of a connection to Alibaba: an enterprise has BRONZE whatever it asks for, a
    /// wholesaler chooses SILVER or GOLD (OpenAPI 1.59.2, ALICLOUD layer2). Others choose as they like; assumed.
    /// </summary>
    public static string ClassAtAlibaba(Company company, string? asked) => company.Profile.BusinessType switch
    {
        "Enterprise" => "BRONZE",
        "Wholesaler" => asked is "GOLD" ? asked : "SILVER",
        _ => asked ?? "BRONZE",
    };

    /// <summary>Refuses to be paid by a plan where the port is on none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.EntitlementExceeded"/>.</exception>
    public static void MustBeOnAPlan(Port port)
    {
        if (port.BillingId is null)
        {
            throw ServiceErrors.EntitlementExceeded.Because($"Port {port.Id} is on no plan: order with the paymentType "
                + "invoice, or from a port that was ordered with a billingId.");
        }
    }
}
