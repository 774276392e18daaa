using System.Text.Json.Nodes;

namespace Emulator.Tests.Api.Connections;

/// <summary>Short words for reading JSON.</summary>
internal static class JsonTexts
{
    /// <summary>A member that is text.</summary>
    public static string TextOf(this JsonNode? node, string name) => node![name]!.GetValue<string>();

    /// <summary>A list of texts.</summary>
    public static IEnumerable<string> Texts(this JsonNode? list) =>
        list!.AsArray().Select(text => text!.GetValue<string>());
}
