using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api;

/// <summary>Puts together what payloads say about people.</summary>
internal static class UserViews
{
    /// <summary>A user as the one who asks sees them.</summary>
    public static UserView ViewOf(this Turn turn, User user) => new(
        user,
        turn.Reference.StandingOf(user),
        turn.Presence.IsOnline(user.Id),
        turn.Reference.Follows(turn.Caller.User.Id, user.Id),
        turn.Reference.Follows(user.Id, turn.Caller.User.Id));

    /// <summary>A user as they see themselves, as far as the turn has changed them.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="user">Whom.</param>
    /// <param name="token">The session's token; null with an API key.</param>
    /// <param name="ct">Ends the queries.</param>
    public static async Task<UserAccount> AccountOf(this Turn turn, User user, string? token, CancellationToken ct)
    {
        var memberships = turn.Db.Memberships.Local
            .Where(membership => membership.UserId == user.Id && membership.Status == MembershipStatus.Active)
            .UnionBy(turn.Reference.MembershipsOf(user), membership => membership.Id)
            .ToList();
        var companyIds = memberships.ConvertAll(membership => membership.CompanyId);
        var counts = await turn.Db.Ports
            .Where(port => companyIds.Contains(port.CompanyId))
            .GroupBy(port => new { port.CompanyId, port.Status, Delivered = port.DeliveredAt != null })
            .Select(group => new { group.Key.CompanyId, group.Key.Status, group.Key.Delivered, Count = group.Count() })
            .ToListAsync(ct);
        var byCompany = counts.ToLookup(row => row.CompanyId);
        var lastLoggedIn =
            turn.Db.Sessions.Local.Any(session => session.UserId == user.Id && session.CreatedAt == turn.Now.At)
                ? turn.Now.At
                : await turn.Db.Sessions
                    .Where(session => session.UserId == user.Id)
                    .MaxAsync(session => (DateTimeOffset?)session.CreatedAt, ct);
        return new UserAccount(
            new AccountView(
                user,
                turn.Reference.StandingOf(user),
                turn.Presence.IsOnline(user.Id),
                lastLoggedIn,
                [.. memberships.Select(membership => turn.Reference.Company(membership.CompanyId)).Select(company =>
                    new CompanyOfUser(company, turn.Reference.StandingOf(company), new PortCounts(
                        byCompany[company.Id]
                            .Where(row => !row.Delivered && row.Status != PortStatus.Deleted)
                            .Sum(row => row.Count),
                        byCompany[company.Id].Where(row => row.Status == PortStatus.Active).Sum(row => row.Count),
                        byCompany[company.Id].Where(row => row.Status == PortStatus.Disabled).Sum(row => row.Count))))],
                memberships.ToDictionary(
                    membership => membership.CompanyId, membership => new MembershipShape(membership))),
            token is null ? null : turn.Shown(token));
    }
}
