using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Emulator.Hosting;

/// <summary>
/// Who may use <c>/__admin</c>: anyone who has the token, where one is set; otherwise anyone who asks a host that is
/// loopback's or one of those named.
/// </summary>
/// <param name="token">The token; empty for none. Only its hash is kept.</param>
/// <param name="hosts">The hosts besides loopback's.</param>
internal sealed class AdminAccess(string token, IEnumerable<string> hosts)
{
    private readonly byte[]? tokenHash = token.Length == 0 ? null : Hash(token);
    private readonly HashSet<string> hosts = new(hosts.Select(Bare), StringComparer.OrdinalIgnoreCase);

    /// <summary>The hosts besides loopback's.</summary>
    public IReadOnlyCollection<string> Hosts => hosts;

    /// <summary>Whether a token is set.</summary>
    public bool NeedsToken => tokenHash is not null;

    /// <summary>
    /// Whether it is the token. It takes the same time however much of it is right: hashes are compared, as wholes.
    /// </summary>
    public bool IsToken(string? sent) =>
        tokenHash is not null && sent is not null && CryptographicOperations.FixedTimeEquals(Hash(sent), tokenHash);

    /// <summary>
    /// Whether a request for this host is one for us, and not for a name of somebody else's that was made to lead here.
    /// </summary>
    public bool IsOurs(string host) => IsLoopback(host) || this.hosts.Contains(Bare(host));

    /// <summary>
    /// Whether a host is this machine, for this machine only: <c>localhost</c> and every name under it, 127.0.0.0/8,
    /// ::1.
    /// </summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(Bare(host), out var address) && IPAddress.IsLoopback(address));

    /// <summary>The hosts of a list such as <c>emulator, ci.example</c>.</summary>
    public static string[] HostsIn(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it can be one.</summary>
    public static bool IsHost(string host) => Uri.CheckHostName(Bare(host)) != UriHostNameType.Unknown;

    private static string Bare(string host) => host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host;

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
