using System.Text.Json.Serialization;
using ConsoleConnect.Emulator.Admin;
using Emulator.Simulation;
using Microsoft.AspNetCore.WebUtilities;

namespace Emulator.Control;

/// <summary>An HTTP archive, HAR 1.2, as browsers' developer tools and proxies read it.</summary>
internal sealed record HarFile(HarFile.HarLog Log)
{
    private static readonly HarCreator Creator = new(
        "Console Connect emulator",
        typeof(HarFile).Assembly.GetName().Version?.ToString(3) ?? "0");

    public static HarFile Of(IEnumerable<(Exchange Kept, JournalExchange Shown)> exchanges) =>
        new(new HarLog("1.2", Creator, [.. exchanges.Select(exchange => HarEntry.Of(exchange.Kept, exchange.Shown))]));

    /// <summary>The log.</summary>
    internal sealed record HarLog(string Version, HarCreator Creator, IReadOnlyList<HarEntry> Entries);

    /// <summary>What wrote it.</summary>
    internal sealed record HarCreator(string Name, string Version);

    /// <summary>An exchange.</summary>
    /// <param name="StartedDateTime">When it began, by the machine's clock.</param>
    /// <param name="Time">How long it took, milliseconds.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Response">The answer; status 0 where there was none.</param>
    /// <param name="Cache">Nothing: there is none.</param>
    /// <param name="Timings">How long each part took.</param>
    /// <param name="Comment">The exchange's number, operation and user.</param>
    internal sealed record HarEntry(
        DateTimeOffset StartedDateTime,
        double Time,
        HarRequest Request,
        HarResponse Response,
        HarCache Cache,
        HarTimings Timings,
        string Comment)
    {
        public static HarEntry Of(Exchange kept, JournalExchange shown) =>
            new(
                shown.StartedAt,
                shown.DurationMs,
                HarRequest.Of(kept, shown),
                HarResponse.Of(shown),
                new HarCache(),
                new HarTimings(0, shown.DurationMs, 0),
                $"#{shown.Sequence}, {shown.Operation?.Title ?? "no documented operation"}, by "
                    + $"{shown.User ?? "nobody"}{(shown.Aborted ? ", aborted" : "")}"
                    + $"{(shown.Fault is { } fault ? $", fault {fault}" : "")}"
            );
    }

    /// <summary>A request.</summary>
    internal sealed record HarRequest(
        string Method,
        string Url,
        string HttpVersion,
        IReadOnlyList<HarPair> Cookies,
        IReadOnlyList<HarPair> Headers,
        IReadOnlyList<HarPair> QueryString,
        int HeadersSize,
        long BodySize)
    {
        /// <summary>The body; left out where there is none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public HarPostData? PostData { get; private init; }

        public static HarRequest Of(Exchange kept, JournalExchange shown) =>
            new(
                shown.Method,
                JournalExport.Address(kept, shown),
                "HTTP/1.1",
                [],
                HarPair.Of(shown.RequestHeaders!),
                [
                    .. QueryHelpers
                        .ParseQuery(shown.Query)
                        .SelectMany(member => member.Value.Select(value => new HarPair(member.Key, value ?? ""))),
                ],
                -1,
                shown.RequestBytes)
            {
                PostData = shown.RequestBody is not { } body
                    ? null
                    : new HarPostData(
                        JournalExport.HeaderOf(shown, "Content-Type") ?? "application/octet-stream",
                        [],
                        body.Text)
                    {
                        Comment = BodyShown.Comment(body, shown.RequestBytes)
                            ?? (body.Encoding == "base64" ? "base64" : null),
                    },
            };
    }

    /// <summary>A request's body.</summary>
    internal sealed record HarPostData(string MimeType, IReadOnlyList<HarPair> Params, string Text)
    {
        /// <summary>A comment; left out where there is none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Comment { get; init; }
    }

    /// <summary>An answer.</summary>
    internal sealed record HarResponse(
        int Status,
        string StatusText,
        string HttpVersion,
        IReadOnlyList<HarPair> Cookies,
        IReadOnlyList<HarPair> Headers,
        HarContent Content,
        [property: JsonPropertyName("redirectURL")] string RedirectUrl,
        int HeadersSize,
        long BodySize)
    {
        public static HarResponse Of(JournalExchange shown)
        {
            var type = shown
                .AnswerHeaders!.FirstOrDefault(header =>
                    header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
                ?.Value;
            var content = new HarContent(shown.AnswerBytes, type ?? "application/octet-stream")
            {
                Text = shown.AnswerBody?.Text,
                Encoding = shown.AnswerBody is { Encoding: "base64" } ? "base64" : null,
                Comment = shown.AnswerBody is { } body ? BodyShown.Comment(body, shown.AnswerBytes) : null,
            };
            return new HarResponse(
                shown.Status ?? 0,
                shown.Status is { } status ? ReasonPhrases.GetReasonPhrase(status) : "",
                "HTTP/1.1",
                [],
                HarPair.Of(shown.AnswerHeaders!),
                content,
                "",
                -1,
                shown.AnswerBytes);
        }
    }

    /// <summary>An answer's body.</summary>
    /// <param name="Size">How long it was, bytes.</param>
    /// <param name="MimeType">Its type.</param>
    internal sealed record HarContent(long Size, string MimeType)
    {
        /// <summary>What it says, as far as it is kept; left out where it says nothing.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Text { get; init; }

        /// <summary>base64, where it is no text.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Encoding { get; init; }

        /// <summary>A comment; left out where there is none.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Comment { get; init; }
    }

    /// <summary>Nothing.</summary>
    internal sealed record HarCache;

    /// <summary>How long each part took, milliseconds.</summary>
    internal sealed record HarTimings(double Send, double Wait, double Receive);

    /// <summary>A name and its value.</summary>
    internal sealed record HarPair(string Name, string Value)
    {
        public static IReadOnlyList<HarPair> Of(IEnumerable<JournalHeader> headers) =>
            [.. headers.Select(header => new HarPair(header.Name, header.Value))];
    }
}
