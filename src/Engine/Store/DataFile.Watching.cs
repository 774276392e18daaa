using Microsoft.Data.Sqlite;

namespace Emulator.Store;

/// <summary>
/// How it is looked after while it is in use: what goes wrong with it is noticed before anything is acknowledged that
/// can't be stored.
/// </summary>
internal sealed partial class DataFile
{
    /// <summary>Below so many free bytes a full disk is taken for full still.</summary>
    private const long LeastRoom = 256 * 1024;

    private FileStream? watched, mended;
    private (DateTime WrittenAt, long Length) known;
    private long indexLength;
    private string? lasting, passing, misplaced;

    /// <summary>Why nothing can be stored; null where all is well.</summary>
    public string? Trouble => lasting ?? misplaced ?? passing;

    /// <summary>Whether the trouble is one that trying again doesn't end.</summary>
    public bool IsLasting => lasting is not null || misplaced is not null;

    /// <summary>
    /// Whether the disk has room for what a request writes: a smaller write may fit where that doesn't.
    /// </summary>
    public bool HasRoom => new DriveInfo(System.IO.Path.GetDirectoryName(Path)!).AvailableFreeSpace > LeastRoom;

    /// <summary>Looks after it from here on: it is open, and as it should be.</summary>
    public void Opened()
    {
        // Held until the end: closing a file takes away the locks that this process has on it.
        watched = new FileStream(
            Path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0);
        Saved();
    }

    /// <summary>Something was stored: remembers how the files stand.</summary>
    public void Saved()
    {
        passing = null;
        database.Refresh();
        log.Refresh();
        index.Refresh();
        known = database.Exists ? (database.LastWriteTimeUtc, database.Length) : known;
        indexLength = index.Exists ? index.Length : 0;
        if (log.Exists && log.Length > logLength)
        {
            Note(log.Length);
        }
    }

    /// <summary>
    /// Looks whether the files are as this process left them; <see cref="Trouble"/> says how. Only within a turn.
    /// </summary>
    /// <param name="rows">The connection.</param>
    /// <returns>Whether somebody else has written to the database, and left it whole.</returns>
    public bool Look(SqliteConnection rows)
    {
        if (watched is null)
        {
            return false;
        }

        index.Refresh();
        if (index.Exists && index.Length < indexLength)
        {
            // SQLite has it mapped: where its end is missing, the next look at it would end the process. Filled with
            // zeros, it is made again from the log.
            mended ??= new FileStream(
                index.FullName,
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.ReadWrite | FileShare.Delete,
                bufferSize: 0);
            mended.SetLength(indexLength);
        }

        log.Refresh();
        if (lasting is null && (log.Exists ? log.Length : 0) < logLength)
        {
            LogIsShorter(rows);
        }

        database.Refresh();
        if (database.Exists && (database.LastWriteTimeUtc, database.Length) == known)
        {
            misplaced = null;
            return false;
        }

        return IsChanged();
    }

    /// <summary>Notes that storing has failed.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="lasts">Whether trying again is of no use.</param>
    public void Failed(string reason, bool lasts)
    {
        if (lasts)
        {
            lasting ??= reason;
        }
        else
        {
            passing = reason;
        }
    }

    private void LogIsShorter(SqliteConnection rows)
    {
        try
        {
            // Where all of it had been taken over into the database, nothing is lost.
            using var command = rows.Command("PRAGMA wal_checkpoint(PASSIVE)");
            using var reader = command.ExecuteReader();
            if (reader.Read() && reader.GetInt64(0) == 0 && reader.GetInt64(1) == reader.GetInt64(2))
            {
                Note(log.Exists ? log.Length : 0);
                return;
            }
        }
        catch (SqliteException)
        {
            // It needs what is missing.
        }

        lasting = $"The log {log.FullName} was cut or taken away while the emulator ran, and acknowledged changes "
            + "were in it. Put it back and start again, or start with --fresh";
    }

    private bool IsChanged()
    {
        if (!database.Exists)
        {
            misplaced = $"The data file {Path} was deleted or moved while the emulator ran. Put it back. The "
                + "emulator's own POST /__admin/snapshots still saves what is in it";
            return false;
        }

        var ours = (File.GetLastWriteTimeUtc(watched!.SafeFileHandle), watched.Length);
        if (ours != (database.LastWriteTimeUtc, database.Length))
        {
            misplaced = $"The data file {Path} was replaced while the emulator ran. Start the emulator again to work "
                + "with the new one. The emulator's own POST /__admin/snapshots still saves what is in the old one";
            return false;
        }

        misplaced = null;
        known = ours;
        try
        {
            // On a connection of its own, which has nothing of it in memory.
            using var fresh = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path,
                    Pooling = false,
                    Mode = SqliteOpenMode.ReadWrite,
                    DefaultTimeout = 1,
                }.ToString());
            fresh.Open();
            if (fresh.Scalar("PRAGMA quick_check(1)") is "ok")
            {
                return true;
            }
        }
        catch (SqliteException)
        {
            // It can't even be read.
        }

        lasting = $"The data file {Path} was damaged by another program while the emulator ran. Stop it and put a "
            + "copy in its place, or start with --fresh";
        return false;
    }
}
