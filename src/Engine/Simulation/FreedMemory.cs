using System.Runtime.InteropServices;

namespace Emulator.Simulation;

/// <summary>Memory that nothing uses any more, given back to the system: .NET's, and what SQLite had.</summary>
internal static class FreedMemory
{
    /// <summary>Gives it back; requests wait meanwhile.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux())
        {
            try
            {
                // glibc keeps pieces of closed connections, some 200 kB of each, until it is asked for them.
                _ = Trim(0);
            }
            catch (EntryPointNotFoundException)
            {
                // Another C library gives freed pieces back without being asked.
            }
        }
    }

    [DllImport("libc", EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Trim(nuint kept);
}
