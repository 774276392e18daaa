using Emulator.Domain.Messages;
using Emulator.Domain.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

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
        Kind = entry.Metadata;
        Table = Kind.GetTableName()!;
        State = entry.State;
        List<MemberChange> changed = [];
        List<(string Column, string Text)> texts = [];
        foreach (var member in entry.Properties)
        {
            var now = member.CurrentValue;
            if (State != EntityState.Modified || member.IsModified)
            {
                var before = State == EntityState.Added ? null : member.OriginalValue;
                changed.Add(new MemberChange(member.Metadata, before, State == EntityState.Deleted ? null : now));
                if (before is string textBefore && textBefore != now as string)
                {
                    texts.Add((member.Metadata.Name, textBefore));
                }
            }

            if (now is string text)
            {
                texts.Add((member.Metadata.Name, text));
            }
        }

        (Members, Texts) = (changed, texts);
    }

    /// <summary>The row as it is now; of a removed one, as it was.</summary>
    public object Row { get; }

    /// <summary>What EF Core knows of rows of its kind.</summary>
    public IEntityType Kind { get; }

    /// <summary>Its table.</summary>
    public string Table { get; }

    /// <summary>Whether it was added, changed or removed.</summary>
    public EntityState State { get; }

    /// <summary>The members that changed; all of them where it was added or removed.</summary>
    public IReadOnlyList<MemberChange> Members { get; }

    /// <summary>Its members of text, with what each is and, where it changed, with what it was.</summary>
    public IReadOnlyList<(string Column, string Text)> Texts { get; }

    /// <summary>Whether it was there before and is there still, with another value in a member.</summary>
    public bool Has(string changed)
    {
        foreach (var member in Members)
        {
            if (member.Member.Name == changed)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A member of a row that was written.</summary>
/// <param name="Member">Which.</param>
/// <param name="Before">What it was; null in a row that was added.</param>
/// <param name="After">What it is; null in a row that was removed.</param>
internal readonly record struct MemberChange(IProperty Member, object? Before, object? After);
