using Emulator.Domain.CloudRouters;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>Takes a site down, and the one that stands in for it with it.</summary>
internal static class DeletingASite
{
    /// <summary>Takes both down.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static Task Delete(EmulatorDb db, CloudRouterSite site, Moment moment, CancellationToken ct) => Move(
        db,
        site,
        CloudRouterSiteTrigger.Delete,
        one => CloudRouterSiteStateMachine.Table.Fire(one, CloudRouterSiteTrigger.Delete, moment),
        ct);

    /// <summary>Moves a site and what moves with it.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="site">The site.</param>
    /// <param name="trigger">What is asked of it.</param>
    /// <param name="move">Makes the move, of one of them.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task Move(
        EmulatorDb db,
        CloudRouterSite site,
        CloudRouterSiteTrigger trigger,
        Action<CloudRouterSite> move,
        CancellationToken ct)
    {
        move(site);
        if (trigger == CloudRouterSiteTrigger.Delete
            && site.LinkedSiteId is { } id
            && await db.CloudRouterSites.FindAsync([id], ct) is { } linked
            && CloudRouterSiteStateMachine.Table.CanFire(linked, trigger))
        {
            move(linked);
        }
    }
}
