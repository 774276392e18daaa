namespace Emulator.Store;

/// <summary>Rows of one table that were read, or that a write has touched.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Column">The column of text by which they were chosen; null where all of the table was read.</param>
/// <param name="Value">The text in it; null with no column.</param>
/// <param name="Member">
/// The one member that counts: a write that leaves it as it was doesn't touch the range; null for all members.
/// </param>
internal readonly record struct RowRange(
    string Table,
    string? Column = null,
    string? Value = null,
    string? Member = null);
