using Emulator.Domain;
using Emulator.Domain.Messages;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Store;
using Emulator.Store.Seeding.Generated;
using Emulator.Wire;
using Microsoft.Data.Sqlite;

namespace Emulator.ConsoleConnect;

/// <summary>What Console Connect says once, whatever its resources.</summary>
internal sealed class ConsoleConnectTraits : ServiceTraits
{
    /// <inheritdoc/>
    public override ColumnKinds Columns => ServiceColumns.Kinds;

    /// <inheritdoc/>
    public override IReadOnlyList<string> LetterKinds => LetterKind.All;

    /// <inheritdoc/>
    public override ServiceInvariants Invariants => InvariantsOfRows.All;

    /// <inheritdoc/>
    public override IDirectory Directory(SqliteConnection rows, IDirectory? before = null) =>
        before is ServiceDirectory known
            ? known with
            {
                Reference = rows.ReadReferenceData(
                    known.Reference, ReferenceTables.Companies | ReferenceTables.Users | ReferenceTables.Memberships),
            }
            : new ServiceDirectory(rows.ReadReferenceData(), rows.ReadApiKeys());

    /// <inheritdoc/>
    public override ServiceMemory Memory(SandboxDatabase database, Func<string, string> stored) =>
        new RememberedHere(database, stored);

    /// <inheritdoc/>
    public override string Spelled(string path) => PathSpelling.Of(path) ?? path;

    /// <inheritdoc/>
    public override string Hash(string password) => Passwords.Hash(password);

    /// <inheritdoc/>
    public override void Generate(SandboxDatabase database, int volume, long seed, Func<string, string> hash) =>
        GeneratedWorld.AddTo(database, volume, seed, hash);
}
