using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>The seeded world, as its files tell it, checked.</summary>
internal sealed class Seed
{
    /// <summary>The files there are, one a resource.</summary>
    public static readonly IReadOnlyList<string> Files =
    [
        "regions.json", "metros.json", "data-center-facilities.json", "companies.json", "users.json", "subscriptions.json", "ports.json",
        "port-orders.json", "connections.json",
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
        using var transaction = rows.BeginTransaction();
        rows.Insert("Regions", regions.Select(row => row.Value));
        rows.Insert("Metros", metros.Select(row => row.Value));
        rows.Insert("DataCenterFacilities", facilities.Select(row => row.Value));
        rows.Insert("Companies", companies.Select(row => row.Value));
        rows.Insert("Users", users.Select(row => UserOf(row.Value, hash)));
        rows.Insert("Memberships", users.SelectMany(row => MembershipsOf(row.Value)));
        rows.Insert("ApiKeys", users.SelectMany(row => row.Value.ApiKeys.Select(key => new ApiKey { Key = key, UserId = row.Value.Id, CreatedAt = row.Value.CreatedAt })));
        rows.Insert("Subscriptions", subscriptions.Select(row => row.Value));
        var locations = facilities.ToDictionary(row => row.Value.Id, row => row.Value);
        var seededPorts = ports.ConvertAll(row => PortOf(row.Value, row.Value.FacilityId is { } id ? locations[id] : null));
        var seededOrders = orders.ConvertAll(row => OrderOf(row.Value, locations[row.Value.FacilityId]));
        var seededConnections = connections.ConvertAll(row => ConnectionOf(row.Value));
        rows.Insert("Ports", seededPorts);
        rows.Insert("PortOrders", seededOrders);
        rows.Insert("Connections", seededConnections);
        rows.Insert("ChangeRequests", seededConnections.Select(connection => connection.Change).OfType<ChangeRequest>());
        rows.Insert("Moves", seededPorts.Concat<IStaged>(seededOrders).Concat(seededConnections).SelectMany(resource => resource.NewMoves));
        transaction.Commit();
    }

    private static User UserOf(UserRow row, Func<string, string> hash) => new()
    {
        Id = row.Id,
        Username = row.Username,
        Email = row.Email,
        Name = row.Name,
        PasswordHash = hash(row.Password),
        Phone = row.Phone,
        Headline = row.Headline,
        Summary = row.Summary,
        Location = row.Location,
        Verified = row.Verified,
        IsSupport = row.IsSupport,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
    };

    private static IEnumerable<Membership> MembershipsOf(UserRow row) => row.Memberships.Select(membership => new Membership
    {
        Id = membership.Id,
        UserId = row.Id,
        CompanyId = membership.CompanyId,
        Roles = membership.Roles,
        CreatedAt = row.CreatedAt,
        UpdatedAt = row.CreatedAt,
    });

