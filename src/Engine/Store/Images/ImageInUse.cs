using System.Data;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store.Images;

/// <summary>
/// An image that a database in memory is made of: many share the same bytes, for as long as they only read. The first
/// write has a copy made of it. Until somebody wants to read, there isn't even a connection: most of what a sandbox
/// would take is SQLite's knowledge of the schema.
/// </summary>
/// <param name="rows">The database's connection.</param>
internal sealed class ImageInUse(SqliteConnection rows)
{
    private const int FreeOnClose = 1; // SQLITE_DESERIALIZE_FREEONCLOSE
    private const int Resizeable = 2; // SQLITE_DESERIALIZE_RESIZEABLE
    private const int ReadOnly = 4; // SQLITE_DESERIALIZE_READONLY

    /// <summary>How much of a copy is free for what is written, bytes: past it SQLite doubles it.</summary>
    private const int Room = 128 * 1024;

    /// <summary>
    /// What Linux is asked for at least, bytes. More than 32 MB is given back to the system as soon as it is freed, and
    /// what isn't written to takes no memory; of smaller pieces the C library keeps what it once had.
    /// </summary>
    private const int LeastOnLinux = 33 * 1024 * 1024;

    /// <summary>
    /// SQLite reads shared bytes where they are, and keeps hardly a copy of a page of others: they are in memory
    /// anyway.
    /// </summary>
    private const string Caching = "PRAGMA cache_size=-64; PRAGMA mmap_size=134217728";

    private SandboxImage? shared;
    private bool isOpen;
    private List<Action> first = [];

    /// <summary>Whether the bytes are others', too.</summary>
    public bool IsShared => shared is not null;

    /// <summary>Begins with an image, whatever there was before.</summary>
    public void Share(SandboxImage image)
    {
        rows.Close();
        (shared, isOpen) = (image, false);
        first = [];
    }

    /// <summary>Notes what is to be written before anything else is, if anything ever is.</summary>
    public void BeforeWriting(Action write) => first.Add(write);

    /// <summary>Must be called before the connection is used.</summary>
    public void Open()
    {
        if (shared is { } image && !isOpen)
        {
            OpenConnection();
            Put(image.Address, image.Bytes.Length, image.Bytes.Length, ReadOnly);
            isOpen = true;
        }
    }

    /// <summary>Must be called before anything is written, outside of a transaction.</summary>
    public void Own()
    {
        if (shared is not { } image)
        {
            return;
        }

        // A new connection: SQLite keeps table-valued functions that were used, such as json_each, with the schema of
        // the database that was there, and would read it after it is gone.
        rows.Close();
        OpenConnection();
        var size = image.Bytes.Length + (long)Room;
        size = OperatingSystem.IsLinux() ? Math.Max(size, LeastOnLinux) : size;
        var copy = raw.sqlite3_malloc64(size);
        if (copy == IntPtr.Zero)
        {
            size = image.Bytes.Length;
            copy = raw.sqlite3_malloc64(size);
        }

        Marshal.Copy(image.Array, 0, copy, image.Array.Length);
        Put(copy, image.Array.Length, size, FreeOnClose | Resizeable);
        shared = null;
        foreach (var write in first)
        {
            write();
        }

        first = [];
    }

    private void OpenConnection()
    {
        if (rows.State != ConnectionState.Open)
        {
            // 120 kB that are set aside for each connection make it hardly faster.
            rows.Open();
            _ = raw.sqlite3_db_config(rows.Handle, raw.SQLITE_DBCONFIG_LOOKASIDE, IntPtr.Zero, 256, 64);
        }
    }

    private void Put(IntPtr bytes, long length, long size, int flags)
    {
        var done = raw.sqlite3_deserialize(rows.Handle, "main", bytes, length, size, flags);
        SqliteException.ThrowExceptionForRC(done, rows.Handle);
        using var command = rows.Command(Caching);
        command.ExecuteNonQuery();
    }
}
