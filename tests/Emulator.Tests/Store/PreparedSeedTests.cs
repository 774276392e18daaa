using System.IO.Compression;
using Emulator.ConsoleConnect;
using Emulator.Domain.People;
using Emulator.Store;
using Emulator.Store.Images;
using Emulator.Store.Seeding;
using Emulator.Tests.Catalogue;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Emulator.Tests.Store;

/// <summary>The database that first starts begin with is the one that the seed files make.</summary>
public sealed class PreparedSeedTests
{
    private static readonly string Folder =
        Path.Combine(OperationCatalogue.Repository, "src/ConsoleConnect/Store/Prepared");

    /// <summary>Set EMULATOR_UPDATE_DOCS=1 to write it again.</summary>
    [Fact]
    public void It_is_what_the_seed_files_make()
    {
        using var made = SandboxDatabase.InMemory(ConsoleConnectService.Instance.Store);
        made.CreateTables();
        Seed.Read(SeedFolder.Path, ConsoleConnectService.Instance.Seeds).AddTo(made, Passwords.Hash);
        var sums = PreparedSeed.SumsOf(SeedFolder.Path, ConsoleConnectService.Instance.Seeds);
        var (packed, said) = (Path.Combine(Folder, "seed.db.gz"), Path.Combine(Folder, "seed.sha256"));
        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1" && Difference(packed, made) is not null)
        {
            using var file = File.Create(packed);
            using var packing = new GZipStream(file, CompressionLevel.SmallestSize);
            packing.Write(SandboxImage.Of(made.Rows).Bytes.Span);
        }

        if (Environment.GetEnvironmentVariable("EMULATOR_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(said, sums);
        }

        Assert.Equal(sums, File.ReadAllText(said));
        Assert.Null(Difference(packed, made));
    }

    [Fact]
    public async Task A_seed_file_that_was_changed_is_read_instead()
    {
        using var copy = new SeedCopy();
        var prepared = ConsoleConnectService.Instance.Store.Seed!;
        Assert.NotNull(prepared.Of(copy.Folder, inside: null));
        copy.Replace("ports.json", "\"name\": \"Acme Great Oaks\"", "\"name\": \"Acme Greater Oaks\"");
        Assert.Null(prepared.Of(copy.Folder, inside: null));
        await using var emulator = new EmulatorUnderTest($"seed-data={copy.Folder}");
        var port = await emulator.With("key-stan").Get("/api/company/Acme/ports/55767b5652a693344a015744");
        Assert.Equal("Acme Greater Oaks", port.MustBeOk().TextOf("name"));

        copy.Delete("ports.json");
        Assert.Null(prepared.Of(copy.Folder, inside: null)); // Reading the files says what is missing.
    }

    /// <summary>Where a packed database differs from another; null where nowhere. Salts differ each time.</summary>
    private static string? Difference(string packed, SandboxDatabase made)
    {
        if (!File.Exists(packed))
        {
            return "There is none.";
        }

        List<string> there;
        try
        {
            using var file = File.OpenRead(packed);
            using var opened = SandboxImage.Unpacked(file).Open();
            there = Lines(opened.Rows);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or SqliteException)
        {
            return broken.Message;
        }

        var wanted = Lines(made.Rows);
        return there.Except(wanted).Concat(wanted.Except(there)).FirstOrDefault()
            ?? (there.Count == wanted.Count ? null : $"{there.Count} rows instead of {wanted.Count}");
    }

    private static List<string> Lines(SqliteConnection rows)
    {
        var lines = rows.Texts("SELECT \"sql\" FROM sqlite_master WHERE \"sql\" IS NOT NULL");
        lines.AddRange(rows.Texts("PRAGMA user_version").Concat(rows.Texts("PRAGMA application_id")));
        foreach (var table in rows.Texts("SELECT \"name\" FROM sqlite_master WHERE \"type\" = 'table'"))
        {
            lines.AddRange(rows.Texts($"SELECT * FROM \"{table}\"", but: nameof(User.PasswordHash))
                .Select(row => $"{table}: {row}"));
        }

        return lines;
    }
}
