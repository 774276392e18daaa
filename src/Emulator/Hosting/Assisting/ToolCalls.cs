using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Control;
using Emulator.Errors;
using Emulator.Hosting.Pipeline;
using Emulator.Simulation;

namespace Emulator.Hosting.Assisting;

/// <summary>Does what a tool is called for: asks the emulator, and answers as text.</summary>
internal static class ToolCalls
{
    /// <summary>The longest answer, characters: an assistant reads all of it.</summary>
    private const int Longest = 40_000;

    private static readonly string[] Telling =
        [OperationNamed.Header, RefusalRenderer.ExplainHeader, "X-Emulator-Note", FaultInjection.Header, "Retry-After"];

    /// <summary>The tools whose calls this emulator has.</summary>
    public static IEnumerable<ToolRow> Offered(IServiceProvider services)
    {
        var routes = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Tools.All.Where(tool => tool.Name != "make_world" || routes.Contains(tool.Path));
    }

    /// <summary>Calls a tool.</summary>
    /// <returns>The answer, and whether it is a failure.</returns>
    public static async Task<(string Text, bool Failed)> Make(
        string name, IDictionary<string, JsonElement> arguments, HttpContext http, CancellationToken ct)
    {
        var services = http.RequestServices;
        if (Offered(services).FirstOrDefault(tool => tool.Name == name) is not { } tool)
        {
            return ($"There is no tool called {name}. "
                + Edits.Suggestion(name, [.. Offered(services).Select(offered => offered.Name)]), true);
        }

        if (Wrong(tool, arguments) is { } wrong)
        {
            return (wrong, true);
        }

        var own = services.GetRequiredService<OwnCalls>();
        var answer = await own.Ask(CallOf(tool, arguments, http), ct);
        if (answer.Status >= 400)
        {
            return (Told(answer), tool.Name != Tools.Call);
        }

        return tool.Name switch
        {
            Tools.Call => (Told(answer), false),
            Tools.FindOperations => (Found(answer.Text, Text(arguments, "words") ?? ""), false),
            "describe_operation" => Described(answer.Text, Text(arguments, "method")!, Text(arguments, "path")!),
            _ => (Short(answer.Text), false),
        };
    }

    /// <summary>What is wrong with the arguments; null where nothing is.</summary>
    private static string? Wrong(ToolRow tool, IDictionary<string, JsonElement> arguments)
    {
        var known = tool.All.ToDictionary(argument => argument.Name, StringComparer.Ordinal);
        foreach (var (name, value) in arguments)
        {
            if (!known.TryGetValue(name, out var argument))
            {
                return $"{tool.Name} takes no {name}. {Edits.Suggestion(name, [.. known.Keys])}";
            }

            var fits = value.ValueKind switch
            {
                JsonValueKind.Null => !argument.IsNeeded,
                JsonValueKind.String => argument.Type == "string",
                JsonValueKind.Number => argument.Type == "integer" && value.TryGetInt64(out _),
                JsonValueKind.True or JsonValueKind.False => argument.Type == "boolean",
                _ => argument.Type == "object",
            };
            if (!fits)
            {
                return $"{name} must be {argument.Type}.";
            }
        }

        return tool.Arguments.FirstOrDefault(argument => argument.IsNeeded && !arguments.ContainsKey(argument.Name))
            is { } missing ? $"{tool.Name} needs {missing.Name}: {missing.Meaning}" : null;
    }

    private static OwnCall CallOf(ToolRow tool, IDictionary<string, JsonElement> arguments, HttpContext http)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var (path, method) = (new StringBuilder(tool.Path), tool.Method);
        if (tool.Name == Tools.Call)
        {
            var address = Text(arguments, "path")!;
            path.Append(address.StartsWith('/') ? address : "/" + address);
            method = Text(arguments, "method")!.ToUpperInvariant();
            if (Text(arguments, "key") is { } key)
            {
                headers[Credential.PortalToken] = key;
            }
        }

        if (tool.IsInSandbox && Of(arguments, http) is { } sandbox)
        {
            headers[SandboxChoice.Header] = sandbox;
        }

