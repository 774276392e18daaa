using System.Text.Json;

namespace Emulator.Control.Comparing;

/// <summary>An exchange of a recording: a request and what it was answered.</summary>
internal sealed record RecordedExchange
{
    /// <summary>Its place in the recording, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The method, in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The host that was asked; empty where the recording doesn't say.</summary>
    public required string Host { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query with its question mark; empty where there is none.</summary>
    public required string Query { get; init; }

    /// <summary>The request's headers, without HTTP/2's pseudo headers.</summary>
    public required IReadOnlyList<(string Name, string Value)> Headers { get; init; }

    /// <summary>The request's body; null where there is none, or it wasn't recorded.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The type of the request's body; null where it isn't recorded.</summary>
    public string? BodyType { get; init; }

    /// <summary>The answer's status; 0 where there was no answer.</summary>
    public required int Status { get; init; }

    /// <summary>The type of the answer's body, without parameters; empty where it isn't recorded.</summary>
    public required string AnswerType { get; init; }

    /// <summary>The answer's body; null where there is none, or it wasn't recorded.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>The username of who asked, where the emulator has recorded it itself; null elsewhere.</summary>
    public string? User { get; init; }

    /// <summary>Why it says nothing about the service; null where it does.</summary>
    public string? Unusable { get; init; }

    /// <summary>Whether the answer went well.</summary>
    public bool WentWell => Status is >= 200 and < 300;

    /// <summary>The answer as JSON; null where it is none, or wasn't recorded whole.</summary>
    public JsonElement? Json => Answer is { Length: > 0 } && (AnswerType.Length == 0
        || AnswerType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        || AnswerType.EndsWith("+json", StringComparison.OrdinalIgnoreCase)) ? Parsed(Answer) : null;

    /// <summary>A body as JSON; null where it is none.</summary>
    public static JsonElement? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 64 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A header of the request; null where it had none.</summary>
    public string? Header(string name) => Headers
        .FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
