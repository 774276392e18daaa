namespace Emulator.Store;

/// <summary>A file that one process at a time holds open, by which it claims what lies beside it.</summary>
internal static class LockFile
{
    /// <summary>How often one that is held is tried again, and how long to wait in between.</summary>
    private const int Tries = 50;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Opens it for this process alone. One that is held is tried again for a second: a program that is being started
    /// shares the locks of the process that starts it for a moment, and a process that stops lets go at its very end.
    /// </summary>
    /// <param name="path">The file; it is made where there is none.</param>
    /// <exception cref="IOException">Another process holds it, or it can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not open it.</exception>
    public static FileStream Hold(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(
                    path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (attempt < Tries && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
