using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Emulator.Benchmarks;

/// <summary>The head of an answer, and how long its body was.</summary>
internal readonly record struct Answer(int Status, long Length);

/// <summary>
/// A keep-alive connection that sends prepared bytes and reads answers with next to no work of its own: on a machine of
/// few processors a comfortable client would be measured more than the server.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        ReceiveTimeout = 60_000,
    };
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    /// <exception cref="SocketException">Nobody listens.</exception>
    public HttpConnection(int port)
    {
        try
        {
            socket.Connect(IPAddress.Loopback, port);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a request and reads its answer, all of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">Takes the body; null where only its length counts.</param>
    public Answer Ask(ReadOnlySpan<byte> request, Stream? body = null)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += socket.Send(request[sent..]);
        }

        var line = ReadLine();
        var status = Utf8Parser.TryParse(line["HTTP/1.1 ".Length..], out int code, out _)
            ? code
            : throw new BenchmarkBroken("That is no HTTP answer.");
        long length = 0;
        var chunked = false;
        while ((line = ReadLine()).Length > 0)
        {
            if (
                line.StartsWith("Content-Length: "u8)
                && Utf8Parser.TryParse(line["Content-Length: ".Length..], out long told, out _))
            {
                length = told;
            }

            chunked |= line.SequenceEqual("Transfer-Encoding: chunked"u8);
        }

        if (!chunked)
        {
            Take(length, body);
            return new Answer(status, length);
        }

        while (Utf8Parser.TryParse(ReadLine(), out long chunk, out _, 'X'))
        {
            Take(chunk, body);
            _ = ReadLine();
            if (chunk == 0)
            {
                return new Answer(status, length);
            }

            length += chunk;
        }

        throw new BenchmarkBroken("That is no chunked answer.");
    }

    public void Dispose() => socket.Dispose();

    private ReadOnlySpan<byte> ReadLine()
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8);
            if (at >= 0)
            {
                var line = buffer.AsSpan(start, at);
                start += at + 2;
                return line;
            }

            Fill();
        }
    }

    private void Take(long count, Stream? body)
    {
        while (count > 0)
        {
            if (start == end)
            {
                Fill();
            }

            var here = (int)Math.Min(count, end - start);
            body?.Write(buffer, start, here);
            start += here;
            count -= here;
        }
    }

    private void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        var read = socket.Receive(buffer, end, buffer.Length - end, SocketFlags.None);
        end += read > 0 ? read : throw new SocketException((int)SocketError.ConnectionReset);
    }
}
