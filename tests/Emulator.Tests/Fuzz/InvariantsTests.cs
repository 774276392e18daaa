using Emulator.ConsoleConnect;
using Emulator.Simulation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Fuzz;

/// <summary>The seed keeps every invariant, and each is seen where it is broken.</summary>
public sealed class InvariantsTests
{
    private const string Busy = "(SELECT \"SrcPortId\" FROM \"Connections\" WHERE \"Status\" = 'Active' AND "
        + "\"SrcPortId\" IS NOT NULL GROUP BY \"SrcPortId\" HAVING count(*) > 1 LIMIT 1)";
    private const string OneActive = "(SELECT \"Id\" FROM \"Connections\" WHERE \"Status\" = 'Active' AND "
        + "\"SrcPortId\" IS NOT NULL AND \"DestPortId\" IS NOT NULL LIMIT 1)";

    /// <summary>Columns that look like references and aren't, and why.</summary>
    private static readonly Dictionary<string, string> NoReferences = new()
    {
        ["AccessCircuits.Id"] = "its own",
        ["AccessCircuits.CrossConnectId"] = "a provider's",
        ["AccessCircuits.CrossConnectSalesRecordId"] = "of the service's billing",
        ["AccessCircuits.PremiumColocationSalesRecordId"] = "of the service's billing",
        ["AccessCircuits.PremiumColocationRackId"] = "a data center's",
        ["Addons.DestCompanyId"] = "printed (000:5365), of a company that no document shows",
        ["Addons.DestPortId"] = "printed (000:5365), of a port that no document shows",
        ["CloudRouterSites.PeerId"] = "its peer's own",
        ["ImsiTypes.ExternalImsiProfileId"] = "an operator's",
        ["ImsiTypes.InventoryId"] = "an operator's",
        ["ImsiTypes.SubscriptionPackageTemplateId"] = "an operator's",
        ["SimOrders.FriendlyId"] = "its own",
        ["SimOrders.NewPoolId"] = "what its pool will be called",
        ["SimOrders.SeriesId"] = "what its cards are called after",
        ["Sims.TransferId"] = "a move's own",
        ["AzurePeerings.VlanId"] = "a tag within its connection",
        ["Companies.AvatarId"] = "a file",
        ["Companies.BackgroundId"] = "a file",
        ["Companies.OverviewImageId"] = "a file",
        ["Companies.SignedCompanyRefId"] = "a contract's",
        ["Connections.PaymentTransactionId"] = "of the service's billing",
        ["DataCenterFacilities.LocationId"] = "a building's",
        ["DataCenterFacilities.BrandId"] = "a brand's",
        ["DataCenterFacilities.BundleCrossConnectChargeId"] = "of the service's billing",
        ["DataCenterFacilities.CostbookLocationId"] = "of the service's billing",
        ["DataCenterFacilities.L3CostbookLocationId"] = "of the service's billing",
        ["DataCenterFacilities.PopIds"] = "points of presence",
        ["Flexes.LineItemId"] = "of the service's billing",
        ["Follows.FolloweeId"] = "a user's or a company's",
        ["IodServices.SiteId"] = "of the service's network",
        ["IodServices.OrderId"] = "of the service's billing",
        ["IodServices.SalesRecordId"] = "of the service's billing",
        ["Letters.AboutId"] = "of any kind",
        ["Letters.CausedBy"] = "a request",
        ["Metros.ServiceLayerId"] = "of the service's network",
        ["Moves.ResourceId"] = "of any kind; held by the history of each resource",
        ["Moves.By"] = "a user's, or the service's own name",
        ["Paces.ResourceId"] = "of any kind; empty for a machine",
        ["Ports.LocationId"] = "a building's",
        ["Ports.SalesRecordId"] = "of the service's billing",
        ["Ports.PopId"] = "a point of presence",
        ["Ports.CrossConnectId"] = "a cross connect's, which no operation reads",
        ["PortOrders.CrossConnectId"] = "a cross connect's, which no operation reads",
        ["Ports.DeviceId"] = "of the service's network",
        ["SonataOrders.ExternalId"] = "the buyer's own number",
        ["SonataQuotes.ExternalId"] = "the buyer's own number",
        ["SonataQuotes.ProjectId"] = "the buyer's own project",
        ["ChangeRequests.ProposedBy"] = "a side",
        ["Memberships.AskedBy"] = "a side",
        ["Subscriptions.BundleId"] = "a plan's, which no document shows",
        ["EdgeOffers.ShieldPortId"] = "a port inside the provider's network, which no operation reads",
        ["SupportTickets.ServiceId"] = "of several kinds, or of a service that isn't on Console Connect",
        ["Users.AvatarId"] = "a file",
    };

