using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>Moves SIM cards between a company's pools: all that are named, or none.</summary>
internal static class MovingSims
{
    /// <summary>Moves them.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="company">Whose cards and pools they are.</param>
    /// <param name="into">The pool that they come into.</param>
    /// <param name="named">Their IMSIs, by the id of the pool that they are in.</param>
    /// <param name="transfer">Makes the move's id.</param>
    /// <param name="moment">When and by whom.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="Refusal">The first rule that forbids it.</exception>
    public static async Task Move(
        EmulatorDb db,
        Company company,
        SimPool into,
        IReadOnlyList<(string Pool, IReadOnlyList<string> Imsis)> named,
        Func<string> transfer,
        Moment moment,
        CancellationToken ct)
    {
        into.MustBeThere("given SIMs");
        var moving = new List<Sim>();
        foreach (var (poolId, imsis) in named)
        {
            var from = await db.SimPools.OwnedBy(company, poolId, ServiceErrors.ModelNotFoundHere, ct);
            moving.AddRange(await SimsIn(db, from, imsis, ct));
        }

        List<Sim> coming = [.. moving.Where(sim => sim.PoolId != into.Id).Distinct()];
        if (coming.Count == 0)
        {
            return;
        }

        into.MustHold(db.Connection.CountSims(into), coming.Count);
        var hosts = db.Connection.FreeHosts(into, coming.Count);
        var id = transfer();
        foreach (var (sim, host) in coming.Zip(hosts))
        {
            sim.MoveTo(into, host, id, moment);
        }
    }

    private static async Task<IEnumerable<Sim>> SimsIn(
        EmulatorDb db, SimPool pool, IReadOnlyList<string> imsis, CancellationToken ct)
    {
        var serials = imsis.Select(Sim.SerialOf).OfType<int>().Distinct().ToList();
        var there = (await db.SimsNumbered(serials, ct))
            .Where(sim => sim.PoolId == pool.Id)
            .ToDictionary(sim => sim.Imsi, StringComparer.Ordinal);
        return imsis.FirstOrDefault(imsi => !there.ContainsKey(imsi)) is { } missing
            ? throw ServiceErrors.SimNotInPool.Because(
                $"GET /app-user/{pool.CompanyId}/iot-sims-cache lists the cards with their pools.", missing, pool.Id)
            : there.Values;
    }
}
