using System.Reflection;

namespace Emulator.Store.Seeding;

/// <summary>The seeded world, as its files describe it, checked.</summary>
internal sealed class Seed
{
    private readonly SeedReading read;
    private readonly IReadOnlyList<SeedPart> parts;

    private Seed(string folder, IReadOnlyList<SeedPart> parts, Assembly? inside)
    {
        this.parts = parts;
        read = new SeedReading(folder, inside);
        foreach (var part in parts)
        {
            part.Read(read);
        }

        // References that lead nowhere are found before the database would, so that each has a line.
        foreach (var part in parts)
        {
            part.Check(read);
        }
    }

    /// <summary>The folder of the seed that comes with the program, beside it or inside it.</summary>
    public static string OfTheProgram { get; } = Path.Combine(AppContext.BaseDirectory, "seed-data");

    /// <summary>Reads and checks every file of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="parts">The files.</param>
    /// <param name="inside">What may have the program's own seed inside; null for nothing.</param>
    /// <exception cref="SeedBroken">Something doesn't fit: the file, the line, and why.</exception>
    public static Seed Read(string folder, IReadOnlyList<SeedPart> parts, Assembly? inside = null) =>
        new(folder, parts, inside);

    /// <summary>Adds the whole world to a database that has its tables, in one transaction.</summary>
    /// <param name="database">The database, its tables empty.</param>
    /// <param name="hash">How passwords are hashed.</param>
    public void AddTo(SandboxDatabase database, Func<string, string> hash)
    {
        var rows = database.Rows;
        using var transaction = rows.BeginTransaction();
        var writing = new SeedWriting(read, rows, hash);
        foreach (var part in parts)
        {
            part.AddTo(writing);
        }

        writing.InsertHistories();
        transaction.Commit();
    }
}
