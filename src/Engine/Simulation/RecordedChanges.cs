using System.Runtime.InteropServices;
using Emulator.Domain.Staging;
using Emulator.Store;
using Emulator.Store.Images;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Simulation;

/// <summary>
/// What was saved in the turn of an exchange, as the journal keeps it: rows, with the members that changed. What had
/// fallen due and happened before the operation is told apart from what the operation did. Values are as they were
/// saved and hold on to no row; secrets are in it until it is shown, as they are in the exchange.
/// </summary>
internal sealed class RecordedChanges
{
    /// <summary>The most rows of each kind, time's and the request's, that are kept; all are counted.</summary>
    public const int MostRows = 100;

    /// <summary>The most characters of a text that are kept.</summary>
    public const int LongestText = 1000;

    /// <summary>The most bytes that the rows of an exchange may take.</summary>
    public const int MostBytes = 64 * 1024;

    private readonly List<RecordedRow> rows = [];
    private readonly HashSet<string> tables = new(StringComparer.Ordinal);

    /// <summary>The rows that are kept: those that time has moved first, each in the order of its first save.</summary>
    public IReadOnlyList<RecordedRow> Rows => rows;

    /// <summary>How many rows the request changed, itself.</summary>
    public int ByRequest { get; private set; }

    /// <summary>How many rows were moved because time had passed, before the operation.</summary>
    public int ByTime { get; private set; }

    /// <summary>How many are counted and not kept.</summary>
    public int LeftOut => ByRequest + ByTime - rows.Count;

    /// <summary>The tables of which the request changed rows; those that aren't kept too.</summary>
    public IReadOnlySet<string> Tables => tables;

    /// <summary>What it takes of the journal's bytes.</summary>
    public int Weight { get; private set; }

    /// <summary>Notes what was saved. Within the turn that saved it.</summary>
    /// <param name="saves">The saves, in order; what one row went through in them is one change.</param>
    /// <param name="byTime">Whether it had fallen due, so that the request only found it.</param>
    /// <param name="database">Tells what rows are called.</param>
    public void Add(IEnumerable<WriteSet> saves, bool byTime, SandboxDatabase database)
    {
        foreach (var row in Merged(saves))
        {
            _ = byTime ? ByTime++ : ByRequest++;
            if (!byTime)
            {
                tables.Add(row[0].Table);
            }

            if (byTime ? ByTime <= MostRows : ByRequest <= MostRows)
            {
                Keep(RecordedRow.Of(row, byTime, database));
            }
        }
    }

    /// <summary>Notes a read for which a move waits, which is counted past EF Core.</summary>
    public void Add(CountedRead read, SandboxDatabase database)
    {
        ByRequest++;
        tables.Add(read.Table);
        Keep(RecordedRow.Of(read, database));
    }

    /// <summary>Keeps no more than a share of a journal that is small.</summary>
    /// <param name="most">The most bytes that it may take.</param>
    internal void Fit(int most)
    {
        while (Weight > most && rows.Count > 0)
        {
            Weight -= rows[^1].Weight;
            rows.RemoveAt(rows.Count - 1);
        }
    }

    private void Keep(RecordedRow row)
    {
        if (Weight + row.Weight <= MostBytes)
        {
            rows.Add(row);
            Weight += row.Weight;
        }
    }

    /// <summary>The saves of each row together, except for rows that are as they were. Histories, and how the clock and
    /// the
    /// ids stand, are bookkeeping.</summary>
    private static IEnumerable<List<RowChange>> Merged(IEnumerable<WriteSet> saves)
    {
        var byRow = new Dictionary<object, List<RowChange>>(ReferenceEqualityComparer.Instance);
        List<List<RowChange>> inOrder = [];
        foreach (var change in saves.SelectMany(save => save.Rows))
        {
            if (change.Row is Move or SandboxState)
            {
                continue;
            }

            ref var saved = ref CollectionsMarshal.GetValueRefOrAddDefault(byRow, change.Row, out var known);
            if (!known)
            {
                inOrder.Add(saved = []);
            }

            saved!.Add(change);
        }

        return inOrder.Where(row => row is not [{ State: EntityState.Added }, .., { State: EntityState.Deleted }]
            && (row[0].State != EntityState.Modified || row[^1].State == EntityState.Deleted
                || RecordedRow.ChangedIn(row).Any()));
    }
}

/// <summary>What became of a row.</summary>
internal enum RowFate
{
    Added,
    Changed,
    Removed,
}

