using Emulator.Wire;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// The documents and their clients spell some paths in several ways; inside, each operation has the one its document
/// prints (<see cref="PathSpelling"/>).
/// </summary>
internal sealed class PathSpellings(RequestDelegate next)
{
    public Task Invoke(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (PathSpelling.Of(path) is { } respelled)
        {
            context.Request.Path = respelled;
            context.Features.Set(new WrittenPath(path));
        }

        return next(context);
    }
}

/// <summary>The path as the client wrote it, without the sandbox; only where it was respelled.</summary>
internal sealed record WrittenPath(string Path)
{
    /// <summary>A request's.</summary>
    public static string Of(HttpContext context) =>
        context.Features.Get<WrittenPath>()?.Path ?? context.Request.Path.Value!;
}
