using System.Reflection;

namespace Emulator.Hosting.Pipeline;

/// <summary>The outermost room of every request: marks the answer as the emulator's.</summary>
internal sealed class Frame(RequestDelegate next)
{
    /// <summary>The program's version.</summary>
    public static readonly string Version =
        typeof(Frame).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            .Split('+')[0] ?? "0";

    public Task Invoke(HttpContext context)
    {
        context.Response.Headers["X-Emulator"] = "console-connect";
        context.Response.Headers["X-Emulator-Version"] = Version;
        return next(context);
    }
}
