using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation.Faults;
using Emulator.Store;
using Emulator.Store.Images;
using Microsoft.Data.Sqlite;

namespace Emulator.Simulation;

/// <summary>
/// A world of its own: one database, one clock, one source of ids. Every piece of state belongs to one; two sandboxes
/// share nothing but code and reference files. It is used in turns: one piece of work at a time, read or write, each
/// seeing whole what the one before left.
/// </summary>
internal sealed partial class Sandbox : IDisposable
{
    private readonly SandboxDatabase database;
    private readonly bool isDefault;
    private readonly SandboxSettings settings;
    private bool closed;
    private readonly TimeProvider machine;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly SetPaces paces;
    private readonly DueTimes due;
    private readonly IReadOnlyList<IDerived> derived;

    private Sandbox(
        string name,
        Service service,
        SandboxDatabase database,
        SandboxSettings settings,
        TimeProvider machine,
        KnownState? known)
    {
        Name = name;
        Service = service;
        isDefault = name == Sandboxes.DefaultName;
        this.database = database;
        this.settings = settings;
        this.machine = machine;
        Clock = new Clock(machine);
        Ids = new IdSource(settings.Seed, 0);
        Memory = service.Traits.Memory(database, Stored);
        Faults = new FaultRules(Clock);
        Polls = new PollCount(database);
        Statuses = new StatusCounts(database);
        Answers = new KeptAnswers(Memory.IsPartOfAllAnswers);
        Journal = new Journal(settings.Journal, settings.JournalBytes);
        Events = new SandboxEvents(name, Clock, Memory);
        AwaitedLetters = new AwaitedLetters(this, machine);
        paces = new SetPaces(database, settings);
        due = new DueTimes(database, Clock);

        // In this order: those further down ask those above.
        derived = [.. Memory.Derived, paces, due, Polls, Statuses, Answers, AwaitedLetters, Events];
        Load(known);
    }

    public string Name { get; }

    /// <summary>The emulated service.</summary>
    public Service Service { get; }

    public Clock Clock { get; }

    public IdSource Ids { get; private set; }

    /// <summary>What the emulated service remembers in it, of its own kind.</summary>
    public ServiceMemory Memory { get; }

    /// <summary>Answers that still hold.</summary>
    public KeptAnswers Answers { get; }

    /// <summary>How many resources are in each state.</summary>
    public StatusCounts Statuses { get; }

    /// <summary>The last exchanges.</summary>
    public Journal Journal { get; }

    /// <summary>What happens in it, for those who listen.</summary>
    public SandboxEvents Events { get; }

    /// <summary>Who waits for letters. Needs no turn.</summary>
    public AwaitedLetters AwaitedLetters { get; }

    /// <summary>What goes wrong on purpose. Needs no turn.</summary>
    public FaultRules Faults { get; }

    /// <summary>
    /// Whether a move of the service's own is due, so that reads must wait for their turn. Costs no query.
    /// </summary>
    public bool SomethingIsDue => due.IsPast;

    /// <summary>The moves that wait for reads.</summary>
    public PollCount Polls { get; }

    /// <summary>
    /// When the service moves next by itself, as far as is known without asking; null where it doesn't.
    /// </summary>
    public DateTimeOffset? EarliestDue => due.Earliest;

    /// <summary>How the service goes on in it.</summary>
    public Pacing Pacing => paces.Now;

    /// <summary>
    /// The API keys in its data as its clients hold them, by username; no operation of the service's makes any.
    /// </summary>
    public IReadOnlyDictionary<string, string> ApiKeys => Known.Directory.KeysByUsername(Shown);

    /// <summary>The files of worlds that its data was made with; null where an earlier version kept no note.</summary>
    public IReadOnlyList<BegunWith>? BegunWith { get; private set; }

    /// <summary>Opens a sandbox on its database, which holds its state already.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="service">The emulated service.</param>
    /// <param name="database">The database; the sandbox disposes of it.</param>
    /// <param name="settings">How it starts.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="known">What the database holds, where somebody has read it already; null to read it.</param>
    public static Sandbox Open(
        string name,
        Service service,
        SandboxDatabase database,
        SandboxSettings settings,
        TimeProvider machine,
        KnownState? known = null
    ) => new(name, service, database, settings, machine, known);

    /// <summary>
    /// A token or key as its clients hold it: those of other sandboxes than the default one carry its name, so that
    /// they alone lead back here.
    /// </summary>
    public string Shown(string credential) => isDefault ? credential : $"{Name}{Sandboxes.NameEnd}{credential}";

