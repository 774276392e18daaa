using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Tests.Catalogue;
using Emulator.Wire.Contract;

namespace Emulator.Tests.Wire.Contract;

/// <summary>Contracts and schemas as tests write them.</summary>
internal static class Contracts
{
    /// <summary>A document's.</summary>
    public static ServiceContract Of(JsonNode document)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(document.ToJsonString()));
        return ServiceContract.Read(bytes);
    }

    /// <summary>
    /// The emulator's own, with something in it changed, so that its answers are no longer as it says.
    /// </summary>
    public static ServiceContract Changed(Action<JsonNode> change)
    {
        var document = JsonNode.Parse(
            File.ReadAllText(Path.Combine(OperationCatalogue.Repository, "openapi/emulator.json"))
        )!;
        change(document);
        return Of(document);
    }

    /// <summary>A schema; what it refers to comes from <paramref name="components"/>.</summary>
    public static AnswerSchema Schema(string schema, string components = "{}")
    {
        using var written = JsonDocument.Parse(schema);
        using var named = JsonDocument.Parse(components);
        var schemas = new AnswerSchemas(named.RootElement);
        var made = schemas.Of(written.RootElement, "#");
        schemas.Finish();
        return made;
    }

    /// <summary>Where an answer isn't as a schema says: each line a pointer and what was expected.</summary>
    public static IReadOnlyList<string> Findings(AnswerSchema schema, string answer) =>
        [.. Read(schema, answer).Select(finding => $"{finding.Pointer}: {finding.Expected}")];

    /// <summary>The same, in full.</summary>
    public static IReadOnlyList<Finding> Read(AnswerSchema schema, string answer)
    {
        var reader = new AnswerReader();
        reader.Begin(schema);
        return reader.End(Encoding.UTF8.GetBytes(answer));
    }
}
