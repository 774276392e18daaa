using Emulator.ConsoleConnect;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Store.Seeding.Generated;
using Emulator.Tests.Catalogue;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Emulator.Tests.Store;

/// <summary>
/// What a page costs doesn't grow with the tables: no plan of SQLite's reads one whole, and pages hold what the plain
/// question would give.
/// </summary>
public sealed class ListingsTests : IDisposable
{
    private static readonly ConnectionStatus[] Some =
    [
        ConnectionStatus.Disabled,
        ConnectionStatus.Active,
        ConnectionStatus.Active,
    ];

    private readonly SandboxDatabase database = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
    private readonly EmulatorDb db;

    public ListingsTests()
    {
        database.CreateTables();
        Seed.Read(SeedFolder.Path, ConsoleConnectService.Instance.Seeds).AddTo(database, password => password);
        GeneratedWorld.AddTo(database, 200, seed: 1, password => password);
        db = database.Open();
    }

    [Theory]
    [InlineData(0, 20)]
    [InlineData(20, 20)]
    [InlineData(7, 1)]
    [InlineData(0, int.MaxValue)]
    [InlineData(int.MaxValue, 20)]
    public void A_page_of_connections_is_that_of_the_whole_list(int skip, int take) =>
        Assert.All(["volume1", "volume2", "Acme", "bloggs"], username =>
        {
            var company = db.Companies.Single(company => company.Username == username);
            Assert.All(new ConnectionStatus[]?[] { null, [ConnectionStatus.Active], Some, [] }, statuses =>
            {
                var plain = db
                    .Connections.AsNoTracking()
                    .Where(connection =>
                        connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id)
                    .AsEnumerable()
                    .Where(connection => statuses is null || statuses.Contains(connection.Status))
                    .OrderByDescending(connection => connection.CreatedAt)
                    .ThenByDescending(connection => connection.Id, StringComparer.Ordinal)
                    .Skip(skip)
                    .Take(take)
                    .Select(connection => connection.Id);
                Assert.Equal(
                    plain,
                    db.Connections.PageOf(company, statuses, skip, take)
                        .AsNoTracking()
                        .Whole()
                        .AsEnumerable()
                        .Select(connection => connection.Id));
            });
        });

    [Fact]
    public void What_ends_on_ports_and_the_metros_of_companies_are_as_asked_one_by_one()
    {
        var company = db.Companies.Single(company => company.Username == "volume1");
        var ports = db.Ports.AsNoTracking().Where(port => port.CompanyId == company.Id).ToList();
        var together = db.Connection.UsesOf(ports);

        Assert.Contains(ports, port => together[port.Id].Count > 0);
        Assert.All(ports, port => Assert.Equal(db.Connection.UseOf(port).Connections, together[port.Id].Connections));
        Assert.Equal(
            ports
                .Where(port => port.DeliveredAt is not null && !port.Deleted)
                .Select(port => port.MetroId)
                .Distinct()
                .Order(StringComparer.Ordinal),
            db.Connection.MetrosOf(company.Id, company.Id)[company.Id]);
    }

