using System.Text;
using ConsoleConnect.Emulator.Admin;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Microsoft.Extensions.Primitives;

namespace Emulator.Control;

/// <summary>An exchange, as it is shown: secrets redacted.</summary>
internal static class ExchangeShown
{
    /// <summary>As in lists, without headers and bodies.</summary>
    public static JournalExchange Short(Exchange exchange)
    {
        var redaction = new Redaction();
        _ = Headers(exchange.RequestHeaders, redaction);
        return Of(exchange, redaction);
    }

    /// <summary>The whole of it.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="service">Tells what rows are called; null leaves out what was changed.</param>
    public static JournalExchange Whole(Exchange exchange, Service? service)
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
            RequestHeaders = [.. asked.Select(header => Without(header, redaction))],
            RequestBody = request?.Without(redaction),
            AnswerHeaders = [.. answered.Select(header => Without(header, redaction))],
            AnswerBody = answer?.Without(redaction),
            Changes = changes is null ? null : [.. changes.Select(change => ChangeShown.Without(change, redaction))],
            ChangesLeftOut = changes is null ? null : exchange.Changes?.LeftOut ?? 0,
        };
    }

    /// <summary>The exchange in a few words: <c>#12 PUT /api/auth/token 200</c>.</summary>
    public static string InWords(Exchange exchange)
    {
        var shown = Short(exchange);
        return $"#{shown.Sequence} {shown.Method} {shown.Path} {(shown.Status is { } status ? status : "aborted")}";
    }

    private static JournalExchange Of(Exchange exchange, Redaction redaction)
    {
        var secrets = exchange.Secrets().ToHashSet(StringComparer.Ordinal);
        var path = string.Join(
            '/',
            exchange
                .Asked()
                .Split('/')
                .Select(segment => secrets.Contains(segment) ? redaction.Secret(segment) : segment));
        var query = redaction.Query(exchange.Query);
        return new JournalExchange(
            exchange.Sequence,
            exchange.At,
            exchange.StartedAt,
            Math.Round(exchange.Duration.TotalMilliseconds, 3),
            exchange.Method,
            exchange.PathBase.Length == 0 ? null : Escaped(exchange.PathBase),
            Escaped(redaction.Anywhere(path)),
            redaction.Anywhere(query),
            exchange.Status == 0 ? null : exchange.Status,
            OperationOf(exchange),
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

    private static JournalOperation? OperationOf(Exchange exchange) =>
        exchange.Operation is { } operation ? new(operation.Key, exchange.OperationPath()!, operation.Title) : null;

    private static JournalHeader Without(JournalHeader header, Redaction redaction) =>
        header with { Value = redaction.Anywhere(header.Value) };

    private static string Escaped(string path) => path is ['/', ..] ? new PathString(path).ToUriComponent() : path;

    private static string? HeaderIn(KeyValuePair<string, StringValues>[] headers, string name) =>
        Array.Find(headers, header => name.Equals(header.Key, StringComparison.OrdinalIgnoreCase)).Value
            is [{ } value, ..]
            ? value
            : null;

    private static List<JournalHeader> Headers(KeyValuePair<string, StringValues>[] headers, Redaction redaction) =>
        [
            .. headers.SelectMany(header =>
                header.Value.Select(value => new JournalHeader(header.Key, redaction.Header(header.Key, value ?? "")))),
        ];
}

/// <summary>A body, while it is not known yet what is secret in it.</summary>
/// <param name="Shown">It with the secrets that are known of.</param>
internal sealed record BodyShown(JournalBody Shown)
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
                new JournalBody(
                    redaction.Text(Strict.GetString(truncated ? WholeLetters(bytes.Span) : bytes.Span)),
                    "utf-8",
                    truncated));
        }
        catch (DecoderFallbackException)
        {
            // Of another encoding, a secret may be in it all the same.
            return new BodyShown(
                new JournalBody(redaction.Text(Encoding.Latin1.GetString(bytes.Span)), "utf-8", truncated))
            {
                noText = bytes,
            };
        }
    }

    /// <summary>The same without secrets: what is no text only in letters, where there was one in it.</summary>
    public JournalBody Without(Redaction redaction)
    {
        var text = redaction.Anywhere(Shown.Text);
        return noText is { } bytes && text == Encoding.Latin1.GetString(bytes.Span)
            ? new JournalBody(Convert.ToBase64String(bytes.Span), "base64", Shown.Truncated)
            : Shown with
            {
                Text = text,
            };
    }

    /// <summary>What is to be said of a body; null where there is nothing.</summary>
    public static string? Comment(JournalBody body, long length) =>
        body.Truncated ? $"only the beginning of {length} bytes is kept" : null;

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
