using System.Reflection;

namespace ConsoleConnect.Emulator.Testing;

/// <summary>A test project that brings other versions of what the emulator needs: EF Core, most often.</summary>
internal static class OtherVersions
{
    /// <summary>What to do about it; null where a start failed for another reason.</summary>
    public static string? Words(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is FileNotFoundException or FileLoadException && NameOf(cause) is { Version: { } needed } wanted)
            {
                return Words(wanted.Name!, needed, Found(wanted.Name!));
            }

            if (cause is MissingMemberException or TypeLoadException)
            {
                return $"{cause.Message} This test project brings another version of a package that the emulator "
                    + "needs: take the version that ConsoleConnect.Emulator.Testing asks for, or run the emulator as "
                    + "a container and use ConnectAsync.";
            }
        }

        return null;
    }

    private static string Words(string name, Version needed, Version? found) =>
        $"it needs {name} {needed.ToString(3)} or newer, and this test project brings "
        + $"{(found is null ? "none" : found.ToString(3))}. Take at least {needed.ToString(3)} of the package there, "
        + "or run the emulator as a container and use ConnectAsync.";

    private static AssemblyName? NameOf(Exception cause)
    {
        var name = (cause as FileNotFoundException)?.FileName ?? (cause as FileLoadException)?.FileName;
        return name is { Length: > 0 } ? Parsed(name) : null;
    }

    private static AssemblyName? Parsed(string name)
    {
        try
        {
            return new AssemblyName(name);
        }
        catch (Exception other) when (other is FileLoadException or ArgumentException)
        {
            return null; // A file of the emulator's own, such as a seed.
        }
    }

    private static Version? Found(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name)).GetName().Version;
        }
        catch (Exception other) when (other is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
