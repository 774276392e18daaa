namespace Emulator.Domain.Clouds;

/// <summary>
/// A key that a cloud has given its customer for one connection, and the connection that it was used for. It is used
/// once, whatever becomes of the connection; assumed.
/// </summary>
internal sealed class CloudKey
{
    /// <summary>In lower case, as <see cref="ServiceKey"/> and <see cref="PairingKey"/> have it.</summary>
    public required string Key { get; init; }

    public required string ConnectionId { get; init; }

    public required DateTimeOffset UsedAt { get; init; }
}
