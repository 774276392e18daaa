using Emulator.Simulation;

namespace Emulator.Hosting;

/// <summary>
/// Whether programs on this machine find names such as <c>ci-1.localhost</c>. Browsers and curl always do; others ask
/// the system, whose files tell. They are read once, when the first sandbox's address is given out: asking the system
/// itself could send the question to a name server.
/// </summary>
internal sealed class LocalNames
{
    /// <summary>Where systemd-resolved listens: it answers every name under <c>localhost</c>.</summary>
    private static readonly string[] Resolved = ["127.0.0.53", "127.0.0.54"];

    private readonly Lazy<bool> all;
    private readonly Lazy<HashSet<string>> listed;

    /// <param name="folder">The folder of the system's files.</param>
    public LocalNames(string folder)
    {
        all = new(() => Words(folder, "nsswitch.conf", "hosts:").Contains("myhostname")
            || Words(folder, "resolv.conf", "nameserver").Intersect(Resolved).Any());
        listed = new(() => new(Lines(folder, "hosts").SelectMany(words => words.Skip(1)),
            StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>This machine's.</summary>
    public static LocalNames OfThisMachine => new(OperatingSystem.IsWindows()
        ? Path.Combine(Environment.SystemDirectory, "drivers", "etc") : "/etc");

    /// <summary>Whether a name is found.</summary>
    public bool Resolve(string host) =>
        listed.Value.Contains(host) || (host.EndsWith("." + SandboxAddresses.Localhost,
            StringComparison.OrdinalIgnoreCase) && all.Value);

    private static IEnumerable<string> Words(string folder, string file, string key) => Lines(folder, file)
        .Where(words => words[0] == key).SelectMany(words => words.Skip(1));

    private static IEnumerable<string[]> Lines(string folder, string file)
    {
        try
        {
            return [.. File.ReadLines(Path.Combine(folder, file))
                .Select(line => line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Where(words => words.Length > 0)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
