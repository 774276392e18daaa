using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Emulator.Errors;
using Emulator.Store.Upgrades;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store.Images;

/// <summary>A sandbox's whole database as the bytes of an SQLite file, which never change.</summary>
internal sealed class SandboxImage
{
    /// <summary>The most bytes of one: it is held in memory.</summary>
    public const int MostBytes = 128 * 1024 * 1024;

    private readonly byte[] bytes;

    private SandboxImage(byte[] bytes)
    {
        this.bytes = bytes;

        // A file that is written through a log says so in its header, and SQLite opens none of those in memory: from
        // here on it is an ordinary one.
        bytes[18] = bytes[19] = 1;
    }

    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>The same, to be copied.</summary>
    internal byte[] Array => bytes;

    /// <summary>Where it lies, for as long as somebody holds the image: it is never moved.</summary>
    internal IntPtr Address => Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0);

    /// <summary>
    /// The image of a database as it is now, with what the transaction under way has written. Only within a turn.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotTooLarge"/>.</exception>
    public static SandboxImage Of(SqliteConnection rows)
    {
        var size = SizeOf(rows);
        if (size > MostBytes)
        {
            throw ServiceErrors.SnapshotTooLarge.Because("Snapshots are held in memory. A default sandbox kept in a "
                + "file can be saved by copying its file while the emulator stands still.", size, MostBytes);
        }

        var memory = raw.sqlite3_serialize(rows.Handle, "main", out var length, 0);
        if (memory == IntPtr.Zero)
        {
            throw new InvalidOperationException($"SQLite made no image of {size} bytes.");
        }

        try
        {
            var bytes = GC.AllocateUninitializedArray<byte>((int)length, pinned: true);
            Marshal.Copy(memory, bytes, 0, bytes.Length);
            return new SandboxImage(bytes);
        }
        finally
        {
            raw.sqlite3_free(memory);
        }
    }

    /// <summary>The image in a stream that is packed with gzip; one of our own, so nothing of it is checked.</summary>
    /// <param name="packed">The stream, which can be sought in.</param>
    public static SandboxImage Unpacked(Stream packed)
    {
        packed.Seek(-sizeof(int), SeekOrigin.End); // Where gzip says how long it is unpacked.
        Span<byte> length = stackalloc byte[sizeof(int)];
        packed.ReadExactly(length);
        packed.Position = 0;
        var bytes = GC.AllocateUninitializedArray<byte>(BinaryPrimitives.ReadInt32LittleEndian(length), pinned: true);
        using var unpacking = new GZipStream(packed, CompressionMode.Decompress, leaveOpen: true);
        unpacking.ReadExactly(bytes);
        return new SandboxImage(bytes);
    }

    /// <summary>How long the image of a database would be, bytes.</summary>
    public static long SizeOf(SqliteConnection rows) =>
        (long)rows.Scalar("SELECT \"page_count\" * \"page_size\" FROM pragma_page_count(), pragma_page_size()")!;

    /// <summary>
    /// The image that a file is, once every check has gone well; its own copy of the bytes. One of an earlier version
    /// is brought over.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="model">The tables.</param>
    /// <param name="seed">The seed, for a file of an earlier version.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SnapshotRefused"/>, <see cref="ServiceErrors.SnapshotOutdated"/>.
    /// </exception>
    public static SandboxImage Checked(ReadOnlySpan<byte> file, StoreModel model, Func<SandboxImage> seed)
    {
        var isEarlier = ImageCheck.Header(file, model);
        var bytes = GC.AllocateUninitializedArray<byte>(file.Length, pinned: true);
        file.CopyTo(bytes);
        var image = new SandboxImage(bytes);
        try
        {
            image = isEarlier ? ImageUpgrade.Run(model, image, seed()) : image;
            using var opened = image.Open();
            ImageCheck.Content(opened.Rows, model);
        }
        catch (SqliteException broken)
        {
            throw ServiceErrors.SnapshotRefused.Because("Nothing of it was kept.", "SQLite can not read it: "
                + $"{broken.Message}");
        }

        return image;
    }

    /// <summary>Opens it for reading.</summary>
    public OpenedImage Open() => new(bytes);

    /// <summary>Writes it over a database, whole or not at all.</summary>
    public void CopyInto(SandboxDatabase database) => database.Become(this);
}

/// <summary>An image that is read, in place: as many can read one at a time as want to.</summary>
internal sealed class OpenedImage : IDisposable
{
    private const int ReadOnly = 4; // SQLITE_DESERIALIZE_READONLY

    private readonly GCHandle pinned;

    public OpenedImage(byte[] bytes)
    {
        pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        Rows = new SqliteConnection("Data Source=:memory:;Pooling=False");
        try
        {
            Rows.Open();
            SqliteException.ThrowExceptionForRC(
                raw.sqlite3_deserialize(
                    Rows.Handle,
                    "main",
                    pinned.AddrOfPinnedObject(),
                    bytes.Length,
                    bytes.Length,
                    ReadOnly),
                Rows.Handle);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its tables.</summary>
    public SqliteConnection Rows { get; }

    public void Dispose()
    {
        Rows.Dispose();
        pinned.Free();
    }
}
