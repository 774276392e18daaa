namespace Emulator.Tests;

/// <summary>Folders that tests make.</summary>
internal static class Folders
{
    /// <summary>
    /// Deletes a folder with all that is in it. An emulator of this process may still be deleting a sandbox there, in
    /// the background: what is gone before this comes to it is tried again.
    /// </summary>
    public static void DeleteWhole(this DirectoryInfo folder)
    {
        for (var tries = 1; Directory.Exists(folder.FullName); tries++)
        {
            try
            {
                Directory.Delete(folder.FullName, recursive: true);
            }
            catch (IOException) when (tries < 100)
            {
                Thread.Sleep(20);
            }
        }
    }
}
