using System.Threading.Channels;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>Something that happened in a sandbox.</summary>
/// <param name="Id">
/// Its number, counting up for as long as the sandbox lives, resets or not; null for an exchange, which isn't kept
/// here.
/// </param>
/// <param name="Kind">One of <see cref="SandboxEvents.Kinds"/>.</param>
/// <param name="Members">
/// Its members, by name: texts, numbers, truth values, instants and lists of texts.
/// </param>
/// <param name="Exchange">The exchange that it is about, in the place of members; null for anything else.</param>
internal sealed record SandboxEvent(
    long? Id,
    string Kind,
    IReadOnlyList<(string Name, object? Value)> Members,
    Exchange? Exchange = null);

/// <summary>
/// What happens in a sandbox, in order, told to anyone who listens: moves of resources, messages, faults, resets, the
/// clock, snapshots, exchanges. Published once it is saved, within the turn that did it. Nobody who is told can hold
/// the sandbox up: one who doesn't
/// read misses what comes and is told so.
/// </summary>
/// <param name="sandbox">The sandbox's name.</param>
/// <param name="clock">Its clock.</param>
/// <param name="memory">Who is who in it.</param>
internal sealed class SandboxEvents(string sandbox, Simulation.Clock clock, ServiceMemory memory) : IDerived
{
    public const string Transition = "transition";
    public const string Message = "message";
    public const string Fault = "fault";
    public const string Reset = "reset";
    public const string Clock = "clock";
    public const string Snapshot = "snapshot";
    public const string Faults = "faults";
    public const string Request = "request";

    /// <summary>What there is to be told.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        [Transition, Message, Fault, Reset, Clock, Snapshot, Faults, Request];

    /// <summary>What is told to one who doesn't choose: not each request, which the journal keeps.</summary>
    public static readonly IReadOnlyList<string> UsualKinds = [.. Kinds.Where(kind => kind != Request)];

    /// <summary>How many are kept for those who come late.</summary>
    private const int Kept = 500;

    /// <summary>How many wait for a listener that doesn't read.</summary>
    private const int Backlog = 1000;

    private readonly Lock gate = new();
    private readonly Queue<SandboxEvent> past = new();
    private readonly List<Listener> listeners = [];
    private long last;
    private bool over;
    private int watchers;

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        if (written.Rows.Any(change => change.Row is SandboxState
            && (change.Has(nameof(SandboxState.ClockOffset)) || change.Has(nameof(SandboxState.FrozenAt)))))
        {
            var frozen = clock.FrozenAt is not null;
            Publish(Clock, ("now", clock.Now), ("frozen", frozen), ("rate", frozen ? 0L : 1L));
        }

        foreach (var move in written.Moves)
        {
            Publish(
                Transition,
                ("machine", move.Machine),
                ("id", move.ResourceId),
                ("from", move.From),
                ("trigger", move.Trigger),
                ("to", move.To),
                ("at", move.At),
                ("by", memory.Known.Directory.NameOfDoer(move.By)),
                ("reason", move.Reason));
        }

        foreach (var letter in written.Letters)
        {
            Publish(
                Message,
                ("id", letter.Sequence),
                ("kind", letter.Kind),
                ("to", letter.Addresses),
                ("aboutId", letter.AboutId),
                ("at", letter.At));
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start)
    {
        // What is said of a reset is said where it is made: nothing moved.
    }

    /// <summary>Tells that rules have struck a request.</summary>
    /// <param name="rules">What they go by.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path, without the sandbox.</param>
    /// <param name="operation">The operation that it asks for; null where there is none.</param>
    public void FaultFired(string rules, string method, string path, string? operation) =>
        Publish(
            Fault,
            ("rule", rules),
            ("method", method),
            ("path", path),
            ("operation", operation),
            ("at", clock.Now));

    /// <summary>Says what was done with a snapshot: saved, restored or deleted.</summary>
    public void DidWithSnapshot(string done, string name) =>
        Publish(Snapshot, ("done", done), ("name", name), ("at", clock.Now));

