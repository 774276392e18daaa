using System.Net;
using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>
/// What can be set about how clients reach it: web pages, proxies, certificates, and how sandboxes are addressed.
/// </summary>
/// <param name="Cors">Which web pages may use the service.</param>
/// <param name="Certificate">The certificate for https.</param>
/// <param name="Proxies">The proxies in front of it.</param>
/// <param name="SandboxDomain">What stands behind a sandbox's name in a host name, besides <c>localhost</c>.</param>
/// <param name="SandboxUrls">Which address is given out for a sandbox.</param>
/// <param name="RequireSandbox">Whether requests that choose no sandbox are refused.</param>
internal sealed record HttpSettings(
    AllowedOrigins Cors, CertificateSettings Certificate, ProxySettings Proxies, string SandboxDomain,
        SandboxUrls SandboxUrls, bool RequireSandbox)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Setting> All =
    [
        new("certificate", "", "the certificate for https addresses: a PEM file that contains its key or comes with "
            + "certificate-key, or a PFX file; empty for one that the emulator makes"),
        new("certificate-key", "", "the PEM file of the certificate's private key, if the certificate's file doesn't "
            + "contain it"),
        new("certificate-password", "", "the password of the certificate's file or key", IsSecret: true),
        new("cors", AllowedOrigins.Loopback, "which web pages may use the service's routes: loopback (localhost and "
            + "127.0.0.1 on any port), origins separated by commas, * for all, off"),
        new("trusted-proxies", "", "the addresses or networks, separated by commas, whose X-Forwarded-* and Forwarded "
            + "headers are trusted; * for all, empty for none"),
        new("path-prefix", "", "what a proxy puts in front of every path, such as /cc: every address in an answer has "
            + "it, and paths are accepted with and without it"),
        new("require-sandbox", "false", "true refuses requests of the service's routes that choose no sandbox"),
        new("sandbox-domain", SandboxAddresses.Localhost, "the domain below which a host name chooses a sandbox, "
            + "besides localhost"),
        new("sandbox-urls", "auto", "which address answers show for a sandbox: host (http://NAME.localhost:9000), path "
            + "(http://localhost:9000/sandbox/NAME), auto (host where this machine resolves it)"),
    ];

    /// <summary>What is in force.</summary>
    /// <param name="value">A setting's value.</param>
    /// <param name="bad">The refusal of a setting's value, by what it must be.</param>
    /// <param name="urls">Where it listens.</param>
    /// <exception cref="BadSetting">A value that can't be.</exception>
    public static HttpSettings Read(Func<string, string> value, Func<string, string, BadSetting> bad, string urls)
    {
        var certificate = new CertificateSettings(value("certificate"), value("certificate-key"),
            value("certificate-password"));
        if (certificate.File.Length == 0 && (certificate.Key.Length > 0 || certificate.Password.Length > 0))
        {
            throw new BadSetting("--certificate-key and --certificate-password belong to a certificate: name its file "
                + "with --certificate (EMULATOR_CERTIFICATE).");
        }

        if (certificate.File.Length > 0 && !urls.Contains("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadSetting($"--certificate is set, and no address of --urls ({urls}) is https: add one, such as "
                + $"--urls \"{urls};https://localhost:9443\".");
        }

        return new HttpSettings(
            AllowedOrigins.Read(value("cors")) ?? throw bad("cors",
                "loopback, off, * or origins such as http://localhost:3000, separated by commas"),
            certificate,
            ProxySettings.Read(value("trusted-proxies"), value("path-prefix"), bad),
            Uri.CheckHostName(value("sandbox-domain")) == UriHostNameType.Dns ? value("sandbox-domain").TrimEnd('.')
                : throw bad("sandbox-domain", "a host name, without a port"),
            Enum.TryParse<SandboxUrls>(value("sandbox-urls"), ignoreCase: true, out var form) && Enum.IsDefined(form)
                && !char.IsAsciiDigit(value("sandbox-urls")[0])
                ? form
                : throw bad("sandbox-urls", "auto, host or path"),
            bool.TryParse(value("require-sandbox"), out var required) ? required
                : throw bad("require-sandbox", "true or false"));
    }
}

/// <summary>The certificate that is served.</summary>
/// <param name="File">A PEM or PFX file; empty for one of our own making.</param>
/// <param name="Key">The PEM file with its private key; empty where it is in <paramref name="File"/>.</param>
/// <param name="Password">What opens them; empty for nothing.</param>
internal sealed record CertificateSettings(string File, string Key, string Password);

/// <summary>The proxies in front of the emulator.</summary>
/// <param name="TrustsAll">Whether every client is taken for one.</param>
/// <param name="Networks">Those that are trusted, single addresses as networks of one.</param>
/// <param name="Prefix">What they put in front of every path, with a slash in front; empty for nothing.</param>
internal sealed record ProxySettings(bool TrustsAll, IReadOnlyList<IPNetwork> Networks, string Prefix)
{
    /// <summary>Whether any is trusted.</summary>
    public bool TrustsAny => TrustsAll || Networks.Count > 0;

    /// <summary>Reads both settings.</summary>
    /// <exception cref="BadSetting">A value that can't be.</exception>
    public static ProxySettings Read(string proxies, string prefix, Func<string, string, BadSetting> bad)
    {
        var named = AdminAccess.HostsIn(proxies);
        var all = named is ["*"];
        var networks = all ? [] : named.Select(text => NetworkOf(text)
            ?? throw bad("trusted-proxies", "addresses such as 10.0.0.5 or networks such as 10.0.0.0/8, separated by "
            + "commas, or *"));
        var path = prefix.TrimEnd('/');
        return path.Length == 0 || (path[0] == '/' && path.All(letter => char.IsAsciiLetterOrDigit(letter)
            || letter is '/' or '-' or '_' or '.' or '~') && !path.Contains("//", StringComparison.Ordinal))
            ? new ProxySettings(all, [.. networks], path)
            : throw bad("path-prefix", "a path such as /cc");
    }

    private static IPNetwork? NetworkOf(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, 8 * address.GetAddressBytes().Length)
        : IPNetwork.TryParse(text, out var network) ? network
        : null;
}

/// <summary>The web pages that may use the service, by their origin.</summary>
internal sealed class AllowedOrigins
{
    /// <summary>Every origin of this machine, whatever its port.</summary>
    public const string Loopback = "loopback";

    private readonly HashSet<string> named;

    private AllowedOrigins(string text, IEnumerable<string> named)
    {
        Text = text;
        this.named = new(named, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The setting as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether no page may.</summary>
    public bool IsOff => Text == "off";

    /// <summary>Whether every page may, without cookies and the like.</summary>
    public bool AreAll => Text == "*";

    /// <summary>Reads the setting; null where it can't be one.</summary>
    public static AllowedOrigins? Read(string text)
    {
        var origins = AdminAccess.HostsIn(text).Select(origin => origin.TrimEnd('/')).ToList();
        return text is "off" or "*" ? new AllowedOrigins(text, [])
            : origins.Count > 0 && origins.TrueForAll(origin => origin == Loopback || IsOrigin(origin))
                ? new AllowedOrigins(text, origins)
            : null;
    }

    /// <summary>Whether a page of an origin may.</summary>
    public bool Allow(string origin) => AreAll || named.Contains(origin)
        || (named.Contains(Loopback) && IsOfThisMachine(origin));

    private static bool IsOrigin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var page)
        && text.Equals($"{page.Scheme}://{page.Authority}", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfThisMachine(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
            && AdminAccess.IsLoopback(page.Host);
}
