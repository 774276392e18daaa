using Bogus;
using Emulator.Domain.Connections;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding.Generated;

/// <summary>
/// A world beside the seeded one, as large as wanted: what <c>--volume</c> adds. The same volume, seed number and
/// facilities give the same world. Names are Bogus's; which resource is what, and every id and instant, is the plan's.
/// Rows stream into the database: of each port only a few bytes stay until its connections are made.
/// </summary>
internal static class GeneratedWorld
{
    /// <summary>
    /// Rows that are made before they are written: enough that preparing a statement costs nothing, few enough to stay
    /// in the processor's cache.
    /// </summary>
    private const int Batch = 1000;

    /// <summary>Adds it to a seeded database, in one transaction.</summary>
    /// <param name="database">The database.</param>
    /// <param name="volume">How many ports; not 0.</param>
    /// <param name="seed">The seed number.</param>
    /// <param name="hash">How passwords are hashed.</param>
    /// <exception cref="SeedBroken">The seed has no facility to order ports in.</exception>
    public static void AddTo(SandboxDatabase database, int volume, long seed, Func<string, string> hash)
    {
        var rows = database.Rows;
        var plan = new VolumePlan(volume, seed);
        var metros = rows.Read<Metro>("Metros").ToDictionary(metro => metro.Id, StringComparer.Ordinal);
        var places = rows.Read<DataCenterFacility>("DataCenterFacilities", "WHERE \"Ready\" AND NOT "
            + "\"DestinationPortOnly\" ORDER BY \"Id\"")
            .ConvertAll(facility => new Place(facility, metros[facility.MetroId]));
        if (places.Count == 0)
        {
            throw new SeedBroken("data-center-facilities.json", 1, "--volume needs a facility that takes orders.");
        }

        var faker = new Faker { Random = new Randomizer(unchecked((int)(seed ^ (seed >> 32)))) };
        using var transaction = rows.BeginTransaction();
        var people = new GeneratedCompanies(plan, faker);
        var password = hash("Password1"); // Hashing it for each would take longer than all else.
        var keyholders = new string[plan.Companies];
        foreach (var founded in people.All().Chunk(Batch))
        {
            rows.Insert("Companies", founded.Select(one => one.Company));
            rows.Insert(
                "Users",
                founded.Select(one => PeopleRows.UserOf(one.Keyholder, newEmail: null, _ => password)));
            rows.Insert(
                "ApiKeys",
                founded.SelectMany(one =>
                    one.Keyholder.ApiKeys.Select(key => new ApiKey
                    {
                        Key = key,
                        UserId = one.Keyholder.Id,
                        CreatedAt = one.Keyholder.CreatedAt,
                    })));
            Write<Membership>(
                rows,
                "Memberships",
                [.. founded.SelectMany(one => PeopleRows.MembershipsOf(one.Keyholder))]);
        }

        for (var company = 0; company < plan.Companies; company++)
        {
            keyholders[company] = plan.Keyholder(company).Id;
        }

        var ports = new GeneratedPorts(plan, faker, places, keyholders);
        foreach (var ordered in ports.All().Chunk(Batch))
        {
            Write<Port>(rows, "Ports", [.. ordered.Select(one => NetworkRows.PortOf(one.Port, one.Facility))]);
            Write<PortOrder>(
                rows,
                "PortOrders",
                [.. ordered.Select(one => NetworkRows.OrderOf(one.Order, one.Facility))]);
        }

        var connections = new GeneratedConnections(plan, faker, places, ports.Sold, keyholders);
        foreach (var connected in connections.All().Chunk(Batch))
        {
            var made = Array.ConvertAll(connected, NetworkRows.ConnectionOf);
            Write(rows, "Connections", made);
            rows.Insert("ChangeRequests", made.Select(connection => connection.Change).OfType<ChangeRequest>());
        }

        var routers = new GeneratedRouters(plan, faker, places, ports.Sold, keyholders);
        foreach (var ordered in routers.Routers().Chunk(Batch))
        {
            Write(rows, "CloudRouters", Array.ConvertAll(ordered, CloudRouterRows.RouterOf));
        }

        var firstLink = Convert.ToInt32(
            rows.Scalar("SELECT coalesce(max(\"Link\") + 1, 0) FROM \"CloudRouterSites\""),
            System.Globalization.CultureInfo.InvariantCulture);
        foreach (var added in routers.Sites(firstLink).Chunk(Batch))
        {
            Write(rows, "CloudRouterSites", Array.ConvertAll(added, CloudRouterRows.SiteOf));
        }

        transaction.Commit();
    }

    private static void Write<T>(Microsoft.Data.Sqlite.SqliteConnection rows, string table, T[] resources)
        where T : class, IStaged
    {
        rows.Insert(table, resources);
        rows.Insert("Moves", resources.SelectMany(resource => resource.NewMoves));
    }
}

/// <summary>Where ports are ordered.</summary>
internal sealed record Place(DataCenterFacility Facility, Metro Metro);
