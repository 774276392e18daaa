using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SocketIo;

/// <summary>
/// What a packet of Socket.IO is, by the digit it begins with. 5 and 6 are events and acknowledgements with binary
/// parts: nothing here takes those.
/// </summary>
internal enum SocketIoPacketType
{
    /// <summary>A client joins a namespace; the server's answer that it has.</summary>
    Connect,

    /// <summary>Either leaves a namespace.</summary>
    Disconnect,

    /// <summary>Its data is an array: a name and arguments.</summary>
    Event,

    /// <summary>The answer to an event that had a number; its data is an array of what is answered.</summary>
    Ack,

    /// <summary>The server's answer that a client hasn't joined.</summary>
    ConnectError,
}

/// <summary>
/// A packet of Socket.IO 5: <c>2/user,7["online",{…}]</c> is an event of the namespace <c>/user</c> that wants
/// acknowledgement number 7.
/// </summary>
/// <param name="Type">What it is.</param>
/// <param name="Namespace">Whose it is; the main one is <c>/</c>, and isn't written.</param>
/// <param name="Id">The number of the acknowledgement that is asked for, or given.</param>
/// <param name="Data">What it carries, as JSON; null where nothing.</param>
internal readonly record struct SocketIoPacket(
    SocketIoPacketType Type,
    string Namespace,
    long? Id = null,
    string? Data = null)
{
    /// <summary>The namespace that isn't written.</summary>
    public const string MainNamespace = "/";

    /// <summary>JSON as JavaScript would write it.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads one.</summary>
    /// <returns>Null where it is none, or its data isn't of the kind its type has.</returns>
    public static SocketIoPacket? Decode(string text)
    {
        if (text is not [>= '0' and <= '4', ..])
        {
            return null;
        }

        var type = (SocketIoPacketType)(text[0] - '0');
        var rest = text.AsSpan(1);
        var of = MainNamespace;
        if (rest is ['/', ..])
        {
            var end = rest.IndexOf(',');
            of = (end < 0 ? rest : rest[..end]).ToString();
            rest = end < 0 ? default : rest[(end + 1)..];
        }

        long? id = null;
        var digits = rest.IndexOfAnyExceptInRange('0', '9') is var other and >= 0 ? other : rest.Length;
        if (digits > 0)
        {
            if (!long.TryParse(rest[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            id = number;
            rest = rest[digits..];
        }

        var data = rest.IsEmpty ? null : rest.ToString();
        return Fits(type, data) ? new SocketIoPacket(type, of, id, data) : null;
    }

    /// <summary>The packet as it is sent.</summary>
    public string Encode() => $"{(int)Type}{(Namespace == MainNamespace ? "" : Namespace + ",")}{Id}{Data}";

    /// <summary>Whether data is JSON, and of the kind that a type of packet has.</summary>
    private static bool Fits(SocketIoPacketType type, string? data)
    {
        if (data is null)
        {
            return type is SocketIoPacketType.Connect or SocketIoPacketType.Disconnect;
        }

        try
        {
            using var document = JsonDocument.Parse(data);
            var root = document.RootElement;
            return type switch
            {
                SocketIoPacketType.Connect => root.ValueKind == JsonValueKind.Object,
                SocketIoPacketType.Event => root.ValueKind == JsonValueKind.Array
                    && root.GetArrayLength() > 0
                    && root[0].ValueKind is (JsonValueKind.String or JsonValueKind.Number),
                SocketIoPacketType.Ack => root.ValueKind == JsonValueKind.Array,
                SocketIoPacketType.ConnectError => root.ValueKind is JsonValueKind.Object or JsonValueKind.String,
                _ => false,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
