using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Users;

/// <summary>A user's or a company's picture, not resized, as clients of the service ask for it.</summary>
internal static class GetWholeAvatar
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/user/{username}/avatarNoResize", Handle)
        .Published("259", "Get a user's avatar, not resized")
        .Tells("Answers the user's picture at its full size. Pictures are drawn here at one size, so it is the one "
            + "that avatar answers. It needs no login.")
        .ForAnybody()
        .With(new ParameterExample("username", "stan", "The username of the user, or of a company."))
        .Produces<byte[]>(200, "image/png").AnswersNothing(304)
        .Answers(ServiceErrors.UserNotFound)
        .Assumes("All of it but the path: a public client asks for it, and no edition prints it.");

    private static IResult Handle(string username, Turn turn) => GetAvatar.PictureOf(username, turn);
}
