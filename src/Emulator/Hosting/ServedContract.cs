using Emulator.Wire.Contract;

namespace Emulator.Hosting;

/// <summary>The contract that comes with the program.</summary>
internal static class ServedContract
{
    private static readonly Lazy<ServiceContract> Own = new(() =>
    {
        using var document = typeof(ServedContract).Assembly.GetManifestResourceStream("openapi.json")!;
        return ServiceContract.Read(document);
    });

    /// <summary>
    /// The document as it is served, which a test holds it equal to. Making it on the spot would take a hundred times
    /// as long; it is read once, however many emulators a process runs.
    /// </summary>
    public static ServiceContract OfTheProgram() => Own.Value;
}
