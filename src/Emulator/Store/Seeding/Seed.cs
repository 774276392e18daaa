using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>The seeded world, as its files tell it, checked.</summary>
internal sealed class Seed
{
    /// <summary>The files there are, one a resource.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "regions.json",
        "metros.json",
        "data-center-facilities.json",
        "companies.json",
        "users.json",
        "subscriptions.json",
        "ports.json",
        "port-orders.json",
        "connections.json",
        "invitations.json",
        "mailed-tokens.json",
        "wanted-connections.json",
        "access-circuits.json",
        "addons.json",
        "asns.json",
        "iod-services.json",
        "counterparties.json",
    ];

    private readonly List<SeedRow<Region>> regions;
    private readonly List<SeedRow<Metro>> metros;
    private readonly List<SeedRow<DataCenterFacility>> facilities;
    private readonly List<SeedRow<Company>> companies;
    private readonly List<SeedRow<UserRow>> users;
    private readonly List<SeedRow<Subscription>> subscriptions;
    private readonly List<SeedRow<PortRow>> ports;
    private readonly List<SeedRow<PortOrderRow>> orders;
    private readonly List<SeedRow<ConnectionRow>> connections;
    private readonly List<SeedRow<InvitationRow>> invitations;
    private readonly List<SeedRow<MailedToken>> tokens;
    private readonly List<SeedRow<Want>> wants;
    private readonly List<SeedRow<AccessCircuit>> circuits;
    private readonly List<SeedRow<Addon>> addons;
    private readonly List<SeedRow<AsnRow>> asns;
    private readonly List<SeedRow<IodServiceRow>> services;
    private readonly List<SeedRow<Counterparty>> counterparties;

    private Seed(string folder)
    {
        regions = SeedFile.Read(folder, Files[0], SeedJson.Default.Region);
        metros = SeedFile.Read(folder, Files[1], SeedJson.Default.Metro);
        facilities = SeedFile.Read(folder, Files[2], SeedJson.Default.DataCenterFacility);
        companies = SeedFile.Read(folder, Files[3], SeedJson.Default.Company);
        users = SeedFile.Read(folder, Files[4], SeedJson.Default.UserRow);
        subscriptions = SeedFile.Read(folder, Files[5], SeedJson.Default.Subscription);
        ports = SeedFile.Read(folder, Files[6], SeedJson.Default.PortRow);
        orders = SeedFile.Read(folder, Files[7], SeedJson.Default.PortOrderRow);
        connections = SeedFile.Read(folder, Files[8], SeedJson.Default.ConnectionRow);
        invitations = SeedFile.Read(folder, Files[9], SeedJson.Default.InvitationRow);
        tokens = SeedFile.Read(folder, Files[10], SeedJson.Default.MailedToken);
        wants = SeedFile.Read(folder, Files[11], SeedJson.Default.Want);
        circuits = SeedFile.Read(folder, Files[12], SeedJson.Default.AccessCircuit);
        addons = SeedFile.Read(folder, Files[13], SeedJson.Default.Addon);
        asns = SeedFile.Read(folder, Files[14], SeedJson.Default.AsnRow);
        services = SeedFile.Read(folder, Files[15], SeedJson.Default.IodServiceRow);
        counterparties = SeedFile.Read(folder, Files[16], SeedJson.Default.Counterparty);
        CheckReferences();
    }

    /// <summary>Reads and checks every file of a folder.</summary>
    /// <exception cref="SeedBroken">Something doesn't fit: the file, the line, and why.</exception>
    public static Seed Read(string folder) => new(folder);

    /// <summary>Adds the whole world to a database that has its tables, in one transaction.</summary>
    /// <param name="database">The database, its tables empty.</param>
    /// <param name="hash">How passwords are hashed.</param>
    public void AddTo(SandboxDatabase database, Func<string, string> hash)
    {
        var rows = database.Rows;
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal); // Hashing takes longer than all else.
        using var transaction = rows.BeginTransaction();
        rows.Insert("Regions", regions.Select(row => row.Value));
        rows.Insert("Metros", metros.Select(row => row.Value));
        rows.Insert("DataCenterFacilities", facilities.Select(row => row.Value));
        rows.Insert("Companies", companies.Select(row => row.Value));
        var newEmails = tokens
            .Where(row => row.Value.Kind == MailedTokenKind.EmailChange)
            .ToDictionary(row => row.Value.UserId, row => row.Value);
        var memberships = users.SelectMany(row => PeopleRows.MembershipsOf(row.Value)).ToList();
        var seededInvitations = invitations.ConvertAll(row => PeopleRows.InvitationOf(row.Value));
        rows.Insert(
            "Users",
            users.Select(row => PeopleRows.UserOf(row.Value, newEmails.GetValueOrDefault(row.Value.Id), Hashed)));
        rows.Insert("Memberships", memberships);
        rows.Insert(
            "Follows",
            users.SelectMany(row =>
                row.Value.Following.Select(id => new Follow { FollowerId = row.Value.Id, FolloweeId = id })));
        rows.Insert("Invitations", seededInvitations);
        rows.Insert("Counterparties", counterparties.Select(row => row.Value));
        rows.Insert("Wants", wants.Select(row => row.Value));
        rows.Insert("MailedTokens", tokens.Select(row => row.Value));
        rows.Insert(
            "ApiKeys",
            users.SelectMany(row =>
                row.Value.ApiKeys.Select(key => new ApiKey
                {
                    Key = key,
                    UserId = row.Value.Id,
                    CreatedAt = row.Value.CreatedAt,
                })));
        rows.Insert("Subscriptions", subscriptions.Select(row => row.Value));
        rows.Insert("Addons", addons.Select(row => row.Value));
        var locations = facilities.ToDictionary(row => row.Value.Id, row => row.Value);
        var seededPorts = ports.ConvertAll(row =>
            NetworkRows.PortOf(row.Value, row.Value.FacilityId is { } id ? locations[id] : null));
        var seededOrders = orders.ConvertAll(row => NetworkRows.OrderOf(row.Value, locations[row.Value.FacilityId]));
        var seededConnections = connections.ConvertAll(row => NetworkRows.ConnectionOf(row.Value));
        rows.Insert("Ports", seededPorts);
        rows.Insert("AccessCircuits", circuits.Select(row => row.Value));
        rows.Insert("PortOrders", seededOrders);
        rows.Insert("Connections", seededConnections);
        rows.Insert(
            "ChangeRequests",
            seededConnections.Select(connection => connection.Change).OfType<ChangeRequest>());
        var seededAsns = asns.ConvertAll(row => InternetRows.AsnOf(row.Value));
        var seededServices = services.ConvertAll(row => InternetRows.ServiceOf(row.Value));
        var flexes = seededServices.SelectMany(service => service.Flexes).ToList();
        rows.Insert("Asns", seededAsns);
        rows.Insert("IodServices", seededServices);
        rows.Insert("IpBlocks", seededServices.SelectMany(service => service.Blocks));
        rows.Insert("Flexes", flexes);
        IEnumerable<IStaged> staged =
        [
            .. seededPorts,
            .. seededOrders,
            .. seededConnections,
            .. memberships,
            .. seededInvitations,
            .. seededAsns,
            .. seededServices,
            .. flexes,
        ];
        rows.Insert("Moves", staged.SelectMany(resource => resource.NewMoves));
        transaction.Commit();

        string Hashed(string password) =>
            hashes.TryGetValue(password, out var hashed) ? hashed : hashes[password] = hash(password);
    }

    /// <summary>
    /// Finds ids that are given twice and references that lead nowhere, before the database would, so that each has a
    /// line.
    /// </summary>
    private void CheckReferences()
    {
        var regionIds = Ids(regions, row => row.Id);
        var metroIds = Ids(metros, row => row.Id);
        var facilityIds = Ids(facilities, row => row.Id);
        var companyIds = Ids(companies, row => row.Id);
        var userIds = Ids(users, row => row.Id);
        var subscriptionIds = Ids(subscriptions, row => row.Id);
        var portIds = Ids(ports, row => row.Id);
        _ = Ids(orders, row => row.Id);
        var connectionIds = Ids(connections, row => row.Id);
        _ = Ids(companies, row => row.Username.ToLowerInvariant());
        _ = Ids(facilities, row => row.Username.ToLowerInvariant());
        _ = Ids(users, row => row.Username.ToLowerInvariant());
        _ = Ids(users, row => row.Email.ToLowerInvariant());
        _ = Ids(invitations, row => row.Id);
        _ = Ids(invitations, row => row.Token);
        _ = Ids(wants, row => $"{row.CompanyId} {row.WantedId}");
        _ = Ids(circuits, row => row.PortId);
        _ = Ids(addons, row => row.Id);
        _ = Ids(counterparties, row => row.CompanyId);
        var asnIds = Ids(asns, row => row.Id);
        _ = Ids(asns, row => row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _ = Ids(services, row => row.Id);
        _ = Ids(tokens, row => $"{row.Kind} {row.Token}");

        Refer(metros, row => row.RegionIds, regionIds, "region");
        Refer(facilities, row => [row.MetroId], metroIds, "metro");
        Refer(users, row => row.Memberships.Select(membership => membership.CompanyId), companyIds, "company");
        Refer(users, row => row.Following, [.. companyIds, .. userIds], "user or company");
        Refer(invitations, row => [row.InvitedBy], userIds, "user");
        Refer(invitations, row => [row.CompanyId], companyIds, "company");
        Refer(tokens, row => [row.UserId], userIds, "user");
        Refer(wants, row => [row.CompanyId, row.WantedId], companyIds, "company");
        Refer(subscriptions, row => [row.CompanyId], companyIds, "company");
        Refer(subscriptions, row => [row.UserId], userIds, "user");
        Refer(
            subscriptions,
            row => row.Cdr.SelectMany(allowance => new[] { allowance.SrcRegionId, allowance.DestRegionId }),
            regionIds,
            "region");
        Refer(addons, row => [row.PartnerId, .. row.CompanyIds], companyIds, "company");
        Refer(addons, row => row.RegionIds, regionIds, "region");
        Refer(ports, row => [row.CompanyId], companyIds, "company");
        Refer(ports, row => [row.MetroId], metroIds, "metro");
        Refer(ports, row => [row.FacilityId], facilityIds, "data center facility");
        Refer(ports, row => [row.BillingId], subscriptionIds, "subscription");
        Refer(ports, row => [row.Onboarding?.By], userIds, "user");
        Refer(ports, row => row.Controllers.Select(controller => controller.MetroId), metroIds, "metro");
        Refer(circuits, row => [row.PortId], portIds, "port");
        Refer(counterparties, row => [row.CompanyId], companyIds, "company");
        Refer(asns, row => [row.CompanyId], companyIds, "company");
        Refer(services, row => [row.CompanyId], companyIds, "company");
        Refer(services, row => [row.AccessPortId], portIds, "port");
        Refer(services, row => [row.AsnId], asnIds, "ASN");
        Refer(services, row => [row.CreatedBy], userIds, "user");
        Refer(orders, row => [row.CompanyId], companyIds, "company");
        Refer(orders, row => [row.FacilityId], facilityIds, "data center facility");
        Refer(orders, row => [row.PortId], portIds, "port");
        Refer(orders, row => [row.CreatedBy, row.CancelledBy], userIds, "user");
        Refer(orders, row => [row.BillingId], subscriptionIds, "subscription");
        Refer(connections, row => [row.SrcCompanyId, row.DestCompanyId], companyIds, "company");
        Refer(connections, row => [row.ParentId], connectionIds, "connection");
        Refer(connections, row => [row.SrcPortId, row.DestPortId], portIds, "port");
        Refer(connections, row => [row.SrcMetroId, row.DestMetroId], metroIds, "metro");
        Refer(connections, row => [row.SrcRegionId, row.DestRegionId], regionIds, "region");
        Refer(
            connections,
            row => [row.SrcApprovedBy, row.DestApprovedBy, row.Change?.SrcApproval, row.Change?.DestApproval],
            userIds,
            "user");
    }

    private static HashSet<string> Ids<T>(List<SeedRow<T>> rows, Func<T, string> id)
    {
        var ids = new HashSet<string>(rows.Count, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!ids.Add(id(row.Value)))
            {
                throw row.Broken($"{id(row.Value)} is there twice.");
            }
        }

        return ids;
    }

    private static void Refer<T>(
        List<SeedRow<T>> rows,
        Func<T, IEnumerable<string?>> references,
        HashSet<string> known,
        string what)
    {
        foreach (var row in rows)
        {
            foreach (var reference in references(row.Value))
            {
                if (reference is not null && !known.Contains(reference))
                {
                    throw row.Broken($"There is no {what} with the id {reference}.");
                }
            }
        }
    }
}
