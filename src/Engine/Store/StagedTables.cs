using Emulator.Domain.Messages;
using Emulator.Domain.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>What every staged row has, and the tables that all resources share: histories, letters, paces.</summary>
internal static class StagedTables
{
    /// <summary>What their rows are called, as SQL.</summary>
    public static readonly IReadOnlyList<NamedRows> RowNames =
    [
        new("Moves", "\"Machine\" || ' ' || \"ResourceId\" || ' ' || \"Trigger\" || ' to ' || \"To\""),
        new("Letters", "\"Subject\""),
        new("Paces", "\"Progression\""),
        new("Sandbox", "NULL"),
    ];

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Move>(table =>
        {
            table.ToTable("Moves");
            table.HasKey(move => move.Sequence);
            table.HasIndex(move => new { move.Machine, move.ResourceId });

            // What is new is asked for by time: the daily review.
            table.HasIndex(move => move.At);
        });
        model.Entity<Letter>(table =>
        {
            table.ToTable("Letters");
            table.HasKey(letter => letter.Sequence);
        });
        model.Entity<SetPace>(table =>
        {
            table.ToTable("Paces");
            table.HasKey(pace => new { pace.Machine, pace.ResourceId });
            table.Ignore(pace => pace.Pace);
        });
        model.Entity<SandboxState>(table =>
        {
            table.ToTable("Sandbox");
            table.Property(state => state.Id).ValueGeneratedNever();
        });
    }

    /// <summary>A table of rows that have a lifecycle.</summary>
    public static void IsStaged<T, TState>(this EntityTypeBuilder<T> table)
        where T : Staged<TState>
        where TState : struct, Enum
    {
        table.HasKey(resource => resource.Id);
        table.Property(resource => resource.Id).ValueGeneratedNever();
        table.Ignore(resource => resource.NewMoves);
        table.Ignore(resource => resource.NewLetters);

        // So are rows that wait to be read.
        table.HasIndex(resource => resource.PollsLeft).HasFilter("\"PollsLeft\" IS NOT NULL");

        // Rows that wait for nobody are few: only they are in the index that settling reads.
        table.HasIndex(resource => resource.Due).HasFilter("\"Due\" IS NOT NULL");
    }
}
