using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Auth;

/// <summary>Changes the password of the caller (000:524) and ends their sessions. API keys stay valid.</summary>
internal static class ChangePassword
{
    private static readonly BodyMember<string> Old = Body.NeededText("oldPassword", "The password so far.");

    private static readonly BodyMember<string> New = Body.NeededText(
        "newPassword", "The password from now on.", maxLength: 1024, minLength: 1);

    private static readonly RequestSchema Schema = new RequestSchema().With(Old, New);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/auth/password", Handle)
        .Documented("006", "Change the password")
        .Tells("Replaces the password of the user who calls. Every session of the user ends, this one too: log in "
            + "again. API keys stay valid.")
        .Takes(Schema, """{"oldPassword": "Password1", "newPassword": "Password2"}""")
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.WrongPassword)
        .Assumes("The answer to a wrong old password, and that this session ends with the others.");

    private static async Task<Answer<NothingToTell>> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var user = await turn.ToChange(turn.Caller.User, ct);
        if (!user.Fits(asked.Of(Old)))
        {
            throw ServiceErrors.WrongPassword.Because("oldPassword isn't the password that the user logs in with.");
        }

        await ChangingAPassword.Change(turn.Db, user, Passwords.Hash(asked.Of(New)), turn.Now, ct);
        return NothingToTell.Instance;
    }
}
