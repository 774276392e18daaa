using Emulator.Store;
using Microsoft.Data.Sqlite;

namespace Emulator.Resources;

/// <summary>What an emulated service says once, whatever resources it has.</summary>
internal abstract class ServiceTraits
{
    /// <summary>How values of the service's own types are kept in columns.</summary>
    public abstract ColumnKinds Columns { get; }

    /// <summary>What its letters can be for.</summary>
    public abstract IReadOnlyList<string> LetterKinds { get; }

    /// <summary>What is true of its rows whatever was asked of it.</summary>
    public abstract ServiceInvariants Invariants { get; }

    /// <summary>Reads who is who.</summary>
    /// <param name="rows">The sandbox's connection.</param>
    /// <param name="before">
    /// What was read before, of which all is kept but people and companies; null for the first time.
    /// </param>
    public abstract IDirectory Directory(SqliteConnection rows, IDirectory? before = null);

    /// <summary>What the service remembers in a sandbox.</summary>
    /// <param name="database">The sandbox's database.</param>
    /// <param name="stored">A token or key, as clients hold it, as it is stored.</param>
    public abstract ServiceMemory Memory(SandboxDatabase database, Func<string, string> stored);

    /// <summary>A path as it is spelled inside, where clients may write it in several ways.</summary>
    public abstract string Spelled(string path);

    /// <summary>What is stored of a password.</summary>
    public abstract string Hash(string password);

    /// <summary>Adds generated rows beside the seed.</summary>
    /// <param name="database">The database, seeded.</param>
    /// <param name="volume">How many there are of what there is most of.</param>
    /// <param name="seed">The seed number of what is made up.</param>
    /// <param name="hash">How passwords are hashed.</param>
    public abstract void Generate(SandboxDatabase database, int volume, long seed, Func<string, string> hash);
}

/// <summary>
/// What is true of a service's rows, looked up by statements that know nothing of the rules' own code.
/// </summary>
internal sealed record ServiceInvariants
{
    /// <summary>Each a statement whose rows are what breaks it, by what is true.</summary>
    public required IReadOnlyDictionary<string, string> Statements { get; init; }

    /// <summary>
    /// References that the database doesn't hold by itself: column, and the table whose ids it has. What stands in
    /// braces is a list of them.
    /// </summary>
    public required IReadOnlyDictionary<string, string> References { get; init; }

    /// <summary>What else is broken, in words.</summary>
    public required Func<SqliteConnection, IEnumerable<string>> Further { get; init; }

    /// <summary>
    /// What must be in order before the others can be asked, in a file that may have been edited: what is wrong, in
    /// words.
    /// </summary>
    public required Func<SqliteConnection, IEnumerable<string>> OfAFile { get; init; }
}
