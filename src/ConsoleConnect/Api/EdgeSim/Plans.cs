using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.EdgeSim;

/// <summary>Which plans a caller sees: everybody's, and those of companies whose network the caller may read.</summary>
internal static class Plans
{
    /// <summary>Who may read plans.</summary>
    public const string Readers = "Every logged-in user.";

    /// <summary>All of them, oldest first.</summary>
    public static async Task<List<ImsiProfile>> SeenBy(Turn turn, CancellationToken ct) =>
        (await turn.Db.ImsiProfiles
            .AsNoTracking()
            .OrderBy(plan => plan.CreatedAt)
            .ThenBy(plan => plan.Id)
            .ToListAsync(ct))
            .FindAll(plan => IsSeen(plan, turn));

    /// <summary>One of them.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.ImsiPlanRefused"/>.</exception>
    public static async Task<ImsiProfile> Seen(Turn turn, string id, CancellationToken ct) =>
        await Find(turn, id, ct) is { } plan && IsSeen(plan, turn) ? plan : throw Unknown(id);

    /// <summary>One whose APNs the caller may change: a company's own.</summary>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.ImsiPlanRefused"/>, <see cref="ServiceErrors.AccessDenied"/>.
    /// </exception>
    public static async Task<ImsiProfile> ToChange(
        Turn turn, string id, CompanyAction action, CancellationToken ct)
    {
        if (await Find(turn, id, ct) is not { ShieldOnly: false } plan)
        {
            throw Unknown(id);
        }

        if (plan.CompanyId is null)
        {
            throw ServiceErrors.ImsiPlanRefused.Because(
                $"{plan.Name} is everybody's: Console Connect's own team keeps its APNs. A company changes those of "
                + "its own plans.");
        }

        if (!turn.Caller.RolesByCompany.ContainsKey(plan.CompanyId))
        {
            throw Unknown(id);
        }

        turn.Caller.Needs(action, turn.Reference.Company(plan.CompanyId), turn.Access);
        return plan;
    }

    /// <summary>The refusal of a plan that isn't there for the caller.</summary>
    public static Refusal Unknown(string? id) => ServiceErrors.ImsiPlanRefused.Because(
        $"{(id is null ? "No plan fits the filter" : $"There is no plan with the id {id.Named()} for you")}; GET "
        + "/v2/iot-imsi-profile lists those that there are.");

    private static bool IsSeen(ImsiProfile plan, Turn turn) =>
        !plan.ShieldOnly
        && (plan.CompanyId is not { } id
            || turn.Caller.Allows(NetworkAction.ReadSimPlan, turn.Reference.Company(id)));

    private static Task<ImsiProfile?> Find(Turn turn, string id, CancellationToken ct) => turn.Db.ImsiProfiles
        .AsNoTracking()
        .FirstOrDefaultAsync(plan => plan.Id == id, ct);
}