    [Fact]
    public void No_page_and_no_single_row_reads_a_whole_table()
    {
        var company = db.Companies.Single(company => company.Username == "volume1");
        var connections = db.Connections.AsNoTracking();
        string[] plans =
        [
            Plan(db.Connections.PageOf(company, null, 0, 20).Whole()),
            Plan(db.Connections.PageOf(company, [ConnectionStatus.Active], 0, 20).Whole()),
            Plan(db.Connections.PageOf(company, Some, 0, 20).Whole()),
            Plan(
                connections
                    .Whole()
                    .Where(connection =>
                        connection.Id == "1"
                        && (connection.SrcCompanyId == company.Id || connection.DestCompanyId == company.Id))
                    .Take(1)),
            Plan(
                connections
                    .Whole()
                    .Where(connection => connection.SrcPortId == company.Id || connection.DestPortId == company.Id)),
            Plan(
                db.Ports.AsNoTracking()
                    .Where(port => port.CompanyId == company.Id && port.DeliveredAt != null)
                    .OrderBy(port => port.CreatedAt)
                    .ThenBy(port => port.Id)
                    .Skip(0)
                    .Take(20)),
        ];

        AssertRoutersAreSearched(company);
        Assert.All(plans, plan => Assert.DoesNotMatch("SCAN (c|p|Connections|Ports)\\d?( |$)", plan));
        Assert.All(plans, plan => Assert.Matches("SEARCH \\w+ USING (COVERING )?INDEX|MULTI-INDEX OR", plan));
        Assert.DoesNotContain("TEMP B-TREE", plans[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_asked_of_ASNs_and_of_places_reads_no_whole_table()
    {
        var company = db.Companies.Single(company => company.Username == "bloggs");
        string[] plans =
        [
            Plan(db.Asns.HeldBy(company).AsNoTracking()),
            Plan(db.Asns.AsNoTracking().Holding(65540)),
            Plan(db.IodServices.Where(service => service.AsnId == company.Id)),
            Plan(db.Ports.Where(port => port.CompanyId == company.Id && port.Asn == company.Id)),
        ];
        Assert.All(plans, plan => Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal));
        Assert.All(plans, plan => Assert.Contains("USING INDEX", plan, StringComparison.Ordinal));
        Assert.DoesNotContain("TEMP B-TREE", plans[0], StringComparison.Ordinal);
        Assert.Contains("IX_Ports_CompanyId_Asn", plans[^1], StringComparison.Ordinal);
        using var clouds = db.Connection.Command(
            "EXPLAIN QUERY PLAN SELECT p.\"FacilityId\" FROM json_each(@p0) c CROSS JOIN \"Ports\" p "
            + "WHERE p.\"CompanyId\" = c.\"value\" AND p.\"Status\" = 'Active'", "[]");
        Assert.DoesNotMatch("SCAN (p|Ports)( |$)", Steps(clouds));
    }

    [Fact]
    public void What_is_asked_of_SIM_cards_reads_no_whole_table()
    {
        var company = db.Companies.Single(company => company.Username == "Acme");
        var plan = db.ImsiProfiles.First();
        string[] plans =
        [
            Plan(db.SimOrdersOf(company).AsNoTracking()),
            Plan(db.SimPoolsOf(company).AsNoTracking()),
            Plan(db.SimsOf(company).AsNoTracking()),
            Plan(db.ApnsOf(plan).AsNoTracking()),
            Plan(db.Sims.Where(sim => sim.Id == "1" && sim.CompanyId == company.Id)),
            Plan("SELECT \"Id\" FROM \"CloudRouterSites\" WHERE \"SimPoolId\" = 'x' AND \"Status\" <> 'Deleted'"),
            Plan("SELECT \"Host\" FROM \"Sims\" WHERE \"PoolId\" = 'x'"),
            Plan("SELECT max(\"Serial\") FROM \"Sims\""),
        ];
        Assert.All(plans, plan => Assert.DoesNotMatch("SCAN (s|s0|Sims|SimPools|SimOrders|SimApns)( |$)", plan));
        Assert.All(plans, plan => Assert.Matches("SEARCH \\w+ USING (COVERING )?INDEX", plan));
    }

    [Fact]
    public async Task A_companys_routers_are_those_of_the_whole_table_in_order_with_their_sites()
    {
        foreach (var username in new[] { "volume1", "volume2", "Acme", "meridian" })
        {
            var company = db.Companies.Single(company => company.Username == username);
            var plain = db.CloudRouters.AsNoTracking().AsEnumerable()
                .Where(router => router.CompanyId == company.Id)
                .OrderBy(router => router.CreatedAt)
                .ThenBy(router => router.Id, StringComparer.Ordinal);
            var listed = await db.RoutersOf(company).ReadWhole(db, CancellationToken.None);
            Assert.Equal(plain.Select(router => router.Id), listed.Select(router => router.Id));
            Assert.All(listed, router => Assert.Equal(
                db.CloudRouterSites.AsNoTracking().AsEnumerable()
                    .Where(site => site.RouterId == router.Id)
                    .OrderBy(site => site.CreatedAt)
                    .ThenBy(site => site.Id, StringComparer.Ordinal)
                    .Select(site => site.Id),
                router.Sites.Select(site => site.Id)));
            Assert.All(listed.SelectMany(router => router.Sites), site => Assert.Equal(site.PortId, site.Port?.Id));
        }
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    /// <summary>
    /// No list of CloudRouters or sites, and nothing that ordering a site looks up, reads a whole table.
    /// </summary>
    private void AssertRoutersAreSearched(Company company)
    {
        var routers = db.CloudRouters.AsNoTracking();
        string[] plans =
        [
            Plan(db.RoutersOf(company).AsNoTracking()),
            Plan(db.RoutersOf(company).Skip(20).Take(20).AsNoTracking()),
            Plan(db.SitesOf(db.RoutersOf(company).ToList()).AsNoTracking()),
            Plan(routers.Where(router => router.Id == "1" && router.CompanyId == company.Id).WithSites()),
            Plan("SELECT \"Id\" FROM \"CloudRouterSites\" WHERE \"PortId\" = 'x' AND \"Status\" <> 'Deleted'"),
            Plan("SELECT 1 FROM \"CloudRouterSites\" WHERE \"CloudKey\" = 'x' AND \"Type\" = 'y'"),
            Plan("SELECT count(*) FROM \"CloudRouters\" WHERE \"CompanyId\" = 'x' AND \"Status\" <> 'Deleted'"),
        ];
        Assert.All(plans, plan =>
            Assert.DoesNotMatch("SCAN (c|c0|s|p|CloudRouters|CloudRouterSites|Ports)\\d?( |$)", plan));
        Assert.All(plans, plan => Assert.Matches("SEARCH \\w+ USING (COVERING )?INDEX", plan));
    }

    /// <summary>How SQLite answers it, a step a line.</summary>
    private string Plan(IQueryable query)
    {
        using var command = query.CreateDbCommand();
        return Plan(command);
    }

    private string Plan(string sql)
    {
        using var command = db.Connection.CreateCommand();
        command.CommandText = sql;
        return Plan(command);
    }

    private static string Plan(System.Data.Common.DbCommand command)
    {
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        return Steps(command);
    }

    private static string Steps(System.Data.Common.DbCommand command)
    {
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join('\n', steps);
    }
}
