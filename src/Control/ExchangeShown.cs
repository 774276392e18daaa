using System.Text;
using System.Text.Json.Serialization;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Microsoft.Extensions.Primitives;

namespace Emulator.Control;

/// <summary>An exchange, as it is shown: secrets redacted.</summary>
/// <param name="Sequence">Its number in the sandbox's journal, from 1.</param>
/// <param name="At">When it was answered, by the sandbox's clock, UTC.</param>
/// <param name="StartedAt">When it began, by the machine's clock, UTC.</param>
/// <param name="DurationMs">How long it took until the answer went out, milliseconds.</param>
/// <param name="Method">The method.</param>
/// <param name="SandboxPath">
/// The part in front of the path that names the sandbox, such as <c>/sandbox/mine</c>; null where the path doesn't name
/// it.
/// </param>
/// <param name="Path">The path as the client wrote it, without the sandbox.</param>
/// <param name="Query">The query with its question mark; empty where there is none.</param>
/// <param name="Status">The answer's status; null where nothing was answered.</param>
/// <param name="Operation">The documented operation that it asked for; null where it matched none.</param>
/// <param name="User">The username of the caller; null where nobody was logged in.</param>
/// <param name="Assurance">
/// How sure we are of that operation: documented, observed, published or assumed; none where it matched none.
/// </param>
/// <param name="Fault">What was done to it on purpose; null where nothing was.</param>
/// <param name="Aborted">
/// Whether it ended without a whole answer: the client went away, or the connection was cut.
/// </param>
/// <param name="RequestBytes">How long the request's body was, bytes.</param>
/// <param name="AnswerBytes">How long the answer's body was, bytes.</param>
/// <param name="Changed">
/// How many rows the request changed, itself: what had fallen due and happened before it is not counted.
/// </param>
/// <param name="Explanation">Why it was refused, as <c>X-Emulator-Explain</c> said; null where it wasn't.</param>
internal sealed record ExchangeShown(
    long Sequence,
    DateTimeOffset At,
    DateTimeOffset StartedAt,
    double DurationMs,
    string Method,
    string? SandboxPath,
    string Path,
    string Query,
    int? Status,
    OperationShown? Operation,
    string Assurance,
    string? User,
    string? Fault,
    bool Aborted,
    long RequestBytes,
    long AnswerBytes,
    int Changed,
    string? Explanation)
{
    /// <summary>The request's headers; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeaderShown>? RequestHeaders { get; private init; }

    /// <summary>The request's body; left out in lists, and where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BodyShown? RequestBody { get; private init; }

    /// <summary>The answer's headers, except for those that the server itself adds; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<HeaderShown>? AnswerHeaders { get; private init; }

    /// <summary>The answer's body; left out in lists, and where there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BodyShown? AnswerBody { get; private init; }

    /// <summary>What was changed in its turn: first what time had brought; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChangeShown>? Changes { get; private init; }

    /// <summary>How many rows more were changed, of which nothing is kept; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? ChangesLeftOut { get; private init; }

    /// <summary>As in lists, without headers and bodies.</summary>
    public static ExchangeShown Short(Exchange exchange)
    {
        var redaction = new Redaction();
        _ = Headers(exchange.RequestHeaders, redaction);
        return Of(exchange, redaction);
    }

    /// <summary>The whole of it.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="service">Tells what rows are called; null leaves out what was changed.</param>
    public static ExchangeShown Whole(Exchange exchange, Service? service)
    {
        var redaction = new Redaction();

        // Twice over: only when all of it has been looked at is it known what its secrets are.
        var (asked, answered) = (
            Headers(exchange.RequestHeaders, redaction),
            Headers(exchange.AnswerHeaders, redaction));
        var (request, answer) = (
            BodyShown.Of(exchange.RequestBody, exchange.RequestLength, redaction),
            BodyShown.Of(exchange.AnswerBody, exchange.AnswerLength, redaction));
        var changes = service is null ? null : ChangeShown.Of(exchange.Changes, service, redaction);
        return Of(exchange, redaction) with
        {
            RequestHeaders = [.. asked.Select(header => header.Without(redaction))],
            RequestBody = request?.Without(redaction),
            AnswerHeaders = [.. answered.Select(header => header.Without(redaction))],
            AnswerBody = answer?.Without(redaction),
            Changes = changes is null ? null : [.. changes.Select(change => change.Without(redaction))],
            ChangesLeftOut = changes is null ? null : exchange.Changes?.LeftOut ?? 0,
        };
    }

    /// <summary>The exchange in a few words: <c>#12 PUT /api/auth/token 200</c>.</summary>
    public static string InWords(Exchange exchange)
    {
        var shown = Short(exchange);
        return $"#{shown.Sequence} {shown.Method} {shown.Path} {(shown.Status is { } status ? status : "aborted")}";
    }

    private static ExchangeShown Of(Exchange exchange, Redaction redaction)
    {
        var secrets = exchange.Secrets().ToHashSet(StringComparer.Ordinal);
        var path = string.Join(
            '/',
            exchange
                .Asked()
                .Split('/')
                .Select(segment => secrets.Contains(segment) ? redaction.Secret(segment) : segment));
        var query = redaction.Query(exchange.Query);
        return new ExchangeShown(
            exchange.Sequence,
            exchange.At,
            exchange.StartedAt,
            Math.Round(exchange.Duration.TotalMilliseconds, 3),
            exchange.Method,
            exchange.PathBase.Length == 0 ? null : Escaped(exchange.PathBase),
            Escaped(redaction.Anywhere(path)),
            redaction.Anywhere(query),
            exchange.Status == 0 ? null : exchange.Status,
            OperationShown.Of(exchange),
            exchange.Assurance ?? "none",
            exchange.User,
            HeaderIn(exchange.AnswerHeaders, "X-Emulator-Fault"),
            exchange.Aborted,
            exchange.RequestLength,
            exchange.AnswerLength,
            exchange.Changes?.ByRequest ?? 0,
            HeaderIn(exchange.AnswerHeaders, Refusal.ExplainHeader) is { } explanation
                ? redaction.Anywhere(explanation)
                : null);
    }

    private static string Escaped(string path) => path is ['/', ..] ? new PathString(path).ToUriComponent() : path;

    private static string? HeaderIn(KeyValuePair<string, StringValues>[] headers, string name) =>
        Array.Find(headers, header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase)).Value
            is [{ } value, ..]
            ? value
            : null;

    private static List<HeaderShown> Headers(KeyValuePair<string, StringValues>[] headers, Redaction redaction) =>
        [
            .. headers.SelectMany(header =>
                header.Value.Select(value => new HeaderShown(header.Key, redaction.Header(header.Key, value ?? "")))),
        ];
}

