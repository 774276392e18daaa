using System.Runtime.CompilerServices;

namespace Emulator.Errors;

/// <summary>What readers call the documents that the code cites by number: 000, 001, 002.</summary>
internal static class CitedDocuments
{
    /// <summary>Before anything here is used, and can cite.</summary>
#pragma warning disable CA2255 // It is no library for others: nothing of it may run before it can cite.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Name() => Citations.Documents = ["API reference", "layer 2 guide", "Internet On-Demand"];
}
