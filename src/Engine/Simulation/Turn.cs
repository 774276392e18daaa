using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>
/// One piece of work in a sandbox, alone in it from <see cref="Sandbox.Begin(CancellationToken)"/> to
/// <see cref="End"/>: what an operation gets to work with. What it changes is saved once, when it has gone well; a
/// refusal leaves no trace, not even in the ids.
/// </summary>
internal sealed class Turn
{
    private readonly Sandbox sandbox;
    private readonly SandboxDatabase database;
    private readonly long idsGivenBefore;
    private readonly long world;
    private EmulatorDb? db;
    private SandboxState? begunWith;
    private Clock? clock;
    private readonly WriteSet? settled;
    private List<WriteSet>? writes;
    private List<CountedRead>? reads;
    private bool saved, failed, emptied;

    internal Turn(Sandbox sandbox, SandboxDatabase database, Moment moment, Access access, WriteSet? settled)
    {
        this.settled = settled;
        this.sandbox = sandbox;
        this.database = database;
        Now = moment;
        Access = access;
        idsGivenBefore = sandbox.Ids.Given;
        world = sandbox.World;
    }

    /// <summary>The sandbox's tables, through EF Core.</summary>
    public EmulatorDb Db => db ??= database.Open(Directory, Cause);

    /// <summary>The request at work, method and path: what letters say they were caused by.</summary>
    public string? Cause { get; set; }

    /// <summary>
    /// The exchange that the turn is for, which is told at its end what was saved in it; null where none is recorded.
    /// </summary>
    public Exchange? Exchange { get; set; }

    /// <summary>The sandbox's rows, past EF Core: for what is polled.</summary>
    public SqliteConnection Rows => database.Rows;

    /// <summary>Who is who.</summary>
    public IDirectory Directory => sandbox.Directory;

    /// <summary>What the emulated service remembers in the sandbox.</summary>
    public ServiceMemory Memory => sandbox.Memory;

    /// <summary>A token or key as clients of this sandbox hold it.</summary>
    public string Shown(string credential) => sandbox.Shown(credential);

    /// <summary>The one source of ids.</summary>
    public IdSource Ids => sandbox.Ids;

    /// <summary>The instant at which the whole turn happens, and who does it.</summary>
    public Moment Now { get; private set; }

    /// <summary>Who asks, as the service has it; null where it doesn't know, or nobody does.</summary>
    public object? Asking { get; private set; }

    /// <summary>Notes who asks: from here on everything is done by them.</summary>
    /// <param name="asking">What the service knows of them.</param>
    /// <param name="id">Their id.</param>
    public void AskedBy(object asking, string id)
    {
        Asking = asking;
        Now = Now with { By = id };
    }

    /// <summary>
    /// What the service has found out in the turn for the operation to come: whose the route is; null where nothing.
    /// </summary>
    public object? Found { get; set; }

    /// <summary>Whether roles are enforced, and what was let through.</summary>
    public Access Access { get; }

    /// <summary>
    /// Saves what was changed. After it, what comes next sees it, and so does anyone who opens the database after a
    /// crash.
    /// </summary>
    public async Task Save()
    {
        if (sandbox.Ids.Given != idsGivenBefore)
        {
            database.Own();
            (await Db.State.FindAsync(1))!.IdsGiven = sandbox.Ids.Given;
        }

        if (db is { HasWork: true })
        {
            await Store();
            Stored(db);
        }

        saved = true;
    }

    /// <summary>Takes another turn for the same caller, to read on while an answer is sent. End it, too.</summary>
    /// <param name="ct">Ends the waiting for it.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SandboxNotFound"/>: it is put back, or gone.</exception>
    public async Task<Turn> Another(CancellationToken ct)
    {
        var next = await sandbox.Begin(reading: true, ct);
        if (next.world == world)
        {
            next.Asking = Asking;
            next.Exchange = Exchange;
            return next;
        }

        next.End();
        throw ServiceErrors.SandboxNotFound.Because(
            "It was put to another state while the list was sent.", sandbox.Name);
    }

    /// <summary>Whether a move waits for reads, so that each one must be looked at.</summary>
    public bool CountsPolls => sandbox.Polls.Waits;

    /// <summary>Sends what was changed to the database.</summary>
    private async Task Store()
    {
        failed = true; // Until it has gone well.
        database.RefuseUnstored();
        await Db.SaveChangesAsync();
        failed = false;
    }

    /// <summary>Memory follows what is stored, and never leads it.</summary>
    private void Stored(EmulatorDb stored)
    {
        saved = true;
        database.File?.Saved();
        if (clock is not null)
        {
            sandbox.Clock.Restore(clock.Offset, clock.FrozenAt);
        }

        if (emptied)
        {
            emptied = false;
            _ = stored.TakeWritten();
            sandbox.LookAgain();
            return;
        }

        var written = stored.TakeWritten();
        sandbox.Saved(written);
        (writes ??= []).Add(written);
    }

    /// <summary>
    /// Removes what people have made, and all companies but the platform's own and its partners: what resources say
    /// stays does. Only in <see cref="Together"/>, with which it is stored.
    /// </summary>
    public void Empty()
    {
        emptied = true;
        Rows.EmptyBut(
            Service.Resources.SelectMany(resource => resource.Staying)
                .ToDictionary(stays => stays.Table, stays => stays.Rows, StringComparer.Ordinal),
            Service.Machines.ToDictionary(machine => machine.Name, machine => machine.Table, StringComparer.Ordinal));
    }

