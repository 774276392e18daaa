using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Emulator.Domain.Staging;
using Microsoft.Data.Sqlite;

namespace Emulator.Store.Seeding;

/// <summary>A seed file of a resource.</summary>
internal abstract class SeedPart(string file)
{
    /// <summary>The file's name.</summary>
    public string File => file;

    /// <summary>Reads it, and notes the ids in it.</summary>
    /// <exception cref="SeedBroken">The file is missing or wrong, or something is there twice.</exception>
    public abstract void Read(SeedReading reading);

    /// <summary>Looks whether what it refers to is there.</summary>
    /// <exception cref="SeedBroken">A reference leads nowhere.</exception>
    public abstract void Check(SeedReading reading);

    /// <summary>Inserts what it describes. Those that it refers to are there already.</summary>
    public abstract void AddTo(SeedWriting writing);
}

/// <inheritdoc/>
/// <typeparam name="TRow">A row of the file.</typeparam>
/// <param name="file">The file's name.</param>
/// <param name="type">How a row is read; asked for when the file is.</param>
internal sealed class SeedPart<TRow>(string file, Func<JsonTypeInfo<TRow>> type) : SeedPart(file)
{
    private readonly List<(Func<TRow, string> Key, string? Called)> keys = [];
    private readonly List<(IReadOnlyList<string> Kinds, Func<TRow, IEnumerable<string?>> Of)> references = [];
    private Action<IReadOnlyList<TRow>, SeedWriting> insert = (_, _) => { };

    /// <summary>Says what no two rows have in common.</summary>
    /// <param name="key">What.</param>
    /// <param name="called">What references to it call it, such as port; null where nothing refers to it.</param>
    public SeedPart<TRow> Unique(Func<TRow, string> key, string? called = null)
    {
        keys.Add((key, called));
        return this;
    }

    /// <summary>Says what it refers to.</summary>
    /// <param name="kind">What the ids are of.</param>
    /// <param name="of">The ids in a row; null where a row refers to nothing.</param>
    public SeedPart<TRow> Refers(string kind, Func<TRow, IEnumerable<string?>> of) => Refers([kind], of);

    /// <summary>Says what it refers to, where that is of several kinds.</summary>
    public SeedPart<TRow> Refers(IReadOnlyList<string> kinds, Func<TRow, IEnumerable<string?>> of)
    {
        references.Add((kinds, of));
        return this;
    }

    /// <summary>Says how its rows come into the tables.</summary>
    public SeedPart<TRow> Stored(Action<IReadOnlyList<TRow>, SeedWriting> rows)
    {
        insert = rows;
        return this;
    }

    /// <inheritdoc/>
    public override void Read(SeedReading reading)
    {
        var rows = SeedFile.Read(reading.Folder, File, type(), reading.Inside);
        reading.Add(rows);
        foreach (var (key, called) in keys)
        {
            var ids = new HashSet<string>(rows.Count, StringComparer.Ordinal);
            foreach (var row in rows)
            {
                if (!ids.Add(key(row.Value)))
                {
                    throw row.Broken($"{key(row.Value)} is there twice.");
                }
            }

            if (called is not null)
            {
                reading.Know(called, ids);
            }
        }
    }

    /// <inheritdoc/>
    public override void Check(SeedReading reading)
    {
        foreach (var (kinds, of) in references)
        {
            foreach (var row in reading.Of<TRow>())
            {
                foreach (var reference in of(row.Value))
                {
                    if (reference is not null && !kinds.Any(kind => reading.Knows(kind, reference)))
                    {
                        throw row.Broken($"There is no {string.Join(" or ", kinds)} with the id {reference}.");
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public override void AddTo(SeedWriting writing) => insert(writing.RowsOf<TRow>(), writing);
}

/// <summary>What is read of a seed folder.</summary>
/// <param name="folder">The folder.</param>
/// <param name="inside">What may have the program's own seed inside; null for nothing.</param>
internal sealed class SeedReading(string folder, Assembly? inside)
{
    private readonly Dictionary<Type, object> rows = [];
    private readonly Dictionary<string, HashSet<string>> ids = new(StringComparer.Ordinal);

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>What may have the program's own seed inside; null for nothing.</summary>
    public Assembly? Inside => inside;

    /// <summary>Keeps the rows of a file.</summary>
    public void Add<TRow>(List<SeedRow<TRow>> read) => rows.Add(typeof(TRow), read);

    /// <summary>The rows of a file.</summary>
    public List<SeedRow<TRow>> Of<TRow>() => (List<SeedRow<TRow>>)rows[typeof(TRow)];

    /// <summary>Notes the ids of a kind.</summary>
    public void Know(string kind, HashSet<string> known) => ids.Add(kind, known);

    /// <summary>Whether there is something of a kind with an id.</summary>
    public bool Knows(string kind, string id) => ids[kind].Contains(id);
}

/// <summary>Where seed rows go.</summary>
/// <param name="read">What was read.</param>
/// <param name="rows">The database.</param>
/// <param name="hash">How passwords are hashed.</param>
internal sealed class SeedWriting(SeedReading read, SqliteConnection rows, Func<string, string> hash)
{
    /// <summary>What passwords hash to: hashing takes longer than all else.</summary>
    private readonly Dictionary<string, string> hashes = new(StringComparer.Ordinal);

    private readonly List<Move> moves = [];

    /// <summary>The rows of a file.</summary>
    public IReadOnlyList<TRow> RowsOf<TRow>() => read.Of<TRow>().ConvertAll(row => row.Value);

    /// <summary>A password as it is stored.</summary>
    public string Hashed(string password) =>
        hashes.TryGetValue(password, out var hashed) ? hashed : hashes[password] = hash(password);

    /// <summary>Inserts rows of a table; the histories of those that have a lifecycle go with them.</summary>
    public void Insert<T>(string table, IEnumerable<T> values)
        where T : class
    {
        rows.Insert(table, values.Select(row =>
        {
            if (row is IStaged staged)
            {
                moves.AddRange(staged.NewMoves);
            }

            return row;
        }));
    }

    /// <summary>Inserts the histories.</summary>
    public void InsertHistories() => rows.Insert("Moves", moves);
}
