using System.Runtime.InteropServices;

namespace Emulator.Simulation;

/// <summary>
/// The last exchanges of a sandbox, bounded by count and by bytes: the oldest go first. Exchanges are recorded before
/// their answer goes out, so that anyone who has an answer finds it here. Nothing is allocated before the first one.
/// </summary>
/// <param name="most">The most exchanges that are kept; 0 for none.</param>
/// <param name="mostBytes">The most bytes that they may take together.</param>
internal sealed class Journal(int most, int mostBytes)
{
    /// <summary>
    /// How much is kept of a body that is too long to be kept whole, or that is sent bit by bit, bytes.
    /// </summary>
    public const int KeptOfLong = 32 * 1024;

    private readonly Lock gate = new();

    /// <summary>
    /// Bodies that are kept once, however many exchanges were answered with them: polling gives the same one again and
    /// again.
    /// </summary>
    private readonly Dictionary<byte[], int> shared = new(ReferenceEqualityComparer.Instance);

    private Exchange[] ring = [];
    private int first;
    private int count;
    private long bytes;
    private long last;
    private long forgotten;

    /// <summary>Who waits for an exchange, by the beginnings of its path.</summary>
    public Waiters<Exchange> Waiters { get; } = new(Beginnings);

    /// <summary>Whether anything is recorded.</summary>
    public bool IsOn => most > 0;

    /// <summary>The most exchanges that are kept.</summary>
    public int Most => most;

    /// <summary>The most bytes that they may take.</summary>
    public int MostBytes => mostBytes;

    /// <summary>Records one; from then on it doesn't change any more.</summary>
    /// <param name="exchange">The exchange, answered.</param>
    /// <param name="at">The sandbox's instant.</param>
    public void Record(Exchange exchange, DateTimeOffset at)
    {
        if (!IsOn)
        {
            return;
        }

        exchange.At = at;
        exchange.Settle(mostBytes / 4);
        lock (gate)
        {
            exchange.Sequence = ++last;
            if (count == ring.Length)
            {
                if (count < most)
                {
                    Grow();
                }
                else
                {
                    Forget();
                }
            }

            ring[(first + count++) % ring.Length] = exchange;
            bytes += exchange.Weight + Taken(exchange.AnswerBody);
            while (bytes > mostBytes)
            {
                Forget();
            }
        }

        Waiters.Tell(exchange);
    }

    /// <summary>What it holds.</summary>
    public Seen Look()
    {
        lock (gate)
        {
            return Held();
        }
    }

    /// <summary>Throws all away.</summary>
    /// <param name="again">Whether the next one is number 1 again: so after a reset.</param>
    /// <returns>How many there were.</returns>
    public int Clear(bool again = false)
    {
        int thrown;
        lock (gate)
        {
            thrown = count;
            (ring, first, count, bytes, forgotten) = ([], 0, 0, 0, 0);
            shared.Clear();
            last = again ? 0 : last;
        }

        Waiters.LookAgain();
        return thrown;
    }

    /// <summary>The beginnings of an exchange's path, each up to the end of a segment, as the client wrote it and as it
    /// is spelled inside.</summary>
    private static HashSet<string> Beginnings(Exchange exchange)
    {
        // No path that is asked for is longer, and none has more segments: beyond there is nothing to be found.
        const int Most = 2000;
        var beginnings = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "" };
        foreach (var path in (ReadOnlySpan<string>)[exchange.AskedPath, exchange.Path])
        {
            for (var end = path.IndexOf('/', Math.Min(1, path.Length)); end >= 0
                && end <= Most; end = path.IndexOf('/', end + 1))
            {
                beginnings.Add(path[..end]);
            }

            if (path.Length <= Most)
            {
                beginnings.Add(path);
            }
        }

        return beginnings;
    }

    private Seen Held()
    {
        var all = new Exchange[count];
        for (var index = 0; index < all.Length; index++)
        {
            all[index] = ring[(first + index) % ring.Length];
        }

        return new Seen(all, last, forgotten, bytes);
    }

    private void Grow()
    {
        var larger = new Exchange[Math.Min(most, Math.Max(16, ring.Length * 2))];
        for (var index = 0; index < count; index++)
        {
            larger[index] = ring[(first + index) % ring.Length];
        }

        (ring, first) = (larger, 0);
    }

    private void Forget()
    {
        var oldest = ring[first];
        ring[first] = null!;
        first = (first + 1) % ring.Length;
        count--;
        forgotten++;
        bytes -= oldest.Weight + Released(oldest.AnswerBody);
    }

    /// <summary>What a body takes that is kept from now on: nothing, if it is there already.</summary>
    private int Taken(ReadOnlyMemory<byte> body)
    {
        if (!MemoryMarshal.TryGetArray(body, out var segment) || segment.Count == 0)
        {
            return 0;
        }

        ref var holders = ref CollectionsMarshal.GetValueRefOrAddDefault(shared, segment.Array!, out _);
        return holders++ == 0 ? segment.Array!.Length : 0;
    }

    /// <summary>What is free again when one exchange less holds a body.</summary>
    private int Released(ReadOnlyMemory<byte> body)
    {
        if (!MemoryMarshal.TryGetArray(body, out var segment) || segment.Count == 0)
        {
            return 0;
        }

        ref var holders = ref CollectionsMarshal.GetValueRefOrNullRef(shared, segment.Array!);
        if (--holders > 0)
        {
            return 0;
        }

        shared.Remove(segment.Array!);
        return segment.Array!.Length;
    }

    /// <summary>What the journal held at one moment.</summary>
    /// <param name="Exchanges">The exchanges, oldest first.</param>
    /// <param name="Last">The number of the last one that was recorded; 0 for none.</param>
    /// <param name="Forgotten">How many older ones had to make room since the journal was last cleared.</param>
    /// <param name="Bytes">How many bytes they take.</param>
    internal sealed record Seen(IReadOnlyList<Exchange> Exchanges, long Last, long Forgotten, long Bytes);
}
