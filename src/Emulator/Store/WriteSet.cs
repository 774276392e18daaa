using Emulator.Domain.Messages;
using Emulator.Domain.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Emulator.Store;

/// <summary>
/// What a piece of work has stored: the rows, with the members that changed, the moves and the letters.
/// </summary>
internal sealed class WriteSet
{
    private readonly List<RowChange> rows = [];

    /// <summary>The rows that were added, changed or removed; one that was saved twice is there twice.</summary>
    public IReadOnlyList<RowChange> Rows => rows;

    /// <summary>What was added to the histories of resources, in order.</summary>
    public List<Move> Moves { get; } = [];

    /// <summary>The letters that were posted, oldest first.</summary>
    public List<Letter> Letters { get; } = [];

    /// <summary>Whether rows of a kind were written.</summary>
    public bool Has<T>() => rows.Exists(change => change.Row is T);

    /// <summary>The rows of a kind that were written, as they are now.</summary>
    public IEnumerable<T> Of<T>() => rows.Select(change => change.Row).OfType<T>();

    /// <summary>Notes a row that is about to be stored.</summary>
    public void Add(EntityEntry row) => rows.Add(new RowChange(row));
}

/// <summary>A row that was written.</summary>
internal sealed class RowChange
{
    /// <summary>Notes it before it is stored.</summary>
    public RowChange(EntityEntry entry)
    {
        Row = entry.Entity;
        Table = entry.Metadata.GetTableName()!;
        State = entry.State;
        List<string> changed = [];
        List<(string Column, string Text)> texts = [];
        foreach (var member in entry.Properties)
        {
            var isChanged = State != EntityState.Modified || member.IsModified;
            if (isChanged)
            {
                changed.Add(member.Metadata.Name);
            }

            if (member.CurrentValue is string now)
            {
                texts.Add((member.Metadata.Name, now));
            }

            if (isChanged && member.OriginalValue is string before && before != member.CurrentValue as string)
            {
                texts.Add((member.Metadata.Name, before));
            }
        }

        (Changed, Texts) = (changed, texts);
    }

    /// <summary>The row as it is now; of a removed one, as it was.</summary>
    public object Row { get; }

    /// <summary>Its table.</summary>
    public string Table { get; }

    /// <summary>Whether it was added, changed or removed.</summary>
    public EntityState State { get; }

    /// <summary>The members that changed; all of them where it was added or removed.</summary>
    public IReadOnlyList<string> Changed { get; }

    /// <summary>Its members of text, with what each is and, where it changed, with what it was.</summary>
    public IReadOnlyList<(string Column, string Text)> Texts { get; }

    /// <summary>Whether it was there before and is there still, with another value in a member.</summary>
    public bool Has(string changed) => Changed.Contains(changed, StringComparer.Ordinal);
}
