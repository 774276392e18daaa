using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.Companies;
using Emulator.Wire.People;

namespace Emulator.Api.Users;

/// <summary>
/// Reads a user (000:940). Who reads themselves sees the whole account: OpenAPI 1.0.0 shows the address, and updating
/// speaks of "the settings retrieved from the GET method" (000:1062). A company is a user too (000:1408).
/// </summary>
internal static class GetUser
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/user/{username}", Handle)
        .Documented("013", "Read a user")
        .Tells("Shows a user: to others what is public, to the users themselves their whole account, as logging in "
            + "answers it. A company's username reads the company.")
        .With(new ParameterExample("username", "meg", "The user's username."))
        .Answers<PublicUser>(200).OrAnswers<UserAccount>().OrAnswers<CompanyAsUser>()
        .Answers(ServiceErrors.UserNotFound)
        .Assumes("That companies are read here too, as the kind of user that they are.");

    private static async Task<IResult> Handle(string username, Turn turn, CancellationToken ct)
    {
        if (turn.Reference.FindUser(username) is { } user)
        {
            return user.Id == turn.Caller.User.Id
                ? new Answer<UserAccount>(await turn.AccountOf(user, turn.Caller.Token, ct))
                : new Answer<PublicUser>(new PublicUser(turn.ViewOf(user)));
        }

        var company = turn.Reference.CompanyInPlaceOfUser(username);
        return new Answer<CompanyAsUser>(new CompanyAsUser(company, turn.Reference.StandingOf(company)));
    }
}
