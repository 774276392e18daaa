namespace Emulator.Store.Upgrades;

/// <summary>The tables of versions before this one, and what becomes of their values in this version's.</summary>
/// <param name="Present">
/// The fingerprint of this version's own tables, so that a test notices when it changes and belongs to those before.
/// </param>
/// <param name="Fingerprints">Those of every version before.</param>
/// <param name="Carried">
/// Columns whose value is reckoned from others of the same row, where the earlier table has those and not this one.
/// </param>
/// <param name="Completed">
/// Columns that both have, whose value lacks something in earlier versions: the value, as SQL over the earlier row
/// <c>o</c>, by <c>Table.Column</c>. It is asked for rows of every earlier version.
/// </param>
/// <param name="Defaults">
/// What a new column has in a row that the seed hasn't, as SQL, by <c>Table.Column</c>, where it isn't its kind's:
/// nothing in a text or a list, zero, <c>false</c>, the first word of an enumeration.
/// </param>
internal sealed record EarlierTables(
    int Present,
    IReadOnlyCollection<int> Fingerprints,
    IReadOnlyList<CarriedColumn> Carried,
    IReadOnlyDictionary<string, string> Completed,
    IReadOnlyDictionary<string, string> Defaults)
{
    /// <summary>Of a store that has had no other tables.</summary>
    public static readonly EarlierTables None =
        new(0, [], [], new Dictionary<string, string>(), new Dictionary<string, string>());
}

/// <summary>A column that was renamed, or whose value was kept otherwise.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column of this version.</param>
/// <param name="From">The columns of the earlier version that it is reckoned from.</param>
/// <param name="Sql">The value, as SQL over the earlier row <c>o</c>.</param>
internal sealed record CarriedColumn(string Table, string Column, IReadOnlyList<string> From, string Sql);
