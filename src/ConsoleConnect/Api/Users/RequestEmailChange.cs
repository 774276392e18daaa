using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Workflows;

namespace Emulator.Api.Users;

/// <summary>Asks to change one's e-mail address (000:1321): a token goes to the new one.</summary>
internal static class RequestEmailChange
{
    private static readonly BodyMember<string> EmailMember = Body.NeededEmail("email", "The new address.");

    private static readonly RequestSchema Schema = new RequestSchema().With(EmailMember);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/api/user/{username}/email/update/request", Handle)
        .Documented("016", "Ask to change the e-mail address")
        .Tells(
            "Mails a token to the address that the user would like to have. Until it is confirmed with that token "
            + "the old address stays; the account shows the new one as "
            + "newEmail.")
        .MayBeCalledBy("The user themselves.")
        .With(new ParameterExample("username", "stan", "The caller's own username."))
        .Takes(Schema, """{"email": "stanley@example.com"}""")
        .Answers<NothingToTell>(200)
        .Answers(ServiceErrors.UserNotFound, ServiceErrors.AccessDenied, ServiceErrors.EmailTaken)
        .Assumes("That the token is good for 24 hours, and that a newer one makes an older one useless.");

    private static async Task<Answer<NothingToTell>> Handle(
        string username,
        RequestBody body,
        Turn turn,
        CancellationToken ct)
    {
        var known = turn.Reference.UserNamed(username);
        turn.Caller.MustBe(known, "account:UpdateUser", turn.Access);
        var email = body.CheckedOrAsPrinted(Schema).Of(EmailMember);
        if (turn.Reference.UserWithEmail(email) is not null)
        {
            throw ServiceErrors.EmailTaken.Because("An account has the address already.");
        }

        var user = await turn.ToChange(known, ct);
        user.NewEmail = email;
        user.NewEmailTokenCreatedAt = turn.Now.At;
        await MailingAToken.Mail(turn.Db, user, MailedTokenKind.EmailChange, turn.Ids.NextToken(), email, turn.Now, ct);
        return NothingToTell.Instance;
    }
}
