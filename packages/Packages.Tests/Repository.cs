namespace Packages.Tests;

/// <summary>The folder that all of the project is in.</summary>
internal static class Repository
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Emulator.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above has Emulator.sln.");
        }

        return folder.FullName;
    }
}
