using System.Text.Json.Serialization;

namespace ConsoleConnect.Emulator.Admin;

/// <summary>Every sandbox.</summary>
/// <param name="Sandboxes">The sandboxes, the default one first.</param>
public sealed record SandboxList(IReadOnlyList<SandboxDescription> Sandboxes);

/// <summary>A sandbox, and the ways into it.</summary>
/// <param name="Name">What it goes by.</param>
/// <param name="Url">What the service's address is to be replaced by, for clients whose address can be set: the
/// hostUrl where this machine resolves it, the pathUrl elsewhere.</param>
/// <param name="PathUrl">The address with the sandbox in its path, which every client finds. A path that begins
/// with a slash replaces it: put it behind, don't resolve it.</param>
/// <param name="HostUrl">The address with the sandbox in its host name, which a path that begins with a slash can't
/// lose; null where the host that was asked has no names under it.</param>
/// <param name="ApiKeys">
/// The keys that lead into it, by username; those of users that are made later have its name and a dot in front of
/// them, too. Empty in a list where nobody has asked for it since the start: it is kept in its folder, unopened.
/// </param>
/// <param name="Now">What time it is in it, UTC; null in a list where nobody has asked for it since the
/// start.</param>
/// <param name="CreatedAt">When it was made, by the machine's clock, UTC; null for the default one.</param>
/// <param name="ExpiresAt">When it goes away, by the machine's clock, UTC; null where it stays.</param>
public sealed record SandboxDescription(
    string Name,
    Uri Url,
    Uri PathUrl,
    Uri? HostUrl,
    IReadOnlyDictionary<string, string> ApiKeys,
    DateTimeOffset? Now,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ExpiresAt)
{
    /// <summary>
    /// What was made of the worlds that it was made with, in their order; left out where it was made with none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WorldMade>? Worlds { get; init; }
}
