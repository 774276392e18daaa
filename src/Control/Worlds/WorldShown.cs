using Emulator.Resources.Worlds;

namespace Emulator.Control.Worlds;

/// <summary>What was made of a world, by the names that were given.</summary>
/// <param name="Sandbox">Where.</param>
/// <param name="Companies">The companies.</param>
/// <param name="Connections">The connections.</param>
/// <param name="Discounts">The discounts.</param>
internal sealed record WorldShown(
    string Sandbox,
    IReadOnlyDictionary<string, CompanyMade> Companies,
    IReadOnlyDictionary<string, ConnectionMade> Connections,
    IReadOnlyDictionary<string, ThingMade> Discounts)
{
    public static WorldShown Of(string sandbox, WorldDescription world) => new(
        sandbox,
        world.Of("companies").ToDictionary(company => company.Name, company => CompanyMade.Of(company, world)),
        world.Of("connections").ToDictionary(
            connection => connection.Name, connection => ConnectionMade.Of(connection, world)),
        Section(world, "discounts", owner: null));

    /// <summary>The things of a section that belong to one thing.</summary>
    public static IReadOnlyDictionary<string, ThingMade> Section(
        WorldDescription world, string section, WorldThing? owner) =>
        world.Of(section).Where(thing => thing.Owner == owner).ToDictionary(thing => thing.Name, ThingMade.Of);
}

/// <summary>A company of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Username">What routes name it by.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Key">The API key of its first Keyholder of the world; null where the world has none.</param>
/// <param name="Token">The same person's session token.</param>
/// <param name="Users">Its people.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="Orders">Its orders of ports.</param>
/// <param name="Asns">Its ASNs.</param>
/// <param name="Services">Its Internet On-Demand services.</param>
/// <param name="CloudRouters">Its CloudRouters.</param>
/// <param name="Tickets">Its support tickets.</param>
/// <param name="Invitations">Its invitations.</param>
/// <param name="SimPools">Its SIM pools.</param>
/// <param name="SimOrders">Its orders of SIM cards.</param>
internal sealed record CompanyMade(
    string Id,
    string Username,
    string Name,
    string? Key,
    string? Token,
    IReadOnlyDictionary<string, UserMade> Users,
    IReadOnlyDictionary<string, ThingMade> Ports,
    IReadOnlyDictionary<string, ThingMade> Orders,
    IReadOnlyDictionary<string, ThingMade> Asns,
    IReadOnlyDictionary<string, ServiceMade> Services,
    IReadOnlyDictionary<string, RouterMade> CloudRouters,
    IReadOnlyDictionary<string, ThingMade> Tickets,
    IReadOnlyDictionary<string, InvitationMade> Invitations,
    IReadOnlyDictionary<string, SimPoolMade> SimPools,
    IReadOnlyDictionary<string, SimOrderMade> SimOrders)
{
    public static CompanyMade Of(WorldThing company, WorldDescription world)
    {
        var users = world.Of("users").Where(user => user.Owner == company)
            .ToDictionary(user => user.Name, UserMade.Of);
        var first = users.Values.FirstOrDefault(user => user.Roles.Contains("ADMIN")) ?? users.Values.FirstOrDefault();
        return new(
            company.Id,
            company.Account.Username,
            company.Called,
            first?.Key,
            first?.Token,
            users,
            Section("ports"),
            Section("orders"),
            Section("asns"),
            Each("services", service => ServiceMade.Of(service, world)),
            Each("cloudRouters", router => RouterMade.Of(router, world)),
            Section("tickets"),
            Each("invitations", InvitationMade.Of),
            Each("simPools", pool => SimPoolMade.Of(pool, world)),
            Each("simOrders", SimOrderMade.Of));

        IReadOnlyDictionary<string, ThingMade> Section(string name) => WorldShown.Section(world, name, company);

        Dictionary<string, T> Each<T>(string name, Func<WorldThing, T> shown) =>
            world.Of(name).Where(thing => thing.Owner == company).ToDictionary(thing => thing.Name, shown);
    }
}

/// <summary>A person of a world, logged in.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Username">The username.</param>
/// <param name="Email">What the person logs in with.</param>
/// <param name="Password">The password; null for somebody who was there before.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">The roles in this company.</param>
/// <param name="Key">The API key.</param>
/// <param name="Token">The value of <c>portal-token</c>.</param>
internal sealed record UserMade(
    string Id,
    string Username,
    string Email,
    string? Password,
    string Name,
    IReadOnlyList<string> Roles,
    string Key,
    string Token)
{
    public static UserMade Of(WorldThing user) => new(
        user.Id,
        user.Told["username"],
        user.Told["email"],
        user.Told.GetValueOrDefault("password"),
        user.Called,
        user.Told["roles"].Split(' '),
        user.Told["key"],
        user.Told["token"]);
}

