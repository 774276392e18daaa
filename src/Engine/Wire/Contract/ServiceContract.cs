using System.Globalization;
using System.Text.Json;

namespace Emulator.Wire.Contract;

/// <summary>
/// What the emulator promises of its answers: those of the OpenAPI document that it serves, operation by operation.
/// </summary>
internal sealed class ServiceContract
{
    private ServiceContract(IReadOnlyList<ContractOperation> all) => All = all;

    /// <summary>Every operation, in the document's order.</summary>
    public IReadOnlyList<ContractOperation> All { get; }

    /// <summary>Reads an OpenAPI document.</summary>
    /// <exception cref="ContractUnreadable">It asks for something that can't be checked.</exception>
    public static ServiceContract Read(Stream document)
    {
        using var json = JsonDocument.Parse(document);
        var schemas = new AnswerSchemas(
            json.RootElement.TryGetProperty("components", out var components)
            && components.TryGetProperty("schemas", out var named)
                ? named
                : default);
        var operations = new List<ContractOperation>();
        foreach (var path in json.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var method = operation.Name.ToUpperInvariant();
                var answers = operation
                    .Value.GetProperty("responses")
                    .EnumerateObject()
                    .ToDictionary(
                        answer => StatusOf(answer.Name, $"{method} {path.Name}"),
                        answer => AnswerOf(answer.Value, schemas, $"{method} {path.Name} {answer.Name}"));
                operations.Add(
                    new ContractOperation(
                        operation.Value.GetProperty("operationId").GetString()!,
                        method,
                        path.Name,
                        answers));
            }
        }

        schemas.Finish();
        return new ServiceContract(operations);
    }

    private static int StatusOf(string status, string where) =>
        int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ContractUnreadable(where, $"answers \"{status}\", which is no status that can be checked");

    private static ContractAnswer AnswerOf(JsonElement answer, AnswerSchemas schemas, string where)
    {
        if (!answer.TryGetProperty("content", out var content))
        {
            return new ContractAnswer(null, AnswerSchema.Anything);
        }

        var types = content.EnumerateObject().ToList();
        return types is [var type]
            ? new ContractAnswer(
                type.Name,
                type.Value.TryGetProperty("schema", out var schema) ? schemas.Of(schema, where) : AnswerSchema.Anything)
            : throw new ContractUnreadable(where, $"answers with {types.Count} content types, which can't be checked");
    }
}

/// <summary>An operation of the contract.</summary>
/// <param name="id">Its <c>operationId</c>.</param>
/// <param name="method">Its method, in capitals.</param>
/// <param name="path">Its path as it is routed, with its parameters' names in braces.</param>
/// <param name="answers">What it answers, by status.</param>
internal sealed class ContractOperation(
    string id,
    string method,
    string path,
    IReadOnlyDictionary<int, ContractAnswer> answers)
{
    public string Id => id;
    public string Method => method;
    public string Path => path;
    public IReadOnlyDictionary<int, ContractAnswer> Answers => answers;

    /// <summary>How it is called in messages.</summary>
    public string Name { get; } = $"{method} {path}";
}

/// <summary>An answer of the contract.</summary>
/// <param name="ContentType">Its content type, without parameters; null where it has no content.</param>
/// <param name="Schema">What its body is; of what isn't JSON only the content type is checked.</param>
internal sealed record ContractAnswer(string? ContentType, AnswerSchema Schema)
{
    /// <summary>Whether its body is checked.</summary>
    public bool IsJson { get; } = ContentType == "application/json";
}
