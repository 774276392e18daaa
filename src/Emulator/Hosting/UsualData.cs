namespace Emulator.Hosting;

/// <summary>Where the data is kept unless told otherwise.</summary>
internal static class UsualData
{
    /// <summary>What a folder of this program's is called.</summary>
    private const string Folder = "console-connect-emulator";

    /// <summary>
    /// In a folder of the user's, where the program was installed (as a dotnet tool, from npm, as a single file); else
    /// in the folder it is started in, which is that of its sources.
    /// </summary>
    public static string File { get; } = Of(
        AppContext.TryGetSwitch("Emulator.IsInstalled", out var installed) && installed,
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));

    /// <summary>Where it is kept.</summary>
    /// <param name="installed">Whether the program was installed.</param>
    /// <param name="ofTheUser">The user's folder for such; empty where the user has none.</param>
    public static string Of(bool installed, string ofTheUser) =>
        installed && ofTheUser.Length > 0 ? Path.Combine(ofTheUser, Folder, "emulator.db") : "data/emulator.db";
}
