namespace SocketIo;

/// <summary>
/// The measures of sockets: what the stock server has unless it is told otherwise, and bounds of our own. Tests take
/// shorter times.
/// </summary>
internal sealed record SocketSettings
{
    /// <summary>How long after a sign of life a client is pinged.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>How long its pong may take; without one it is gone.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a client may take from its first web socket frame to the last of the upgrade.</summary>
    public TimeSpan UpgradeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to connect to a namespace.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>How long a client may take to close its side of a web socket once we have closed ours.</summary>
    public TimeSpan ClosingTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest message or body taken, bytes; clients are told.</summary>
    public int MaxPayload { get; init; } = 1_000_000;

    /// <summary>
    /// How much may wait for a client that doesn't take it, characters: some four thousand events. Ours.
    /// </summary>
    public int MaxWaiting { get; init; } = 256 * 1024;

    /// <summary>How many sessions there may be at a time. Ours.</summary>
    public int MaxSessions { get; init; } = 10_000;
}
