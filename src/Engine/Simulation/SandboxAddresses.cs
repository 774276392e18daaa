namespace Emulator.Simulation;

/// <summary>Which address is given out for a sandbox.</summary>
internal enum SandboxUrls
{
    /// <summary>The host name where this machine resolves it, the path elsewhere.</summary>
    Auto,

    /// <summary>The host name, <c>http://ci-1.localhost:9000</c>.</summary>
    Host,

    /// <summary>The path, <c>http://localhost:9000/sandbox/ci-1</c>.</summary>
    Path,
}

/// <summary>
/// The addresses of sandboxes. A host name such as <c>ci-1.localhost</c> chooses one, and so does a path; what is given
/// out follows the address that was asked.
/// </summary>
/// <param name="domain">What stands behind a sandbox's name in a host name, besides <c>localhost</c>, which always
/// may.</param>
/// <param name="urls">Which address is given out.</param>
/// <param name="resolves">Whether clients of this machine find a host name.</param>
internal sealed class SandboxAddresses(string domain, SandboxUrls urls, Func<string, bool> resolves)
{
    /// <summary>The domain under which every name is loopback's (RFC 6761).</summary>
    public const string Localhost = "localhost";

    /// <summary>What stands in front of a sandbox's name in a path.</summary>
    public const string PathPrefix = "/sandbox/";

    private readonly string[] domains = [.. new[] { domain, Localhost }.Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// The sandbox that a host name chooses: what stands in front of the domain; null where it is no name under it.
    /// </summary>
    /// <param name="host">The host, with or without a port.</param>
    public string? NameIn(string? host)
    {
        if (host is null || host.IndexOf('.', StringComparison.Ordinal) <= 0)
        {
            return null; // Most requests: localhost, or a container's name.
        }

        var name = WithoutPort(host);
        foreach (var known in domains)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }

            if (name.Length > known.Length + 1 && name[^(known.Length + 1)] == '.'
                && name.EndsWith(known, StringComparison.OrdinalIgnoreCase))
            {
                return name[..^(known.Length + 1)].ToString();
            }
        }

        return null;
    }

    /// <summary>The host that was asked, without a sandbox's name in front of it.</summary>
    public HostString HostOf(HttpRequest request) =>
        NameIn(request.Host.Value) is { } name ? new HostString(request.Host.Value![(name.Length + 1)..])
            : request.Host;

    /// <summary>The service's address as the client has asked it, without a sandbox.</summary>
    public string ServiceOf(HttpRequest request) => $"{request.Scheme}://{HostOf(request)}{PrefixOf(request)}";

    /// <summary>The address in front of a path that leads to where this request landed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sandbox">The sandbox it landed in; null for the default one, where nothing has chosen it.</param>
    public string AskedOf(HttpRequest request, string? sandbox) =>
        sandbox is null || NameIn(request.Host.Value) is not null
        || PrefixOf(request).Length < (request.PathBase.Value ?? "").Length
            ? $"{request.Scheme}://{request.Host}{request.PathBase}"
            : ByPath(request, sandbox);

    /// <summary>
    /// The address of a sandbox that takes the place of the service's. A client that has asked by such a host name
    /// finds others, too.
    /// </summary>
    public string UrlOf(HttpRequest request, string sandbox) =>
        urls != SandboxUrls.Path && ByHost(request, sandbox) is { } url
        && (urls == SandboxUrls.Host || NameIn(request.Host.Value) is not null || resolves(new Uri(url).Host))
            ? url
            : ByPath(request, sandbox);

    /// <summary>The address with the sandbox in the path, which every client finds.</summary>
    public string ByPath(HttpRequest request, string sandbox) => $"{ServiceOf(request)}{PathPrefix}{sandbox}";

    /// <summary>
    /// The address with the sandbox in the host name; null where the host that was asked has no names under it, or the
    /// sandbox's name can't be one.
    /// </summary>
    public string? ByHost(HttpRequest request, string sandbox)
    {
        var host = HostOf(request);
        return IsLabel(sandbox) && domains.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
            ? $"{request.Scheme}://{sandbox.ToLowerInvariant()}.{host}{PrefixOf(request)}"
            : null;
    }

    /// <summary>What a proxy has put in front of the path, without the sandbox behind it.</summary>
    private static string PrefixOf(HttpRequest request)
    {
        var path = request.PathBase.Value ?? "";
        var sandbox = path.LastIndexOf(PathPrefix, StringComparison.OrdinalIgnoreCase);
        return sandbox >= 0 && path.IndexOf('/', sandbox + PathPrefix.Length) < 0 ? path[..sandbox] : path;
    }

    private static ReadOnlySpan<char> WithoutPort(string host)
    {
        var name = host.AsSpan();
        var port = name.LastIndexOf(':');
        return (port < 0 ? name : name[..port]).TrimEnd('.');
    }

    /// <summary>Names of hosts have letters, digits and hyphens, none of these at an end.</summary>
    private static bool IsLabel(string name) => name[^1] != '-'
        && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
