using Emulator.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store;

/// <summary>What happens where the database can't store.</summary>
internal sealed partial class SandboxDatabase
{
    /// <summary>
    /// Refuses to begin what can't be stored. Another program that holds the database is noticed at once, not after a
    /// time in which nobody else gets a turn.
    /// </summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NothingStored"/>.</exception>
    /// <exception cref="SqliteException">Another program holds it, or it can't be written.</exception>
    public void RefuseUnstored()
    {
        if (File is null || raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            return;
        }

        if (File is { IsLasting: true, Trouble: { } trouble })
        {
            throw NothingStored(trouble);
        }

        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE"), connection.Handle);
        _ = raw.sqlite3_exec(connection.Handle, "ROLLBACK");
    }

    /// <summary>
    /// What a client is told where the database fails, which is noted; null for a failure that isn't the database's.
    /// </summary>
    public Refusal? Unstored(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException broken)
            {
                return Unstored(broken);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether it can be stored again after a failure that may have passed: asks the database itself.
    /// </summary>
    public void TryAgain()
    {
        if (File is not { Trouble: not null, IsLasting: false, HasRoom: true })
        {
            return;
        }

        try
        {
            Run(connection, "BEGIN IMMEDIATE; UPDATE \"Sandbox\" SET \"IdsGiven\" = \"IdsGiven\"; COMMIT;");
            File.Saved();
        }
        catch (SqliteException failure)
        {
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
            {
                _ = raw.sqlite3_exec(connection.Handle, "ROLLBACK");
            }

            _ = Unstored(failure);
        }
    }

    private Refusal? Unstored(SqliteException broken)
    {
        var place = File?.Path ?? "the database in memory";
        var words = broken.Message.ReplaceLineEndings(" ").TrimEnd('.');
        switch (broken.SqliteErrorCode)
        {
            case raw.SQLITE_BUSY or raw.SQLITE_LOCKED:
                return ServiceErrors.DataHeld.Because($"A program with a transaction open on {place} keeps everybody "
                    + "else from writing. Nothing was changed; ask again when it has ended.");
            case raw.SQLITE_FULL:
                return Failed($"The disk that {place} is on is full", lasts: false);
            case raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN:
                return Failed($"{place} can't be written ({words})", lasts: false);
            case raw.SQLITE_IOERR or raw.SQLITE_NOMEM:
                return Failed($"{place} can't be read or written ({words})", lasts: false);
            case raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB:
                return Failed($"{place} is damaged ({words}). Stop the emulator and put a copy in its place, or "
                    + "start it with --fresh", lasts: true);
            default:
                return null;
        }
    }

    private Refusal Failed(string reason, bool lasts)
    {
        File?.Failed(reason, lasts);
        return NothingStored(reason);
    }

    private static Refusal NothingStored(string reason) => ServiceErrors.NothingStored.Because(
        "Nothing was changed by this request, and what was acknowledged before is there as far as the file has it. "
        + $"{reason}. GET /readyz says when it is over.", reason);
}
