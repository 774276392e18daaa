using System.Text.Json.Serialization;

namespace ConsoleConnect.Emulator.Admin;

/// <summary>Every sandbox.</summary>
/// <param name="Sandboxes">The sandboxes, the default one first.</param>
public sealed record SandboxList(IReadOnlyList<SandboxDescription> Sandboxes);

/// <summary>A sandbox, and the ways into it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Url">
/// What replaces the service's address, for clients whose address can be set: the hostUrl where this machine resolves
/// it, the pathUrl elsewhere.
/// </param>
/// <param name="PathUrl">
/// The address with the sandbox in its path, reachable from every client. Append a path that begins with a slash, don't
/// resolve it: resolving drops the sandbox.
/// </param>
/// <param name="HostUrl">
/// The address with the sandbox in its host name, which resolving a path can't drop; null where the host that was
/// called has no names under it.
/// </param>
/// <param name="ApiKeys">
/// The keys that lead into it, by username; those of users that are made later have its name and a dot in front of
/// them, too. Empty in a list where it hasn't been used since the start: it is kept in its folder, unopened.
/// </param>
/// <param name="Now">What time it is in it, UTC; null in a list where it hasn't been used since the start.</param>
/// <param name="CreatedAt">When it was made, by the machine's clock, UTC; null for the default one.</param>
/// <param name="ExpiresAt">When it is deleted, by the machine's clock, UTC; null where it stays.</param>
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
