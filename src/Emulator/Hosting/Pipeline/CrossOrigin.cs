using Emulator.Errors;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Lets web pages of other origins use the service's routes and sockets, those that <c>--cors</c> allows, by ASP.NET's
/// own middleware. It is made when the first page asks; requests without an Origin pay for looking. <c>/__admin</c> is
/// left out: its guard refuses every foreign page.
/// </summary>
internal static class CrossOrigin
{
    /// <summary>How long a browser need not ask again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public static void UseCrossOrigin(this IApplicationBuilder app, AllowedOrigins origins)
    {
        if (origins.IsOff)
        {
            return;
        }

        app.Use(next =>
        {
            var answering = new Lazy<RequestDelegate>(() => Answering(next, origins,
                app.ApplicationServices.GetRequiredService<ILoggerFactory>()));
            return context => context.Request.Headers.Origin.Count == 0
                || IsOwn(SandboxChoice.WithoutSandbox(context.Request.Path.Value ?? "/"))
                ? next(context)
                : answering.Value(context);
        });
    }

    /// <summary>Whether a path is one that no page of another origin has any business with.</summary>
    private static bool IsOwn(string path) => AdminGuard.IsGuarded(path) || OwnPages.IsConsole(path);

    /// <summary>Whether a browser asks, before the page's own request, whether the page may.</summary>
    public static bool IsPreflight(HttpRequest request) =>
        HttpMethods.IsOptions(request.Method) && request.Headers.Origin.Count > 0
            && request.Headers.AccessControlRequestMethod.Count > 0;

    private static RequestDelegate Answering(RequestDelegate next, AllowedOrigins origins, ILoggerFactory logging)
    {
        var builder = new CorsPolicyBuilder().AllowAnyMethod().AllowAnyHeader().SetPreflightMaxAge(Remembered);
        var policy = (origins.AreAll ? builder.AllowAnyOrigin() : builder.SetIsOriginAllowed(origins.Allow)
            .AllowCredentials()).Build();
        var options = Options.Create(new CorsOptions());
        var middleware = new CorsMiddleware(next, new CorsService(options, logging), policy, logging);
        var policies = new DefaultCorsPolicyProvider(options);
        return context =>
        {
            var origin = context.Request.Headers.Origin.ToString();
            if (IsPreflight(context.Request) && !origins.Allow(origin))
            {
                throw ServiceErrors.OriginRefused.Because(
                    $"--cors (EMULATOR_CORS) is {origins.Text}: add the page's origin to it, with commas between, or "
                        + $"start with --cors \"*\" for every page.", origin);
            }

            // Before the middleware's own: what is registered first is called last.
            context.Response.OnStarting(Expose, context);
            return middleware.Invoke(context, policies);
        };
    }

    /// <summary>Lets the page read what the answer says of itself.</summary>
    private static Task Expose(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.AccessControlAllowOrigin.Count > 0 && headers.AccessControlAllowMethods.Count == 0)
        {
            headers.AccessControlExposeHeaders = string.Join(", ", headers.Keys.Where(name =>
                name.StartsWith("X-Emulator", StringComparison.OrdinalIgnoreCase)
                    || name.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)));
        }

        return Task.CompletedTask;
    }
}
