using Emulator.Domain.Companies;
using Emulator.Domain.Places;
using Emulator.Errors;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Workflows;

/// <summary>A connection is asked for with add-ons that its destination sells (000:6581).</summary>
internal static class ChoosingAddons
{
    /// <summary>Refuses add-ons that the destination doesn't sell, not to this company, or not there.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.AddonNotFound"/>.</exception>
    public static async Task MustSell(
        EmulatorDb db,
        IReadOnlyCollection<string> addonIds,
        Company src,
        Company dest,
        Metro destMetro,
        CancellationToken ct)
    {
        if (addonIds.Count == 0)
        {
            return;
        }

        var sold = await db.Addons.AsNoTracking().Where(addon => addonIds.Contains(addon.Id)).ToListAsync(ct);
        if (
            addonIds.FirstOrDefault(id => !sold.Exists(addon => addon.Id == id && addon.IsFor(src, dest, destMetro))) is
            { } unsold)
        {
            throw ServiceErrors.AddonNotFound.Because(
                $"{dest.Username} sells {src.Username} no add-on with the id {unsold.Named()} in {destMetro.Name}; GET "
                + $"/api/directConnectPartner/{{username}}/addons lists a cloud partner's.");
        }
    }
}
