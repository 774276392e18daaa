using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Emulator.ConsoleConnect;
using Emulator.Simulation;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Store;

/// <summary>
/// Files that versions before this one have made (their databases are beside this test, each with an order and a
/// connection of its own): they are brought over, and nothing of them is lost.
/// </summary>
public sealed class UpgradeTests : IDisposable
{
    private const string Order = "/api/company/Acme/ports/orders/68000000f0804f21c093f52a";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("upgrade-");

    private string Data => Path.Combine(folder.FullName, "emulator.db");

    public static TheoryData<string> Versions() => ["2026-11-25", "2026-11-28", "2026-11-29"];

    [Fact]
    public void The_present_tables_are_said_to_be_present_and_belong_to_those_before_once_they_change()
    {
        var (store, tables) = (ConsoleConnectService.Instance.Store, EarlierVersions.Tables);
        Assert.True(tables.Present == store.Fingerprint, "The tables have changed: in EarlierVersions, put "
            + $"{tables.Present} among the Fingerprints, set Present to {store.Fingerprint}, and say what becomes of "
            + "columns that were renamed or have no default by kind");
        Assert.DoesNotContain(tables.Present, tables.Fingerprints);
        Assert.Equal(tables.Fingerprints.Count, tables.Fingerprints.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_data_file_is_brought_over_with_its_ids_and_moves_and_the_old_one_is_kept(string version)
    {
        await File.WriteAllBytesAsync(Data, Unpacked(version));
        Dictionary<string, HashSet<string>> rows;
        using (var earlier = Opened(Data))
        {
            rows = Rows(earlier, Tables(earlier));
        }

        await using (var emulator = new EmulatorUnderTest($"data={Data}", "clock-frozen=false"))
        {
            var order = (await emulator.With("key-stan").Get(Order)).MustBeOk();
            Assert.Equal("From before", order.TextOf("portName"));

            // The clock runs on, as far behind the machine's as it was when the file was made.
            var clock = DateTimeOffset.Parse(
                (await emulator.Nobody().Get("/__admin/clock")).TextOf("now"), CultureInfo.InvariantCulture);
            Assert.InRange((DateTimeOffset.UtcNow - clock).TotalDays, 273, 275);
            Assert.Contains("From before", (await emulator.With("key-stan").Get(
                "/api/v2/company/Acme/connections")).MustBeOk().Text, StringComparison.Ordinal);
            var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Default;
            Assert.Empty((await Invariants.Of(sandbox, 0)).Broken);

            // What this version has come to offer is there, and the ids go on from where they were.
            (await emulator.With("key-stan").Post(
                "/api/pricing/calculate", """{"ports":[{"dcf":"5a8ba9aac2e6a1b4d7575bb1","speed":1000}]}"""))
                .MustBeOk();
            var next = (await emulator.With("key-stan").Put(
                "/api/company/Acme/ports/orders",
                """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Since","paymentType":"invoice"}"""))
                .MustBeOk().TextOf("id");
            Assert.True(string.CompareOrdinal(next, "68000000f0804f21c093f52a") > 0);
            Assert.DoesNotContain(next, rows.Values.SelectMany(ids => ids));
        }

        using (var now = Opened(Data))
        {
            var brought = Rows(now, rows.Keys);
            Assert.All(rows, table => Assert.Subset(brought[table.Key], table.Value));
        }

        var kept = Assert.Single(Directory.GetFiles(folder.FullName, "*.before-upgrade-*"));
        using (var earlier = Opened(kept))
        {
            var still = Rows(earlier, Tables(earlier));
            Assert.Equal(rows.Keys, still.Keys);
            Assert.All(rows, table => Assert.Equal(table.Value, still[table.Key]));
        }

        Assert.Empty(Directory.GetFiles(folder.FullName, "*.upgrade*"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_snapshots_file_is_brought_over_too(string version)
    {
        await using var emulator = new EmulatorUnderTest();
        (await Upload(emulator, "before", Unpacked(version))).MustBeOk();
        (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"one","from":"before"}""")).MustBeOk();
        Assert.Equal("From before", (await emulator.With("one.key-stan").Get(Order)).MustBeOk().TextOf("portName"));
        var sandbox = await emulator.Services.GetRequiredService<Sandboxes>().Named("one");
        Assert.Empty((await Invariants.Of(sandbox, 0)).Broken);
        (await emulator.Nobody().Get("/__admin/snapshots/seed/diff/before")).MustBeOk();
    }

    [Fact]
    public async Task What_can_not_be_brought_over_is_refused_in_one_line_and_stays_as_it_was()
    {
        var good = Unpacked("2026-11-28");
        await MustStay(With(good, "PRAGMA user_version=7"), "was made by another version of the emulator");
        await MustStay(
            With(good, "UPDATE \"Ports\" SET \"Status\" = 'Bogus' WHERE \"Id\" = '55767b5652a693344a015744'"),
            "can't be brought over: a row of Ports can not be read");
        await MustStay(
            With(good, "PRAGMA foreign_keys=OFF; DELETE FROM \"Companies\" WHERE \"Username\" = 'Acme'"),
            "refers to Companies, where there is no such row");
        var damaged = good.ToArray();
        damaged.AsSpan(4096 * 40, 4096).Fill(0xA5);
        await MustStay(damaged, "is damaged");

        await using var emulator = new EmulatorUnderTest();
        var refused = (await Upload(emulator, "x", damaged)).MustRefuse(400);
        Assert.Contains("it is damaged", refused.Message, StringComparison.Ordinal);
        refused = (await Upload(emulator, "x", With(
            good, "UPDATE \"Ports\" SET \"Status\" = 'Bogus'"))).MustRefuse(400);
        Assert.Contains("a row of Ports can not be read", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_room_for_its_copy_it_stays_as_it_was_and_with_room_it_is_brought_over_and_said_so()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "a small disk is mounted");
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=1300k", "none", folder.FullName), "this machine mounts no disk");
        try
        {
            await MustStay(Unpacked("2026-11-29"), "there is no room for its copy beside it");
            Assert.True(Run("mount", "-o", "remount,size=32m", folder.FullName));
            using var emulator = await RunningEmulator.Start(Data);
            Assert.Contains(
                $"{Data} was an earlier version's and has been brought over; as it was, it is kept as {Data}.before-",
                emulator.Output,
                StringComparison.Ordinal);
            emulator.Kill();
            using var again = await RunningEmulator.Start(Data);
            Assert.DoesNotContain("earlier", again.Output, StringComparison.Ordinal);
            (await again.With("key-stan").Get(Order)).MustBeOk();
        }
        finally
        {
            Run("umount", "-l", folder.FullName);
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static byte[] Unpacked(string version, [CallerFilePath] string here = "")
    {
        using var packed = new BrotliStream(
            File.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "Earlier", version + ".db.br")),
            CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static async Task<Answer> Upload(EmulatorUnderTest emulator, string name, byte[] file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/__admin/snapshots/{name}/file")
        {
            Content = new ByteArrayContent(file),
        };
        return await emulator.Nobody().Send(request);
    }

    private static SqliteConnection Opened(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static List<string> Tables(SqliteConnection rows) => rows.Texts(
        "SELECT \"name\" FROM sqlite_master WHERE \"type\" = 'table' AND \"name\" NOT LIKE 'sqlite_%'");

    /// <summary>The keys of each table's rows.</summary>
    private static Dictionary<string, HashSet<string>> Rows(SqliteConnection rows, IEnumerable<string> tables) =>
        tables.ToDictionary(table => table, table =>
        {
            var keys = rows.Texts(
                $"SELECT '\"' || \"name\" || '\"' FROM pragma_table_info('{table}') WHERE \"pk\" > 0 ORDER BY \"pk\"");
            return rows.Texts($"SELECT {string.Join(" || '/' || ", keys)} FROM \"{table}\"")
                .ToHashSet(StringComparer.Ordinal);
        });

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private byte[] With(byte[] file, string sql)
    {
        var path = Path.Combine(folder.FullName, "edited");
        File.WriteAllBytes(path, file);
        using (var connection = Opened(path))
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        var edited = File.ReadAllBytes(path);
        File.Delete(path);
        return edited;
    }

    private async Task MustStay(byte[] file, string why)
    {
        await File.WriteAllBytesAsync(Data, file);
        var (code, text) = await RunningEmulator.Fail($"--data={Data}", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.StartsWith("The emulator can't start: --data (EMULATOR_DATA): ", text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'), line => !line.StartsWith("Opening and", StringComparison.Ordinal));
        var now = await File.ReadAllBytesAsync(Data);
        Assert.Equal(
            BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(60)), BinaryPrimitives.ReadInt32BigEndian(now.AsSpan(60)));
        Assert.Equal(file.Length, now.Length);
        Assert.Equal(["emulator.db", "emulator.db.lock"], Directory.GetFiles(folder.FullName).Select(Path.GetFileName)
            .Where(name => !name!.EndsWith(".process", StringComparison.Ordinal)).Order());
    }
}
