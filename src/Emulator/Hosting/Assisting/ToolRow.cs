using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Hosting.Assisting;

/// <summary>Where an argument goes.</summary>
internal enum Goes
{
    /// <summary>Into the path, in the place of its name in braces.</summary>
    Path,

    /// <summary>Into the query.</summary>
    Query,

    /// <summary>Into the body, as the member of its name.</summary>
    Member,

    /// <summary>It is the body.</summary>
    Body,

    /// <summary>The tool itself reads it.</summary>
    Tool,
}

/// <summary>An argument of a tool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its JSON type: string, integer, boolean, object.</param>
/// <param name="Meaning">What it says.</param>
/// <param name="To">Where it goes.</param>
/// <param name="IsNeeded">Whether it can't be left out.</param>
/// <param name="Words">The words it may be; null for any.</param>
internal sealed record Argument(
    string Name, string Type, string Meaning, Goes To, bool IsNeeded = false, IReadOnlyList<string>? Words = null);

/// <summary>A tool: a call of the emulator, in an assistant's words.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tells">What it does, and when it is the one to use.</param>
/// <param name="Method">The call's method.</param>
/// <param name="Path">The call's path.</param>
/// <param name="Arguments">What it takes, besides <c>sandbox</c>, which every tool does that works in one.</param>
internal sealed record ToolRow(string Name, string Tells, string Method, string Path, params Argument[] Arguments)
{
    /// <summary>Names the sandbox that a tool works in.</summary>
    public const string Sandbox = "sandbox";

    /// <summary>Whether it works in a sandbox; the others work on all of them.</summary>
    public bool IsInSandbox { get; init; } = true;

    /// <summary>Whether it changes nothing.</summary>
    public bool OnlyReads => Method == "GET";

    /// <summary>The arguments that there are.</summary>
    public IEnumerable<Argument> All => IsInSandbox
        ? Arguments.Append(new Argument(
            Sandbox,
            "string",
            "The sandbox to work in; left out, the one that the endpoint was asked in, else default.",
            Goes.Tool))
        : Arguments;

    /// <summary>What an assistant is told of the arguments, as a JSON schema.</summary>
    public JsonElement Schema()
    {
        var properties = new JsonObject();
        foreach (var argument in All)
        {
            var property = new JsonObject { ["type"] = argument.Type, ["description"] = argument.Meaning };
            if (argument.Words is { } words)
            {
                property["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]);
            }

            properties[argument.Name] = property;
        }

        using var schema = JsonDocument.Parse(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([
                .. Arguments.Where(argument => argument.IsNeeded).Select(argument => (JsonNode)argument.Name),
            ]),
            ["additionalProperties"] = false,
        }.ToJsonString());
        return schema.RootElement.Clone();
    }
}
