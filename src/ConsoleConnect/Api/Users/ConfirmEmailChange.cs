using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;

namespace Emulator.Api.Users;

/// <summary>Confirms a new e-mail address with the token that was mailed to it (000:1350).</summary>
internal static class ConfirmEmailChange
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/email/update/request/{token}", Handle)
            .Documented("017", "Confirm the new e-mail address")
            .Tells(
                "Makes the address that the token was mailed to the user's own: from then on they log in with it. The "
                    + "token is used up.")
            .ForAnybody()
            .With(new ParameterExample("token", "1234abcd", "The token from the e-mail."))
            .Answers<NothingToTell>(200)
            .Answers(
                ServiceErrors.TokenNotFound,
                ServiceErrors.TokenUsed,
                ServiceErrors.TokenExpired,
                ServiceErrors.EmailTaken)
            .Assumes("That nobody has to be logged in: the token says who it is.");

    private static async Task<Answer<NothingToTell>> Handle(string token, Turn turn, CancellationToken ct)
    {
        var mailed = await turn.Db.MailedTokens.Mailed(token, MailedTokenKind.EmailChange, ct);
        mailed.Use(turn.Now.At);
        if (turn.Reference.UserWithEmail(mailed.NewEmail!) is not null)
        {
            throw ServiceErrors.EmailTaken.Because("Since the change was asked for, somebody has registered with the "
                + "address.");
        }

        var user = await turn.ToChange(turn.Reference.User(mailed.UserId)!, ct);
        user.Email = mailed.NewEmail!;
        user.Verified = true;
        user.NewEmail = null;
        user.NewEmailTokenCreatedAt = null;
        user.UpdatedAt = turn.Now.At;
        return NothingToTell.Instance;
    }
}
