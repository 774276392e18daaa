using System.Buffers.Binary;
using Emulator.Errors;
using Emulator.Store.Upgrades;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store.Images;

/// <summary>
/// Whether a file is a sandbox's database that can be worked with: ours, of this schema, whole, and every row of it
/// readable. A file may have been edited.
/// </summary>
internal static class ImageCheck
{
    private const int HeaderLength = 100;

    /// <summary>The page size of every database of ours: SQLite copies no other over them.</summary>
    private const int PageSize = SandboxDatabase.PageSize;

    private const string KeptNothing = "Nothing of it was kept. Upload a file that GET "
        + "/__admin/snapshots/{name}/file gave, or a copy of a default sandbox's file.";

    /// <summary>Looks at the header alone.</summary>
    /// <returns>Whether it is of an earlier version, whose tables are to be brought over.</returns>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SnapshotRefused"/>, <see cref="ServiceErrors.SnapshotOutdated"/>.
    /// </exception>
    public static bool Header(ReadOnlySpan<byte> file, StoreModel model)
    {
        if (file.IsEmpty)
        {
            throw Refused("it is empty");
        }

        if (!file.StartsWith("SQLite format 3\0"u8))
        {
            throw Refused("it is no SQLite database");
        }

        if (file.Length < HeaderLength)
        {
            throw Refused("it breaks off in the header");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(file[68..]) != SandboxDatabase.ApplicationId)
        {
            throw Refused("it is a database of another program");
        }

        var fingerprint = BinaryPrimitives.ReadInt32BigEndian(file[60..]);
        var isEarlier = fingerprint != model.Fingerprint;
        if (isEarlier && !Upgrade.Knows(model, fingerprint))
        {
            throw ServiceErrors.SnapshotOutdated.Because(
                "Files of a schema that this version doesn't know can not be upgraded: make the snapshot again with "
                + "this version, by the calls that made it. Nothing of the file was kept.", fingerprint,
                model.Fingerprint);
        }

        var pageSize = BinaryPrimitives.ReadUInt16BigEndian(file[16..]);
        if (
            (pageSize != PageSize && !isEarlier)
            || file[20] != 0
            || BinaryPrimitives.ReadInt32BigEndian(file[56..]) != 1)
        {
            throw Refused($"it was rewritten with another page size or encoding than {PageSize} bytes and UTF-8");
        }

        // Anyone who wrote it last may not have kept its size there: then it can't be told from the header whether it
        // is whole, but from its pages.
        var pages = BinaryPrimitives.ReadUInt32BigEndian(file[28..]);
        var headerTells = pages > 0 && file[24..28].SequenceEqual(file[92..96]);
        if (headerTells && file.Length != pages * (long)pageSize)
        {
            throw Refused($"it has {file.Length} bytes where its header tells of {pages * (long)pageSize}");
        }

        return isEarlier;
    }

    /// <summary>Looks at everything else.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SnapshotRefused"/>.</exception>
    /// <exception cref="SqliteException">SQLite can't read it.</exception>
    public static void Content(SqliteConnection rows, StoreModel model)
    {
        if (rows.Scalar("PRAGMA integrity_check(1)") is not "ok" and var damage)
        {
            throw Refused($"it is damaged: {damage}");
        }

        if (SchemaOf(rows) != OurSchema(model))
        {
            throw Refused("its tables are not those its header promises");
        }

        if (rows.Scalar("SELECT \"table\" || ' refers to ' || \"parent\" FROM pragma_foreign_key_check") is { } astray)
        {
            throw Refused($"a row of {astray}, where there is no such row");
        }

        var values = new ValueCheck();
        foreach (var table in model.Model.GetEntityTypes())
        {
            if (values.Of(rows, table.GetTableName()!, table.ClrType) is { } unreadable)
            {
                throw Refused(unreadable);
            }
        }

        if (rows.Read<SandboxState>("Sandbox").Count != 1)
        {
            throw Refused("it does not say how the sandbox's clock and ids stand");
        }
    }

    private static string OurSchema(StoreModel model)
    {
        using var ours = SandboxDatabase.InMemory(model);
        ours.CreateTables();
        return SchemaOf(ours.Rows);
    }

    private static string SchemaOf(SqliteConnection rows) =>
        rows.Scalar("SELECT group_concat(\"type\" || char(9) || \"name\" || char(9) || coalesce(\"sql\", ''), "
            + "char(10) ORDER BY \"type\", \"name\") FROM sqlite_master") as string ?? "";

    private static Refusal Refused(string why) => ServiceErrors.SnapshotRefused.Because(KeptNothing, why);
}
