using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Emulator.Hosting.Https;

/// <summary>
/// The certificate that https addresses serve: the one that is set, or one of the emulator's own making. Nothing of it
/// is looked at where no address is https.
/// </summary>
/// <param name="Own">The authority of our own; null where a certificate is set.</param>
/// <param name="Set">The one that is set.</param>
/// <param name="Chain">Those that lead from it to its authority.</param>
internal sealed record ServedCertificate(OwnAuthority? Own, X509Certificate2? Set, X509Certificate2Collection? Chain)
{
    private const string Setting = "--certificate (EMULATOR_CERTIFICATE)";

    private const string KeySetting = "--certificate-key (EMULATOR_CERTIFICATE_KEY)";

    private const string PasswordSetting = "--certificate-password (EMULATOR_CERTIFICATE_PASSWORD)";

    /// <summary>What Kestrel is told.</summary>
    public HttpsConnectionAdapterOptions Options => Own is null
        ? new HttpsConnectionAdapterOptions { ServerCertificate = Set, ServerCertificateChain = Chain }
        : new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, name) => Own.For(name) };

    /// <summary>The one that the settings ask for.</summary>
    /// <exception cref="BadSetting">It can't be served.</exception>
    public static ServedCertificate Of(EmulatorSettings settings, TimeProvider machine)
    {
        var set = settings.Http.Certificate;
        if (set.File.Length > 0)
        {
            return Checked(IsPem(set) ? OfPem(set) : OfPfx(set), set.File, machine.GetUtcNow().UtcDateTime);
        }

        var data = settings.Sandboxes.Data;
        var folder = data == ":memory:" ? null : Path.GetDirectoryName(Path.GetFullPath(data));
        var hosts = settings.Urls.Split(';').Select(url => BindingAddress.Parse(url).Host)
            .Where(host => Uri.CheckHostName(host) == UriHostNameType.Dns)
            .Concat(settings.Admin.Hosts).Append(settings.Http.SandboxDomain)
                .Append("*." + settings.Http.SandboxDomain);
        return new ServedCertificate(OwnAuthority.In(folder, hosts, machine), null, null);
    }

    /// <summary>
    /// A certificate whose key the platform's TLS can use: Windows takes none that is in memory only.
    /// </summary>
    public static X509Certificate2 Usable(X509Certificate2 certificate)
    {
        if (!OperatingSystem.IsWindows())
        {
            return certificate;
        }

        using (certificate)
        {
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
        }
    }

    private static bool IsPem(CertificateSettings set) => Text(set.File, Setting)
        .Contains("-----BEGIN ", StringComparison.Ordinal);

    private static ServedCertificate OfPem(CertificateSettings set)
    {
        var text = Text(set.File, Setting);
        var keyText = set.Key.Length > 0 ? Text(set.Key, KeySetting) : text;
        var keyFile = set.Key.Length > 0 ? $"{KeySetting} is {set.Key}, which" : $"{Setting} is {set.File}, which";
        if (!keyText.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            throw new BadSetting($"{keyFile} has no private key: add the key's block to the file, or name the file "
                + "that has it with --certificate-key.");
        }

        var isEncrypted = keyText.Contains("BEGIN ENCRYPTED PRIVATE KEY", StringComparison.Ordinal);
        if (isEncrypted && set.Password.Length == 0)
        {
            throw new BadSetting($"{keyFile} has an encrypted key: set its password with {PasswordSetting}.");
        }

        try
        {
            var all = new X509Certificate2Collection();
            all.ImportFromPem(text);
            var leaf = isEncrypted ? X509Certificate2.CreateFromEncryptedPem(text, keyText, set.Password)
                : X509Certificate2.CreateFromPem(text, keyText);
            return new ServedCertificate(null, Usable(leaf), [.. all.Skip(1)]);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            throw new BadSetting(isEncrypted
                ? $"{keyFile} has a key that {PasswordSetting} doesn't open, or that isn't the certificate's: set the "
                    + "password it was encrypted with."
                : $"{Setting} is {set.File}, which has no certificate that the "
                    + $"key{(set.Key.Length > 0 ? $" in {set.Key}" : "")} fits: it must have a CERTIFICATE block, and "
                    + "the key a PRIVATE KEY block that belongs to it.");
        }
    }

    private static ServedCertificate OfPfx(CertificateSettings set)
    {
        X509Certificate2Collection all;
        try
        {
            all = X509CertificateLoader.LoadPkcs12CollectionFromFile(set.File, set.Password.Length > 0 ? set.Password
                : null);
        }
        catch (CryptographicException broken)
        {
            const int WrongPassword = unchecked((int)0x80070056);
            throw new BadSetting(broken.HResult != WrongPassword
                ? $"{Setting} is {set.File}, which is neither a PEM nor a PFX file: name one that is."
                : set.Password.Length == 0 ? $"{Setting} is {set.File}, which has a password: set it with "
                    + $"{PasswordSetting}."
                : $"{Setting} is {set.File}, which {PasswordSetting} doesn't open: set the password it was written "
                    + "with.");
        }

        var leaf = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new BadSetting($"{Setting} is {set.File}, which has no certificate with a private key: write the "
                + "PFX file with its key.");
        return new ServedCertificate(null, leaf, [.. all.Where(certificate => certificate != leaf)]);
    }

    private static ServedCertificate Checked(ServedCertificate served, string file, DateTime now)
    {
        var (from, until) = (served.Set!.NotBefore.ToUniversalTime(), served.Set.NotAfter.ToUniversalTime());
        return now > until ? throw Untimely($"has expired, on {Day(until)}")
            : now < from ? throw Untimely($"is not valid before {Day(from)}")
            : served;

        BadSetting Untimely(string what) =>
            new($"{Setting} is {file}, which {what}: name one that is valid, or leave --certificate out for one of the "
                + "emulator's own making.");

        static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Text(string file, string setting)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new BadSetting($"{setting} is {file}, and there is no such file: name the one that has it.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadSetting($"{setting} is {file}, which can't be read: it must be a file that this user may "
                + "read.");
        }
    }
}
