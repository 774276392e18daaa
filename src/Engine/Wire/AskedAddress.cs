namespace Emulator.Wire;

/// <summary>The address that a request was sent to, for addresses that are given out in its answer.</summary>
internal static class AskedAddress
{
    /// <summary>
    /// Scheme, host and the path in front of the routes: <c>http://localhost:9000/sandbox/mine</c>; without a slash at
    /// its end.
    /// </summary>
    /// <param name="request">The request.</param>
    public static string Of(HttpRequest request) =>
        $"{request.Scheme}://{request.Host.ToUriComponent()}{request.PathBase.ToUriComponent()}";
}
