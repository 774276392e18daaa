using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Control.Comparing;

/// <summary>
/// Reads an HTTP archive (HAR), as browsers, proxies, test tools and the emulator's own journal write it. What a tool
/// leaves out, or writes in its own way, is taken as far as it goes.
/// </summary>
internal static partial class HarRecording
{
    /// <summary>The largest recording that is read, bytes.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The most exchanges that are read.</summary>
    public const int MostEntries = 20_000;

    /// <summary>Reads one.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.RecordingUnreadable"/>.</exception>
    public static IReadOnlyList<RecordedExchange> Read(ReadOnlyMemory<byte> file)
    {
        // Some tools put a byte order mark in front.
        var json = file.Span.StartsWith("\uFEFF"u8) ? file[3..] : file;
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw ServiceErrors.RecordingUnreadable.Because("Send a HAR file as the body.", "it is empty");
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException broken)
        {
            throw ServiceErrors.RecordingUnreadable.Because(
                "A HAR file is one JSON object, whole: this one is cut, or none. Export it again.",
                $"it is no JSON from line {(broken.LineNumber ?? 0) + 1} on");
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || Member(document.RootElement, "log") is not { ValueKind: JsonValueKind.Object } log
                || Member(log, "entries") is not { ValueKind: JsonValueKind.Array } entries)
            {
                throw ServiceErrors.RecordingUnreadable.Because(
                    "A HAR file has its exchanges in log.entries.", "it has no log.entries");
            }

            if (entries.GetArrayLength() > MostEntries)
            {
                throw ServiceErrors.RecordingUnreadable.Because(
                    "Export only the service's requests: developer tools and proxies filter by host.",
                    $"it has {entries.GetArrayLength()} entries, and {MostEntries} are read");
            }

            var isOurs = Member(log, "creator") is { } creator
                && Text(creator, "name") is "Console Connect emulator";
            return [.. entries.EnumerateArray().Select((entry, index) => ExchangeOf(entry, index + 1, isOurs))];
        }
    }

    private static RecordedExchange ExchangeOf(JsonElement entry, int number, bool isOurs)
    {
        var request = Member(entry, "request");
        var response = Member(entry, "response");
        var url = Text(request, "url") ?? "";
        var known = Uri.TryCreate(url, UriKind.Absolute, out var address);
        var comment = isOurs ? Text(entry, "comment") ?? "" : "";
        var (type, answer) = AnswerOf(response);
        var (bodyType, body) = BodyOf(request);
        var status = Number(response, "status");
        var method = (Text(request, "method") ?? "").ToUpperInvariant();
        return new RecordedExchange
        {
            Number = number,
            Method = method,
            Host = known ? address!.Authority : "",
            Path = known ? address!.AbsolutePath : url.Split('?')[0],
            Query = known ? address!.Query : "",
            Headers = HeadersOf(request),
            Body = body,
            BodyType = bodyType,
            Status = status,
            AnswerType = type.Split(';')[0].Trim(),
            Answer = answer,
            User = OwnUser().Match(comment) is { Success: true } by ? by.Groups["user"].Value : null,
            Unusable = request is not { ValueKind: JsonValueKind.Object } ? "it has no request"
                : method.Length == 0 || url.Length == 0 ? "its request has no method or no address"
                : status == 0 ? "it has no answer: it was blocked, or broke off"
                : status == 304 ? "a browser's cache answered it (304)"
                : comment.Contains(", fault ", StringComparison.Ordinal) ? "a fault rule struck it"
                : comment.Contains(", aborted", StringComparison.Ordinal) ? "its client left before the answer"
                : Text(entry, "_resourceType") is "websocket" || status == 101 ? "it is a web socket"
                : null,
        };
    }

    private static List<(string Name, string Value)> HeadersOf(JsonElement? request) =>
        request is { } given && Member(given, "headers") is { ValueKind: JsonValueKind.Array } headers
            ? [.. headers.EnumerateArray()
                .Select(header => (Name: Text(header, "name") ?? "", Value: Text(header, "value") ?? ""))
                .Where(header => header.Name.Length > 0 && header.Name[0] != ':')]
            : [];

    private static (string? Type, byte[]? Body) BodyOf(JsonElement? request)
    {
        if (request is not { } given || Member(given, "postData") is not { ValueKind: JsonValueKind.Object } data)
        {
            return (null, null);
        }

        var type = Text(data, "mimeType");
        var isPacked = (Text(data, "encoding") ?? Text(data, "comment")) is "base64";
        if (Text(data, "text") is { Length: > 0 } text)
        {
            return (type, Bytes(text, isPacked));
        }

        // A form may be there as its parameters only.
        return Member(data, "params") is { ValueKind: JsonValueKind.Array } pairs && pairs.GetArrayLength() > 0
            ? (type, Encoding.UTF8.GetBytes(string.Join('&', pairs.EnumerateArray().Select(pair =>
                $"{Uri.EscapeDataString(Text(pair, "name") ?? "")}="
                    + $"{Uri.EscapeDataString(Text(pair, "value") ?? "")}"))))
            : (type, null);
    }

    private static (string Type, byte[]? Answer) AnswerOf(JsonElement? response)
    {
        if (response is not { } given || Member(given, "content") is not { ValueKind: JsonValueKind.Object } content)
        {
            return ("", null);
        }

        // x-unknown is what browsers write where there was no type.
        var type = Text(content, "mimeType") ?? "";
        return (
            type is "x-unknown" ? "" : type,
            Text(content, "text") is { Length: > 0 } text ? Bytes(text, Text(content, "encoding") is "base64") : null);
    }

    private static byte[] Bytes(string text, bool isPacked)
    {
        if (isPacked)
        {
            try
            {
                return Convert.FromBase64String(text);
            }
            catch (FormatException)
            {
                // Said to be packed, and isn't.
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static JsonElement? Member(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement? of, string name) =>
        Member(of, name) is { ValueKind: JsonValueKind.String } text ? TextOf(text) : null;

    private static string? TextOf(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // Half a surrogate pair.
        }
    }

    private static int Number(JsonElement? of, string name) => Member(of, name) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt32(out var whole) => whole,
        { ValueKind: JsonValueKind.String } text
            when int.TryParse(TextOf(text), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) => whole,
        _ => 0,
    };

    [GeneratedRegex(
        @", by (?<user>[A-Za-z0-9_~-]+)(,|\z)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OwnUser();
}