    /// <summary>The same as it is stored.</summary>
    public string Stored(string credential) =>
        !isDefault
        && credential.Length > Name.Length
        && credential[Name.Length] == Sandboxes.NameEnd
        && credential.StartsWith(Name, StringComparison.OrdinalIgnoreCase)
            ? credential[(Name.Length + 1)..]
            : credential;

    /// <summary>A time stamp of the machine's, to measure from.</summary>
    public long Timestamp() => machine.GetTimestamp();

    /// <summary>How long ago a time stamp of the machine's was taken.</summary>
    public TimeSpan Elapsed(long since) => machine.GetElapsedTime(since);

    /// <summary>
    /// Waits before the database, which another program holds, is tried again: others have their turn meanwhile.
    /// </summary>
    public Task PauseHeld(CancellationToken ct) => Task.Delay(HeldPause, machine, ct);

    /// <summary>
    /// Waits for a turn. What is due is settled before it begins; end it with <see cref="Turn.End"/>.
    /// </summary>
    public Task<Turn> Begin(CancellationToken ct) => Begin(reading: false, ct);

    /// <inheritdoc cref="Begin(CancellationToken)"/>
    /// <param name="reading">
    /// Whether nothing is written past EF Core: a sandbox that is only read shares its data with others.
    /// </param>
    /// <param name="ct">Ends the waiting.</param>
    public async Task<Turn> Begin(bool reading, CancellationToken ct)
    {
        var since = Telemetry.TurnWaits.Enabled ? Timestamp() : 0;
        await gate.WaitAsync(ct);
        if (since != 0)
        {
            Telemetry.TurnWaits.Record(Elapsed(since).TotalSeconds);
        }

        Telemetry.Turns.Add(1);
        try
        {
            RefuseClosed();
            LookAfterFile();
            if (!reading)
            {
                database.Own();
            }

            var moment = new Moment(Clock.Now, Moment.ServiceItself, Pacing);
            var settled = due.Earliest <= moment.At ? await SettleFor(reading, moment) : null;
            return new Turn(this, database, moment, new Access(settings.Access), settled);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    /// <summary>Puts the sandbox to another state whole: the seed, for a reset, or a snapshot.</summary>
    /// <param name="write">Writes that state over the sandbox's own.</param>
    /// <param name="known">What is in it; null to read it.</param>
    /// <param name="ct">Ends the waiting for a turn.</param>
    /// <param name="furnish">What is added before anybody sees it; null where nothing is.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.NothingStored"/>, <see cref="ServiceErrors.DataHeld"/>: it is as it was.
    /// </exception>
    public async Task Become(
        Action<SandboxDatabase> write, KnownState? known, CancellationToken ct, Func<Turn, Task>? furnish = null)
    {
        for (var since = Timestamp(); ;)
        {
            await gate.WaitAsync(ct);
            try
            {
                RefuseClosed();
                LookAfterFile();
                database.RefuseUnstored();
                write(database);
                Load(known);
                database.File?.Saved();
                if (furnish is not null)
                {
                    database.Own();
                    var turn = new Turn(
                        this,
                        database,
                        new Moment(Clock.Now, Moment.ServiceItself, Pacing),
                        new Access(settings.Access),
                        settled: null);
                    await turn.Furnish(furnish);
                }

                return;
            }
            catch (Exception failure) when (database.Unstored(failure) is { } refusal)
            {
                if (refusal.Error != ServiceErrors.DataHeld || Elapsed(since) > HeldFor)
                {
                    throw refusal;
                }
            }
            finally
            {
                gate.Release();
            }

            await PauseHeld(ct);
        }
    }

    /// <summary>Adds to it what it is to begin with, in a turn.</summary>
    public async Task Furnish(Func<Turn, Task> furnish, CancellationToken ct)
    {
        var turn = await Begin(ct);
        try
        {
            await turn.Furnish(furnish);
        }
        finally
        {
            Release();
        }
    }

    /// <summary>
    /// Closes it for good, once what is at work in it is done. Anyone who waits for a turn is told that it is gone.
    /// </summary>
    public async Task Close()
    {
        await gate.WaitAsync();
        try
        {
            Dispose();
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        if (!closed)
        {
            closed = true;
            Faults.KeepCounts();
            Events.End();
            Journal.Clear();
            AwaitedLetters.LookAgain();
            database.Dispose();
        }
    }

    /// <summary>What is known of its state now.</summary>
    internal KnownState Known => Memory.Known;

    /// <summary>Who is who, as last saved. Without a turn, it may be another a moment later.</summary>
    internal IDirectory Directory => Known.Directory;

    /// <summary>Counts up when it is put to another state whole: what was read before is of another world.</summary>
    internal long World { get; private set; }

    /// <summary>Reads all of it again, as it is stored now. Only within a turn.</summary>
    internal void LookAgain() => Load(known: null);

    /// <summary>Tells everything that follows from the rows what was stored.</summary>
    internal void Saved(WriteSet written)
    {
        foreach (var one in derived)
        {
            one.Saved(written);
        }

        Telemetry.Moved(written.Moves);
    }

    /// <summary>Its data was made with files of worlds, as is stored now. Only within a turn.</summary>
    internal void Begins(string? with) => BegunWith = Simulation.BegunWith.Read(with);

    /// <summary>Looks at what a client has read: what has been read often enough is due. Only within a turn.</summary>
    /// <param name="answer">What was read.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="counted">Takes the reads that a move waited for; null where nobody asks.</param>
    internal void CountPolls(ReadOnlySpan<byte> answer, DateTimeOffset now, List<CountedRead>? counted)
    {
        if (Polls.Count(answer, now, counted))
        {
            due.Add(now);
        }
    }

    /// <summary>Ends a turn.</summary>
    internal void Release() => gate.Release();

    /// <summary>Settles what is due. Where it can't be stored, a read shows what is stored.</summary>
    /// <returns>What was stored; null for nothing.</returns>
    private async Task<WriteSet?> SettleFor(bool reading, Moment moment)
    {
        try
        {
            return await Settle(moment);
        }
        catch (Exception failure) when (reading && database.Unstored(failure) is not null)
        {
            Unsaved();
            return null;
        }
    }

    private async Task<WriteSet?> Settle(Moment moment)
    {
        using var span = Telemetry.Spans.StartActivity("settle");
        WriteSet? written = null;
        database.Own();
        database.RefuseUnstored();
        using var db = database.Open(Directory);
        await using var all = await db.Database.BeginTransactionAsync();
        if (await Settling.SettleDue(Service, db, moment) > 0)
        {
            await db.SaveChangesAsync();
            await all.CommitAsync();
            database.File?.Saved();
            written = db.TakeWritten();
            Saved(written);
        }

        due.Look();
        return written;
    }

    /// <exception cref="Refusal"><see cref="ServiceErrors.SandboxNotFound"/>: it is gone.</exception>
    internal void RefuseClosed()
    {
        if (closed)
        {
            throw ServiceErrors.SandboxNotFound.Because("It was deleted, or its time to live was over, while the "
                + "request waited for it.", Name);
        }
    }

    private void Load(KnownState? known)
    {
        World++;
        var start = known?.Start;
        SandboxState state;
        if (start is not null && database.File is null)
        {
            state = Beginning(settings, machine);
            database.WriteFirst(rows => rows.Insert("Sandbox", [state]));
        }
        else
        {
            state = StateIn(database.Rows);
        }

        BegunWith = Simulation.BegunWith.Read(state.Worlds);
        Clock.Restore(state.ClockOffset, state.FrozenAt);
        if (state.SavedAt is { } savedAt)
        {
            // Whatever time has passed since it was saved has passed outside.
            if (state.FrozenAt is null)
            {
                Clock.Set(savedAt);
            }

            var ahead = Clock.Offset;
            database.WriteFirst(rows => rows.IsAtWork(ahead));
        }

        Ids = new IdSource(state.Seed, state.IdsGiven);
        known ??= new KnownState(Service.Traits.Directory(database.Rows));
        start ??= StateUnderWay.Read(database);
        foreach (var one in derived)
        {
            one.Replaced(known, start);
        }
    }

    private static SandboxState StateIn(SqliteConnection rows)
    {
        var states = rows.Read<SandboxState>("Sandbox");
        return states is [var state]
            ? state
            : throw new InvalidOperationException("The table Sandbox, which says how clock and ids stand, has "
                + $"{states.Count} rows instead of one");
    }

    /// <summary>What was due has been settled within a turn: looks again at what a write can only add to.</summary>
    internal void Settled()
    {
        Polls.Look();
        due.Look();
    }
}
