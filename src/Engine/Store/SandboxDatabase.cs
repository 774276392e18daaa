using Emulator.Store.Images;
using Emulator.Store.Upgrades;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Emulator.Store;

/// <summary>
/// One sandbox's SQLite database: a file, or memory. It has one connection, used by one piece of work at a time (see
/// Sandbox), so that reads see whole changes, writers never collide, and memory and file behave alike.
/// </summary>
internal sealed partial class SandboxDatabase : IDisposable
{
    /// <summary>Marks a file as the emulator's own, in SQLite's <c>application_id</c>: "CCEm".</summary>
    public const int ApplicationId = 0x4343456D;

    private readonly StoreModel model;
    private readonly SandboxConnection connection;
    private readonly ImageInUse? image;
    private readonly Lazy<PooledDbContextFactory<EmulatorDb>> contexts;

    private SandboxDatabase(
        StoreModel model,
        SandboxConnection connection,
        ImageInUse? image = null,
        DataFile? file = null)
    {
        this.model = model;
        this.connection = connection;
        this.image = image;
        File = file;
        contexts = new Lazy<PooledDbContextFactory<EmulatorDb>>(() =>
            new PooledDbContextFactory<EmulatorDb>(model.Options(connection), poolSize: 4));
    }

    /// <summary>A database in memory, empty until it is copied into.</summary>
    public static SandboxDatabase InMemory(StoreModel model)
    {
        var connection = new SandboxConnection("Data Source=:memory:");
        connection.Open();
        return new SandboxDatabase(model, connection, new ImageInUse(connection));
    }

    /// <summary>A database in memory that begins with an image, which it shares until it is written to.</summary>
    public static SandboxDatabase InMemory(StoreModel model, SandboxImage image)
    {
        var connection = new SandboxConnection("Data Source=:memory:");
        var database = new SandboxDatabase(model, connection, new ImageInUse(connection));
        database.Become(image);
        return database;
    }

    /// <summary>
    /// A database that SQLite keeps in memory as far as its cache goes and in a file of its own beyond, which is gone
    /// when it is closed: for a template too large to be kept in memory beside the sandbox that is copied from it.
    /// </summary>
    public static SandboxDatabase InTemporaryFile(StoreModel model)
    {
        var connection = new SandboxConnection("Data Source=");
        connection.Open();

        // Nobody misses it after a crash; seed files are checked before, generated rows by tests, and checking each
        // takes time. The cache is 64 MB.
        Run(connection, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA "
            + "cache_size=-65536;");
        return new SandboxDatabase(model, connection);
    }

