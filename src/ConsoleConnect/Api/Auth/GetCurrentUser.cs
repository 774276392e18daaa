using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Auth;

/// <summary>Who is logged in (000:458), with their companies and roles (OpenAPI 1.0.0).</summary>
internal static class GetCurrentUser
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/auth/token", Handle)
        .Documented("002", "Get current logged in user")
        .Tells("Shows who is calling: the user's account, the companies they belong to and, by company id, the roles "
            + "and permissions in each.")
        .Answers<UserAccount>(200)
        .Answers(ServiceErrors.NotLoggedIn, ServiceErrors.SessionDeleted);

    private static async Task<Answer<UserAccount>> Handle(Turn turn, CancellationToken ct) =>
        await turn.AccountOf(turn.Caller.User, turn.Caller.Token, ct);
}