/// <summary>A documented operation.</summary>
/// <param name="Key">Its key, as the exchange search and the documents' samples have it.</param>
/// <param name="Path">Its path, as the documents print it.</param>
/// <param name="Title">What it does.</param>
internal sealed record OperationShown(string Key, string Path, string Title)
{
    public static OperationShown? Of(Exchange exchange) =>
        exchange.Operation is { } operation ? new(operation.Key, exchange.OperationPath()!, operation.Title) : null;
}

/// <summary>A header.</summary>
internal sealed record HeaderShown(string Name, string Value)
{
    public HeaderShown Without(Redaction redaction) => this with { Value = redaction.Anywhere(Value) };
}

/// <summary>A body.</summary>
/// <param name="Text">What it says, as far as it is kept.</param>
/// <param name="Encoding">
/// How <c>text</c> writes it: <c>utf-8</c> as it is; <c>base64</c> for what is no text and has no secret in it.
/// </param>
/// <param name="Truncated">Whether there was more of it than is kept.</param>
internal sealed record BodyShown(string Text, string Encoding, bool Truncated)
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    private ReadOnlyMemory<byte>? noText;

    public static BodyShown? Of(ReadOnlyMemory<byte> bytes, long length, Redaction redaction)
    {
        if (length == 0)
        {
            return null;
        }

        var truncated = length > bytes.Length;
        try
        {
            return new BodyShown(
                redaction.Text(Strict.GetString(truncated ? WholeLetters(bytes.Span) : bytes.Span)),
                "utf-8",
                truncated);
        }
        catch (DecoderFallbackException)
        {
            // Of another encoding, a secret may be in it all the same.
            return new BodyShown(redaction.Text(System.Text.Encoding.Latin1.GetString(bytes.Span)), "utf-8", truncated)
            {
                noText = bytes,
            };
        }
    }

    /// <summary>The same without secrets: what is no text only in letters, where there was one in it.</summary>
    public BodyShown Without(Redaction redaction)
    {
        var text = redaction.Anywhere(Text);
        return noText is { } bytes && text == System.Text.Encoding.Latin1.GetString(bytes.Span)
            ? new BodyShown(Convert.ToBase64String(bytes.Span), "base64", Truncated)
            : this with
            {
                Text = text,
            };
    }

    /// <summary>What is to be said of it; null where there is nothing.</summary>
    public string? Comment(long length) => Truncated ? $"only the beginning of {length} bytes is kept" : null;

    /// <summary>Leaves out the beginning of a letter that was cut.</summary>
    private static ReadOnlySpan<byte> WholeLetters(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.Length;
        while (end > 0 && end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return end > 0 && bytes[end - 1] >= 0xC0 ? bytes[..(end - 1)] : bytes;
    }
}
