using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Emulator.Simulation;

namespace Emulator.Hosting.Https;

/// <summary>
/// A certificate authority of the emulator's own. It is kept, so that clients have to trust it only once; the
/// certificates that it signs are made when they are needed, and never leave the process. Wildcards under a top-level
/// domain are refused by many clients, so each name under <c>localhost</c> gets a certificate that has it written out.
/// </summary>
internal sealed class OwnAuthority
{
    private const string Subject = "CN=Console Connect emulator (authority for tests)";

    /// <summary>
    /// The most names besides the usual ones that have certificates at a time: clients choose them.
    /// </summary>
    private const int MostNames = 1000;

    /// <summary>
    /// How long the authority lasts; one that has less than <see cref="Remaining"/> left makes room for another when
    /// the emulator starts.
    /// </summary>
    private static readonly TimeSpan Life = TimeSpan.FromDays(3650);

    /// <summary>How long a certificate lasts: Apple's platforms take none that lasts longer.</summary>
    private static readonly TimeSpan LifeOfCertificate = TimeSpan.FromDays(397);

    private static readonly TimeSpan Remaining = TimeSpan.FromDays(30);

    private readonly X509Certificate2 authority;
    private readonly IReadOnlyCollection<string> hosts;
    private readonly TimeProvider machine;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ConcurrentDictionary<string, X509Certificate2> made = new(StringComparer.OrdinalIgnoreCase);

    private OwnAuthority(X509Certificate2 authority, IReadOnlyCollection<string> hosts, TimeProvider machine)
    {
        this.authority = authority;
        this.hosts = hosts;
        this.machine = machine;
    }

    /// <summary>What clients are given to trust, as PEM; its private key is not in it.</summary>
    public string Pem => authority.ExportCertificatePem() + "\n";

    /// <summary>Takes the one that is kept in a folder, or makes it.</summary>
    /// <param name="folder">The folder; null keeps it nowhere.</param>
    /// <param name="hosts">The hosts that certificates are for, besides loopback's.</param>
    /// <param name="machine">The machine's time.</param>
    /// <exception cref="BadSetting">It can't be read or kept.</exception>
    public static OwnAuthority In(string? folder, IEnumerable<string> hosts, TimeProvider machine)
    {
        var now = machine.GetUtcNow();
        var kept = folder is null ? null : AuthorityFiles.Read(folder);
        var authority = kept is not null && kept.NotAfter.ToUniversalTime() > (now + Remaining).UtcDateTime ? kept
            : Make(now);
        if (folder is not null && authority != kept)
        {
            AuthorityFiles.Write(folder, authority);
        }

        string[] usual = [SandboxAddresses.Localhost, "*." + SandboxAddresses.Localhost, "127.0.0.1", "::1"];
        return new OwnAuthority(authority, [.. usual.Concat(hosts).Distinct(StringComparer.OrdinalIgnoreCase)],
            machine);
    }

    /// <summary>The certificate for a server's name.</summary>
    /// <param name="name">What the client calls it; null where it doesn't say.</param>
    public X509Certificate2 For(string? name)
    {
        var isOwn = name is not null && Uri.CheckHostName(name) == UriHostNameType.Dns
            && !hosts.Contains(name, StringComparer.OrdinalIgnoreCase)
            && hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
                && name.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase))
            && (made.Count < MostNames || made.ContainsKey(name));
        var kept = isOwn ? name! : "";
        var certificate = made.GetOrAdd(kept, Sign);
        return certificate.NotAfter.ToUniversalTime() > (machine.GetUtcNow() + TimeSpan.FromDays(1)).UtcDateTime
            ? certificate : made[kept] = Sign(kept);
    }

    private static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true,
            hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        const X509KeyUsageFlags Signing = X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign;
        request.CertificateExtensions.Add(new X509KeyUsageExtension(Signing, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now + Life);
    }

    private X509Certificate2 Sign(string name)
    {
        var now = machine.GetUtcNow();
        var request = new CertificateRequest("CN=Console Connect emulator", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in name.Length == 0 ? hosts : hosts.Append(name))
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false,
            hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature,
            critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1",
            "serverAuth")], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority,
            includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var until = now + LifeOfCertificate < authority.NotAfter.ToUniversalTime() ? now + LifeOfCertificate
            : authority.NotAfter.ToUniversalTime();
        using var signed = request.Create(authority, now.AddDays(-1), until, RandomNumberGenerator.GetBytes(16));
        return ServedCertificate.Usable(signed.CopyWithPrivateKey(key));
    }
}
