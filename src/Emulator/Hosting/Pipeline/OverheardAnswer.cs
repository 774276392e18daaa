using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>An answer on its way to the client, of whose beginning the exchange keeps a copy.</summary>
internal sealed class OverheardAnswer(Stream client, Exchange exchange) : Stream
{
    private readonly MemoryStream heard = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => client.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count)
    {
        Hear(buffer.AsSpan(offset, count));
        client.Write(buffer, offset, count);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Hear(buffer.Span);
        return client.WriteAsync(buffer, cancellationToken);
    }

    private void Hear(ReadOnlySpan<byte> bytes)
    {
        if (exchange.IsRecorded)
        {
            return;
        }

        var room = Journal.KeptOfLong - (int)heard.Length;
        heard.Write(bytes[..Math.Min(room, bytes.Length)]);
        exchange.AnswerBody = heard.GetBuffer().AsMemory(0, (int)heard.Length);
        exchange.AnswerLength += bytes.Length;
    }
}