    private static Port PortOf(PortRow row, DataCenterFacility? facility)
    {
        var port = new Port
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            FacilityId = row.FacilityId,
            MetroId = row.MetroId,
            LocationId = facility?.LocationId,
            Name = row.Name,
            Speed = row.Speed,
            Type = row.Type,
            SingleService = row.SingleService,
            Asn = row.Asn,
            AsnSetAt = row.Asn is null ? null : row.Since,
            Onboarding = row.Onboarding,
            PaymentType = row.PaymentType,
            BillingId = row.BillingId,
            SalesRecordId = row.SalesRecordId,
            PopId = facility is { PopIds: [var pop, ..] } ? pop : null,
            LinkUp = row.Status == PortStatus.Active,
            MediaType = row.MediaType,
            IciLink = row.IciLink,
            ReportingLabels = row.ReportingLabels,
            SupportedServices = row.SupportedServices,
            VlanRanges = row.VlanRanges,
            Partner = row.Partner,
            Controllers = row.Controllers,
            CreatedAt = row.CreatedAt,
            DeliveredAt = row.Delivered ? row.CreatedAt : null,
            ActiveChangedAt = row.Delivered ? row.Since : null,
            FirstActiveAt = row.Delivered && row.Status is not (PortStatus.Ready or PortStatus.Activating or PortStatus.Onboarding) ? row.CreatedAt : null,
            DeletedAt = row.Status == PortStatus.Deleted ? row.Since : null,
        };
        Remember(port, row.CreatedAt, row.Since, Spelling.Of(PortStatus.Unknown), Spelling.Of(row.Status), Moment.ServiceItself);
        return port;
    }

    private static PortOrder OrderOf(PortOrderRow row, DataCenterFacility facility)
    {
        var order = new PortOrder
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            FacilityId = row.FacilityId,
            OffNet = facility.IsOffNet,
            PortName = row.PortName,
            Speed = row.Speed,
            PaymentType = row.PaymentType,
            BillingId = row.BillingId,
            Message = row.Message,
            PortId = row.PortId,
            CreatedAt = row.CreatedAt,
            CreatedBy = row.CreatedBy,
            CancelledBy = row.CancelledBy,
            CancelledAt = row.Status == PortOrderStatus.Cancelled ? row.Since : null,
        };
        Remember(order, row.CreatedAt, row.Since, Spelling.Of(PortOrderStatus.Created), Spelling.Of(row.Status), row.CreatedBy);
        return order;
    }

    private static Connection ConnectionOf(ConnectionRow row)
    {
        var wasActive = row.Status is ConnectionStatus.Active or ConnectionStatus.Disabling or ConnectionStatus.Disabled or ConnectionStatus.Enabling
            or ConnectionStatus.Activating or ConnectionStatus.Deleting or ConnectionStatus.Deleted;
        var connection = new Connection
        {
            Id = row.Id,
            Type = row.Type,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            SrcCompanyId = row.SrcCompanyId,
            DestCompanyId = row.DestCompanyId,
            SrcPortId = row.SrcPortId,
            DestPortId = row.DestPortId,
            SrcMetroId = row.SrcMetroId,
            DestMetroId = row.DestMetroId,
            SrcRegionId = row.SrcRegionId,
            DestRegionId = row.DestRegionId,
            Speed = row.Speed,
            SrcName = row.SrcName,
            DestName = row.DestName ?? row.SrcName,
            Tag = row.Tag,
            SrcUntagged = row.SrcUntagged,
            DestUntagged = row.DestUntagged,
            QinQ = row.QinQ,
            SrcVlanRequest = row.SrcVlanRequest,
            DestVlanRequest = row.DestVlanRequest,
            ClassOfService = row.ClassOfService,
            PaymentType = row.PaymentType,
            Duration = row.Duration,
            DurationUnit = row.DurationUnit,
            ParentId = row.ParentId,
            ErrorReason = row.ErrorReason,
            SrcApprovedBy = row.SrcApprovedBy,
            DestApprovedBy = row.DestApprovedBy,
            CreatedAt = row.CreatedAt,
            ActiveChangedAt = wasActive ? row.Since : null,
            FirstActiveAt = wasActive ? row.Since : null,
            DeletedAt = row.Status == ConnectionStatus.Deleted ? row.Since : null,
        };
        if (row.Change is { } change)
        {
            connection.Change = new ChangeRequest
            {
                Id = row.Id,
                Connection = connection,
                Status = change.Status,
                Since = change.UpdatedAt,
                UpdatedAt = change.UpdatedAt,
                Speed = change.Speed,
                ProposedBy = change.ProposedBy,
                SrcApproval = change.SrcApproval,
                DestApproval = change.DestApproval,
            };
        }

        Remember(connection, row.CreatedAt, row.Since, Spelling.Of(ConnectionStatus.Pending), Spelling.Of(row.Status), row.SrcApprovedBy ?? Moment.ServiceItself);
        return connection;
    }

    /// <summary>A history for what was there before the emulator was: how it began, and how it came to be as it is.</summary>
    private static void Remember<TState>(Staged<TState> resource, DateTimeOffset createdAt, DateTimeOffset since, string first, string now, string by)
        where TState : struct, Enum
    {
        var asSeeded = new Pace(Progression.Manual, TimeSpan.Zero);
        resource.Record(new Moment(createdAt, by, asSeeded), from: null, "Begin", first, reason: null);
        if (now != first)
        {
            resource.Record(new Moment(since, Moment.ServiceItself, asSeeded), first, "Seeded", now, reason: null);
        }
    }

    /// <summary>Finds ids that are given twice and references that lead nowhere, before the database would, so that each has a line.</summary>
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

        Refer(metros, row => row.RegionIds, regionIds, "region");
        Refer(facilities, row => [row.MetroId], metroIds, "metro");
        Refer(users, row => row.Memberships.Select(membership => membership.CompanyId), companyIds, "company");
        Refer(subscriptions, row => [row.CompanyId], companyIds, "company");
        Refer(subscriptions, row => [row.UserId], userIds, "user");
        Refer(ports, row => [row.CompanyId], companyIds, "company");
        Refer(ports, row => [row.MetroId], metroIds, "metro");
        Refer(ports, row => [row.FacilityId], facilityIds, "data center facility");
        Refer(ports, row => [row.BillingId], subscriptionIds, "subscription");
        Refer(ports, row => [row.Onboarding?.By], userIds, "user");
        Refer(ports, row => row.Controllers.Select(controller => controller.MetroId), metroIds, "metro");
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
        Refer(connections, row => [row.SrcApprovedBy, row.DestApprovedBy, row.Change?.SrcApproval, row.Change?.DestApproval], userIds, "user");
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

    private static void Refer<T>(List<SeedRow<T>> rows, Func<T, IEnumerable<string?>> references, HashSet<string> known, string what)
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
