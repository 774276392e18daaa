using Emulator.Wire.Contract;

namespace Emulator.Hosting.Pipeline;

/// <summary>Passes an answer on to the client as it comes, and checks it on the way.</summary>
/// <param name="client">Where it goes.</param>
/// <param name="schema">What it must be.</param>
internal sealed class CheckingStream(Stream client, AnswerSchema schema) : AnswerStream
{
    private readonly AnswerReader reader = Begun(schema);

    /// <summary>Where the answer, now that it is at its end, isn't as the schema says.</summary>
    public IReadOnlyList<Finding> Findings() => reader.End([]);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        reader.Read(buffer.Span);
        return client.WriteAsync(buffer, cancellationToken);
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

    private static AnswerReader Begun(AnswerSchema schema)
    {
        var reader = new AnswerReader();
        reader.Begin(schema);
        return reader;
    }
}
