using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.EdgeSim;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Emulator.Workflows;

namespace Emulator.ConsoleConnect;

/// <summary>Pools of SIM cards.</summary>
internal static class SimPoolsResource
{
    public static readonly Resource Resource = Resource.Named("sim-pools")
        .Stored(EdgeSimTables.ConfigurePools)
        .Owned("SimPools", "\"CompanyId\"", "/app-user/{companyId}/iot-sim-pools")
        .Moved("SimPools", table => new Machine<SimPoolStatus, SimPoolTrigger, SimPool>(
            "sim-pools", table, () => SimPoolStateMachine.Table, db => db.SimPools, rules: FiringUnderRules.OfASimPool))
        .InWorlds(() => new SimPoolsInWorlds())
        .Seeded(() => new SeedPart<SimPoolRow>("sim-pools.json", () => SeedJson.Default.SimPoolRow)
            .Unique(row => row.Id, "SIM pool")
            .Unique(row => row.Block.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Refers("company", row => [row.CompanyId])
            .Refers("APN", row => [row.ApnId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("SimPools", rows.Select(EdgeSimRows.PoolOf))));
}
