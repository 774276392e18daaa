using System.Threading.Channels;

namespace SocketIo;

/// <summary>
/// What waits to be sent to one client, encoded. Any thread adds; whichever transport is in use takes.
/// </summary>
/// <param name="maxWaiting">How much may wait, characters.</param>
internal sealed class OutgoingPackets(int maxWaiting)
{
    private readonly Channel<string> packets = Channel.CreateUnbounded<string>();
    private int waiting;

    /// <summary>Adds a packet without waiting. After the end nothing is added any more.</summary>
    /// <returns>False where too much waits: the client doesn't take what it is sent.</returns>
    public bool TryAdd(EngineIoPacket packet)
    {
        var text = packet.Encode();
        if (Interlocked.Add(ref waiting, text.Length) > maxWaiting)
        {
            return false;
        }

        packets.Writer.TryWrite(text);
        return true;
    }

    /// <summary>Takes all there is, and waits where there is nothing.</summary>
    /// <returns>Nothing, once it has ended and all has been taken.</returns>
    public async Task<List<string>> Take(CancellationToken ct)
    {
        var taken = new List<string>();
        while (taken.Count == 0 && await packets.Reader.WaitToReadAsync(ct))
        {
            while (packets.Reader.TryRead(out var text))
            {
                Interlocked.Add(ref waiting, -text.Length);
                taken.Add(text);
            }
        }

        return taken;
    }

    /// <summary>Nothing comes after this.</summary>
    public void End() => packets.Writer.TryComplete();
}
