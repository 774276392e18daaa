using System.Diagnostics;
using System.Net;
using Emulator.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// The data file while a process works with it: it has it alone, and what goes wrong with it is noticed before anything
/// is acknowledged that isn't stored.
/// </summary>
public sealed class DataFileTests : IDisposable
{
    private const string AnOrder =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Kept","paymentType":"invoice"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("datafile-");

    private string Data => Path.Combine(folder.FullName, "emulator.db");

    [Fact]
    public async Task A_second_process_on_the_same_file_is_refused_names_the_first_and_touches_nothing()
    {
        using var first = await RunningEmulator.Start(Data);
        await Ordered(first);
        foreach (var flag in new[] { "--fresh=false", "--fresh" })
        {
            var (code, text) = await RunningEmulator.Fail($"--data={Data}", "--urls=http://127.0.0.1:0", flag);
            Assert.Equal(1, code);
            Assert.StartsWith($"The emulator can't start: --data (EMULATOR_DATA): {Data} is in use by another "
                + $"emulator: process {first.Id}, running since ", text, StringComparison.Ordinal);
            Assert.Contains($", on {first.Url}. Stop that one", text, StringComparison.Ordinal);
            Assert.Single(text.Trim().Split('\n'));
        }

        Assert.Contains("Kept", (await Orders(first)).MustBeOk().Text, StringComparison.Ordinal);
        await Ordered(first);
        first.Kill();
        using var again = await RunningEmulator.Start(Data); // A dead process keeps nobody out.
        Assert.Contains("Kept", (await Orders(again)).MustBeOk().Text, StringComparison.Ordinal);
    }

    /// <summary>A program that is being started shares the locks of the process that starts it for a moment.</summary>
    [Theory]
    [InlineData("data", "emulator.db", "emulator.db.lock")]
    [InlineData("sandboxes", "kept", "kept/.emulator.lock")]
    public async Task What_is_let_go_within_a_moment_keeps_nobody_out(string setting, string value, string mark)
    {
        mark = Path.Combine(folder.FullName, mark);
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        using var held = new FileStream(mark, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        var start = Task.Run(async () =>
        {
            await using var emulator = new EmulatorUnderTest($"{setting}={Path.Combine(folder.FullName, value)}");
            return await emulator.Nobody().Get("/readyz");
        });
        await Task.Delay(300);
        Assert.False(start.IsCompleted, "it has started with what another one holds");
        held.Dispose();
        (await start).MustBeOk();
    }

    [Fact]
    public async Task Where_another_program_holds_it_writes_are_refused_after_at_most_five_seconds_and_reads_go_on()
    {
        using var emulator = await RunningEmulator.Start(Data);
        await Ordered(emulator);
        using (var other = new SqliteConnection($"Data Source={Data};Pooling=False"))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            var since = Stopwatch.StartNew();
            var write = Order(emulator);
            for (var read = 0; read < 5; read++)
            {
                var reading = Stopwatch.StartNew();
                (await emulator.With("key-stan").Get($"/api/company/Acme/ports?read={read}")).MustBeOk();
                Assert.True(reading.Elapsed < TimeSpan.FromSeconds(3), $"a read took {reading.Elapsed}");
            }

            var refused = (await write).MustRefuse(503, "Another program holds the emulator's data file");
            Assert.InRange(since.Elapsed.TotalSeconds, 3, 6);
            Assert.Equal("1", refused.Headers["Retry-After"]);
            (await emulator.Nobody().Post("/__admin/reset")).MustRefuse(503);
            Assert.True((await emulator.Nobody().Get("/readyz")).MustBeOk()["ready"]!.GetValue<bool>());

            // One that waits goes well as soon as it can.
            write = Order(emulator);
            await Task.Delay(500);
            Execute(other, "ROLLBACK");
            (await write).MustBeOk();
        }

        Assert.Equal(
            2,
            (await Orders(emulator)).MustBeOk()["results"]!
                .AsArray()
                .Count(order => order!["portName"]!.GetValue<string>() == "Kept"));
    }

    [Fact]
    public async Task An_index_that_was_cut_is_made_again_and_nothing_is_lost()
    {
        using var emulator = await RunningEmulator.Start(Data);
        await Ordered(emulator);
        Cut("-shm");
        await Ordered(emulator);
        (await emulator.Nobody().Get("/readyz")).MustBeOk();
        Assert.Equal(
            2,
            (await Orders(emulator)).MustBeOk()["results"]!
                .AsArray()
                .Count(order => order!["portName"]!.GetValue<string>() == "Kept"));
    }

