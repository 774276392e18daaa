using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;
using Emulator.Wire.People;

namespace Emulator.Api.Users;

/// <summary>
/// A user's or a company's picture (000:1299): a PNG made for them, which browsers and proxies may keep for a day.
/// </summary>
internal static class GetAvatar
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/user/{username}/avatar", Handle)
        .Documented("015", "Get a user's avatar")
        .Tells("Draws the user's picture: a PNG of 240 by 240 pixels, the same for the same user, with an ETag. It "
            + "needs no login, so that pages can show it.")
        .ForAnybody()
        .With(new ParameterExample("username", "stan", "The username of the user, or of a company."))
        .Produces<byte[]>(200, "image/png").AnswersNothing(304)
        .Answers(ServiceErrors.UserNotFound)
        .Assumes("Size, picture and caching; that nobody has to be logged in.");

    private static IResult Handle(string username, Turn turn) => PictureOf(username, turn);

    /// <summary>The picture of the user or company with a name.</summary>
    internal static IResult PictureOf(string username, Turn turn) =>
        new PngAnswer(turn.Reference.FindUser(username)?.Id ?? turn.Reference.CompanyInPlaceOfUser(username).Id);

    /// <summary>The picture, or 304 for who has it already.</summary>
    private sealed class PngAnswer(string id) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var tag = $"\"{id}-1\""; // The number changes when the drawing does.
            httpContext.Response.Headers.ETag = tag;
            httpContext.Response.Headers.CacheControl = "public, max-age=86400";
            if (
                httpContext.Request.Headers.IfNoneMatch.Any(known =>
                    known is "*" || known?.Contains(tag, StringComparison.Ordinal) == true))
            {
                httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            httpContext.Response.ContentType = "image/png";
            return httpContext.Response.Body.WriteAsync(AvatarImage.Of(id)).AsTask();
        }
    }
}