        var (query, members, whole) = (new List<string>(), new JsonObject(), (JsonElement?)null);
        foreach (var argument in tool.Arguments)
        {
            if (!arguments.TryGetValue(argument.Name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            switch (argument.To)
            {
                case Goes.Path:
                    path.Replace($"{{{argument.Name}}}", Uri.EscapeDataString(Spelled(value)));
                    break;
                case Goes.Query:
                    query.Add($"{argument.Name}={Uri.EscapeDataString(Spelled(value))}");
                    break;
                case Goes.Member:
                    members[argument.Name] = JsonNode.Parse(value.GetRawText());
                    break;
                case Goes.Body:
                    whole = value;
                    break;
            }
        }

        var body = whole?.GetRawText() ?? (members.Count > 0 ? members.ToJsonString() : "");
        return new OwnCall(
            method,
            query.Count == 0 ? path.ToString() : $"{path}?{string.Join('&', query)}",
            headers,
            Encoding.UTF8.GetBytes(body));
    }

    /// <summary>The sandbox: the one that is named, else the one that the endpoint was asked in.</summary>
    private static string? Of(IDictionary<string, JsonElement> arguments, HttpContext http) =>
        Text(arguments, ToolRow.Sandbox)
        ?? (ChosenSandbox.Of(http).Opening is { IsCompletedSuccessfully: true } opened
            && opened.Result.Name != Sandboxes.DefaultName ? opened.Result.Name : null);

    private static string? Text(IDictionary<string, JsonElement> arguments, string name) =>
        arguments.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Spelled(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    /// <summary>An answer of the service: status, what the emulator says of it, and the body.</summary>
    private static string Told(OwnAnswer answer)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP {answer.Status}\n");
        foreach (var name in Telling)
        {
            if (answer.Headers.TryGetValue(name, out var value) && value.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
            }
        }

        return Short(text.Append('\n').Append(answer.Text).ToString());
    }

    private static string Short(string text) => text.Length <= Longest
        ? text
        : string.Concat(text.AsSpan(0, Longest), $"\n… ({text.Length - Longest} characters more: ask for less)");

    private static string Found(string coverage, string words)
    {
        var wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var json = JsonDocument.Parse(coverage);
        var lines = json.RootElement.GetProperty("operations").EnumerateArray()
            .Select(one => $"{Member(one, "method")} {Member(one, "path")}: {Member(one, "title")} "
                + $"({Member(one, "evidence")})")
            .Where(line => wanted.All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .Distinct().ToList();
        return lines.Count == 0 ? $"No operation has all of these words: {words}" : Short(string.Join('\n', lines));

        static string Member(JsonElement one, string name) =>
            one.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    private static (string Text, bool Failed) Described(string document, string method, string path)
    {
        using var json = JsonDocument.Parse(document);
        var paths = json.RootElement.GetProperty("paths");
        if (!paths.TryGetProperty(path, out var there)
            || !there.TryGetProperty(method.ToLowerInvariant(), out var operation))
        {
            return ($"{method} {path} is no operation. "
                + Edits.Suggestion(path, [.. paths.EnumerateObject().Select(one => one.Name)]), true);
        }

        var text = new StringBuilder(operation.GetRawText());
        var (schemas, seen) = (new StringBuilder(), new HashSet<string>(StringComparer.Ordinal));
        for (var rest = operation.GetRawText(); rest.Length > 0;)
        {
            var more = new StringBuilder();
            foreach (var name in Referred(rest).Where(seen.Add))
            {
                var schema = json.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(name);
                more.Append(CultureInfo.InvariantCulture, $"\n\n{name}: {schema.GetRawText()}");
            }

            schemas.Append(more);
            rest = schemas.Length < Longest ? more.ToString() : "";
        }

        return (Short(text.Append(schemas).ToString()), false);
    }

    private static IEnumerable<string> Referred(string text)
    {
        const string Mark = "#/components/schemas/";
        for (var at = text.IndexOf(Mark, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(Mark, at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf('"', at);
            yield return text[(at + Mark.Length)..end];
        }
    }
}
