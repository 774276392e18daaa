using Emulator.Domain;
using Emulator.Domain.Places;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>The whole network in one call: what a map shows.</summary>
internal static class NetworkRoutes
{
    private const string Group = "Resources";

    /// <summary>How many of each kind are listed by default.</summary>
    private const int Usual = 10_000;

    private const int Most = 50_000;

    private static readonly QueryParameter<string?> OfCompany = Query.Text(
        "company", "", "Only what is the company's, by its username or id, and connections to which it is a party.");

    private static readonly QueryParameter<int?> Limit = Query.WholeNumber(
        "limit", "", $"The most of each kind, up to {Most}; {Usual} by default. All are counted in found.", 0, Most);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/__admin/network", Show)
        .OnTheSandbox(
            Group,
            "The network: metros, facilities, ports, connections, CloudRouters, services, clouds")
        .Tells("All that a map shows, in one call. Deleted resources, requests that came to nothing and ports that "
            + "aren't delivered yet are left out; a cloud's ports are shown as the cloud's metros.")
        .With(OfCompany, Limit)
        .Produces<NetworkShown>()
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.BadQuery);

    private static Answer<NetworkShown> Show(HttpRequest request, Turn turn)
    {
        var company = OfCompany.Of(request) is { } name ? turn.Reference.CompanyNamed(name) : null;
        var limit = Limit.Of(request) ?? Usual;
        if (limit > Most)
        {
            throw ServiceErrors.BadQuery.Because("company makes the network smaller.", "limit", $"<= {Most}");
        }

        var (rows, reference) = (turn.Rows, turn.Reference);
        var clouds = reference.Companies.Where(one => one.IsCloudProvider || one.Cloud is not null).ToList();
        var held = rows.HeldOfPorts(company);
        var metrosOfClouds = rows.MetrosOfClouds(clouds);
        var sites = rows.SitesOnMap(company, limit).ToLookup(site => site.RouterId);
        return new NetworkShown(
            [.. MetroShown.All(reference)],
            [.. reference.Facilities.Select(FacilityShown.Of)],
            [
                .. rows.PortsOnMap(company, limit).Select(port => new PortOnMap(
                    port.Id,
                    port.Name,
                    NameOf(port.CompanyId),
                    port.MetroId,
                    port.FacilityId,
                    port.Speed,
                    held.GetValueOrDefault(port.Id),
                    Spelling.Of(port.Status),
                    Spelling.Of(port.Type))),
            ],
            [
                .. rows.ConnectionsOnMap(company, limit).Select(connection => new ConnectionShown(
                    connection.Id,
                    connection.Name,
                    NameOf(connection.SrcCompanyId),
                    NameOf(connection.DestCompanyId),
                    connection.SrcPortId,
                    connection.DestPortId,
                    CloudOf(connection.DestCompanyId),
                    connection.SrcMetroId,
                    connection.DestMetroId,
                    connection.Speed,
                    Spelling.Of(connection.Status),
                    Spelling.Of(connection.Type),
                    connection.ParentId)),
            ],
            [
                .. rows.RoutersOnMap(company, limit).Select(router => new RouterShown(
                    router.Id,
                    router.Name,
                    NameOf(router.CompanyId),
                    Spelling.Of(router.Status),
                    [
                        .. sites[router.Id].Select(site => new SiteShown(
                            site.Id,
                            site.Name,
                            site.PortId,
                            site.PortCompanyId is { } owner ? CloudOf(owner) : null,
                            site.MetroId,
                            site.RateLimit,
                            Spelling.Of(site.Status))),
                    ])),
            ],
            [
                .. rows.ServicesOnMap(company, limit).Select(service => new ServiceShown(
                    service.Id,
                    service.Name,
                    NameOf(service.CompanyId),
                    service.AccessPortId,
                    service.RateLimit,
                    Spelling.Of(service.Status))),
            ],
            [
                .. clouds.Select(cloud => new CloudShown(
                    cloud.Id,
                    cloud.Name,
                    cloud.Cloud?.CloudType ?? Spelling.Of(cloud.Partner),
                    [.. metrosOfClouds[cloud.Id]])),
            ],
            new Found(rows.CountPortsOnMap(company), rows.CountConnectionsOnMap(company)),
            limit);

        string NameOf(string id) => reference.Company(id).Username;

        string? CloudOf(string id) => reference.Company(id) is { } owner
            && (owner.IsCloudProvider || owner.Cloud is not null) ? owner.Id : null;
    }

    /// <summary>The network.</summary>
    /// <param name="Metros">The metros, by name.</param>
    /// <param name="Facilities">The data center facilities, oldest first.</param>
    /// <param name="Ports">The delivered ports of customers and network service providers, oldest first.</param>
    /// <param name="Connections">The connections and requests, oldest first.</param>
    /// <param name="CloudRouters">The CloudRouters, each with its sites.</param>
    /// <param name="Services">The Internet On-Demand services.</param>
    /// <param name="Clouds">The clouds, whose ports stand in these metros.</param>
    /// <param name="Counted">How many there are, listed or not.</param>
    /// <param name="Limit">The most of each kind that are listed.</param>
    internal sealed record NetworkShown(
        IReadOnlyList<MetroShown> Metros,
        IReadOnlyList<FacilityShown> Facilities,
        IReadOnlyList<PortOnMap> Ports,
        IReadOnlyList<ConnectionShown> Connections,
        IReadOnlyList<RouterShown> CloudRouters,
        IReadOnlyList<ServiceShown> Services,
        IReadOnlyList<CloudShown> Clouds,
        [property: System.Text.Json.Serialization.JsonPropertyName("found")] Found Counted,
        int Limit);

    /// <summary>How many there are.</summary>
    internal sealed record Found(int Ports, int Connections);

    /// <summary>A metro.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="CountryCode">Its country in two letters.</param>
    /// <param name="Lat">Degrees north: the middle of its facilities; null where none has coordinates.</param>
    /// <param name="Lon">Degrees east.</param>
    internal sealed record MetroShown(string Id, string Name, string CountryCode, double? Lat, double? Lon)
    {
        public static IEnumerable<MetroShown> All(ReferenceData reference)
        {
            var spots = reference.Facilities
                .Select(facility => (facility.MetroId, Spot: FacilityShown.SpotOf(facility)))
                .Where(facility => facility.Spot is not null)
                .ToLookup(facility => facility.MetroId, facility => facility.Spot!.Value);
            return reference.Metros.Select(metro => new MetroShown(
                metro.Id,
                metro.Name,
                Countries.InTwoLetters(metro.Country),
                spots.Contains(metro.Id) ? Math.Round(spots[metro.Id].Average(spot => spot.Lat), 4) : null,
                spots.Contains(metro.Id) ? Math.Round(spots[metro.Id].Average(spot => spot.Lon), 4) : null));
        }
    }

    /// <summary>A data center facility.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Username">What orders name it by.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="MetroId">Its metro.</param>
    /// <param name="Lat">Degrees north; null where it isn't known.</param>
    /// <param name="Lon">Degrees east.</param>
    /// <param name="Orderable">Whether ports can be ordered there.</param>
    /// <param name="Speeds">Which, Mbps; empty where every speed is.</param>
    internal sealed record FacilityShown(
        string Id,
        string Username,
        string Name,
        string MetroId,
        double? Lat,
        double? Lon,
        bool Orderable,
        IReadOnlyList<int> Speeds)
    {
        public static FacilityShown Of(DataCenterFacility facility)
        {
            var spot = SpotOf(facility);
            return new(
                facility.Id, facility.Username, facility.Name, facility.MetroId, spot?.Lat, spot?.Lon, facility.Ready,
                facility.Speeds);
        }

        public static (double Lat, double Lon)? SpotOf(DataCenterFacility facility) =>
            facility.Addresses.FirstOrDefault(address => address is { Latitude: not null, Longitude: not null })
                is { } address
                ? (address.Latitude!.Value, address.Longitude!.Value)
                : null;
    }

    /// <summary>A port.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Company">The username of its company.</param>
    /// <param name="MetroId">Its metro.</param>
    /// <param name="FacilityId">Its facility; null for a port outside of one.</param>
    /// <param name="Speed">Mbps.</param>
    /// <param name="Used">The bandwidth in use, Mbps: by outgoing connections, services and sites.</param>
    /// <param name="Status">Its status, as the documents spell it.</param>
    /// <param name="Type">Its type, as the documents spell it.</param>
    internal sealed record PortOnMap(
        string Id,
        string Name,
        string Company,
        string MetroId,
        string? FacilityId,
        int Speed,
        int Used,
        string Status,
        string Type);

    /// <summary>A connection.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Company">The username of its company.</param>
    /// <param name="ToCompany">The username of the company that it leads to.</param>
    /// <param name="FromPort">Its port on the side that asked; null for groups.</param>
    /// <param name="ToPort">Its port on the other side; null until the other company has named it.</param>
    /// <param name="Cloud">The cloud that it leads to; null for none.</param>
    /// <param name="FromMetroId">The metro that it begins in.</param>
    /// <param name="ToMetroId">The metro that it leads to.</param>
    /// <param name="Bandwidth">Mbps.</param>
    /// <param name="Status">Its status, as the documents spell it.</param>
    /// <param name="Type">Its type, as the documents spell it.</param>
    /// <param name="GroupId">The group that it is one of; null where it stands alone.</param>
    internal sealed record ConnectionShown(
        string Id,
        string Name,
        string Company,
        string ToCompany,
        string? FromPort,
        string? ToPort,
        string? Cloud,
        string FromMetroId,
        string ToMetroId,
        int Bandwidth,
        string Status,
        string Type,
        string? GroupId);

    /// <summary>A CloudRouter.</summary>
    internal sealed record RouterShown(
        string Id,
        string Name,
        string Company,
        string Status,
        IReadOnlyList<SiteShown> Sites);

    /// <summary>A site of one.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="PortId">Its port; null where it stands on a SIM pool.</param>
    /// <param name="Cloud">The cloud whose port that is; null for none.</param>
    /// <param name="MetroId">Where its port stands; null where it has none.</param>
    /// <param name="Bandwidth">Mbps.</param>
    /// <param name="Status">Its status, as the documents spell it.</param>
    internal sealed record SiteShown(
        string Id,
        string Name,
        string? PortId,
        string? Cloud,
        string? MetroId,
        int Bandwidth,
        string Status);

    /// <summary>An Internet On-Demand service.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Company">The username of its company.</param>
    /// <param name="PortId">Its access port.</param>
    /// <param name="Bandwidth">Mbps.</param>
    /// <param name="Status">Its status, as the documents spell it.</param>
    internal sealed record ServiceShown(
        string Id,
        string Name,
        string Company,
        string PortId,
        int Bandwidth,
        string Status);

    /// <summary>A cloud.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Provider">What it is known as.</param>
    /// <param name="MetroIds">The metros that its ports are in.</param>
    internal sealed record CloudShown(string Id, string Name, string Provider, IReadOnlyList<string> MetroIds);
}
