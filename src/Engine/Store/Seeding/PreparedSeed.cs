using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Emulator.Store.Images;

namespace Emulator.Store.Seeding;

/// <summary>
/// The database that the program's own seed makes, made beforehand: what reads the files would be compiled at each
/// first start, which takes most of its time. It is used while every seed file is, to the byte, the one that it was
/// made of.
/// </summary>
/// <param name="sums">The seed files with the SHA-256 of each, a line a file, as <c>sha256sum</c> writes them.</param>
/// <param name="database">The database, packed with gzip.</param>
internal sealed class PreparedSeed(Func<Stream> sums, Func<Stream> database)
{
    /// <summary>The database; null where a file is missing or is another one.</summary>
    /// <param name="folder">The folder of the seed files.</param>
    /// <param name="inside">What may have the program's own seed inside; null for nothing.</param>
    public SandboxImage? Of(string folder, Assembly? inside)
    {
        using (var expected = new StreamReader(sums()))
        {
            while (expected.ReadLine() is { } line)
            {
                var (sum, name) = (line[..64], line[66..]);
                if (SeedFile.Find(folder, name, inside) is not { } bytes || SumOf(bytes) != sum)
                {
                    return null;
                }
            }
        }

        using var packed = database();
        return SandboxImage.Unpacked(packed);
    }

    /// <summary>The lines about the files of a folder.</summary>
    /// <param name="folder">The folder of the seed files.</param>
    /// <param name="parts">The files.</param>
    public static string SumsOf(string folder, IEnumerable<SeedPart> parts)
    {
        var lines = new StringBuilder();
        foreach (var name in parts.Select(part => part.File).Order(StringComparer.Ordinal))
        {
            lines.Append(SumOf(File.ReadAllBytes(Path.Combine(folder, name)))).Append("  ").Append(name).Append('\n');
        }

        return lines.ToString();
    }

    private static string SumOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
