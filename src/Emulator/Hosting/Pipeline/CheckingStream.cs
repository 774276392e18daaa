using Emulator.Wire.Contract;

namespace Emulator.Hosting.Pipeline;

/// <summary>Passes an answer on to the client as it comes, and checks it on the way.</summary>
/// <param name="client">Where it goes.</param>
/// <param name="schema">What it must be.</param>
internal sealed class CheckingStream(Stream client, AnswerSchema schema) : Stream
{
    private readonly AnswerReader reader = Begun(schema);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Where the answer, now that it is at its end, isn't as the schema says.</summary>
    public IReadOnlyList<Finding> Findings() => reader.End([]);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reader.Read(buffer.Span);
        return client.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count)
    {
        reader.Read(buffer.AsSpan(offset, count));
        client.Write(buffer, offset, count);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

    public override void Flush() => client.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static AnswerReader Begun(AnswerSchema schema)
    {
        var reader = new AnswerReader();
        reader.Begin(schema);
        return reader;
    }
}
