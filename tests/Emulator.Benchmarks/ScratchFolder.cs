using System.Globalization;

namespace Emulator.Benchmarks;

/// <summary>A folder for databases and seeds that is gone when the run is.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("emulator-benchmarks-").FullName;
    private int databases;

    /// <summary>A path in it.</summary>
    public string this[string name] => Path.Combine(root, name);

    /// <summary>The path of a database file that isn't there yet.</summary>
    public string NewDatabase() => this[string.Create(CultureInfo.InvariantCulture, $"emulator-{databases++}.db")];

    /// <summary>Puts bytes in a file.</summary>
    public string Holding(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(root, recursive: true);
}
