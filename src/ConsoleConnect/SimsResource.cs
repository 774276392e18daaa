using Emulator.Api.EdgeSim;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Domain.EdgeSim;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;
using Microsoft.EntityFrameworkCore;

namespace Emulator.ConsoleConnect;

/// <summary>SIM cards.</summary>
internal static class SimsResource
{
    public static readonly Resource Resource = Resource.Named("sims")
        .Stored(EdgeSimTables.ConfigureSims)
        .Called("Sims", "coalesce(\"Label\", 'SIM ' || \"Serial\")")
        .Owned("Sims", "\"CompanyId\"", "/app-user/{companyId}/iot-sims-cache/{Id}")
        .Moved("Sims", table => new Machine<SimStatus, SimTrigger, Sim>(
            "sims", table, () => SimStateMachine.Table, db => db.Sims.Include(sim => sim.Pool)))
        .InWorlds(() => new SimsInWorlds())
        .Seeded(() => new SeedPart<SimRow>("sims.json", () => SeedJson.Default.SimRow)
            .Unique(row => row.Id)
            .Unique(row => row.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Refers("company", row => [row.CompanyId])
            .Refers("SIM pool", row => [row.PoolId])
            .Refers("SIM order", row => [row.OrderId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("Sims", rows.Select(EdgeSimRows.SimOf))))
        .Mapped(EdgeSimChapter.Map);
}
