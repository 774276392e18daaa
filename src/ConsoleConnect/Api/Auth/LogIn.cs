using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Auth;

/// <summary>
/// Logs a user in: the answer's <c>token</c> is the value of <c>portal-token</c> from then on (000:310).
/// </summary>
internal static class LogIn
{
    private static readonly BodyMember<string> Email = Body.NeededText("email", "The user's e-mail address.");

    private static readonly BodyMember<string> Password = Body.NeededText("password", "The user's password.");

    private static readonly RequestSchema Schema = new RequestSchema().With(Email, Password);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/auth/token", Handle)
        .Documented("001", "Log in")
        .Tells(
            "Begins a session for the user with this address and password; the answer's token goes into the header "
            + "portal-token of every later call. "
            + "The body is read as JSON whatever its Content-Type says, and a real form is taken as well.")
        .ForAnybody()
        .Takes(Schema, """{"email": "stan@example.com", "password": "Password1"}""")
        .Answers<UserAccount>(200)
        .Answers(ServiceErrors.WrongLogin)
        .Assumes("The answer to a wrong login: no source prints one.");

    private static async Task<Answer<UserAccount>> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.CheckedOrForm(Schema);
        var user = turn.Reference.UserWithEmail(asked.Of(Email));
        if (user is null || !user.Fits(asked.Of(Password)))
        {
            throw ServiceErrors.WrongLogin.Because(
                "No account has this e-mail address and password. A seeded one is stan@example.com; "
                + "every seeded account's password is Password1.");
        }

        var session = new Session { Token = turn.Ids.NextToken(), UserId = user.Id, CreatedAt = turn.Now.At };
        turn.Db.Sessions.Add(session);
        return await turn.AccountOf(user, session.Token, ct);
    }
}