    private static readonly Dictionary<string, string> Breaks = new()
    {
        ["capacity: what leaves a port"] = $"UPDATE \"Connections\" SET \"Speed\" = 1000000 WHERE \"Id\" = {OneActive}",
        ["capacity: a plan covers"] = "UPDATE \"Ports\" SET \"BillingId\" = (SELECT \"Id\" FROM \"Subscriptions\" "
            + "LIMIT 1)",
        ["capacity: no connection is faster"] = "UPDATE \"Connections\" SET \"Speed\" = 1000000 WHERE \"Id\" = "
            + $"{OneActive}",
        ["uniqueness: a VLAN"] = $"UPDATE \"Connections\" SET \"SrcVlan\" = 77 WHERE \"SrcPortId\" = {Busy}",
        ["uniqueness: a port that carries something untagged"] = "UPDATE \"Connections\" SET \"SrcUntagged\" = 1 "
            + $"WHERE \"SrcPortId\" = {Busy}",
        ["uniqueness: people and companies"] = "UPDATE \"Users\" SET \"Username\" = 'ACME' WHERE \"Username\" = 'max'",
        ["capacity: the sites of a CloudRouter"] = "UPDATE \"CloudRouters\" SET \"Bandwidth\" = '500MB'",
        ["uniqueness: no two sites"] = "DROP INDEX \"IX_CloudRouterSites_Link\"; UPDATE \"CloudRouterSites\" SET "
            + "\"Link\" = 7",
        ["a CloudRouter that is gone"] = "UPDATE \"CloudRouters\" SET \"Status\" = 'Deleted', \"DeletedAt\" = 1",
        ["a site's company is"] = "UPDATE \"CloudRouterSites\" SET \"PortId\" = '58b5b4a9c2e6a1b4d777c52d' WHERE "
            + "\"Type\" = 'GOOGLE'",
        ["a site stands on a port or"] = "UPDATE \"CloudRouterSites\" SET \"SimPoolId\" = NULL",
        ["a SIM pool that is gone"] = "UPDATE \"SimPools\" SET \"Status\" = 'Deleted', \"DeletedAt\" = 1",
        ["a SIM card's company"] = "UPDATE \"Sims\" SET \"CompanyId\" = '5cf63896c2e6a1b4d7e6a191'",
        ["an order of SIM cards"] = "UPDATE \"SimOrders\" SET \"SimQuantity\" = 3",
        ["capacity: SIM cards"] = "UPDATE \"Sims\" SET \"Host\" = 1 WHERE \"Serial\" = 1",
        ["uniqueness: no two SIM pools"] = "DROP INDEX \"IX_SimPools_Block\"; UPDATE \"SimPools\" SET \"Block\" = 0",
        ["two linked sites"] = "UPDATE \"CloudRouterSites\" SET \"LinkedSiteId\" = NULL WHERE \"RedundancyType\" = "
            + "'secondary'",
        ["uniqueness: one flex"] = "UPDATE \"Flexes\" SET \"Status\" = 'Requested', \"ServiceId\" = (SELECT "
            + "\"ServiceId\" FROM \"Flexes\" LIMIT 1)",
        ["uniqueness: 1"] = "UPDATE \"IpBlocks\" SET \"Mask\" = 8 WHERE \"Version\" = 'Ipv4'",
        ["a side's company"] = "UPDATE \"Ports\" SET \"MetroId\" = (SELECT \"Id\" FROM \"Metros\" m WHERE m.\"Id\" "
            + $"<> \"MetroId\" LIMIT 1) WHERE \"Id\" = {Busy}",
        ["a connection leads"] = "UPDATE \"Connections\" SET \"DestPortId\" = \"SrcPortId\" WHERE \"Id\" = "
            + $"{OneActive}",
        ["nothing in service stands"] = "UPDATE \"Ports\" SET \"Status\" = 'Deleted', \"DeletedAt\" = 1 WHERE "
            + $"\"Id\" = {Busy}",
        ["an order that is done"] = "UPDATE \"Ports\" SET \"DeliveredAt\" = NULL WHERE \"Id\" IN (SELECT \"PortId\" "
            + "FROM \"PortOrders\" WHERE \"Status\" = 'Done')",
        ["a port and its order"] = "UPDATE \"PortOrders\" SET \"Speed\" = \"Speed\" + 1",
        ["every company has a Keyholder"] = "UPDATE \"Memberships\" SET \"Roles\" = '[\"User\"]'",
        ["speeds are positive"] = $"UPDATE \"Ports\" SET \"Speed\" = 0 WHERE \"Id\" = {Busy}",
        ["what is gone says"] = $"UPDATE \"Connections\" SET \"DeletedAt\" = 1 WHERE \"Id\" = {OneActive}",
        ["a VLAN is in its port's ranges"] = "UPDATE \"Connections\" SET \"SrcVlan\" = 5000 WHERE \"Id\" = "
            + $"{OneActive}",
        ["references: Connections row"] = "UPDATE \"Connections\" SET \"SrcCompanyId\" = 'nobody' WHERE \"Id\" = "
            + $"{OneActive}",
        ["state machines: ports {0} is in Nonsense"] = "UPDATE \"Ports\" SET \"Status\" = 'Nonsense' WHERE \"Id\" = "
            + "'55767b5652a693344a015744'",
        ["state machines: ports {0} is in Deleting, its history"] = "UPDATE \"Ports\" SET \"Status\" = 'Deleting' "
            + "WHERE \"Id\" = '55767b5652a693344a015744'",
        ["state machines: ports {0} went by Delete"] = "INSERT INTO \"Moves\" (\"Machine\", \"ResourceId\", \"At\", "
            + "\"By\", \"From\", \"Trigger\", \"To\") VALUES ('ports', '55767b5652a693344a015744', 0, 'x', 'ACTIVE', "
            + "'Delete', 'DELETING')",
        ["state machines: ports {0} left DISABLED"] = "INSERT INTO \"Moves\" (\"Machine\", \"ResourceId\", \"At\", "
            + "\"By\", \"From\", \"Trigger\", \"To\") VALUES ('ports', '55767b5652a693344a015744', 0, 'x', "
            + "'DISABLED', 'Delete', 'DELETING')",
    };

