using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Simulation;
using Emulator.Wire.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Auth;

/// <summary>Puts an account's payload together: the same for logging in and for asking who one is.</summary>
internal static class Accounts
{
    public static async Task<UserAccount> AccountOf(this Turn turn, User user, string? token, DateTimeOffset? lastLoggedIn, CancellationToken ct)
    {
        var memberships = turn.Reference.MembershipsOf(user).ToList();
        var companyIds = memberships.Select(membership => membership.CompanyId).ToList();
        var counts = await turn.Db.Ports
            .Where(port => companyIds.Contains(port.CompanyId))
            .GroupBy(port => new { port.CompanyId, port.Status, Delivered = port.DeliveredAt != null })
            .Select(group => new { group.Key.CompanyId, group.Key.Status, group.Key.Delivered, Count = group.Count() })
            .ToListAsync(ct);
        var byCompany = counts.ToLookup(row => row.CompanyId);
        return new UserAccount(
            user,
            token,
            lastLoggedIn,
            [.. memberships.Select(membership => turn.Reference.Company(membership.CompanyId)).Select(company => new CompanyOfUser(
                company,
                turn.Reference.MemberCount(company),
                new PortCounts(
                    byCompany[company.Id].Where(row => !row.Delivered && row.Status != PortStatus.Deleted).Sum(row => row.Count),
                    byCompany[company.Id].Where(row => row.Status == PortStatus.Active).Sum(row => row.Count),
                    byCompany[company.Id].Where(row => row.Status == PortStatus.Disabled).Sum(row => row.Count))))],
            memberships.ToDictionary(membership => membership.CompanyId, membership => new MembershipShape(membership)));
    }
}
