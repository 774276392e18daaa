using Emulator.ConsoleConnect;
using Emulator.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// What keeps it from starting: one line that names the setting, the file and what to do; exit code 1; and nothing is
/// touched.
/// </summary>
public sealed class StartFailureTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("start-");

    private string Data => Path.Combine(folder.FullName, "emulator.db");

    [Theory]
    [InlineData("a page of zeros", "is damaged", "--fresh")]
    [InlineData("a header of zeros", "is no SQLite database", "delete it")]
    [InlineData("a table dropped", "lacks the table Wants", "--fresh")]
    [InlineData("an index dropped", "lacks the index", "--fresh")]
    [InlineData("the sandbox's row missing", "has 0 rows instead of one", "--fresh")]
    [InlineData("the sandbox's row twice", "has 2 rows instead of one", "--fresh")]
    [InlineData("a text where the clock's offset stands", "can't be read", "--fresh")]
    [InlineData("a company's profile that is no JSON", "can't be read", "--fresh")]
    [InlineData("another version's schema", "was made by another version", "--fresh")]
    [InlineData("another program's database", "is not a database of the emulator's", "Name another file")]
    [InlineData("a log that is a folder", "emulator.db-wal is a folder", "Move it away")]
    [InlineData("a file that is a folder", "is a folder", "Name a file in it")]
    [InlineData("another program that holds it", "is held by another program", "End that one")]
    public async Task A_database_that_can_not_be_worked_with_is_named_in_one_line_with_the_remedy(
        string how,
        string why,
        string remedy)
    {
        if (how is not "a file that is a folder")
        {
            await Make();
        }

        using var holder = Break(how);
        await MustFail("--data (EMULATOR_DATA): ", Data, why, remedy);
    }

    [Fact]
    public async Task A_log_that_was_cut_after_a_kill_is_noticed_and_putting_it_back_helps()
    {
        using (var emulator = await RunningEmulator.Start(Data))
        {
            await Order(emulator);
            emulator.Kill();
        }

        var log = await File.ReadAllBytesAsync(Data + "-wal");
        await File.WriteAllBytesAsync(Data + "-wal", log[..(log.Length / 2)]);
        await MustFail(
            "--data (EMULATOR_DATA): ",
            Data + "-wal",
            "is shorter than the process before left it",
            "Put it back");
        File.Delete(Data + "-wal");
        await MustFail("--data (EMULATOR_DATA): ", Data + "-wal", "is missing", "--fresh");
        await File.WriteAllBytesAsync(Data + "-wal", log);
        using var again = await RunningEmulator.Start(Data);
        Assert.Contains(
            "Kept",
            (await again.With("key-stan").Get("/api/company/Acme/ports/orders")).MustBeOk().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fresh_deletes_no_file_of_somebody_elses_and_nothing_where_the_start_fails_for_another_reason()
    {
        await File.WriteAllTextAsync(Data, "These are somebody's holiday photographs, not a database at all.");
        await MustFail(
            "--data (EMULATOR_DATA): ",
            Data,
            "is not a database of the emulator's",
            "Delete it yourself",
            "--fresh");
        Assert.StartsWith("These are", await File.ReadAllTextAsync(Data), StringComparison.Ordinal);
        File.Delete(Data);
        await Make();
        var before = await File.ReadAllBytesAsync(Data);
        using var first = await RunningEmulator.Start(":memory:");
        var (code, text) = await RunningEmulator.Fail($"--data={Data}", $"--urls={first.Url}", "--fresh");
        Assert.Equal(1, code);
        Assert.Equal($"The emulator can't start: --urls (EMULATOR_URLS): {first.Url} is in use by another program. "
            + "Stop that one, or choose another port with --port.", text.Trim());
        Assert.Equal(before, await File.ReadAllBytesAsync(Data));
    }

    [Fact]
    public async Task A_folder_that_may_not_be_written_is_named_and_data_in_memory_needs_none()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc takes no files");
        await MustFail(
            "--data (EMULATOR_DATA): ",
            "/proc/emulator",
            "can't be written",
            "--data :memory:",
            "--data=/proc/emulator/emulator.db");
        using var emulator = await RunningEmulator.Start(new Surroundings(Folder: "/proc"), ":memory:");
        (await emulator.With("key-stan").Get("/api/company/Acme/ports")).MustBeOk();
    }

    [Fact]
    public async Task The_seed_files_and_the_address_are_named_too()
    {
        await MustFail(
            "--seed-data (EMULATOR_SEED_DATA): ",
            folder.FullName,
            "",
            "",
            "--data=:memory:",
            $"--seed-data={Path.Combine(folder.FullName, "nowhere")}");
        await MustFail(
            "--urls (EMULATOR_URLS): ",
            "http://192.0.2.1:9000",
            "is no address of this machine",
            "0.0.0.0",
            "--data=:memory:",
            "--urls=http://192.0.2.1:9000"
        );
    }

    [Fact]
    public void The_schemas_words_are_those_that_SQLite_keeps()
    {
        using (var database = SandboxDatabase.InFile(
            ConsoleConnectService.Instance.Store, DataFile.Claim(Data, TimeProvider.System.GetUtcNow(), "")))
        {
            database.CreateTables();
        }

        // Refuses what it lacks.
        using var again = SandboxDatabase.InFile(
            ConsoleConnectService.Instance.Store, DataFile.Claim(Data, TimeProvider.System.GetUtcNow(), ""));
        Assert.False(again.IsEmpty);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task Order(RunningEmulator emulator) =>
        (
            await emulator
                .With("key-stan")
                .Put(
                    "/api/company/Acme/ports/orders",
                    """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Kept","paymentType":"invoice"}"""
                )
        ).MustBeOk();

    private async Task Make()
    {
        using var emulator = await RunningEmulator.Start(Data);
        await Order(emulator);
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(20)));
    }

    private SqliteConnection? Break(string how)
    {
        switch (how)
        {
            case "a page of zeros":
                using (var file = File.OpenWrite(Data))
                {
                    file.Position = file.Length / SandboxDatabase.PageSize / 2 * SandboxDatabase.PageSize;
                    file.Write(new byte[SandboxDatabase.PageSize]);
                }

                return null;
            case "a header of zeros":
                using (var file = File.OpenWrite(Data))
                {
                    file.Write(new byte[100]);
                }

                return null;
            case "a log that is a folder":
                Directory.CreateDirectory(Data + "-wal");
                return null;
            case "a file that is a folder":
                Directory.CreateDirectory(Data);
                return null;
            case "another program that holds it":
                return Run("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE \"Sandbox\" SET \"Seed\" = "
                    + "\"Seed\";", keep: true);
            default:
                return Run(how switch
                {
                    "a table dropped" => "PRAGMA foreign_keys=OFF; DROP TABLE \"Wants\"",
                    "an index dropped" => "DROP INDEX \"IX_Companies_Username\"",
                    "the sandbox's row missing" => "DELETE FROM \"Sandbox\"",
                    "the sandbox's row twice" => "INSERT INTO \"Sandbox\" (\"Id\", \"Seed\", \"IdsGiven\", "
                    + "\"ClockOffset\") VALUES (2, 1, 0, 0)",
                    "a text where the clock's offset stands" => "UPDATE \"Sandbox\" SET \"ClockOffset\" = 'later'",
                    "a company's profile that is no JSON" => "UPDATE \"Companies\" SET \"Profile\" = '{'",
                    "another version's schema" =>
                        $"PRAGMA user_version={ConsoleConnectService.Instance.Store.Fingerprint + 1}",
                    "another program's database" => "PRAGMA application_id=1",
                    _ => throw new ArgumentException(how),
                });
        }
    }

    private SqliteConnection? Run(string sql, bool keep = false)
    {
        var connection = new SqliteConnection($"Data Source={Data};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        if (keep)
        {
            return connection;
        }

        connection.Dispose();
        return null;
    }

    private async Task MustFail(string setting, string file, string why, string remedy, params string[] flags)
    {
        var (code, text) = await RunningEmulator.Fail([$"--data={Data}", "--urls=http://127.0.0.1:0", .. flags]);
        Assert.Equal(1, code);
        Assert.StartsWith($"The emulator can't start: {setting}", text, StringComparison.Ordinal);
        Assert.Single(text.Trim().Split('\n'));
        Assert.Contains(file, text, StringComparison.Ordinal);
        Assert.Contains(why, text, StringComparison.Ordinal);
        Assert.Contains(remedy, text, StringComparison.Ordinal);
    }
}
