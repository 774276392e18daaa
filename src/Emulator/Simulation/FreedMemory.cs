using System.Runtime.InteropServices;

namespace Emulator.Simulation;

/// <summary>Memory that nothing uses any more, given back to the system: .NET's, and what SQLite had.</summary>
internal static class FreedMemory
{
    private const string Trim = "malloc_trim"; // glibc has it; elsewhere freed pieces go back without being asked.

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Trimming(nuint kept);

    /// <summary>Takes some 100 ms; requests wait meanwhile.</summary>
    public static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (OperatingSystem.IsLinux()
            && NativeLibrary.TryGetExport(NativeLibrary.GetMainProgramHandle(), Trim, out var address))
        {
            // The C library keeps pieces of 1,000 closed connections: 100 kB of each.
            _ = Marshal.GetDelegateForFunctionPointer<Trimming>(address)(0);
        }
    }
}
