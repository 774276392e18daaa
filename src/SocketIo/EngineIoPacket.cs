namespace SocketIo;

/// <summary>What a packet of Engine.IO is, by the digit it begins with.</summary>
internal enum EngineIoPacketType
{
    /// <summary>The server's first: what the session is called and how it is kept up.</summary>
    Open,

    /// <summary>The session is over.</summary>
    Close,

    /// <summary>
    /// From the server: is anybody there? From a client only with <c>probe</c>, on the web socket it upgrades to.
    /// </summary>
    Ping,

    /// <summary>The answer to a ping, with the ping's data.</summary>
    Pong,

    /// <summary>A packet of Socket.IO.</summary>
    Message,

    /// <summary>From a client: from now on the web socket counts.</summary>
    Upgrade,

    /// <summary>Nothing: releases a poll that waits.</summary>
    Noop,
}

/// <summary>
/// A packet of Engine.IO 4: a digit and its data. Over a web socket each is a text frame; over polling several are one
/// body.
/// </summary>
/// <param name="Type">What it is.</param>
/// <param name="Data">What it carries; may be empty.</param>
internal readonly record struct EngineIoPacket(EngineIoPacketType Type, string Data = "")
{
    /// <summary>What stands between packets in a body: the record separator, which JSON never has in it.</summary>
    public const char Separator = '\x1e';

    /// <summary>Reads one. A packet in base64 (<c>b…</c>) is binary, and nothing here takes binary.</summary>
    /// <returns>Null where it is none.</returns>
    public static EngineIoPacket? Decode(string text) =>
        text is [>= '0' and <= '6', ..] ? new EngineIoPacket((EngineIoPacketType)(text[0] - '0'), text[1..]) : null;

    /// <summary>The packet as it is sent.</summary>
    public string Encode() => $"{(int)Type}{Data}";
}