/// <summary>A row that was changed.</summary>
/// <param name="ByTime">Whether it was moved because time had passed.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Table">Its table.</param>
/// <param name="Id">Its key; the parts of one that has several, with slashes between.</param>
/// <param name="HasSecretId">Whether its key opens a door.</param>
/// <param name="Name">What people call it; null where it has no name, or nobody is there to ask any more.</param>
/// <param name="Members">The members that changed.</param>
internal sealed record RecordedRow(
    bool ByTime,
    RowFate Fate,
    string Table,
    string Id,
    bool HasSecretId,
    string? Name,
    IReadOnlyList<RecordedMember> Members)
{
    /// <summary>About what it takes, bytes.</summary>
    public int Weight { get; } = 120 + (2 * (Id.Length + (Name?.Length ?? 0))) + Members.Sum(member => member.Weight);

    /// <summary>The saves of one row as one change.</summary>
    public static RecordedRow Of(IReadOnlyList<RowChange> saves, bool byTime, SandboxDatabase database)
    {
        var last = saves[^1];
        var fate = last.State == EntityState.Deleted ? RowFate.Removed
            : saves[0].State == EntityState.Added ? RowFate.Added
            : RowFate.Changed;
        var key = last.Kind.FindPrimaryKey()!.Properties;
        return new RecordedRow(
            byTime,
            fate,
            last.Table,
            string.Join('/', key.Select(part => part.GetGetter().GetClrValue(last.Row))),
            key.Any(part => Readable.IsSecret(last.Table, part.Name)),
            database.NameOf(last),
            [
                .. ChangedIn(saves).Select(member => new RecordedMember(
                    member.Member.Name,
                    Readable.IsSecret(last.Table, member.Member.Name),
                    RecordedValue.Of(member.Before, member, last.Row),
                    RecordedValue.Of(member.After, member, last.Row))),
            ]);
    }

    /// <summary>A read that was counted.</summary>
    public static RecordedRow Of(CountedRead read, SandboxDatabase database) =>
        new(
            ByTime: false,
            RowFate.Changed,
            read.Table,
            read.Id,
            HasSecretId: false,
            database.NameOf(read.Table, read.Id),
            [new("PollsLeft", IsSecret: false, read.Left + 1, read.Left == 0 ? null : read.Left)]);

    /// <summary>What is different after the saves of one row; in one that was added or removed, all that it has.
    /// </summary>
    internal static IEnumerable<MemberChange> ChangedIn(IReadOnlyList<RowChange> saves)
    {
        if (saves is [var only])
        {
            return only.Members.Where(Differs);
        }

        var merged = new Dictionary<string, MemberChange>(StringComparer.Ordinal);
        foreach (var member in saves.SelectMany(save => save.Members))
        {
            merged[member.Member.Name] = merged.TryGetValue(member.Member.Name, out var earlier)
                ? earlier with { After = member.After }
                : saves[0].State == EntityState.Added ? member with { Before = null } : member;
        }

        return merged.Values.Where(Differs);

        static bool Differs(MemberChange member) =>
            !member.Member.IsPrimaryKey() && !Equals(member.Before, member.After);
    }
}

/// <summary>A member that changed.</summary>
/// <param name="Name">What the row calls it.</param>
/// <param name="IsSecret">Whether it opens a door.</param>
/// <param name="Before">
/// What it was, as a text, truth value, number or instant, or as <see cref="RecordedJson"/>; null for nothing.
/// </param>
/// <param name="After">What it is.</param>
internal readonly record struct RecordedMember(string Name, bool IsSecret, object? Before, object? After)
{
    /// <summary>About what it takes, bytes.</summary>
    public int Weight => 32 + Of(Before) + Of(After);

    private static int Of(object? value) => value switch
    {
        null => 0,
        string text => 24 + (2 * text.Length),
        RecordedJson json => 48 + (2 * json.Text.Length),
        _ => 24,
    };
}

/// <summary>A value that rows have as an object.</summary>
/// <param name="Text">It as JSON, as far as it is kept.</param>
/// <param name="IsWhole">Whether that is all of it.</param>
internal sealed record RecordedJson(string Text, bool IsWhole);

/// <summary>A read for which a move waits.</summary>
/// <param name="Table">The table of the row that was read.</param>
/// <param name="Id">Its id.</param>
/// <param name="Left">How often it still has to be read.</param>
internal readonly record struct CountedRead(string Table, string Id, int Left);

/// <summary>Values as they are kept.</summary>
internal static class RecordedValue
{
    /// <summary>A value that nothing changes any more: a text, truth value, number, instant, or JSON.</summary>
    public static object? Of(object? value, MemberChange member, object row) => value switch
    {
        null or bool or int or long or double or DateTimeOffset => value,
        string text => Cut(text),
        Enum status when row is IStaged && member.Member.Name == "Status" => Spelling.OfAny(status),
        Enum word => word.ToString(),
        TimeSpan span => span.TotalSeconds,
        _ => Columns.Stored(value, member.Member.ClrType) is string json
            ? new RecordedJson(Cut(json), json.Length <= RecordedChanges.LongestText)
            : null,
    };

    private static string Cut(string text) => text.Length <= RecordedChanges.LongestText ? text
        : string.Concat(text.AsSpan(0, RecordedChanges.LongestText), "…");
}
