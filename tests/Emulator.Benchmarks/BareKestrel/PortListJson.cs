using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BareKestrel;

/// <summary>How the list is written. A test of the emulator holds it to what the emulator answers.</summary>
[JsonSerializable(typeof(PortList))]
internal sealed partial class PortListJson : JsonSerializerContext
{
    /// <summary>As the emulator writes it.</summary>
    public static PortListJson AsAnswered() => new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    });

    /// <summary>The list in an answer.</summary>
    /// <exception cref="InvalidOperationException">What is written of it isn't the answer to the byte.</exception>
    public PortList Read(byte[] answer)
    {
        var list = JsonSerializer.Deserialize(answer, PortList)!;
        return JsonSerializer.SerializeToUtf8Bytes(list, PortList).AsSpan().SequenceEqual(answer)
            ? list
            : throw new InvalidOperationException("What PortList.cs and PortParts.cs write is not the emulator's list: "
                + "bring their members into its order.");
    }
}
