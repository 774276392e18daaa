using Emulator.Simulation;

namespace Emulator.Hosting.Pipeline;

/// <summary>An answer on its way to the client, of whose beginning the exchange keeps a copy.</summary>
internal sealed class OverheardAnswer(Stream client, Exchange exchange) : AnswerStream
{
    private readonly MemoryStream heard = new();

    public override Task FlushAsync(CancellationToken cancellationToken) => client.FlushAsync(cancellationToken);

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
