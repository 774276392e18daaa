using System.Globalization;

namespace Emulator.Store;

/// <summary>
/// The files of a database that is kept on disk: held by one process at a time, and looked after while it runs. Beside
/// the database stand SQLite's log (<c>-wal</c>) and its index (<c>-shm</c>), <c>.lock</c>, which the process at work
/// holds open, and <c>.process</c>, which says which process that is and how long the log has been.
/// </summary>
internal sealed partial class DataFile : IDisposable
{
    private readonly FileStream claim;
    private readonly NoteFile process;
    private readonly FileInfo database, log, index;
    private long logLength;
    private bool isWhole;
    private string about;

    private DataFile(string path, FileStream claim, NoteFile process, string about)
    {
        (Path, this.claim, this.process, this.about) = (path, claim, process, about);
        (database, log, index) = (new FileInfo(path), new FileInfo(path + "-wal"), new FileInfo(path + "-shm"));
        database.Refresh();
        var left = database.Exists ? LogLengthIn(process.Before) : null;
        WasThere = database is { Exists: true, Length: > 0 };
        LogLengthLeft = left ?? 0;
    }

    /// <summary>The database's path, with links followed.</summary>
    public string Path { get; }

    /// <summary>Whether there was a database before this process began.</summary>
    public bool WasThere { get; }

    /// <summary>How long the log had become in the process before, bytes; 0 where it was closed.</summary>
    public long LogLengthLeft { get; private set; }

    /// <summary>Where the file of an earlier version is kept, that this one was made of; null where none was.</summary>
    public string? KeptAs { get; set; }

    /// <summary>Takes the files for this process, before anything in them is touched.</summary>
    /// <param name="path">The database.</param>
    /// <param name="now">The machine's instant, UTC.</param>
    /// <param name="address">Where this process is reached.</param>
    /// <exception cref="DatabaseRefused">Another process has them, or this one may not write there.</exception>
    public static DataFile Claim(string path, DateTimeOffset now, string address)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            full = File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
            if (Directory.Exists(full))
            {
                throw new DatabaseRefused($"{full} is a folder. Name a file in it, for instance "
                    + $"{System.IO.Path.Combine(full, "emulator.db")}.");
            }

            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw DatabaseRefused.NoAccess(System.IO.Path.GetDirectoryName(full)!, refused);
        }

        var claim = Hold(full);
        try
        {
            var process = new NoteFile(full + ".process");
            var about = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, running since "
                + $"{now:yyyy-MM-ddTHH:mm:ssZ}, on {address}");
            var file = new DataFile(full, claim, process, about);
            file.Note(file.LogLengthLeft); // Until it is opened, what the process before has left still counts.
            return file;
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            claim.Dispose();
            throw DatabaseRefused.NoAccess(full + ".process", refused);
        }
    }

    /// <summary>
    /// Whether an emulator had it before: one that was killed soon has all of it in the log, and nothing in the file
    /// says whose it is.
    /// </summary>
    private bool WasInUse => process.Before is { Length: > 0 } && log.Exists;

    /// <summary>Deletes the database, for a start from the seed. A file that isn't one of ours is left alone.</summary>
    /// <exception cref="DatabaseRefused">It isn't one of ours, or may not be deleted.</exception>
    public void Delete()
    {
        try
        {
            if (File.Exists(Path) && !IsOurs() && !WasInUse)
            {
                throw new DatabaseRefused($"{Path} is not a database of the emulator's, so --fresh doesn't delete "
                    + "it. Delete it yourself, or name another file.");
            }

            foreach (var file in new[] { Path + "-wal", Path + "-shm", Path })
            {
                if (Directory.Exists(file))
                {
                    throw new DatabaseRefused($"{file} is a folder where SQLite keeps a file. Move it away.");
                }

                File.Delete(file);
            }

            LogLengthLeft = 0;
            Note(0);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new DatabaseRefused($"{Path} can't be deleted for --fresh ({OneLine(refused)}). Give {Whom} write "
                + "access to its folder, or name another file.", refused);
        }
    }

    /// <summary>Refuses what SQLite would go on with as if nothing were missing.</summary>
    /// <exception cref="DatabaseRefused">The log is a folder, or shorter than it was left.</exception>
    public void RefuseLosses()
    {
        foreach (var file in new[] { log, index })
        {
            if (Directory.Exists(file.FullName))
            {
                throw new DatabaseRefused($"{file.FullName} is a folder where SQLite keeps a file. Move it away.");
            }
        }

        log.Refresh();
        if (LogLengthLeft > (log.Exists ? log.Length : 0))
        {
            throw new DatabaseRefused(
                $"{log.FullName} is {(log.Exists ? "shorter than the process before left it" : "missing")}, and "
                + "changes that were acknowledged were in it. Put it back; to go on with what is left, delete "
                + $"{Path}.process; "
                + "to begin again from the seed, start with --fresh.");
        }

        isWhole = true;
    }

    /// <summary>All that is in the log is about to be taken over into the database.</summary>
    public void LogIsTakenOver()
    {
        LogLengthLeft = 0;
        Note(0);
    }

    /// <summary>Where this process is reached, once that is known.</summary>
    public void ListensOn(string address)
    {
        about = about[..(about.LastIndexOf(", on ", StringComparison.Ordinal) + 5)] + address;
        Note(logLength);
    }

    /// <summary>Gives the files back, once the database is closed.</summary>
    public void Dispose()
    {
        watched?.Dispose();
        mended?.Dispose();
        log.Refresh();
        process.Dispose();
        try
        {
            if (isWhole && !log.Exists && lasting is null)
            {
                File.Delete(process.Path); // SQLite has taken everything over from the log.
            }
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            // The next one to start finds it, and nothing missing.
        }

        claim.Dispose();
    }

    private static string Whom =>
        OperatingSystem.IsWindows() ? $"the user {Environment.UserName}" : $"this user ({Environment.UserName})";

    private static string OneLine(Exception failure) => failure.Message.ReplaceLineEndings(" ").TrimEnd('.');

    private static FileStream Hold(string path)
    {
        try
        {
            return LockFile.Hold(path + ".lock");
        }
        catch (IOException taken) when (File.Exists(path + ".lock"))
        {
            var first = NoteFile.Read(path + ".process")?.Split('\n')[0] ?? "another process";
            throw new DatabaseRefused($"{path} is in use by another emulator: {first}. Stop that one, or give this "
                + "one another file with --data.", taken);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw DatabaseRefused.NoAccess(System.IO.Path.GetDirectoryName(path)!, refused);
        }
    }

    private static long? LogLengthIn(string? text) =>
        text?.Split('\n') is [_, var line, ..]
        && line.StartsWith("log ", StringComparison.Ordinal)
        && long.TryParse(line.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? length
            : null;

    private void Note(long length)
    {
        logLength = length;
        process.Write($"{about}\nlog {length.ToString(CultureInfo.InvariantCulture)}\n");
    }

    /// <summary>Whether it is an empty file, or has the mark of our databases in its header.</summary>
    private bool IsOurs()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[100];
        var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        return read == 0
            || (
                read == header.Length
                && System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(header[68..])
                    == SandboxDatabase.ApplicationId);
    }
}
