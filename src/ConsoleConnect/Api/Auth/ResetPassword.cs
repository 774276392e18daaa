using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Auth;

/// <summary>Sets a new password with a mailed token (000:504) and ends the user's sessions.</summary>
internal static class ResetPassword
{
    private static readonly BodyMember<string?> Password = Body.Text(
        "password", "The new password. Left out, one is made and mailed.", maxLength: 1024, minLength: 1);

    private static readonly BodyMember<string?> NewPassword = Body.Text(
        "newPassword", "The same, by the name that changing a password has for it.", maxLength: 1024, minLength: 1);

    private static readonly RequestSchema Schema = new RequestSchema().With(Password, NewPassword);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/auth/password/reset/{emailResetToken}", Handle)
        .Documented("005", "Set a new password with a mailed token")
        .Tells(
            "Gives the user to whom the token was mailed another password and ends every session of theirs; the "
            + "token is used up. "
            + "The document shows no body: without one, a new password is made and mailed (GET /__admin/outbox).")
        .ForAnybody()
        .With(new ParameterExample("emailResetToken", "1234abcd", "The token from the e-mail."))
        .Takes(Schema, """{"password": "Password2"}""")
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.TokenNotFound, ServiceErrors.TokenUsed, ServiceErrors.TokenExpired)
        .Assumes("How the new password is sent: the document shows no body. Password or newPassword is taken; "
            + "without either, one is made and mailed.");

    private static async Task<Answer<NothingToTell>> Handle(
        string emailResetToken,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var token = await turn.Db.MailedTokens.Mailed(emailResetToken, MailedTokenKind.PasswordReset, ct);
        token.Use(turn.Now.At);
        var user = await turn.ToChange(turn.Reference.User(token.UserId)!, ct);
        var password = asked.Of(Password) ?? asked.Of(NewPassword) ?? MailANewOne(turn, user);
        await ChangingAPassword.Change(turn.Db, user, Passwords.Hash(password), turn.Now, ct);
        return NothingToTell.Instance;
    }

    private static string MailANewOne(Turn turn, User user)
    {
        var password = turn.Ids.NextToken()[..16];
        turn.Db.Letters.Add(new Letter
        {
            To = Recipient.User,
            UserId = user.Id,
            Kind = LetterKind.NewPassword,
            Subject = "Your new password",
            Text = $"Hello {{user}}, your new password is {password}",
            AboutId = user.Id,
            At = turn.Now.At,
        });
        return password;
    }
}
