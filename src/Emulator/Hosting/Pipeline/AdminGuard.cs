using Emulator.Control;
using Emulator.Errors;
using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Keeps out of <c>/__admin</c>, in whichever sandbox: web pages of other origins; anyone who hasn't the token, where
/// one is set; where none is, anyone who asks a host that isn't ours, since a web page can have a name of its own lead
/// here (DNS rebinding). The service's own routes are as open as a real API's.
/// </summary>
internal sealed class AdminGuard(
    RequestDelegate next,
    EmulatorSettings settings,
    SandboxAddresses addresses,
    TimeProvider machine)
{
    /// <summary>Carries the token, for clients whose <c>Authorization</c> carries something else.</summary>
    public const string TokenHeader = "X-Emulator-Admin-Token";

    private const string Room = "/__admin";

    private const string Health = "/__admin/health";

    private readonly WrongTokens wrong = new(machine);

    public Task Invoke(HttpContext context)
    {
        // As routing takes it: decoded, without the sandbox, in any case.
        var path = SandboxChoice.WithoutSandbox(context.Request.Path.Value ?? "/");
        if (IsGuarded(path))
        {
            OwnPages.Protect(context.Response);
            if (!OwnCalls.IsOwn(context) && !IsLetIn(context, path))
            {
                return RefuseToken(context);
            }
        }

        return next(context);
    }

    /// <summary>Whether a path is one that is guarded.</summary>
    public static bool IsGuarded(string path) => path.StartsWith(Room, StringComparison.OrdinalIgnoreCase);

    /// <summary>What it refuses on a route, for the OpenAPI document.</summary>
    public static IEnumerable<ServiceError> RefusalsOn(string path) =>
        !IsGuarded(path) ? []
        : IsOpen(path) ? [ServiceErrors.ForeignPage, ServiceErrors.ForeignHost]
        : [ServiceErrors.AdminTokenNeeded, ServiceErrors.TooManyWrongTokens, ServiceErrors.ForeignPage,
            ServiceErrors.ForeignHost];

    /// <summary>Whether a route needs no token: monitors ask how the emulator is, and have none.</summary>
    public static bool IsOpen(string path) =>
        !IsGuarded(path) || path.AsSpan().TrimEnd('/').Equals(Health, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it has the token, or needs none.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.ForeignPage"/>,
    /// <see cref="EmulatorErrors.ForeignHost"/>.</exception>
    private bool IsLetIn(HttpContext context, string path)
    {
        var request = context.Request;
        if (ForeignPage(request) is { } why)
        {
            throw ServiceErrors.ForeignPage.Because($"{why}: only pages that the emulator itself serves may use "
                + $"{Room}, such as /swagger.");
        }

        if (settings.Admin.NeedsToken && !(IsOpen(path) && HttpMethods.IsGet(request.Method)))
        {
            // No page that is lured here knows it, whatever the host is called.
            return settings.Admin.IsToken(request.Headers[TokenHeader])
                || settings.Admin.IsToken(Credential.BearerOf(request));
        }

        // What a proxy says of the host counts as well as what was sent: a page can send both, but its own Host gives
        // it away.
        var sent = context.Features.Get<SentHost>();
        if (!settings.Admin.IsOurs(addresses.HostOf(request).Host)
            || (sent is not null && !settings.Admin.IsOurs(sent.Host)))
        {
            throw ServiceErrors.ForeignHost.Because(
                "Without an admin token the Host is loopback's (localhost, NAME.localhost, 127.0.0.1, [::1]) or one of "
                    + "--admin-hosts (EMULATOR_ADMIN_HOSTS): "
                + "so no web page gets in by having a name of its own lead here. With --admin-token any Host will do.",
                settings.Admin.IsOurs(addresses.HostOf(request).Host) ? sent?.Host : request.Host.Value);
        }

        return true;
    }

    /// <summary>Refuses a request without the token at once, one with a wrong one the later the more there
    /// were.</summary>
    private async Task RefuseToken(HttpContext context)
    {
        var request = context.Request;
        var isWrong = request.Headers.ContainsKey(TokenHeader) || Credential.BearerOf(request) is not null;
        if (isWrong && !await wrong.Wait(context.Connection.RemoteIpAddress, context.RequestAborted))
        {
            context.Response.Headers.RetryAfter = $"{WrongTokens.Longest.TotalSeconds}";
            throw ServiceErrors.TooManyWrongTokens.Because(
                $"{WrongTokens.MostWaiting} requests with a wrong admin token are waiting for their answer. One with "
                + "the right token is answered at once.");
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        throw ServiceErrors.AdminTokenNeeded.Because(
            $"--admin-token is set: send it as Authorization: Bearer TOKEN, or as {TokenHeader}: TOKEN. /livez, "
            + $"/readyz and GET {Health} need none."
            + (isWrong ? $" Answers to wrong ones take longer each time, up to {WrongTokens.Longest.TotalSeconds} "
            + "seconds." : ""));
    }

    /// <summary>Why it is a web page of another origin that asks; null where it isn't. Browsers say it; other clients
    /// send none of these headers.</summary>
    private static string? ForeignPage(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        if (origin.Count > 0 && !(origin is [{ } one] && IsOwn(one, request)))
        {
            return $"The Origin is {origin}";
        }

        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0)
        {
            return site is not (["same-origin"] or ["none"]) ? $"Sec-Fetch-Site is {site}" : null;
        }

        // A page can leave the Origin out, and older browsers send no Sec-Fetch-Site: then the page says who it is.
        var page = request.Headers.Referer;
        return origin.Count == 0 && page is [{ Length: > 0 }, ..] && !(page is [{ } own] && IsOwn(own, request))
            ? $"The Referer is {page}" : null;
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var own)
        && Uri.Compare(
            page,
            own,
            UriComponents.SchemeAndServer,
            UriFormat.UriEscaped,
            StringComparison.OrdinalIgnoreCase
        ) == 0;
}
