namespace Emulator.Hosting.Pipeline;

/// <summary>
/// The way of an answer's bytes to the client: written and flushed without blocking a thread, and nothing else.
/// </summary>
internal abstract class AnswerStream : Stream
{
    private const string Blocking = "Answers are sent without blocking a thread.";

    public sealed override bool CanRead => false;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => true;

    public sealed override long Length => throw new NotSupportedException();

    public sealed override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public abstract override ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default);

    public sealed override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public abstract override Task FlushAsync(CancellationToken cancellationToken);

    public sealed override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException(Blocking);

    public sealed override void Flush() => throw new NotSupportedException(Blocking);

    public sealed override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public sealed override void SetLength(long value) => throw new NotSupportedException();
}
