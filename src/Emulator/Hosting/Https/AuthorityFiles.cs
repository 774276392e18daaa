using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Emulator.Hosting.Https;

/// <summary>
/// The files of the emulator's own authority, beside the data: its certificate, for clients, and its key, for nobody
/// else. Only their owner can read them.
/// </summary>
internal static class AuthorityFiles
{
    /// <summary>The certificate's file.</summary>
    public const string Certificate = "certificate-authority.pem";

    /// <summary>The key's file.</summary>
    public const string Key = "certificate-authority.key";

    /// <summary>The authority in a folder; null where there is none.</summary>
    /// <exception cref="BadSetting">It can't be read.</exception>
    public static X509Certificate2? Read(string folder)
    {
        var (certificate, key) = (Path.Combine(folder, Certificate), Path.Combine(folder, Key));
        if (!File.Exists(certificate) || !File.Exists(key))
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key);
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            throw new BadSetting($"{certificate}, with which the emulator signs its certificates for https, or its key "
                + "is damaged. Delete both files: others are made, which clients have to trust again.");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new BadSetting($"{certificate}, with which the emulator signs its certificates for https, or its key "
                + "can't be read. Let this user read both files, or name a certificate (--certificate).");
        }
    }

    /// <summary>Keeps one.</summary>
    /// <exception cref="BadSetting">It can't be written.</exception>
    public static void Write(string folder, X509Certificate2 authority)
    {
        using var key = authority.GetECDsaPrivateKey()!;
        try
        {
            Directory.CreateDirectory(folder);
            Write(Path.Combine(folder, Key), key.ExportPkcs8PrivateKeyPem());
            Write(Path.Combine(folder, Certificate), authority.ExportCertificatePem());
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadSetting(
                $"{Path.Combine(folder, Certificate)}, with which the emulator signs its certificates for https, can't "
                    + "be written. "
                + "Let this user write to the folder, name a certificate (--certificate), or keep nothing (--data "
                    + ":memory:).");
        }
    }

    private static void Write(string file, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Whole or not at all: under another name first.
        File.Delete(file + ".new");
        using (var writer = new StreamWriter(file + ".new", options))
        {
            writer.Write(pem + "\n");
        }

        File.Move(file + ".new", file, overwrite: true);
    }
}
