using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Users;

/// <summary>A user's or a company's public counters (000:1400).</summary>
internal static class GetPublicStats
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/user/{username}/stats", Handle)
        .Documented("019", "Get a user's public counters")
        .Tells(
            "Counts what everybody may know of a user or a company. Interconnections are the connections in service "
            + "of the company, or of the companies that the user belongs to. "
            + "Posts and events belong to a social network that the API has left behind: there are none.")
        .With(new ParameterExample("username", "stan", "The username of the user, or of a company."))
        .Answers<Response>(200)
        .Answers(ServiceErrors.UserNotFound)
        .Assumes("What counts as an interconnection.");

    private static async Task<Answer<Response>> Handle(string username, Turn turn, CancellationToken ct)
    {
        if (turn.Reference.FindUser(username) is { } user)
        {
            var companies = turn.Reference.MembershipsOf(user).Select(membership => membership.CompanyId).ToList();
            return new Response(turn.Reference.StandingOf(user), await turn.Db.Connections.InServiceOf(companies, ct));
        }

        var company = turn.Reference.CompanyInPlaceOfUser(username);
        return new Response(
            turn.Reference.StandingOf(company),
            await turn.Db.Connections.InServiceOf([company.Id], ct));
    }

    /// <summary>The counters (000:1405).</summary>
    internal sealed class Response(Standing standing, int interconnections)
    {
        public int Posts => 0;
        public int Events => 0;
        public int Following => standing.Following;
        public int Followers => standing.Followers;
        public int Interconnections => interconnections;
    }
}
