using System.Globalization;
using System.Text.RegularExpressions;
using Emulator.Domain.Ports;
using Emulator.Errors;

namespace Emulator.Domain.Clouds;

/// <summary>
/// A key that Azure or OVHcloud gives for one connection. What it is for follows from its digits, so that a key that
/// is needed can be made up; no source says of any key what it is for.
/// </summary>
/// <param name="Uuid">A uuid in lower case, without what stands before it.</param>
internal sealed partial record ServiceKey(string Uuid)
{
    /// <summary>The key that nobody has given: of it no cloud knows.</summary>
    private const string Nobodys = "00000000-0000-0000-0000-000000000000";

    /// <summary>How a refusal names it.</summary>
    public const string Noun = "service key";

    /// <summary>What OVHcloud prints in front of the keys of its European region (OpenAPI 1.59.2).</summary>
    public const string OvhPrefix = "EU.";

    /// <summary>A key as connections keep it, without what OVHcloud prints in front.</summary>
    public static string WithoutPrefix(string key) =>
        key.StartsWith(OvhPrefix, StringComparison.Ordinal) ? key[OvhPrefix.Length..] : key;

    /// <summary>The place of its bandwidth among the speeds that are sold, counted round: its first digit.</summary>
    private int Bandwidth => Digits(0, 1);

    /// <summary>The place of its location among the cloud's, counted round: its second digit.</summary>
    private int Location => Digits(1, 1);

    /// <summary>The service's outer tag, 1 to 4094: from its last three digits.</summary>
    public int Stag => 1 + (Digits(Uuid.Length - 3, 3) % 4094);

    /// <summary>Reads one: a uuid, which may have the cloud's own region before it, as in <c>EU.</c></summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ServiceKeyInvalid"/>.</exception>
    public static ServiceKey Read(string sent) =>
        Form().Match(sent) is { Success: true } key
            ? new ServiceKey(key.Groups["uuid"].Value.ToLowerInvariant())
            : throw ServiceErrors.ServiceKeyInvalid.Because("A service key is a uuid, such as "
                + "7c9e6679-7425-40de-944b-e07fc1f90ae7; OVHcloud's may have EU. before it.");

    /// <summary>What an Azure key is for.</summary>
    /// <param name="ports">
    /// Azure's ports in service, oldest first: the first two of a location by name are a pair.
    /// </param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ServiceKeyNotFound"/>.</exception>
    public AzureCircuit CircuitAmong(IReadOnlyList<Port> ports)
    {
        var locations = ports.GroupBy(port => port.Partner!.RegionName)
            .Where(location => location.Count() > 1)
            .Select(location => location.OrderBy(port => port.Name, StringComparer.Ordinal).ToList())
            .ToList();
        MustBeKnown(locations.Count);
        var pair = locations[Location % locations.Count];
        return new AzureCircuit(BandwidthOn(pair[0]), pair[0], pair[1], Stag);
    }

    /// <summary>What an OVHcloud key is for.</summary>
    /// <param name="ports">OVHcloud's ports in service, oldest first.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ServiceKeyNotFound"/>.</exception>
    public OvhService ServiceAmong(IReadOnlyList<Port> ports)
    {
        MustBeKnown(ports.Count);
        var port = ports[Location % ports.Count];
        var bandwidth = BandwidthOn(port);
        return new OvhService(
            bandwidth,
            port,
            [.. port.Partner!.Speeds.Where(speed => speed.Value <= bandwidth).OrderBy(speed => speed.Value)]);
    }

    private void MustBeKnown(int places)
    {
        if (Uuid == Nobodys || places == 0)
        {
            throw ServiceErrors.ServiceKeyNotFound.Because(places == 0
                ? "The cloud has no ports in service: put one back, or start from a world that has some."
                : "Every uuid is a key that is known here, except for the one that is all zeros: send another.");
        }
    }

    private int BandwidthOn(Port port)
    {
        var speeds = port.Partner!.Speeds.Select(speed => speed.Value).Order().ToList();
        return speeds[Bandwidth % speeds.Count];
    }

    private int Digits(int first, int count) =>
        int.Parse(Uuid.AsSpan(first, count), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A([A-Za-z]{2}\.)?(?<uuid>[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}

/// <summary>An ExpressRoute circuit of a customer of Azure's, as its service key names it.</summary>
/// <param name="Bandwidth">What the customer has ordered of Azure, Mbps: a connection has no more.</param>
/// <param name="Primary">The port of the primary subconnection.</param>
/// <param name="Secondary">The port of the secondary subconnection.</param>
/// <param name="Stag">The outer tag that Azure has for it, 1 to 4094.</param>
internal sealed record AzureCircuit(int Bandwidth, Port Primary, Port Secondary, int Stag)
{
    /// <summary>Refuses a connection that is faster than the circuit.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SpeedAboveServiceKey"/>.</exception>
    public void MustHold(int speed)
    {
        if (speed > Bandwidth)
        {
            throw ServiceErrors.SpeedAboveServiceKey.Because(
                $"The key is for {Bandwidth} Mbps, as POST /api/company/{{username}}/connections/directConnectPartner"
                + "/AZURE/serviceKey tells. Ask for that or less, or take a key whose first digit is another.",
                Bandwidth);
        }
    }
}

/// <summary>What a customer of OVHcloud's has ordered there, as its service key names it.</summary>
/// <param name="Bandwidth">Mbps: a connection has no more.</param>
/// <param name="Port">OVHcloud's port.</param>
/// <param name="Tiers">The speeds to be had on it with this key, slowest first.</param>
internal sealed record OvhService(int Bandwidth, Port Port, IReadOnlyList<PartnerSpeed> Tiers)
{
    /// <summary>Refuses another port than the key's, and a speed that isn't to be had with it.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NoCloudDestinationPort"/>, <see cref="ServiceErrors.CloudSpeedNotOffered"/>.
    /// </exception>
    public void MustHave(Port asked, int speed)
    {
        if (asked.Id != Port.Id)
        {
            throw ServiceErrors.NoCloudDestinationPort.Because($"The service key is for port {Port.Id}, as POST "
                + "/v2/ovh-service-key/validate tells: name that one.");
        }

        if (Tiers.All(tier => tier.Value != speed))
        {
            throw ServiceErrors.CloudSpeedNotOffered.Because(
                $"With this service key {string.Join(", ", Tiers.Select(tier => tier.Value))} Mbps are to be had.",
                speed);
        }
    }
}