    /// <summary>Notes from here on what is read. The notes end with the turn.</summary>
    public ReadSet NoteReads() => database.Reads = new ReadSet();

    /// <summary>A client has read an answer.</summary>
    public void CountPolls(ReadOnlySpan<byte> answer)
    {
        if (sandbox.Polls.Waits)
        {
            try
            {
                database.RefuseUnstored();
                sandbox.CountPolls(answer, Now.At, Exchange is null ? null : reads ??= []);
            }
            catch (Exception failure) when (database.Unstored(failure) is not null)
            {
                // The client has its answer; the read is counted another time.
            }
        }
    }

    /// <summary>The sandbox's clock, to be moved: the sandbox's own follows when that is saved.</summary>
    public Clock Clock => clock ??= sandbox.Clock.Draft();

    /// <summary>The emulated service.</summary>
    public Service Service => sandbox.Service;

    /// <summary>When the service moves next by itself; null where it doesn't.</summary>
    public DateTimeOffset? NextDue => sandbox.EarliestDue;

    /// <summary>The same, as the rows say it now, with what the turn has saved so far.</summary>
    public DateTimeOffset? EarliestDue() => database.EarliestDue();

    /// <inheritdoc cref="SandboxDatabase.WaitingForOtherThanTime"/>
    public (long Held, long Polled) WaitingForOtherThanTime() => database.WaitingForOtherThanTime();

    /// <summary>The sandbox's whole state, as saved: what this turn has changed so far isn't in it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotTooLarge"/>.</exception>
    public SavedState State()
    {
        var image = database.ImageAt(Now.At);
        return new(image, sandbox.Known, sandbox.Name, Now.At, sandbox.Clock.FrozenAt is not null);
    }

    /// <summary>Stores where the clock stands now, with the turn's other changes.</summary>
    public async Task ClockMoved()
    {
        var state = (await Db.State.FindAsync(1))!;
        state.ClockOffset = Clock.Offset;
        state.FrozenAt = Clock.FrozenAt;
    }

    /// <summary>What was set for the service's pace.</summary>
    public Pacing Pacing => sandbox.Pacing;

    /// <summary>
    /// Makes what falls due up to an instant happen within the turn, and saves it, with the turn's other changes.
    /// </summary>
    /// <returns>What has moved, in the order in which it did.</returns>
    public async Task<IReadOnlyList<Move>> Settle(DateTimeOffset upTo, CancellationToken ct)
    {
        var before = LastMove();
        await Together(() => Settling.SettleDue(Service, Db, Now with { At = upTo, By = Moment.ServiceItself }), ct);
        return await MovedSince(before, ct);
    }

    /// <summary>
    /// Makes the service go on within the turn, and saves all of it in one step or nothing, with the turn's other
    /// changes.
    /// </summary>
    /// <param name="work">Moves resources; it may save, in the same step.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<T> Together<T>(Func<Task<T>> work, CancellationToken ct)
    {
        failed = true; // Until it has gone well.
        database.RefuseUnstored();
        T done;
        await using (var all = await Db.Database.BeginTransactionAsync(ct))
        {
            done = await work();
            if (sandbox.Ids.Given != idsGivenBefore)
            {
                (await Db.State.FindAsync([1], ct))!.IdsGiven = sandbox.Ids.Given;
            }

            await Db.SaveChangesAsync(ct);
            await all.CommitAsync(ct);
        }

        failed = false;
        Stored(Db);
        sandbox.Settled();
        return done;
    }

    /// <summary>What has moved since something happened, in the order in which it did.</summary>
    public Task<List<Move>> MovedSince(long before, CancellationToken ct) =>
        Db.Moves.AsNoTracking().Where(move => move.Sequence > before).OrderBy(move => move.Sequence).ToListAsync(ct);

    /// <summary>The number of the last thing that happened; 0 where nothing has.</summary>
    public long LastMove() => Rows.Scalar("SELECT max(\"Sequence\") FROM \"Moves\"") is long last ? last : 0;

    /// <summary>Notes that the sandbox begins with a file, with the turn's next changes: both, or neither.</summary>
    public async Task NoteBegunWith(BegunWith file)
    {
        var state = (await Db.State.FindAsync(1))!;
        state.Worlds += file.Line;
        begunWith = state;
    }

    /// <summary>Adds what a sandbox is to begin with, and ends; its caller keeps the sandbox.</summary>
    internal async Task Furnish(Func<Turn, Task> furnish)
    {
        try
        {
            await furnish(this);
            await Save();
            if (begunWith is { } state)
            {
                sandbox.Begins(state.Worlds);
            }
        }
        finally
        {
            Forget();
        }
    }

    /// <summary>Ends the turn: what wasn't saved is forgotten.</summary>
    public void End()
    {
        Forget();
        sandbox.Release();
    }

    private void Forget()
    {
        if (!saved)
        {
            sandbox.Ids.RewindTo(idsGivenBefore);
        }

        if (failed)
        {
            sandbox.Unsaved();
        }

        database.Reads = null;
        if (Exchange is { IsRecorded: false } && (settled ?? writes ?? (object?)reads) is not null)
        {
            Tell(Exchange);
        }

        db?.Dispose();
    }

    private void Tell(Exchange exchange)
    {
        try
        {
            var changes = exchange.Changes ??= new RecordedChanges();
            changes.Add(settled is null ? [] : [settled], byTime: true, database);
            changes.Add(writes ?? [], byTime: false, database);
            reads?.ForEach(read => changes.Add(read, database));
        }
        catch (SqliteException)
        {
            // What rows are called can't be read: what is known of them by now is told.
        }
    }
}
