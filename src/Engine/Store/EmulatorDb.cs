using Emulator.Domain.Messages;
using Emulator.Domain.Staging;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>The tables of one sandbox.</summary>
internal sealed class EmulatorDb(DbContextOptions<EmulatorDb> options) : DbContext(options)
{
    private WriteSet written = new();

    /// <summary>
    /// The sandbox's connection, for what goes past EF Core (see <see cref="Rows"/>). Set when the context is lent out.
    /// </summary>
    public SqliteConnection Connection { get; set; } = null!;

    /// <summary>What it belongs to. Set when the context is lent out.</summary>
    public SandboxDatabase? Home { get; set; }

    /// <summary>Who is who, for posting letters. Set when the context is lent out.</summary>
    public IDirectory? Directory { get; set; }

    /// <summary>
    /// The request at work, method and path, for the letters it causes; null for the service's own work.
    /// </summary>
    public string? Cause { get; set; }

    public DbSet<SetPace> Paces => Set<SetPace>();

    public DbSet<Move> Moves => Set<Move>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<SandboxState> State => Set<SandboxState>();

    /// <summary>What was written since this was last asked.</summary>
    public WriteSet TakeWritten()
    {
        var taken = written;
        written = new WriteSet();
        return taken;
    }

    /// <summary>
    /// Whether there is anything to save: changed rows, or something that happened to a row which stays as it is.
    /// </summary>
    public bool HasWork =>
        ChangeTracker.HasChanges()
        || ChangeTracker
            .Entries<IStaged>()
            .Any(entry => entry.Entity.NewMoves.Count > 0 || entry.Entity.NewLetters.Count > 0);

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default)
    {
        Collect();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Collect();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Takes back what was changed and not saved: what a rule has forbidden half-way.</summary>
    public async Task ForgetUnsaved()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList())
        {
            if (entry.State == EntityState.Added)
            {
                entry.State = EntityState.Detached;
            }
            else
            {
                await entry.ReloadAsync();
            }
        }

        foreach (var entry in ChangeTracker.Entries<IStaged>())
        {
            entry.Entity.NewMoves.Clear();
            entry.Entity.NewLetters.Clear();
        }
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoreModel.Of(options).Configure(configurationBuilder);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        StoreModel.Of(options).Configure(modelBuilder);

    /// <summary>Takes from the changed resources what they want stored with them, and notes what is written.</summary>
    private void Collect()
    {
        Home?.Own();
        ChangeTracker.DetectChanges();
        List<Move> moves = [];
        List<Letter> letters = [];
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.Entity is IStaged staged)
            {
                moves.AddRange(staged.NewMoves);
                letters.AddRange(staged.NewLetters);
                staged.NewMoves.Clear();
                staged.NewLetters.Clear();
            }
            else if (entry is { State: EntityState.Added, Entity: Letter letter })
            {
                if (letter.Addresses.Count == 0)
                {
                    Address(letter);
                }

                written.Letters.Add(letter);
            }

            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            {
                written.Add(entry);
            }
        }

        Add(moves, letters);
    }

    /// <returns>False where nobody gets it.</returns>
    private bool Address(Letter letter)
    {
        letter.CausedBy ??= Cause;
        return Directory?.Address(letter, this) ?? true;
    }

    private void Add(List<Move> moves, List<Letter> letters)
    {
        foreach (var move in moves)
        {
            written.Add(Moves.Add(move));
            written.Moves.Add(move);
        }

        foreach (var letter in letters.Where(letter => Address(letter)))
        {
            written.Add(Letters.Add(letter));
            written.Letters.Add(letter);
        }
    }
}

/// <summary>What a sandbox remembers of itself between two starts. One row.</summary>
internal sealed class SandboxState
{
    public int Id { get; init; } = 1;

    /// <summary>The seed number of its ids.</summary>
    public required long Seed { get; set; }

    /// <summary>How many ids were given out.</summary>
    public required long IdsGiven { get; set; }

    /// <summary>How far its clock is ahead of the machine's.</summary>
    public required TimeSpan ClockOffset { get; set; }

    /// <summary>The instant its clock is frozen at, UTC; null while it runs.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>
    /// In a saved state, the instant its clock showed when it was saved, UTC: where it goes on from. Null in one that
    /// is at work.
    /// </summary>
    public DateTimeOffset? SavedAt { get; set; }

    /// <summary>
    /// The files of worlds that the data was made with, a line each; empty where it was made without any, null where
    /// an earlier version made it, which kept no note.
    /// </summary>
    public string? Worlds { get; set; }
}