    [Fact]
    public async Task A_log_that_was_cut_is_noticed_and_so_at_the_next_start()
    {
        using (var emulator = await RunningEmulator.Start(Data))
        {
            await Ordered(emulator);
            Cut("-wal");
            await MustBeNoticed(emulator, "was cut or taken away");
        }

        var (code, text) = await RunningEmulator.Fail($"--data={Data}", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("changes that were acknowledged were in it", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_moved_or_replaced_is_noticed_and_it_goes_on_once_it_is_back()
    {
        using var emulator = await RunningEmulator.Start(Data);
        await Ordered(emulator);
        File.Move(Data, Data + ".away");
        await MustBeNoticed(emulator, "was deleted or moved");
        File.Copy(Data + ".away", Data);
        File.AppendAllText(Data, "more");
        await MustBeNoticed(emulator, "was replaced");
        File.Move(Data + ".away", Data, overwrite: true);
        (await emulator.Nobody().Get("/readyz")).MustBeOk();
        await Ordered(emulator);
    }

    [Fact]
    public async Task A_page_that_was_overwritten_is_noticed_before_anybody_asks_for_what_was_on_it()
    {
        using var emulator = await RunningEmulator.Start(Data);
        Assert.True(await emulator.Stop(TimeSpan.FromSeconds(20))); // So that the file has the pages, not the log.
        using var again = await RunningEmulator.Start(Data);
        await Ordered(again);
        using (var file = new FileStream(Data, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.Position = SandboxDatabase.PageSize * 20;
            file.Write(new byte[SandboxDatabase.PageSize * 8]);
        }

        await MustBeNoticed(again, "was damaged by another program");
    }

    [Fact]
    public async Task A_full_disk_is_told_and_nothing_moves_that_is_not_stored_and_it_goes_on_once_there_is_room()
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() && Environment.UserName == "root",
            "a small disk is mounted, " + "which takes root");
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=1700k", "none", folder.FullName),
            "this machine mounts no disk");
        try
        {
            using (var emulator = await RunningEmulator.Start(Data, "--progression=manual"))
            {
                var acknowledged = 0;
                Answer answer;
                while ((answer = await Order(emulator)).Status == HttpStatusCode.OK)
                {
                    acknowledged++;
                }

                answer.MustRefuse(503, $"The emulator can not store anything: The disk that {Data} is on is full");
                Assert.Equal("1", answer.Headers["Retry-After"]);
                Assert.Contains(
                    "is full",
                    (await emulator.Nobody().Get("/readyz")).MustRefuse(503).Message,
                    StringComparison.Ordinal);
                var before = (await emulator.Nobody().Get("/__admin/clock")).MustBeOk()[
                    "aheadSeconds"
                ]!.GetValue<double>();
                var moved = 0;
                while (
                    (answer = await emulator.Nobody().Post("/__admin/clock/advance", """{"seconds":3600}""")).Status
                    == HttpStatusCode.OK)
                {
                    moved++;
                }

                answer.MustRefuse(503);
                Assert.Equal(
                    before + (3600 * moved),
                    (await emulator.Nobody().Get("/__admin/clock")).MustBeOk()["aheadSeconds"]!.GetValue<double>(),
                    0.01);
                Assert.True(Run("mount", "-o", "remount,size=32m", folder.FullName));
                (await emulator.Nobody().Get("/readyz")).MustBeOk();
                await Ordered(emulator);
                Assert.Equal(
                    acknowledged + 1,
                    (await Orders(emulator)).MustBeOk()["results"]!
                        .AsArray()
                        .Count(order => order!["portName"]!.GetValue<string>() == "Kept"));
            }

            Assert.True(Run("mount", "-o", "remount,size=8m", folder.FullName));
            Array.ForEach(Directory.GetFiles(folder.FullName), File.Delete);
            Assert.Throws<IOException>(() => File.WriteAllBytes(Data + ".other", new byte[9 * 1024 * 1024]));
            var (code, text) = await RunningEmulator.Fail($"--data={Data}", "--urls=http://127.0.0.1:0");
            Assert.Equal(1, code);
            Assert.Contains("disk", text, StringComparison.Ordinal);
            Assert.Single(text.Trim().Split('\n'));
        }
        finally
        {
            Run("umount", "-l", folder.FullName);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<Answer> Order(RunningEmulator emulator) =>
        emulator.With("key-stan").Put("/api/company/Acme/ports/orders", AnOrder);

    private static async Task Ordered(RunningEmulator emulator) => (await Order(emulator)).MustBeOk();

    private static Task<Answer> Orders(RunningEmulator emulator) =>
        emulator.With("key-stan").Get("/api/company/Acme/ports/orders");

    private static async Task MustBeNoticed(RunningEmulator emulator, string reason)
    {
        Assert.Contains(reason, (await Order(emulator)).MustRefuse(503).Message, StringComparison.Ordinal);
        Assert.Contains(
            reason,
            (await emulator.Nobody().Get("/readyz")).MustRefuse(503).Message,
            StringComparison.Ordinal);
        (await emulator.Nobody().Get("/livez")).MustBeOk();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private void Cut(string ending)
    {
        using var file = new FileStream(
            Data + ending,
            FileMode.Open,
            FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete);
        file.SetLength(0);
    }
}
