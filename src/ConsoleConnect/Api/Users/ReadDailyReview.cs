using Emulator.Domain.Connections;
using Emulator.Domain.Memberships;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Api.Users;

/// <summary>What is new for a user and the companies they belong to (000:1372).</summary>
internal static class ReadDailyReview
{
    /// <summary>How far back "new" goes, on the sandbox's clock.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/user/stats", Handle)
        .Documented("018", "Read the daily review")
        .Tells(
            "Sums up what goes on in each of the user's companies: what waits for the company's answer (connection "
            + "requests, and users who ask to join), what waits for others, "
            + "and which of its connection requests were approved in the last 24 hours of the sandbox's clock.")
        .TellsOfTime()
        .Answers<Response>(200)
        .Assumes("What is counted: the document prints the members without words.");

    private static async Task<Answer<Response>> Handle(Turn turn, CancellationToken ct)
    {
        var user = turn.Caller.User;
        var companies = turn
            .Reference.MembershipsOf(user)
            .Select(membership => turn.Reference.Company(membership.CompanyId))
            .OrderBy(company => company.Username, StringComparer.Ordinal)
            .ToList();
        var ids = companies.ConvertAll(company => company.Id);
        var since = turn.Now.At - Day;
        var waiting = await turn
            .Db.Connections.Where(connection =>
                connection.Status == ConnectionStatus.Pending
                && (ids.Contains(connection.SrcCompanyId) || ids.Contains(connection.DestCompanyId)))
            .Select(connection => new { connection.SrcCompanyId, connection.DestCompanyId })
            .ToListAsync(ct);
        var asking = await turn
            .Db.Memberships.Where(membership =>
                ids.Contains(membership.CompanyId)
                && membership.Status == MembershipStatus.Inactive
                && membership.AskedBy == AskedBy.User)
            .Select(membership => membership.CompanyId)
            .ToListAsync(ct);
        var approved = await turn
            .Db.Moves.Where(move => move.Machine == "connections" && move.To == "ACCEPTED" && move.At > since)
            .Join(
                turn.Db.Connections,
                move => move.ResourceId,
                connection => connection.Id,
                (move, connection) => new { connection.Id, connection.SrcCompanyId })
            .Where(connection => ids.Contains(connection.SrcCompanyId))
            .Distinct()
            .ToListAsync(ct);
        var members = companies.SelectMany(turn.Reference.MembersOf).ToList();
        return new Response(
            new OfUser(
                turn.Reference.StandingOf(user).Followers,
                turn.Reference.StandingOf(user).Following,
                members.Select(member => member.UserId).Distinct().Count(),
                members.Where(member => member.Since > since).Select(member => member.UserId).Distinct().Count()),
            companies.ToDictionary(
                company => company.Username,
                company => new OfCompany(
                    waiting.Count(request => request.DestCompanyId == company.Id && request.SrcCompanyId != company.Id)
                        + asking.Count(id => id == company.Id),
                    waiting.Count(request => request.SrcCompanyId == company.Id),
                    approved.Count(connection => connection.SrcCompanyId == company.Id),
                    turn.Reference.StandingOf(company).Followers)));
    }

    /// <summary>The review (000:1377).</summary>
    internal sealed record Response(OfUser User, IReadOnlyDictionary<string, OfCompany> Company);

    /// <summary>Of the user.</summary>
    /// <param name="Followers">How many follow them.</param>
    /// <param name="Following">How many they follow.</param>
    /// <param name="TotalMembers">How many people belong to their companies.</param>
    /// <param name="NewMembers">How many of those came in the last 24 hours.</param>
    internal sealed record OfUser(int Followers, int Following, int TotalMembers, int NewMembers);

    /// <summary>Of a company.</summary>
    /// <param name="ActionRequired">What waits for its answer.</param>
    /// <param name="PendingRequests">What it has asked of others.</param>
    /// <param name="ApprovedRequests">What others approved in the last 24 hours.</param>
    /// <param name="Followers">How many follow it.</param>
    internal sealed record OfCompany(int ActionRequired, int PendingRequests, int ApprovedRequests, int Followers);
}