    /// <summary>A database in a file that is made where there is none.</summary>
    /// <param name="model">The tables.</param>
    /// <param name="file">The file; the database's own from now on.</param>
    /// <param name="seed">
    /// The seed, for a file of an earlier version, which is brought over; null where such a file is refused.
    /// </param>
    /// <param name="isOneOfMany">Whether there may be thousands: each keeps little of its file in memory.</param>
    /// <exception cref="DatabaseRefused">
    /// The file is none of ours, of a version that this one doesn't know, damaged, or can't be opened.
    /// </exception>
    public static SandboxDatabase InFile(
        StoreModel model, DataFile file, Func<SandboxImage>? seed = null, bool isOneOfMany = false)
    {
        var path = file.Path;
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 };
        var connection = new SandboxConnection(settings.ToString());
        try
        {
            file.RefuseLosses();
            OpenWithLog(connection, isOneOfMany);
            var database = new SandboxDatabase(model, connection, file: file);
            if (seed is not null && database.EarlierFingerprint() is { } fingerprint)
            {
                database.BringOver(file, fingerprint, seed());
                OpenWithLog(connection, isOneOfMany);
            }

            database.RefuseStrangers(path);
            return database;
        }
        catch (SqliteException broken)
        {
            connection.Dispose();
            throw DatabaseRefused.Unreadable(path, broken);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The file it is kept in; null where it is in memory.</summary>
    public DataFile? File { get; }

    /// <summary>
    /// The connection, for what goes past EF Core (see <see cref="Store.Rows"/>). Only within a turn.
    /// </summary>
    public SqliteConnection Rows
    {
        get
        {
            image?.Open();
            return connection;
        }
    }

    /// <summary>Where what is read is noted; null where nobody wants to know. Only within a turn.</summary>
    public ReadSet? Reads
    {
        get => connection.Reads;
        set => connection.Reads = value;
    }

    /// <summary>Whether nothing is in it yet.</summary>
    public bool IsEmpty => Number("SELECT count(*) FROM sqlite_master") == 0;

    /// <summary>The tables, for one piece of work. Dispose it to give it back.</summary>
    /// <param name="directory">Who is who, for posting letters.</param>
    /// <param name="cause">The request at work, method and path; null for the service's own work.</param>
    public EmulatorDb Open(IDirectory? directory = null, string? cause = null)
    {
        image?.Open();
        var db = contexts.Value.CreateDbContext();
        (db.Connection, db.Directory, db.Cause) = (connection, directory, cause);
        db.Home = this;
        _ = db.TakeWritten(); // Contexts are lent out again and again.
        return db;
    }

    /// <summary>
    /// Bytes of a page: the least that holds a row of ours as a rule. Each index has a page at least, and each sandbox
    /// that is written to has its own copy of all pages.
    /// </summary>
    public const int PageSize = 1024;

    /// <summary>
    /// Makes the tables and stamps the file with their fingerprint. The script is written from the model, and held
    /// against it, by a test: making the model takes too long here.
    /// </summary>
    public void CreateTables() => CreateTables(connection, model);

    /// <inheritdoc cref="CreateTables()"/>
    /// <param name="rows">An empty database.</param>
    /// <param name="model">The tables.</param>
    /// <param name="first">What is said before the first page is written.</param>
    public static void CreateTables(SqliteConnection rows, StoreModel model, string first = "") =>
        Run(rows, $"PRAGMA page_size={PageSize}; {first} BEGIN; {model.Schema} PRAGMA application_id={ApplicationId}; "
            + $"PRAGMA user_version={model.Fingerprint}; COMMIT;");

    /// <summary>Becomes a copy of another database, whatever was in it before.</summary>
    public void BecomeCopyOf(SandboxDatabase other)
    {
        image?.Own();
        other.connection.BackupDatabase(connection);
    }

    /// <summary>Becomes what an image says, whole or not at all, whatever was in it before.</summary>
    public void Become(SandboxImage other)
    {
        if (image is not null)
        {
            image.Share(other);
            return;
        }

        using var opened = other.Open();
        opened.Rows.BackupDatabase(connection);
    }

    /// <summary>Its image at an instant, as a saved state. Only within a turn.</summary>
    /// <exception cref="Errors.Refusal"><see cref="Errors.EmulatorErrors.SnapshotTooLarge"/>.</exception>
    public SandboxImage ImageAt(DateTimeOffset now)
    {
        Own();
        return image is null ? Rows.ImageAt(now) : Rows.ImageInMemoryAt(now);
    }

    /// <summary>
    /// Must be called before anything is written past EF Core, outside of a transaction: bytes that are shared are
    /// copied.
    /// </summary>
    public void Own() => image?.Own();

    /// <summary>Writes something before anything else is written; now, unless the bytes are shared as yet.</summary>
    public void WriteFirst(Action<SqliteConnection> write)
    {
        if (image is { IsShared: true })
        {
            image.BeforeWriting(() => write(connection));
        }
        else
        {
            write(connection);
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        File?.Dispose();
    }

    private static void OpenWithLog(SandboxConnection connection, bool isOneOfMany)
    {
        connection.Open();
        if (isOneOfMany)
        {
            _ = SQLitePCL.raw.sqlite3_db_config(
                connection.Handle, SQLitePCL.raw.SQLITE_DBCONFIG_LOOKASIDE, IntPtr.Zero, 256, 64);
            Run(connection, "PRAGMA cache_size=-256");
        }

        // Nobody waits within a turn for another program: see RefuseUnstored.
        _ = SQLitePCL.raw.sqlite3_busy_timeout(connection.Handle, 0);

        // A killed process loses nothing it acknowledged: the log is written before the answer goes out. Only a
        // power cut could lose the last moments.
        Run(connection, $"PRAGMA page_size={PageSize}; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>The fingerprint of an earlier version's tables; null where they are none of a known one.</summary>
    private long? EarlierFingerprint() =>
        Number("PRAGMA user_version") is var fingerprint && fingerprint != model.Fingerprint
        && Upgrade.Knows(model, fingerprint) && Number("PRAGMA application_id") == ApplicationId
            ? fingerprint
            : null;

    /// <summary>Brings the file of an earlier version over, once it is known to be whole.</summary>
    private void BringOver(DataFile file, long fingerprint, SandboxImage seed)
    {
        RefuseDamage(file.Path);
        file.LogIsTakenOver();
        using (var taking = connection.CreateCommand())
        {
            taking.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            using var taken = taking.ExecuteReader();
            if (!taken.Read() || taken.GetInt64(0) != 0)
            {
                throw new SqliteException("database is locked", SQLitePCL.raw.SQLITE_BUSY);
            }
        }

        connection.Close();
        file.KeptAs = FileUpgrade.Run(model, file.Path, fingerprint, seed);
    }

    /// <summary>
    /// A file of another schema is refused, and said so, rather than half read. One that is damaged is noticed before a
    /// client does.
    /// </summary>
    private void RefuseStrangers(string path)
    {
        if (IsEmpty)
        {
            return;
        }

        if (Number("PRAGMA application_id") != ApplicationId)
        {
            throw new DatabaseRefused($"{path} is not a database of the emulator's. Name another file.");
        }

        if (Number("PRAGMA user_version") != model.Fingerprint)
        {
            throw new DatabaseRefused($"{path} was made by another version of the emulator, later than this one or "
                + "never published. Start it with that one, move it away, or start with --fresh to begin again from "
                + "the seed.");
        }

        RefuseDamage(path);
        if (MissingFrom() is { } missing)
        {
            throw new DatabaseRefused($"{path} lacks {missing}, or has it otherwise than this version makes it. "
                + $"{DatabaseRefused.Remedy}");
        }
    }

    private void RefuseDamage(string path)
    {
        if (connection.Scalar("PRAGMA quick_check(1)") is not "ok" and var damage)
        {
            throw new DatabaseRefused($"{path} is damaged ({damage}). {DatabaseRefused.Remedy}");
        }
    }

    /// <summary>
    /// What of the schema isn't there as it should be; null where nothing is missing. SQLite keeps the words that a
    /// table was made with.
    /// </summary>
    private string? MissingFrom()
    {
        var there = new HashSet<string>(StringComparer.Ordinal);
        using var command = connection.Command("SELECT \"sql\" FROM sqlite_master WHERE \"sql\" IS NOT NULL");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            there.Add(reader.GetString(0));
        }

        return
            model
                .Schema.Split(';')
                .Select(statement => statement.Trim())
                .FirstOrDefault(statement => statement.Length > 0 && !there.Contains(statement))
                is { } missing
            ? missing.Split('"') is [var kind, var name, ..]
                ? $"the {(kind.Contains("INDEX", StringComparison.Ordinal) ? "index" : "table")} {name}"
                : missing
            : null;
    }
}
