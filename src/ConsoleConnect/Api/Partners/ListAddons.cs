using Emulator.Domain.Plans;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Partners;

/// <summary>What a cloud partner sells with a connection (000:5365).</summary>
internal static class ListAddons
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/directConnectPartner/{username}/addons", Handle)
        .Documented("056", "List a cloud partner's add-ons")
        .Tells("Lists what can be had from a cloud partner on top of a connection. The ids are what creating a "
            + "connection takes as addonIds.")
        .With(PartnerNaming.CloudPartner)
        .Answers<Results<AddonShown>>(200)
        .Answers(ServiceErrors.CompanyNotFound)
        .Assumes(
            "Any logged-in user may read it; a company that is no cloud partner isn't found. All are listed, those "
            + "that aren't visible too, as in the sample; "
            + "where companyIds or regionIds aren't empty, only those companies may choose the add-on, and only for "
            + "connections to those regions.");

    private static async Task<Answer<Results<AddonShown>>> Handle(string username, Turn turn, CancellationToken ct)
    {
        var partner = turn.CloudPartnerNamed(username);
        var addons = await turn
            .Db.Addons.AsNoTracking()
            .Where(addon => addon.PartnerId == partner.Id)
            .OrderBy(addon => addon.DisplayOrder)
            .ThenBy(addon => addon.CreatedAt)
            .ThenBy(addon => addon.Id)
            .ToListAsync(ct);
        return new Results<AddonShown>([.. addons.Select(addon => new AddonShown(addon))]);
    }

    /// <summary>An add-on.</summary>
    internal sealed class AddonShown(Addon addon)
    {
        public DateTimeOffset CreatedAt => addon.CreatedAt;
        public DateTimeOffset UpdatedAt => addon.UpdatedAt;
        public int Value => addon.Value;
        public string? EntitlementType => addon.EntitlementType;
        public string DestCompanyId => addon.DestCompanyId;
        public string DestPortId => addon.DestPortId;
        public double FloorMonthly => addon.FloorMonthly;
        public double Monthly => addon.Monthly;
        public string Currency => addon.Currency;
        public IReadOnlyList<string> CompanyIds => addon.CompanyIds;
        public bool Visible => addon.Visible;
        public IReadOnlyList<string> RegionIds => addon.RegionIds;
        public IReadOnlyList<string> Tags => addon.Tags;
        public int DisplayOrder => addon.DisplayOrder;
        public string DisplayTemplate => addon.DisplayTemplate;
        public string Name => addon.Name;
        public string Id => addon.Id;
    }
}