    public static TheoryData<string> EachBreak() => [.. Breaks.Keys];

    public static TheoryData<string> EachReference() => [.. InvariantsOfRows.References.Keys];

    [Fact]
    public async Task The_seed_keeps_them()
    {
        await using var emulator = new EmulatorUnderTest();
        Assert.Empty((await Invariants.Of(await SandboxOf(emulator), 0)).Broken);
    }

    [Theory]
    [MemberData(nameof(EachBreak))]
    public async Task What_breaks_one_is_seen(string invariant)
    {
        await using var emulator = new EmulatorUnderTest();
        var sandbox = await SandboxOf(emulator);
        await Break(sandbox, Breaks[invariant]);
        var found = invariant.Replace("{0}", "55767b5652a693344a015744", StringComparison.Ordinal);
        Assert.Contains((await Invariants.Of(sandbox, 0)).Broken, broken =>
            broken.StartsWith(found, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EachReference))]
    public async Task What_refers_to_nobody_is_seen(string column)
    {
        await using var emulator = new EmulatorUnderTest();
        var sandbox = await SandboxOf(emulator);
        // A letter, of which the seed has none.
        (await emulator.Nobody().Put("/api/auth/password/forgot/user@example.com")).MustBeOk();
        (
            await (await emulator.Stan()).Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"P","paymentType":"invoice"}"""
            )
        ).MustBeOk();
        var (table, name) = column.Split('.') is [var left, var right]
            ? (left, right)
            : throw new ArgumentException(column);
        await Break(
            sandbox,
            $"UPDATE \"{table}\" SET \"{name.Trim('{', '}')}\" = '{(name.StartsWith('{') ? "[\"nobody\"]" : "nobody")}'"
        );
        Assert.Contains((await Invariants.Of(sandbox, 0)).Broken, broken =>
            broken.StartsWith($"references: {column} of", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_statement_is_broken_by_one_of_these_tests() =>
        Assert.All(InvariantsOfRows.Statements.Keys, name =>
            Assert.Contains(Breaks.Keys, broken => name.StartsWith(broken, StringComparison.Ordinal)));

    [Fact]
    public async Task No_reference_is_forgotten()
    {
        await using var emulator = new EmulatorUnderTest();
        var turn = await (await SandboxOf(emulator)).Begin(CancellationToken.None);
        try
        {
            var looking = Invariants
                .Columns(turn.Rows)
                .Where(column =>
                    column.EndsWith("Id", StringComparison.Ordinal)
                    || column.EndsWith("Ids", StringComparison.Ordinal)
                    || column.EndsWith("By", StringComparison.Ordinal))
                .Where(column => !column.EndsWith(".Id", StringComparison.Ordinal) || NoReferences.ContainsKey(column));
            var held = Invariants
                .HeldByTheDatabase(turn.Rows)
                .Concat(
                    InvariantsOfRows.References.Keys.Select(column =>
                        column.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)));
            Assert.Equal(
                NoReferences.Keys.Order(StringComparer.Ordinal),
                looking.Except(held).Order(StringComparer.Ordinal));
        }
        finally
        {
            turn.End();
        }
    }

    private static async Task<Sandbox> SandboxOf(EmulatorUnderTest emulator) =>
        await emulator.Services.GetRequiredService<Sandboxes>().Default;

    private static async Task Break(Sandbox sandbox, string sql)
    {
        var turn = await sandbox.Begin(CancellationToken.None);
        try
        {
            Do(turn.Rows, "PRAGMA foreign_keys = OFF");
            Assert.True(Do(turn.Rows, sql) > 0, "nothing was there to break");
        }
        finally
        {
            turn.End();
        }
    }

    private static int Do(SqliteConnection rows, string sql)
    {
        using var command = rows.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
