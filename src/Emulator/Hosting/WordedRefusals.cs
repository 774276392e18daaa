using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Emulator.Errors;
using Emulator.Hosting.Pipeline;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace Emulator.Hosting;

/// <summary>
/// Gives the service's words to what Kestrel refuses before there is a request: a request line that is too long or
/// can't be read, headers that are too large, and the like. Kestrel writes such an answer itself, without a body, and
/// asks nobody. So it is looked for among the bytes that go out: each answer pays for one comparison.
/// </summary>
internal static class WordedRefusals
{
    private static ReadOnlySpan<byte> Protocol => "HTTP/1.1 "u8;

    /// <summary>Looks for them on the connections of an address.</summary>
    public static void UseWordedRefusals(this ListenOptions listen, bool indented) =>
        listen.Use(next => async connection =>
    {
        var transport = connection.Transport;
        connection.Transport = new Worded(transport.Input, new WordedWriter(transport.Output, indented));
        try
        {
            await next(connection);
        }
        finally
        {
            connection.Transport = transport;
        }
    });

    /// <summary>Whether bytes are the head of a refusal that nobody here has written.</summary>
    private static bool IsWordless(ReadOnlySpan<byte> head) =>
        head.Length > Protocol.Length && head[Protocol.Length] is (byte)'4' or (byte)'5' && head.StartsWith(Protocol)
        && head.EndsWith("\r\n\r\n"u8) && head.IndexOf("\r\nContent-Length: 0\r\n"u8) > 0
            && head.IndexOf("\r\nConnection: close\r\n"u8) > 0 && head.IndexOf("\r\nX-Emulator: "u8) < 0;

    private static byte[] InWords(ReadOnlySpan<byte> head, bool indented)
    {
        var lines = Encoding.ASCII.GetString(head).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var status = int.Parse(lines[0].AsSpan(Protocol.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture);
        var refusal = ServiceErrors.Unreadable(status, ReasonPhrases.GetReasonPhrase(status)).Because(Why(status));
        var body = RefusalRenderer.Render(refusal, "/", indented);
        string[] added =
        [
            $"Content-Type: {WholeAnswer.Json}", "X-Emulator: console-connect", $"X-Emulator-Version: {Frame.Version}",
            $"{RefusalRenderer.ExplainHeader}: {RefusalRenderer.Explain(refusal)}",
                string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"),
        ];
        var worded = string.Join("\r\n", lines.Where(line =>
            !line.StartsWith("Content-Length:", StringComparison.Ordinal)).Concat(added)) + "\r\n\r\n";
        return [.. Encoding.ASCII.GetBytes(worded), .. body];
    }

    private static string Why(int status) => status switch
    {
        StatusCodes.Status408RequestTimeout => "The request's headers didn't arrive in time.",
        StatusCodes.Status414UriTooLong => "The request line, method and address together, may have "
            + $"{Listening.LongestRequestLine} bytes: ask with a shorter filter, or in several requests.",
        StatusCodes.Status431RequestHeaderFieldsTooLarge => "The request's headers may have "
            + $"{Listening.LongestHeaders} bytes together, and may be 100.",
        StatusCodes.Status505HttpVersionNotsupported => "HTTP/1.1 and HTTP/1.0 are spoken, and HTTP/2 by https.",
        >= 500 => "The emulator's own fault, not the service's: see its log.",
        _ => "What was sent can't be read as an HTTP request: its first line, its Host or another header isn't as HTTP "
            + "has it. Addresses need %-escapes for all but ASCII.",
    };

    private sealed record Worded(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    /// <summary>Passes on what is written; the head of a wordless refusal is replaced.</summary>
    private sealed class WordedWriter(PipeWriter inner, bool indented) : PipeWriter
    {
        private Memory<byte> given;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => given = inner.GetMemory(sizeHint);

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            var written = given[..bytes];
            given = given[bytes..];
            if (IsWordless(written.Span))
            {
                inner.Write(InWords(written.Span, indented));
                given = default;
                return;
            }

            inner.Advance(bytes);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source,
            CancellationToken cancellationToken = default) => inner.WriteAsync(source, cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
    }
}
