using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Auth;

/// <summary>Logs the user out (000:478): the token is refused from then on. An API key stays valid.</summary>
internal static class LogOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/api/auth/token", Handle)
        .Documented("003", "Log out")
        .Tells("Ends the session that the call is made with: its token is refused from then on. With an API key "
            + "there is no session to end, and nothing changes.")
        .Answers<NothingToTell>(200);

    private static async Task<Answer<NothingToTell>> Handle(Turn turn, CancellationToken ct)
    {
        if (turn.Caller.Token is { } token)
        {
            var session = await turn.Db.Sessions.FindAsync([token], ct);
            session!.EndedAt = turn.Now.At;
        }

        return NothingToTell.Instance;
    }
}
