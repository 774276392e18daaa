using System.Buffers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Emulator.Store.Seeding;

/// <summary>A row of a seed file, with the line it starts at.</summary>
internal readonly record struct SeedRow<T>(T Value, string File, int Line)
{
    /// <summary>What is wrong with it.</summary>
    public SeedBroken Broken(string reason) => new(File, Line, reason);
}

/// <summary>A seed file that can't be loaded: the file, the line, and why.</summary>
internal sealed class SeedBroken(string file, int line, string reason) : Exception($"{file}:{line}: {reason}");

/// <summary>
/// Reads a file of <c>{"$schema": …, "rows": […]}</c> row by row, so that whatever is wrong has a line.
/// </summary>
internal static class SeedFile
{
    /// <summary>The rows of a file.</summary>
    /// <param name="folder">The seed folder.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="type">What a row is.</param>
    /// <param name="inside">What may have the program's own seed inside; null for nothing.</param>
    /// <exception cref="SeedBroken">The file is missing, isn't JSON, or has a row that doesn't fit.</exception>
    public static List<SeedRow<T>> Read<T>(
        string folder, string name, JsonTypeInfo<T> type, Assembly? inside = null)
    {
        var bytes = WithoutMark(
            Find(folder, name, inside)
            ?? throw new SeedBroken(name, 1, $"There is no such file in {Path.GetFullPath(folder)}."));
        var rows = new List<SeedRow<T>>();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
        var start = 0L;
        var (counted, line) = (0L, 1);
        try
        {
            MoveToRows(ref reader, name, bytes);
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                start = reader.TokenStartIndex;
                line += Breaks(bytes, counted, start); // From where it was counted last: a long file is read once, too.
                counted = start;
                rows.Add(new SeedRow<T>(JsonSerializer.Deserialize(ref reader, type)!, name, line));
            }
        }
        catch (JsonException) when (FirstByteThatIsNoText(bytes) is { } odd)
        {
            throw new SeedBroken(name, LineOf(bytes, odd), "What stands here isn't UTF-8. Save the file as UTF-8.");
        }
        catch (JsonException broken)
        {
            // The serializer counts lines from where the row starts; the reader, where the JSON itself is broken, from
            // where the file does.
            var at = broken is { Path: not null, InnerException: not JsonException, LineNumber: { } within }
                ? LineOf(bytes, start) + (int)within
                : (int)(broken.LineNumber ?? 0) + 1;
            throw new SeedBroken(name, Math.Min(at, LineOf(bytes, bytes.Length)), broken.Message);
        }

        return rows;
    }

    /// <summary>
    /// The bytes of a file; those inside the program, where its own seed is meant and it is a single file. Null where
    /// there is none.
    /// </summary>
    public static byte[]? Find(string folder, string name, Assembly? assembly)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        using var inside = folder == Seed.OfTheProgram
            ? assembly?.GetManifestResourceStream("seed-data/" + name)
            : null;
        if (inside is null)
        {
            return null;
        }

        var bytes = new byte[inside.Length];
        inside.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>As UTF-8 without a byte order mark, whose bytes no JSON begins with.</summary>
    private static byte[] WithoutMark(byte[] bytes)
    {
        if (bytes is not [0xEF or 0xFE or 0xFF, ..])
        {
            return bytes;
        }

        using var text = new StreamReader(new MemoryStream(bytes));
        return Encoding.UTF8.GetBytes(text.ReadToEnd());
    }

    /// <summary>Where the first byte stands that is no UTF-8; null where all of it is.</summary>
    private static int? FirstByteThatIsNoText(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return null;
    }

    private static void MoveToRows(ref Utf8JsonReader reader, string name, byte[] bytes)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
            {
                var isRows = reader.ValueTextEquals("rows"u8);
                reader.Read();
                if (isRows && reader.TokenType == JsonTokenType.StartArray)
                {
                    return;
                }

                reader.Skip();
            }
        }

        throw new SeedBroken(name, LineOf(bytes, 0), "There is no array called rows.");
    }

    private static int LineOf(byte[] bytes, long position) => 1 + Breaks(bytes, 0, position);

    private static int Breaks(byte[] bytes, long from, long to) =>
        bytes.AsSpan((int)from, (int)(to - from)).Count((byte)'\n');
}
