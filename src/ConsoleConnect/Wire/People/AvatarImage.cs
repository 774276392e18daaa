using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Emulator.Wire.People;

/// <summary>
/// A picture for everybody: five by five squares, mirrored, in a colour of their own, made of the id, so that the same
/// user always has the same one. A PNG (ISO/IEC 15948) of two colours is a hundred lines at most; no library for it.
/// </summary>
internal static class AvatarImage
{
    /// <summary>Squares in a row.</summary>
    private const int Squares = 5;

    /// <summary>Width of a square, pixels.</summary>
    private const int Square = 40;

    /// <summary>Width of the border, pixels.</summary>
    private const int Border = 20;

    /// <summary>Width and height, pixels.</summary>
    public const int Size = (Squares * Square) + (2 * Border);

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Draws it.</summary>
    /// <param name="id">Whose it is.</param>
    public static byte[] Of(string id)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(id));
        using var png = new MemoryStream();
        png.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Size);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], Size);
        header[8] = 1; // One bit a pixel,
        header[9] = 3; // which is the number of a colour.
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [0xF2, 0xF2, 0xF2, .. Colour(hash)]);
        Chunk(png, "IDAT"u8, Pixels(hash));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    /// <summary>One colour component full, one low, one in between: never so light that the squares are lost.</summary>
    private static byte[] Colour(byte[] hash)
    {
        byte[] colour = [(byte)(40 + (hash[28] % 40)), (byte)(60 + (hash[29] % 100)), (byte)(150 + (hash[30] % 70))];
        var turn = hash[31] % 3;
        return [colour[turn], colour[(turn + 1) % 3], colour[(turn + 2) % 3]];
    }

    private static byte[] Pixels(byte[] hash)
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            var line = new byte[1 + ((Size + 7) / 8)]; // The first byte says that the line isn't filtered.
            for (var y = 0; y < Size; y++)
            {
                line.AsSpan().Clear();
                for (var x = 0; x < Size; x++)
                {
                    if (IsFilled(hash, x - Border, y - Border))
                    {
                        line[1 + (x / 8)] |= (byte)(0x80 >> (x % 8));
                    }
                }

                zlib.Write(line);
            }
        }

        return bytes.ToArray();
    }

    private static bool IsFilled(byte[] hash, int x, int y)
    {
        if (x < 0 || y < 0 || x >= Squares * Square || y >= Squares * Square)
        {
            return false;
        }

        var column = Math.Min(x / Square, Squares - 1 - (x / Square)); // The right side mirrors the left.
        return (hash[(y / Square * 3) + column] & 1) == 1;
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(name);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, name), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return crc;
    }
}
