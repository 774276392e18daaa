using Emulator.Simulation.Faults;
using Microsoft.AspNetCore.Connections.Features;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// An answer's body that is sent slowly, or only in part. Nothing of it is held back: what is cut off or how fast it
/// goes is worked out from the length that the answer announces, and for one that announces none, which is made while
/// it is sent, from its first piece.
/// </summary>
internal sealed class HinderedBody(
    HttpContext context,
    Cut? cut,
    Slowness? slow,
    TimeProvider machine,
    CancellationToken ended
) : AnswerStream
{
    /// <summary>How many pieces a slow answer is sent in, a second; fewer where it has fewer bytes.</summary>
    private const int PiecesPerSecond = 20;

    /// <summary>How long what was sent may take to leave before the connection is cut all the same.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Stream client = context.Response.Body;
    private bool begun;
    private bool isCut;
    private long sent;
    private long end = long.MaxValue;
    private double bytesPerSecond;
    private long beginning;

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default)
    {
        // After the cut, anyone who writes on isn't told: it would be a failure of his, and be logged as one.
        if (isCut || buffer.IsEmpty)
        {
            return;
        }

        try
        {
            await Send(buffer);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has gone, or the emulator stops and waits for no slow answer.
            isCut = true;
            context.Abort();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        isCut ? Task.CompletedTask : client.FlushAsync(cancellationToken);

    /// <summary>
    /// The answer is over: one that is to be cut off, and has announced no length that it could fall short of, ends
    /// without its end.
    /// </summary>
    public Task End() =>
        cut is not null && begun && !isCut && context.Response.ContentLength is null ? CutOff() : Task.CompletedTask;

    private async Task Send(ReadOnlyMemory<byte> bytes)
    {
        if (!begun)
        {
            begun = true;
            await Begin(bytes.Length);
        }

        var part = bytes[..(int)Math.Min(bytes.Length, end - sent)];
        await (slow is null ? client.WriteAsync(part, ended) : SendSlowly(part));
        sent += part.Length;
        if (sent == end)
        {
            await CutOff();
        }
    }

    private Task Begin(int firstPiece)
    {
        var announced = context.Response.ContentLength;
        var size = announced ?? firstPiece;
        if (cut is not null)
        {
            end = cut.Bytes ?? (long)(size * cut.Share!.Value);
            end = Math.Min(end, announced - 1 ?? long.MaxValue); // Something is always missing.
        }

        if (slow is null)
        {
            return Task.CompletedTask;
        }

        bytesPerSecond = slow.BytesPerSecond ?? Math.Max(1, size * 1000.0 / slow.Milliseconds!.Value);
        beginning = machine.GetTimestamp();
        return client.FlushAsync(ended); // The headers come at once.
    }

    private async ValueTask SendSlowly(ReadOnlyMemory<byte> bytes)
    {
        var piece = (int)Math.Max(1, bytesPerSecond / PiecesPerSecond);
        for (var at = 0; at < bytes.Length; at += piece)
        {
            var part = bytes.Slice(at, Math.Min(piece, bytes.Length - at));
            var early =
                TimeSpan.FromSeconds((sent + at + part.Length) / bytesPerSecond) - machine.GetElapsedTime(beginning);
            if (early > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(early, machine, ended);
            }

            await client.WriteAsync(part, ended);
            await client.FlushAsync(ended);
        }
    }

    /// <summary>
    /// Ends the connection once what was sent has left. Kestrel alone would throw that away when it is told to abort,
    /// and complain of too short an answer when it isn't.
    /// </summary>
    private async Task CutOff()
    {
        isCut = true;
        await client.FlushAsync(ended);
        if (
            HttpProtocol.IsHttp11(context.Request.Protocol)
            && context.Features.Get<IConnectionTransportFeature>() is { Transport: { } transport }
            && context.Features.Get<IConnectionLifetimeFeature>() is { } connection)
        {
            await transport.Output.CompleteAsync();
            var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = connection.ConnectionClosed.Register(closed.SetResult);
            await Task.WhenAny(closed.Task, Task.Delay(Patience, machine, CancellationToken.None));
        }

        context.Abort();
    }
}
