using Emulator.Domain.People;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Auth;

/// <summary>
/// Mails a token for a new password (000:484). The answer is the same for an address that nobody has, so that nobody
/// can find out who is here.
/// </summary>
internal static class ForgotPassword
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/auth/password/forgot/{email}", Handle)
        .Documented("004", "Ask for a new password")
        .Tells(
            "Mails a token to the user who has this address, with which a new password can be set; read it with GET "
            + "/__admin/outbox. "
            + "An address that nobody has gets the same answer and no e-mail.")
        .ForAnybody()
        .With(new ParameterExample("email", "user@example.com", "The e-mail address of the user who forgot the "
            + "password."))
        .Answers<NothingToTell>(200)
        .Assumes("That an unknown address gets the same answer, that the token is good for 24 hours, and that a "
            + "newer one makes an older one useless.");

    private static async Task<Answer<NothingToTell>> Handle(string email, Turn turn, CancellationToken ct)
    {
        if (turn.Reference.UserWithEmail(email) is { } user)
        {
            await MailingAToken.Mail(
                turn.Db,
                user,
                MailedTokenKind.PasswordReset,
                turn.Ids.NextToken(),
                newEmail: null,
                turn.Now,
                ct);
        }

        return NothingToTell.Instance;
    }
}
