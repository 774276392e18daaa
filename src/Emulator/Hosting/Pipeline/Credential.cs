namespace Emulator.Hosting.Pipeline;

/// <summary>
/// The credential of a request: <c>portal-token: TOKEN</c> (000:36) or <c>Authorization: Bearer TOKEN-or-API-KEY</c>
/// (001:24), exactly as sent.
/// </summary>
internal static class Credential
{
    public const string PortalToken = "portal-token";

    /// <summary>The value; null where none was sent.</summary>
    public static string? Of(HttpRequest request)
    {
        if (request.Headers.TryGetValue(PortalToken, out var token) && token is [{ Length: > 0 } value])
        {
            return value;
        }

        return BearerOf(request);
    }

    /// <summary>What stands behind <c>Authorization: Bearer</c>; null where nothing does.</summary>
    public static string? BearerOf(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        return
            request.Headers.Authorization is [{ } authorization]
            && authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && authorization.Length > Bearer.Length
            ? authorization[Bearer.Length..]
            : null;
    }
}
