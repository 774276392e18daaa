using Emulator.ConsoleConnect;
using Emulator.Domain.Agreements;
using Emulator.Domain.Asns;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Pricing;
using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Store.Seeding.Generated;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded world, once it has been through a database: what the emulator starts with.</summary>
public class SeedWorld
{
    public SeedWorld()
        : this(volume: 0, seed: 1)
    {
    }

    /// <param name="volume">How many ports are generated beside the seeded ones.</param>
    /// <param name="seed">The seed number they are generated from.</param>
    internal SeedWorld(int volume, long seed)
    {
        using var database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        database.CreateTables();
        Seed.Read(SeedFolder.Path, ConsoleConnectService.Instance.Seeds).AddTo(database, password => password);
        if (volume > 0)
        {
            GeneratedWorld.AddTo(database, volume, seed, password => password);
        }

        using var db = database.Open();
        Regions = [.. db.Regions.AsNoTracking()];
        Metros = db.Metros.AsNoTracking().ToDictionary(metro => metro.Id);
        Facilities = db.Facilities.AsNoTracking().ToDictionary(facility => facility.Id);
        Companies = db.Companies.AsNoTracking().ToDictionary(company => company.Id);
        Users = db.Users.AsNoTracking().ToDictionary(user => user.Id);
        Memberships =
        [
            .. db.Memberships.AsNoTracking().Where(membership => membership.Status == MembershipStatus.Active),
        ];
        Requests = [.. db.Memberships.AsNoTracking().Where(membership => membership.Status != MembershipStatus.Active)];
        Invitations = [.. db.Invitations.AsNoTracking()];
        MailedTokens = [.. db.MailedTokens.AsNoTracking()];
        Follows = [.. db.Follows.AsNoTracking()];
        ApiKeys = [.. db.ApiKeys.AsNoTracking()];
        Subscriptions = db.Subscriptions.AsNoTracking().ToDictionary(subscription => subscription.Id);
        Addons = [.. db.Addons.AsNoTracking()];
        Prices = db.Set<PriceListRow>().AsNoTracking().Single().Prices;
        Discounts = [.. db.Set<Discount>().AsNoTracking()];
        Ports = db.Ports.AsNoTracking().ToDictionary(port => port.Id);
        AccessCircuits = [.. db.AccessCircuits.AsNoTracking()];
        Orders = [.. db.PortOrders.AsNoTracking()];
        Connections = [.. db.Connections.AsNoTracking().Include(connection => connection.Change)];
        Asns = [.. db.Asns.AsNoTracking()];
        Services = [.. db.IodServices.Whole().AsNoTracking()];
        Flexes = [.. db.Flexes.AsNoTracking().Include(flex => flex.Service)];
        Routers = [.. db.CloudRouters.WithSites().AsNoTracking()];
        Agreements = [.. db.Agreements.AsNoTracking()];
        Tickets = [.. db.SupportTickets.AsNoTracking()];
        SimApns = db.SimApns.AsNoTracking().Include(apn => apn.Profile).ToDictionary(apn => apn.Id);
        SimPools = db.SimPools.AsNoTracking().ToDictionary(pool => pool.Id);
        SimOrders = db.SimOrders.AsNoTracking().ToDictionary(order => order.Id);
        Sims = [.. db.Sims.AsNoTracking()];
        EdgeOffers = [.. db.EdgeOffers.AsNoTracking()];
        EdgeQuotes = [.. db.EdgeQuotes.AsNoTracking()];
        Moves = [.. db.Moves.AsNoTracking()];
    }

    internal IReadOnlyList<Region> Regions { get; }

    internal IReadOnlyDictionary<string, Metro> Metros { get; }

    internal IReadOnlyDictionary<string, DataCenterFacility> Facilities { get; }

    internal IReadOnlyDictionary<string, Company> Companies { get; }

    internal IReadOnlyDictionary<string, User> Users { get; }

    /// <summary>Who is a member of what.</summary>
    internal IReadOnlyList<Membership> Memberships { get; }

    /// <summary>Who would like to be, or is invited to be.</summary>
    internal IReadOnlyList<Membership> Requests { get; }

    internal IReadOnlyList<Invitation> Invitations { get; }

    internal IReadOnlyList<MailedToken> MailedTokens { get; }

    internal IReadOnlyList<Follow> Follows { get; }

    internal IReadOnlyList<ApiKey> ApiKeys { get; }

    internal IReadOnlyDictionary<string, Subscription> Subscriptions { get; }

    internal IReadOnlyList<Addon> Addons { get; }

    internal PriceList Prices { get; }

    internal IReadOnlyList<Discount> Discounts { get; }

    internal IReadOnlyDictionary<string, Port> Ports { get; }

    internal IReadOnlyList<AccessCircuit> AccessCircuits { get; }

    internal IReadOnlyList<PortOrder> Orders { get; }

    internal IReadOnlyList<Connection> Connections { get; }

    internal IReadOnlyList<Asn> Asns { get; }

    internal IReadOnlyList<IodService> Services { get; }

    internal IReadOnlyList<Flex> Flexes { get; }

    /// <summary>CloudRouters, with their sites.</summary>
    internal IReadOnlyList<CloudRouter> Routers { get; }

    internal IReadOnlyList<Agreement> Agreements { get; }

    internal IReadOnlyList<SupportTicket> Tickets { get; }
    internal IReadOnlyDictionary<string, SimApn> SimApns { get; }

    internal IReadOnlyDictionary<string, SimPool> SimPools { get; }

    internal IReadOnlyDictionary<string, SimOrder> SimOrders { get; }

    internal IReadOnlyList<Sim> Sims { get; }

    internal IReadOnlyList<EdgeOffer> EdgeOffers { get; }

    internal IReadOnlyList<EdgeQuote> EdgeQuotes { get; }

    internal IReadOnlyList<Move> Moves { get; }

    /// <summary>
    /// Connections that hold something of their ports: requests that came to nothing and groups don't, nor what is
    /// gone.
    /// </summary>
    internal IEnumerable<Connection> Holding =>
        Connections.Where(connection =>
            connection.Type != ConnectionType.GroupLayer2
            && connection.Status
                is not (ConnectionStatus.Deleted or ConnectionStatus.Cancelled or ConnectionStatus.Denied));

    internal Company CompanyNamed(string username) => Companies.Values.Single(company => company.Username == username);

    internal User UserNamed(string username) => Users.Values.Single(user => user.Username == username);

    internal Connection ConnectionWith(string id) => Connections.Single(connection => connection.Id == id);

    internal PortOrder OrderWith(string id) => Orders.Single(order => order.Id == id);

    /// <summary>What nobody has bought of a port yet, Mbps.</summary>
    internal int FreeOn(Port port) =>
        port.Speed
        - Holding.Where(connection => connection.SrcPortId == port.Id).Sum(connection => connection.HeldSpeed)
        - Services.Where(service => service.AccessPortId == port.Id).Sum(service => service.HeldBandwidth);

    /// <summary>The connections that end on a port.</summary>
    internal IEnumerable<Connection> AttachedTo(Port port) =>
        Holding.Where(connection => connection.SrcPortId == port.Id || connection.DestPortId == port.Id);

    internal bool Has(string userId, RoleName role, string companyId) =>
        Memberships.Any(membership =>
            membership.UserId == userId && membership.CompanyId == companyId && membership.Roles.Contains(role));

    internal bool WritesNetwork(string userId, string companyId) =>
        Has(userId, RoleName.Admin, companyId) || Has(userId, RoleName.Networkcontrol, companyId);
}
