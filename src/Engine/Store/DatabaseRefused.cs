using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store;

/// <summary>A file that can't serve as a sandbox's database; the message says why, and what to do.</summary>
internal sealed class DatabaseRefused(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What helps where a database is there and can't be used.</summary>
    public const string Remedy = "Put a copy in its place, move it away, or start with --fresh to begin again from "
        + "the seed.";

    /// <summary>The process may not do there what it has to.</summary>
    /// <param name="place">The file or folder.</param>
    /// <param name="refused">What the machine says.</param>
    public static DatabaseRefused NoAccess(string place, Exception refused) => new(
        $"{place} can't be written ({refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}). Give the user "
        + $"{Environment.UserName} write access to the folder, name a file elsewhere, or keep nothing: --data "
        + ":memory:.",
        refused);

    /// <summary>SQLite can't open or read it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="broken">What SQLite says.</param>
    public static DatabaseRefused Unreadable(string path, SqliteException broken) => new(
        broken.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path} is held by another program, which has a transaction "
                + "open on it. End that one, or name another file.",
            raw.SQLITE_FULL => $"{path} can't be written: the disk is full. Make room, name a file elsewhere, or "
                + "keep nothing: --data :memory:.",
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_IOERR =>
                $"{path} can't be opened for writing ({Words(broken)}). Look at the room on the disk and at who may "
                + "write the file and its folder, name a file elsewhere, or keep nothing: --data :memory:.",
            raw.SQLITE_NOTADB => $"{path} is no SQLite database, or its first page is damaged. Name another file, or "
                + "delete it to begin again from the seed.",
            _ => $"{path} is damaged ({Words(broken)}). {Remedy}",
        },
        broken);

    /// <summary>What is in it is not what should be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="why">What is wrong.</param>
    public static DatabaseRefused Wrong(string path, Exception why) =>
        new($"{path} has a value in it that can't be read "
            + $"({(why.InnerException ?? why).Message.ReplaceLineEndings(" ").TrimEnd('.')}). {Remedy}", why);

    private static string Words(SqliteException broken) => broken.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