/// <summary>Something of a world.</summary>
/// <param name="Id">Its id, as the service's answers have it.</param>
/// <param name="Name">What it is called in the service.</param>
/// <param name="State">Its state, as the documents spell it; null for what has none.</param>
/// <param name="Machine">Its lifecycle, as <c>/__admin/workflows</c> lists it; null for what has none.</param>
/// <param name="OrderId">The order of a port; null for what has none.</param>
/// <param name="Metro">The metro of a port or an order; null elsewhere.</param>
/// <param name="Facility">The username of its data center facility; null elsewhere.</param>
/// <param name="Number">The number of an ASN; null elsewhere.</param>
internal sealed record ThingMade(
    string Id,
    string Name,
    string? State,
    string? Machine,
    string? OrderId,
    string? Metro,
    string? Facility,
    string? Number)
{
    public static ThingMade Of(WorldThing thing) => new(
        thing.Id,
        thing.Called,
        Told("state", thing),
        Told("machine", thing),
        Told("orderId", thing),
        Told("metro", thing),
        Told("facility", thing),
        Told("number", thing));

    private static string? Told(string what, WorldThing thing) => thing.Told.GetValueOrDefault(what);
}

/// <summary>A CloudRouter of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its state.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Sites">Its sites.</param>
internal sealed record RouterMade(
    string Id, string Name, string State, string Machine, IReadOnlyDictionary<string, ThingMade> Sites)
{
    public static RouterMade Of(WorldThing router, WorldDescription world) => new(
        router.Id,
        router.Called,
        router.Told["state"],
        router.Told["machine"],
        WorldShown.Section(world, "sites", router));
}

/// <summary>A connection of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Peerings">Its peerings, of a connection to Azure.</param>
/// <param name="Flexes">Its flexes.</param>
internal sealed record ConnectionMade(
    string Id,
    string Name,
    string State,
    string Machine,
    IReadOnlyDictionary<string, ThingMade> Peerings,
    IReadOnlyDictionary<string, ThingMade> Flexes)
{
    public static ConnectionMade Of(WorldThing connection, WorldDescription world) => new(
        connection.Id,
        connection.Called,
        connection.Told["state"],
        connection.Told["machine"],
        WorldShown.Section(world, "peerings", connection),
        WorldShown.Section(world, "flexes of connections", connection));
}

/// <summary>An Internet On-Demand service of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Flexes">Its flexes.</param>
internal sealed record ServiceMade(
    string Id, string Name, string State, string Machine, IReadOnlyDictionary<string, ThingMade> Flexes)
{
    public static ServiceMade Of(WorldThing service, WorldDescription world) => new(
        service.Id,
        service.Called,
        service.Told["state"],
        service.Told["machine"],
        WorldShown.Section(world, "flexes of services", service));
}

/// <summary>An invitation of a world.</summary>
/// <param name="Id">Its id; of somebody who is on Console Connect, that of the membership.</param>
/// <param name="Name">The address that is invited, or the company's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Machine">Its lifecycle: invitations, or memberships.</param>
/// <param name="Token">
/// What is registered with, once it is SENT; null for somebody who is on Console Connect.
/// </param>
internal sealed record InvitationMade(string Id, string Name, string State, string Machine, string? Token)
{
    public static InvitationMade Of(WorldThing invitation) => new(
        invitation.Id,
        invitation.Called,
        invitation.Told["state"],
        invitation.Told["machine"],
        invitation.Told.GetValueOrDefault("token"));
}

/// <summary>A SIM pool of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="OrderId">The order that its cards came with; null where it has none.</param>
/// <param name="Sims">Its SIM cards that were named.</param>
internal sealed record SimPoolMade(
    string Id,
    string Name,
    string State,
    string Machine,
    string? OrderId,
    IReadOnlyDictionary<string, SimMade> Sims)
{
    public static SimPoolMade Of(WorldThing pool, WorldDescription world) => new(
        pool.Id,
        pool.Called,
        pool.Told["state"],
        pool.Told["machine"],
        pool.Told.GetValueOrDefault("orderId"),
        world.Of("sims").Where(sim => sim.Owner == pool).ToDictionary(sim => sim.Name, SimMade.Of));
}

/// <summary>A SIM card of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its label.</param>
/// <param name="State">Its status.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="Imsi">Its subscriber's number, which moves between pools are asked with.</param>
/// <param name="Iccid">The number on the card.</param>
internal sealed record SimMade(string Id, string Name, string State, string Machine, string Imsi, string Iccid)
{
    public static SimMade Of(WorldThing sim) => new(
        sim.Id, sim.Called, sim.Told["state"], sim.Told["machine"], sim.Told["imsi"], sim.Told["iccid"]);
}

/// <summary>An order of SIM cards of a world.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">How far it is.</param>
/// <param name="Machine">Its lifecycle.</param>
/// <param name="PoolId">The SIM pool of its cards; null while that isn't there.</param>
internal sealed record SimOrderMade(string Id, string Name, string State, string Machine, string? PoolId)
{
    public static SimOrderMade Of(WorldThing order) => new(
        order.Id,
        order.Called,
        order.Told["state"],
        order.Told["machine"],
        order.Told.GetValueOrDefault("poolId"));
}
