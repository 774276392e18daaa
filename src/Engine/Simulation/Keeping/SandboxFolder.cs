using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Emulator.Store;

namespace Emulator.Simulation.Keeping;

/// <summary>A folder that can't serve to keep sandboxes in; the message says why, and what to do.</summary>
internal sealed class FolderRefused(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The folder that sandboxes are kept in across restarts: one folder each, with its database, how it was made
/// (<c>sandbox.json</c>, written last: a sandbox without it was never answered) and its fault rules
/// (<c>faults.json</c>). One process has it at a time.
/// </summary>
internal sealed class SandboxFolder : IDisposable
{
    private const string Mark = ".emulator.lock";
    private const string ProcessNote = ".emulator.process";
    private const string Made = "sandbox.json";
    private const string FaultsFile = "faults.json";

    /// <summary>What the folder of a sandbox begins with that was deleted and isn't gone from the disk yet.</summary>
    private const string Gone = ".deleted-";

    /// <summary>What a new disk has of its own.</summary>
    private const string OfTheDisk = "lost+found";

    private readonly FileStream claim;
    private readonly NoteFile process;
    // Whatever changes the folder holds it: nothing does once the folder was given back.
    private readonly Lock ending = new();
    private bool isOver;

    private SandboxFolder(string path, FileStream claim, NoteFile process) =>
        (Path, this.claim, this.process) = (path, claim, process);

    /// <summary>The folder's path.</summary>
    public string Path { get; }

    /// <summary>The names of the sandboxes in it.</summary>
    public IEnumerable<string> Names => Directory.EnumerateDirectories(Path)
        .Where(folder => File.Exists(System.IO.Path.Combine(folder, Made)))
        .Select(folder => System.IO.Path.GetFileName(folder))
        .Where(name => name[0] != '.');

    /// <summary>Takes the folder for this process; one that isn't there is made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="now">The machine's instant, UTC.</param>
    /// <param name="address">Where this process is reached.</param>
    /// <exception cref="FolderRefused">
    /// It is another process's, has other files in it, or may not be written.
    /// </exception>
    public static SandboxFolder Claim(string folder, DateTimeOffset now, string address)
    {
        var path = System.IO.Path.GetFullPath(folder);
        try
        {
            if (File.Exists(path))
            {
                throw new FolderRefused($"{path} is a file. Name a folder.");
            }

            Directory.CreateDirectory(path);
            if (!File.Exists(System.IO.Path.Combine(path, Mark)) && Foreign(path) is { } other)
            {
                throw new FolderRefused($"{path} has files that aren't the emulator's ({other}). Name an empty folder, "
                    + "or one in which the emulator keeps sandboxes.");
            }

            var claim = Hold(path);
            var process = new NoteFile(System.IO.Path.Combine(path, ProcessNote));
            process.Write(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}, running since "
                + $"{now:yyyy-MM-ddTHH:mm:ssZ}, on {address}"));
            return new SandboxFolder(path, claim, process);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new FolderRefused(
                $"{path} can't be written ({refused.Message.ReplaceLineEndings(" ").TrimEnd('.')}). "
                + $"Give the user {Environment.UserName} write access to it, or name another folder.", refused);
        }
    }

    /// <summary>The database of a sandbox.</summary>
    public string DatabaseOf(string name) => System.IO.Path.Combine(Path, name, "sandbox.db");

    /// <summary>Whether a sandbox is in it.</summary>
    public bool Has(string name) => File.Exists(System.IO.Path.Combine(Path, name, Made));

    /// <summary>Begins a sandbox: whatever a process that was killed in making it has left is deleted.</summary>
    /// <exception cref="ObjectDisposedException">The folder was given back.</exception>
    public void Begin(string name)
    {
        lock (ending)
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            var folder = System.IO.Path.Combine(Path, name);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Says how a sandbox was made: from here on it is there.</summary>
    /// <exception cref="ObjectDisposedException">The folder was given back.</exception>
    public void Write(string name, KeptSandbox made) => Write(name, Made, made, KeptJson.Default.KeptSandbox);

    /// <summary>How a sandbox was made.</summary>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="JsonException">It isn't what was written.</exception>
    public KeptSandbox Read(string name) => Read(name, Made, KeptJson.Default.KeptSandbox)
        ?? throw new FileNotFoundException($"{System.IO.Path.Combine(Path, name, Made)} is missing");

    /// <summary>Keeps a sandbox's fault rules.</summary>
    /// <exception cref="ObjectDisposedException">The folder was given back.</exception>
    public void WriteFaults(string name, IReadOnlyList<KeptFault> rules)
    {
        if (rules.Count > 0)
        {
            Write(name, FaultsFile, rules, KeptJson.Default.IReadOnlyListKeptFault);
            return;
        }

        lock (ending)
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            File.Delete(System.IO.Path.Combine(Path, name, FaultsFile));
        }
    }

    /// <summary>A sandbox's fault rules.</summary>
    /// <exception cref="JsonException">They aren't what was written.</exception>
    public IReadOnlyList<KeptFault> ReadFaults(string name) =>
        Read(name, FaultsFile, KeptJson.Default.IReadOnlyListKeptFault) ?? [];

    /// <summary>
    /// Deletes a sandbox; at once, even where its files take a while. Once the folder was given back this does nothing:
    /// the files may be another process's.
    /// </summary>
    public void Delete(string name)
    {
        string gone;
        lock (ending)
        {
            var folder = System.IO.Path.Combine(Path, name);
            if (isOver || !Directory.Exists(folder))
            {
                return;
            }

            gone = System.IO.Path.Combine(Path, $"{Gone}{name}");
            for (var number = 2; Directory.Exists(gone); number++)
            {
                gone = System.IO.Path.Combine(Path, $"{Gone}{name}-{number}");
            }

            Directory.Move(folder, gone);
        }

        DeleteGone(gone);
    }

    /// <summary>Deletes what a process that was killed in deleting has left.</summary>
    public void Clear()
    {
        foreach (var gone in Directory.GetDirectories(Path, Gone + "*"))
        {
            DeleteGone(gone);
        }
    }

    public void Dispose()
    {
        lock (ending)
        {
            isOver = true;
            process.Dispose();
            claim.Dispose();
        }
    }

    /// <summary>
    /// Deletes what is no sandbox any more. What clears up after a start may be at the same files; what is left is in
    /// nobody's way, and the next start clears it up.
    /// </summary>
    private static void DeleteGone(string gone)
    {
        try
        {
            Directory.Delete(gone, recursive: true);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            // What clears up after the start is at it.
        }
    }

    private static string? Foreign(string path) => Directory.EnumerateFileSystemEntries(path)
        .Select(entry => System.IO.Path.GetFileName(entry))
        .FirstOrDefault(name => name is not (OfTheDisk or ProcessNote));

    private static FileStream Hold(string path)
    {
        var mark = System.IO.Path.Combine(path, Mark);
        try
        {
            return LockFile.Hold(mark);
        }
        catch (IOException taken) when (taken is not (FileNotFoundException or DirectoryNotFoundException)
            && File.Exists(mark))
        {
            var first = NoteFile.Read(System.IO.Path.Combine(path, ProcessNote)) ?? "another process";
            throw new FolderRefused($"{path} is in use by another emulator: {first}. Stop that one, or give this one "
                + "another folder.", taken);
        }
    }

    private T? Read<T>(string name, string file, JsonTypeInfo<T> type)
        where T : class
    {
        var path = System.IO.Path.Combine(Path, name, file);
        if (!File.Exists(path))
        {
            return null;
        }

        using var text = File.OpenRead(path);
        return JsonSerializer.Deserialize(text, type);
    }

    /// <summary>Writes a file whole or not at all.</summary>
    private void Write<T>(string name, string file, T value, JsonTypeInfo<T> type)
    {
        var path = System.IO.Path.Combine(Path, name, file);
        var text = JsonSerializer.SerializeToUtf8Bytes(value, type);
        lock (ending)
        {
            ObjectDisposedException.ThrowIf(isOver, this);
            File.WriteAllBytes(path + ".new", text);
            File.Move(path + ".new", path, overwrite: true);
        }
    }
}
