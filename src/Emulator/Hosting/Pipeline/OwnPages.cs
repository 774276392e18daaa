namespace Emulator.Hosting.Pipeline;

/// <summary>What browsers are told of the emulator's own pages and answers. The service's have what a real API
/// sends.</summary>
internal static class OwnPages
{
    /// <summary>
    /// Whether a path, without a sandbox in front, is the web console's, or the one that leads to it.
    /// </summary>
    public static bool IsConsole(string path) => path is "" or "/"
        || (path.StartsWith(Console, StringComparison.OrdinalIgnoreCase)
            && (path.Length == Console.Length || path[Console.Length] == '/'));

    private const string Console = "/console";

    /// <summary>They are what their type says, whatever is in them, and no page may have them in a frame of its
    /// own.</summary>
    public static void Protect(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = "frame-ancestors 'none'";
        response.Headers.XFrameOptions = "DENY";
    }
}
