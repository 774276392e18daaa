using Emulator.Errors;
using Emulator.Store.Images;
using Microsoft.Data.Sqlite;

namespace Emulator.Store.Upgrades;

/// <summary>Brings a snapshot's file of an earlier version over, in memory.</summary>
internal static class ImageUpgrade
{
    /// <summary>The same in this version's tables; whether it can be worked with is still to be checked.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotRefused"/>.</exception>
    /// <exception cref="SqliteException">SQLite can't read it, or this version's tables don't take it.</exception>
    public static SandboxImage Run(StoreModel model, SandboxImage earlier, SandboxImage seed)
    {
        using (var opened = earlier.Open())
        {
            if (opened.Rows.Scalar("PRAGMA integrity_check(1)") is not "ok" and var damage)
            {
                throw ServiceErrors.SnapshotRefused.Because("Nothing of it was kept.", $"it is damaged: {damage}");
            }
        }

        using var rows = new SqliteConnection("Data Source=:memory:;Pooling=False;Foreign Keys=False");
        rows.Open();
        SandboxDatabase.CreateTables(rows, model);
        Upgrade.Attach(rows, "earlier", earlier);
        try
        {
            return new Upgrade(model, rows).Run(seed) is { } wrong
                ? throw ServiceErrors.SnapshotRefused.Because(
                    "It is of an earlier version and can not be brought over. Nothing of it was kept.", wrong)
                : SandboxImage.Of(rows);
        }
        finally
        {
            rows.Close();
            GC.KeepAlive(earlier);
        }
    }
}
