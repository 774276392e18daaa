using System.Text.Json.Nodes;

namespace Emulator.Tests.Catalogue;

/// <summary>An OpenAPI document as a client reads it.</summary>
internal sealed class OpenApiListing(JsonNode document)
{
    /// <summary>The documents: where each is served, and the file that holds it.</summary>
    public static readonly IReadOnlyList<(string Path, string File)> All =
    [
        ("/openapi.json", "emulator.json"),
        ("/openapi/admin.json", "admin.json"),
    ];

    /// <summary>The whole of it.</summary>
    public JsonNode Document => document;

    /// <summary>Every operation it lists.</summary>
    public IReadOnlyList<ListedOperation> Operations { get; } =
    [
        .. document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => new ListedOperation(
                        operation.Key.ToUpperInvariant(),
                        path.Key,
                        operation.Value!))),
    ];

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<Task<string>>> Known =
        new();

    /// <summary>
    /// One as an emulator of this build serves it, for tests that it tells what to ask: it is made once in a run, as
    /// making it takes longer than most tests do. Each has a copy of its own.
    /// </summary>
    public static async Task<OpenApiListing> OfThisBuild(string path) => new(JsonNode.Parse(
        await Known.GetOrAdd(path, asked => new Lazy<Task<string>>(async () =>
        {
            await using var emulator = new EmulatorUnderTest();
            return (await emulator.Nobody().Get(asked)).MustBeOk().Text;
        })).Value)!);

    /// <summary>One as it is served to a client that asks a host.</summary>
    public static async Task<Answer> AskedAt(EmulatorUnderTest emulator, string host, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        return (await emulator.Nobody().Send(request)).MustBeOk();
    }

    /// <summary>Reads one from an emulator.</summary>
    public static async Task<OpenApiListing> Read(EmulatorUnderTest emulator, string path) =>
        new((await emulator.Nobody().Get(path)).MustBeOk().Json);
}

/// <summary>One operation of a document.</summary>
internal sealed record ListedOperation(string Method, string Path, JsonNode Json)
{
    /// <summary>Its id.</summary>
    public string Id => Json["operationId"]!.GetValue<string>();

    /// <summary>Whether it is the documented operation with a key.</summary>
    public bool IsDocumented(string key)
    {
        var (_, method, path, _) = OperationCatalogue.Listed().Single(operation => operation.Key == key);
        return Method == method
            && Unnamed(Path)
                == Unnamed(
                    path.StartsWith("/api/", StringComparison.Ordinal)
                    || !Path.StartsWith("/api/", StringComparison.Ordinal)
                        ? path
                        : "/api" + path);

        static string Unnamed(string path) => System.Text.RegularExpressions.Regex.Replace(path, "{[^}]+}", "{}");
    }

    /// <summary>Who may call it, as its description says.</summary>
    public string Who =>
        Json["description"]!
            .GetValue<string>()
            .Split("\n\n")
            .Single(part => part.StartsWith("**Who** ", StringComparison.Ordinal))["**Who** ".Length..];

    /// <summary>The editions that know it, as its description says.</summary>
    public string Editions =>
        Json["description"]!.GetValue<string>().Split("**Editions** ")[1].Split(" **Evidence**")[0];

    /// <summary>
    /// The type of its answer: JSON, except for a picture and a stream; null where it has no content.
    /// </summary>
    public string? Answers => Json["responses"]![Well]!["content"]?.AsObject().Single().Key;

    /// <summary>Whether it is answered with 201.</summary>
    public bool Creates => Json["responses"]!["201"] is not null;

    /// <summary>The status with which it goes well.</summary>
    public string Well => new[] { "200", "201", "204" }.First(status => Json["responses"]![status] is not null);

    /// <summary>Its parameters: where, name, example.</summary>
    public IEnumerable<(string In, string Name, string? Example)> Parameters =>
        (Json["parameters"]?.AsArray() ?? []).Select(parameter =>
            (
                parameter!["in"]!.GetValue<string>(),
                parameter["name"]!.GetValue<string>(),
                parameter["example"]?.ToString()));

    /// <summary>The example of its body; null where it takes none.</summary>
    public string? Body => Json["requestBody"]?["content"]!["application/json"] is { } content
        ? (content["example"] ?? content["examples"]?.AsObject().First().Value!["value"])?.ToJsonString()
        : null;

    /// <summary>Whether its body is a file.</summary>
    public bool TakesFile => Json["requestBody"] is { } body && body["content"]!["application/json"] is null;

    /// <summary>
    /// Its address, filled in with the examples; a Boolean in the query is spelled as JSON spells it.
    /// </summary>
    public string Address()
    {
        var path = Parameters
            .Where(parameter => parameter.In == "path")
            .Aggregate(Path, (path, parameter) =>
                path.Replace($"{{{parameter.Name}}}", parameter.Example, StringComparison.Ordinal));
        var query = Parameters
            .Where(parameter => parameter is { In: "query", Example: not null })
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Example!)}");
        return string.Join('?', new[] { path, string.Join('&', query) }.Where(part => part.Length > 0));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
