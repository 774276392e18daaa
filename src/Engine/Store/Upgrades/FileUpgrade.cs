using Emulator.Store.Images;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Emulator.Store.Upgrades;

/// <summary>
/// Brings a data file of an earlier version over. The new one is made beside it and takes its place in one step, so
/// that no end of the process leaves half of it; the file as it was is kept.
/// </summary>
internal static class FileUpgrade
{
    /// <summary>Brings it over.</summary>
    /// <param name="model">This version's tables.</param>
    /// <param name="path">The file, which nobody has open.</param>
    /// <param name="fingerprint">That of its tables.</param>
    /// <param name="seed">The seed, in this version's tables.</param>
    /// <returns>Where the file as it was is kept.</returns>
    /// <exception cref="DatabaseRefused">It can't be brought over; nothing has changed.</exception>
    public static string Run(StoreModel model, string path, long fingerprint, SandboxImage seed)
    {
        var fresh = path + ".upgrade";
        try
        {
            File.Delete(fresh);
            Make(model, path, fresh, seed);
            var kept = NameToKeep(path, fingerprint);
            File.Replace(fresh, path, kept);
            return kept;
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is raw.SQLITE_CONSTRAINT or raw.SQLITE_ERROR)
        {
            throw Refused(path, broken.Message.ReplaceLineEndings(" ").TrimEnd('.'), broken);
        }
        catch (SqliteException full) when (full.SqliteErrorCode is raw.SQLITE_FULL or raw.SQLITE_IOERR)
        {
            throw Refused(path, "there is no room for its copy beside it", full);
        }
        catch (InvalidOperationException wrong)
        {
            throw Refused(path, wrong.Message, wrong);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw DatabaseRefused.NoAccess(path, refused);
        }
        finally
        {
            Forget(fresh);
        }
    }

    private static DatabaseRefused Refused(string path, string why, Exception? cause) => new(
        $"{path} was made by an earlier version of the emulator and can't be brought over: {why}. Nothing was changed. "
        + "Make room, move it away, or start with --fresh to begin again from the seed.", cause);

    private static void Make(StoreModel model, string path, string fresh, SandboxImage seed)
    {
        using var rows = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = fresh, Pooling = false, ForeignKeys = false }.ToString());
        rows.Open();

        // Until it takes the other's place, nobody misses it; then it must be on the disk.
        SandboxDatabase.CreateTables(rows, model, "PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL;");
        using (var attach = rows.CreateCommand())
        {
            attach.CommandText = "ATTACH @path AS \"earlier\"";
            attach.Parameters.AddWithValue("@path", path);
            attach.ExecuteNonQuery();
        }

        if (new Upgrade(model, rows).Run(seed) is { } wrong)
        {
            throw Refused(path, wrong, cause: null);
        }
    }

    /// <summary>A name beside it that nobody has.</summary>
    private static string NameToKeep(string path, long fingerprint)
    {
        var name = $"{path}.before-upgrade-{fingerprint:x8}";
        for (var number = 2; ; number++)
        {
            if (!File.Exists(name))
            {
                return name;
            }

            name = $"{path}.before-upgrade-{fingerprint:x8}-{number}";
        }
    }

    private static void Forget(string fresh)
    {
        try
        {
            File.Delete(fresh);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // The next one to begin deletes it.
        }
    }
}
