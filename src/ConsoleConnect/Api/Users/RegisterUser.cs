using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Wire;
using Emulator.Wire.People;
using Emulator.Workflows;

namespace Emulator.Api.Users;

/// <summary>Makes an account (000:789) and logs it in: the answer has a token.</summary>
internal static class RegisterUser
{
    private static readonly BodyMember<string> Email = Body.NeededEmail("email", "The address to log in with.");

    private static readonly BodyMember<string> Password = Body.NeededText(
        "password", "The password.", maxLength: 1024, minLength: 1);

    private static readonly BodyMember<string> Name = Body.NeededText(
        "name", "The person's name.", maxLength: 1024, minLength: 1);

    private static readonly BodyMember<bool?> Marketing = Body.Flag(
        "optIntoMarketingEmail", "Whether they want advertising; the documents send it as text.", asText: true);

    private static readonly BodyMember<string?> InvitationToken = Body.Text(
        "invitationToken", "The token of the invitation they come with.");

    private static readonly BodyMember<string?> Username = Body.Text(
        "username", "The username they would like. Left out, one is made of the name.");

    private static readonly RequestSchema Schema = new RequestSchema().With(
        Email, Password, Name, Marketing, InvitationToken, Username);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPut("/api/user", Handle)
            .Documented("012", "Register")
            .Tells(
                "Makes an account and begins a session: the answer has its token. Anyone who registers with the token "
                    + "of an invitation to a company is a member of it, with the "
                    + "roles of the invitation.")
            .ForAnybody()
            .Takes(
                Schema,
                """
                {"email": "nadia.rahman@example.net", "password": "Password1", "name": "Nadia Rahman",
                "optIntoMarketingEmail": "true",
                "invitationToken": "ca7a096c9e9d549fffdc2bc01623dc446ac2925040639d6c7dde64d437bd6005"}
                """
            )
            .Answers<UserAccount>(200)
            .Answers(
                ServiceErrors.EmailTaken,
                ServiceErrors.UsernameTaken,
                ServiceErrors.UsernameInvalid,
                ServiceErrors.InvitationNotFound,
                ServiceErrors.TokenUsed,
                ServiceErrors.TokenExpired)
            .Assumes(
                "How the username comes about: the request has none; it is made of the name, with a number where it "
                    + "is taken. That an invitation's address and the user's may differ, as in the documents.");

    private static async Task<Answer<UserAccount>> Handle(RequestBody body, Turn turn, CancellationToken ct)
    {
        var asked = body.Checked(Schema);
        var password = asked.Of(Password);
        var user = await Registering.Register(
            turn.Db,
            turn.Reference,
            new Registering.Wish(
                asked.Of(Email),
                Passwords.Hash(password),
                known => known.Fits(password),
                asked.Of(Name),
                asked.Of(Username),
                asked.Of(Marketing) ?? false,
                asked.Of(InvitationToken) is { Length: > 0 } token ? token : null),
            turn.Ids.Next,
            turn.Now,
            ct);
        var session = new Session { Token = turn.Ids.NextToken(), UserId = user.Id, CreatedAt = turn.Now.At };
        turn.Db.Sessions.Add(session);
        return await turn.AccountOf(user, session.Token, ct);
    }
}
