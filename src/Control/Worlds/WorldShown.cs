using ConsoleConnect.Emulator.Admin;
using Emulator.Resources.Worlds;

namespace Emulator.Control.Worlds;

/// <summary>What was made of a world, by the names that were given.</summary>
internal static class WorldShown
{
    public static WorldMade Of(string sandbox, WorldDescription world) => new(
        sandbox,
        world.Of("companies").ToDictionary(company => company.Name, company => Company(company, world)),
        world.Of("connections").ToDictionary(
            connection => connection.Name, connection => Connection(connection, world)),
        Section(world, "discounts", owner: null));

    private static CompanyMade Company(WorldThing company, WorldDescription world)
    {
        var users = world.Of("users").Where(user => user.Owner == company)
            .ToDictionary(user => user.Name, User);
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
            Each("services", service => InternetService(service, world)),
            Each("cloudRouters", router => CloudRouter(router, world)),
            Section("tickets"),
            Each("invitations", Invitation),
            Each("simPools", pool => SimPool(pool, world)),
            Each("simOrders", SimOrder));

        IReadOnlyDictionary<string, ThingMade> Section(string name) => WorldShown.Section(world, name, company);

        Dictionary<string, T> Each<T>(string name, Func<WorldThing, T> shown) =>
            world.Of(name).Where(thing => thing.Owner == company).ToDictionary(thing => thing.Name, shown);
    }

    private static UserMade User(WorldThing user) => new(
        user.Id,
        user.Told["username"],
        user.Told["email"],
        user.Told.GetValueOrDefault("password"),
        user.Called,
        user.Told["roles"].Split(' '),
        user.Told["key"],
        user.Told["token"]);

    private static ThingMade Thing(WorldThing thing) => new(
        thing.Id,
        thing.Called,
        Told("state", thing),
        Told("machine", thing),
        Told("orderId", thing),
        Told("metro", thing),
        Told("facility", thing),
        Told("number", thing));

    private static RouterMade CloudRouter(WorldThing router, WorldDescription world) => new(
        router.Id,
        router.Called,
        router.Told["state"],
        router.Told["machine"],
        Section(world, "sites", router));

    private static ConnectionMade Connection(WorldThing connection, WorldDescription world) => new(
        connection.Id,
        connection.Called,
        connection.Told["state"],
        connection.Told["machine"],
        Section(world, "peerings", connection),
        Section(world, "flexes of connections", connection));

    private static ServiceMade InternetService(WorldThing service, WorldDescription world) => new(
        service.Id,
        service.Called,
        service.Told["state"],
        service.Told["machine"],
        Section(world, "flexes of services", service));

    private static InvitationMade Invitation(WorldThing invitation) => new(
        invitation.Id,
        invitation.Called,
        invitation.Told["state"],
        invitation.Told["machine"],
        invitation.Told.GetValueOrDefault("token"));

    private static SimPoolMade SimPool(WorldThing pool, WorldDescription world) => new(
        pool.Id,
        pool.Called,
        pool.Told["state"],
        pool.Told["machine"],
        pool.Told.GetValueOrDefault("orderId"),
        world.Of("sims").Where(sim => sim.Owner == pool).ToDictionary(sim => sim.Name, Sim));

    private static SimMade Sim(WorldThing sim) => new(
        sim.Id, sim.Called, sim.Told["state"], sim.Told["machine"], sim.Told["imsi"], sim.Told["iccid"]);

    private static SimOrderMade SimOrder(WorldThing order) => new(
        order.Id,
        order.Called,
        order.Told["state"],
        order.Told["machine"],
        order.Told.GetValueOrDefault("poolId"));

    /// <summary>The things of a section that belong to one thing.</summary>
    private static Dictionary<string, ThingMade> Section(WorldDescription world, string section, WorldThing? owner) =>
        world.Of(section).Where(thing => thing.Owner == owner).ToDictionary(thing => thing.Name, Thing);

    private static string? Told(string what, WorldThing thing) => thing.Told.GetValueOrDefault(what);
}