    /// <summary>Tells that there are other rules now, or that they count again.</summary>
    /// <param name="rules">How many there are.</param>
    public void FaultsChanged(int rules) => Publish(Faults, ("rules", (long)rules));

    /// <summary>
    /// Tells that an exchange is in the journal. It is not kept here, so that it displaces nothing, and costs nothing
    /// where nobody listens.
    /// </summary>
    public void Recorded(Exchange exchange)
    {
        if (Volatile.Read(ref watchers) == 0)
        {
            return;
        }

        var happened = new SandboxEvent(Id: null, Request, [], exchange);
        lock (gate)
        {
            listeners.RemoveAll(listener => !TellOrLeave(listener, happened));
        }
    }

    /// <summary>Says that the sandbox is back at the seed.</summary>
    internal void WasReset() => Publish(Reset, ("sandbox", sandbox));

    /// <summary>Listens from now on.</summary>
    /// <param name="kinds">Of what.</param>
    /// <param name="since">Those after this number first, as far as they are kept; null for none.</param>
    public Listener Listen(IReadOnlySet<string> kinds, long? since)
    {
        lock (gate)
        {
            // A number that was never given is one of an emulator that has been started again since.
            var after = since > last ? 0 : since ?? last;
            var missed = since is not null && (since > last || last - after > past.Count);
            var listener = new Listener(this, kinds, missed);
            foreach (var happened in past.Where(happened => happened.Id > after))
            {
                listener.Tell(happened);
            }

            if (over)
            {
                listener.End();
            }
            else
            {
                listeners.Add(listener);
                watchers += listener.Watches ? 1 : 0;
            }

            return listener;
        }
    }

    /// <summary>Ends every listener's stream: the sandbox is gone.</summary>
    internal void End()
    {
        lock (gate)
        {
            over = true;
            listeners.ForEach(listener => listener.End());
            listeners.Clear();
            watchers = 0;
        }
    }

    private void Publish(string kind, params (string Name, object? Value)[] members)
    {
        lock (gate)
        {
            var happened = new SandboxEvent(++last, kind, members);
            past.Enqueue(happened);
            if (past.Count > Kept)
            {
                past.Dequeue();
            }

            listeners.RemoveAll(listener => !TellOrLeave(listener, happened));
        }
    }

    private bool TellOrLeave(Listener listener, SandboxEvent happened)
    {
        var stays = listener.Tell(happened);
        watchers -= !stays && listener.Watches ? 1 : 0;
        return stays;
    }

    private void Leave(Listener listener)
    {
        lock (gate)
        {
            watchers -= listeners.Remove(listener) && listener.Watches ? 1 : 0;
        }
    }

    /// <summary>Somebody who is told, until disposed of.</summary>
    internal sealed class Listener(SandboxEvents events, IReadOnlySet<string> kinds, bool missed) : IDisposable
    {
        private readonly Channel<SandboxEvent> waiting = Channel.CreateBounded<SandboxEvent>(
            new BoundedChannelOptions(Backlog) { SingleReader = true });

        /// <summary>What it is told; completed when the sandbox is gone, or once it <see cref="Overran"/>.</summary>
        public ChannelReader<SandboxEvent> News => waiting.Reader;

        /// <summary>Whether it wants to be told of each exchange.</summary>
        public bool Watches { get; } = kinds.Contains(Request);

        /// <summary>Whether events that it asked for weren't kept for so long.</summary>
        public bool Missed => missed;

        /// <summary>Whether it read so slowly that it was given up.</summary>
        public bool Overran { get; private set; }

        public void Dispose() => events.Leave(this);

        /// <returns>False where it is told nothing any more.</returns>
        internal bool Tell(SandboxEvent happened)
        {
            if (!kinds.Contains(happened.Kind) || waiting.Writer.TryWrite(happened))
            {
                return true;
            }

            Overran = true;
            waiting.Writer.TryComplete();
            return false;
        }

        internal void End() => waiting.Writer.TryComplete();
    }
}
