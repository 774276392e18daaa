using System.Text;

namespace Emulator.Store;

/// <summary>A small text in a file that is kept open, and written over in place.</summary>
internal sealed class NoteFile : IDisposable
{
    private readonly FileStream file;

    public NoteFile(string path)
    {
        Path = path;
        Before = Read(path);
        file = new FileStream(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.ReadWrite | FileShare.Delete,
            bufferSize: 0);
    }

    public string Path { get; }

    /// <summary>What was in it before; null where there was none.</summary>
    public string? Before { get; }

    public static string? Read(string path)
    {
        try
        {
            using var file = new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd();
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string text)
    {
        try
        {
            RandomAccess.Write(file.SafeFileHandle, Encoding.UTF8.GetBytes(text), 0);
            RandomAccess.SetLength(file.SafeFileHandle, Encoding.UTF8.GetByteCount(text));
        }
        catch (IOException)
        {
            // A full disk: the process at work goes on without its note.
        }
    }

    public void Dispose() => file.Dispose();
}
