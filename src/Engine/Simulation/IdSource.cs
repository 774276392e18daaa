using System.Buffers.Binary;
using System.Globalization;

namespace Emulator.Simulation;

/// <summary>
/// A sandbox's ids: the same seed number and the same calls give the same ids. They count up, so that sorting by id is
/// sorting by age, as with the service's own, and look like them: 24 hexadecimal digits.
/// </summary>
/// <param name="seed">The seed number.</param>
/// <param name="given">How many were given before.</param>
internal sealed class IdSource(long seed, long given)
{
    /// <summary>The first of the counted eight digits: where the service's ids carry the seconds of 2025.</summary>
    private const long FirstCount = 0x6800_0000;

    /// <summary>The first of the numbers: behind those that are seeded.</summary>
    private const long FirstNumber = 1_000_000;

    /// <summary>The seed number.</summary>
    public long Seed { get; } = seed;

    /// <summary>How many were given.</summary>
    public long Given { get; private set; } = given;

    /// <summary>An id: 24 hexadecimal digits.</summary>
    public string Next()
    {
        var count = Given++;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(uint)(FirstCount + count):x8}{Mix(Seed, count, salt: 1):x16}");
    }

    /// <summary>Whether an id is one that a source will still give.</summary>
    /// <param name="id">24 characters.</param>
    /// <param name="seed">The source's seed number.</param>
    /// <param name="given">How many it has given.</param>
    public static bool IsToCome(string id, long seed, long given)
    {
        if (!uint.TryParse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
            out var counted)
            || !ulong.TryParse(id.AsSpan(8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture,
                out var mixed))
        {
            return false;
        }

        var count = counted - FirstCount;
        return count >= given && mixed == Mix(seed, count, salt: 1);
    }

    /// <summary>A number, as support tickets and their notes have: counted up like the others.</summary>
    public long NextNumber() => FirstNumber + Given++;

    /// <summary>A token: 64 hexadecimal digits.</summary>
    public string NextToken()
    {
        Span<byte> bytes = stackalloc byte[32];
        Fill(bytes, salt: 16);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>
    /// A uuid, as some resources have them: of the random version, 4, and counted up like the others.
    /// </summary>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        var counted = (uint)(FirstCount + Given);
        Fill(bytes, salt: 32);
        BinaryPrimitives.WriteUInt32BigEndian(bytes, counted);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A key of so many letters and digits, up to 32.</summary>
    public string NextKey(int length)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        Span<byte> bytes = stackalloc byte[32];
        Fill(bytes, salt: 48);
        Span<char> key = stackalloc char[length];
        for (var index = 0; index < length; index++)
        {
            key[index] = Letters[bytes[index] % Letters.Length];
        }

        return key.ToString();
    }

    /// <summary>Forgets the ids given since: a refused request uses none up.</summary>
    public void RewindTo(long given) => Given = given;

    /// <summary>Luck, even from 0 up to 1 and never 1: the same seed and count give the same.</summary>
    /// <param name="seed">The seed number.</param>
    /// <param name="count">Its place in its series, from 0.</param>
    /// <param name="salt">Which series: below 64 are those of the ids.</param>
    public static double Share(long seed, long count, int salt) => (Mix(seed, count, salt) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Fills whole groups of eight bytes, with what one id is worth.</summary>
    private void Fill(Span<byte> bytes, int salt)
    {
        var count = Given++;
        for (var part = 0; part < bytes.Length / 8; part++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[(8 * part)..], Mix(Seed, count, salt + part));
        }
    }

    /// <summary>SplitMix64: every count gives another number, evenly spread.</summary>
    private static ulong Mix(long seed, long count, int salt)
    {
        var z = unchecked(
            ((ulong)seed * 0xD1342543DE82EF95UL)
            + ((ulong)count * 0x9E3779B97F4A7C15UL)
            + ((ulong)salt * 0xBF58476D1CE4E5B9UL));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
