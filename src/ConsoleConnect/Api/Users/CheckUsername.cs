using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api.Users;

/// <summary>Whether a username has allowed characters only and is nobody's yet (000:1428).</summary>
internal static class CheckUsername
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/check-username/{username}", Handle)
        .Documented("020", "Check a username")
        .Tells("Says whether a username is taken. Users, companies and facilities share one namespace, in which case "
            + "doesn't matter.")
        .ForAnybody()
        .With(new ParameterExample("username", "stan", "The username to check."))
        .Answers<Response>(200)
        .Assumes("The words for one that is free.");

    private static Answer<Response> Handle(string username, Turn turn) =>
        !Username.IsValid(username) ? new Response(false, ServiceErrors.UsernameInvalid.Message)
        : turn.Reference.IsTaken(username) ? new Response(false, ServiceErrors.UsernameTaken.Message)
        : new Response(true, "That username is available.");

    /// <summary>The verdict (000:1435).</summary>
    internal sealed record Response(bool Valid, string Message);
}
