using System.IO.Compression;
using System.Runtime.CompilerServices;
using Emulator.ConsoleConnect;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Simulation.Keeping;
using Emulator.Tests.Catalogue;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>
/// Sandboxes that are kept in a folder: nothing that was acknowledged is lost by any end of the process.
/// </summary>
public sealed class SandboxFolderTests : IDisposable
{
    private const string AnOrder =
        """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"Kept","paymentType":"invoice"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sandboxes-");

    private string Kept => Path.Combine(folder.FullName, "kept");

    [Fact]
    public async Task What_a_sandbox_begins_with_is_kept_and_where_it_can_not_be_there_is_no_sandbox()
    {
        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            (await emulator.Nobody().Put(
                "/__admin/sandboxes/mine",
                """{"worlds":{"companies":{"buyer":{"ports":{"hk":{"metro":"Nowhere","speed":10000}}}}}}"""))
                .MustRefuse(400);
            Assert.False(Directory.Exists(Path.Combine(Kept, "mine")));
            (await emulator.Nobody().Put(
                "/__admin/sandboxes/mine",
                """{"worlds":{"companies":{"buyer":{"ports":{"hk":{"metro":"Hong Kong","speed":10000}}}}}}"""))
                .MustBeOk();
            emulator.Kill();
        }

        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            var ports = (await emulator.Nobody().Get("/sandbox/mine/__admin/resources?machine=ports&q=hk")).MustBeOk();
            Assert.Equal("buyer", Assert.Single(ports["resources"]!.AsArray())!["company"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_leaves_every_sandbox_as_it_was_acknowledged()
    {
        string token, order;
        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            var made = (await emulator.Nobody().Put("/__admin/sandboxes/Mine",
                """{"clockStart":"2030-01-01T00:00:00Z","clockFrozen":true,"progression":"manual","seed":7}"""))
                .MustBeOk();
            Assert.Equal("Mine.key-stan", made["apiKeys"]!["stan"]!.GetValue<string>());
            (await emulator.Nobody().Post("/__admin/sandboxes", """{"name":"other"}""")).MustBeOk();
            order = (await emulator.With("Mine.key-stan").Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk()
                .TextOf("id");
            token = (await emulator.Nobody().Put(
                "/sandbox/mine/api/auth/token", """{"email":"stan@example.com","password":"Password1"}""")).MustBeOk()
                .TextOf("token");
            (await emulator.Nobody().Post("/sandbox/mine/__admin/clock/advance", """{"seconds":90}""")).MustBeOk();
            (await emulator.Nobody().Post("/sandbox/mine/__admin/faults",
                """{"id":"busy","match":{"path":"/api/company/*/ports","header":{"name":"X-Try"}}"""
                    + ""","when":{"every":2},"then":{"answer":{"status":503,"headers":{"X-A":"b"},"body":{"a":1}}}}"""))
                .MustBeOk();
            (await emulator.Nobody().Put(
                "/sandbox/mine/__admin/counterparties/company2", """{"policy":"reject"}""")).MustBeOk();
            emulator.Kill();
        }

        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            // Only its name is known as yet.
            var listed = (await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!.AsArray();
            Assert.Equal(["default", "Mine", "other"], listed.Select(one => one!["name"]!.GetValue<string>()));
            Assert.Null(listed[1]!["now"]);

            // The first call already meets what was set.
            var faults = (await emulator.Nobody().Get("/sandbox/mine/__admin/faults")).MustBeOk()["faults"]!.AsArray();
            Assert.Equal("busy", Assert.Single(faults)!["id"]!.GetValue<string>());
            Assert.Equal("b", faults[0]!["then"]!["answer"]!["headers"]!["X-A"]!.GetValue<string>());
            Assert.Equal("X-Try", faults[0]!["match"]!["header"]!["name"]!.GetValue<string>());
            Assert.Equal("created", (await emulator.With(token).Get($"/api/company/Acme/ports/orders/{order}"))
                .MustBeOk().TextOf("status"));
            Assert.Equal("2030-01-01T00:01:30.000Z",
                (await emulator.Nobody().Get("/sandbox/MINE/__admin/clock")).MustBeOk().TextOf("now"));
            Assert.Equal("manual",
                (await emulator.Nobody().Get("/sandbox/mine/__admin/progression"))
                    .MustBeOk()["usual"]!["progression"]!.GetValue<string>());
            Assert.Contains("reject",
                (await emulator.Nobody().Get("/sandbox/mine/__admin/counterparties/company2")).MustBeOk().Text,
                StringComparison.Ordinal);
            var next = (await emulator.With("mine.key-stan").Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk();
            Assert.True(string.CompareOrdinal(next.TextOf("id"), order) > 0);

            // Reset, delete, and a clean stop.
            (await emulator.Nobody().Post("/__admin/sandboxes/mine/reset")).MustBeOk();
            (await emulator.Nobody().Delete("/__admin/sandboxes/other")).MustBeOk();
            Assert.False(Directory.Exists(Path.Combine(Kept, "other")));
            Assert.True(await emulator.Stop(TimeSpan.FromSeconds(20)));
        }

        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            (await emulator.With("Mine.key-stan").Get($"/api/company/Acme/ports/orders/{order}")).MustRefuse(404);
            Assert.Equal("2030-01-01T00:00:00.000Z",
                (await emulator.Nobody().Get("/sandbox/mine/__admin/clock")).MustBeOk().TextOf("now"));
            Assert.Empty((await emulator.Nobody().Get("/sandbox/mine/__admin/faults")).MustBeOk()["faults"]!.AsArray());
            (await emulator.With("other.key-stan").Get("/api/company/Acme/ports")).MustRefuse(401);
        }
    }

    [Fact]
    public async Task Forks_and_snapshots_work_in_files_and_a_time_to_live_counts_while_nothing_runs()
    {
        await using (var emulator = new EmulatorUnderTest($"sandboxes={Kept}"))
        {
            (await emulator.Nobody().Put("/__admin/sandboxes/one", "{}")).MustBeOk();
            var order = (await emulator.With("one.key-stan").Put("/api/company/Acme/ports/orders", AnOrder)).MustBeOk();
            (await emulator.Nobody().Post("/sandbox/one/__admin/snapshots", """{"name":"half"}""")).MustBeOk();
            (await emulator.Nobody().Put("/__admin/sandboxes/two", """{"from":"half"}""")).MustBeOk();
            (await emulator.With("two.key-stan").Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}"))
                .MustBeOk();
            (await emulator.Nobody().Post("/__admin/sandboxes/one/reset")).MustBeOk();
            (await emulator.With("one.key-stan").Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}"))
                .MustRefuse(404);
            (await emulator.Nobody().Post("/sandbox/one/__admin/snapshots/half/restore")).MustBeOk();
            (await emulator.With("one.key-stan").Get($"/api/company/Acme/ports/orders/{order.TextOf("id")}"))
                .MustBeOk();
            (await emulator.Nobody().Put("/__admin/sandboxes/brief", """{"ttlSeconds":1}""")).MustBeOk();
            (await emulator.Nobody().Put("/__admin/sandboxes/One", "{}"))
                .MustRefuse(409, "There is a sandbox called One already");
            (await emulator.Nobody().Put("/__admin/sandboxes/no name", "{}")).MustRefuse(400);
            (await emulator.Nobody().Put("/__admin/sandboxes/x", """{"name":"y"}""")).MustRefuse(400);
        }

        await Task.Delay(1100);
        await using (var emulator = new EmulatorUnderTest($"sandboxes={Kept}"))
        {
            (await emulator.With("two.key-stan").Get("/api/company/Acme/ports")).MustBeOk();
            (await emulator.Nobody().Get("/sandbox/brief/__admin/clock")).MustRefuse(404);
            Assert.DoesNotContain("brief", (await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk().Text,
                StringComparison.Ordinal);
            for (var patience = 0; Directory.Exists(Path.Combine(Kept, "brief")) && patience < 100; patience++)
            {
                await Task.Delay(100);
            }

            Assert.False(Directory.Exists(Path.Combine(Kept, "brief")));
        }
    }

    [Fact]
    public async Task What_comes_to_its_time_after_the_end_is_left_alone()
    {
        var machine = new FakeTimeProvider(EmulatorUnderTest.Start);
        var usual = EmulatorUnderTest.Usual;
        using (var made = await Opened())
        {
            await made.Make("brief", TimeSpan.FromSeconds(10), usual, CancellationToken.None);
        }

        (await Opened()).Dispose(); // What it looks after a second later was there before it.
        machine.Advance(TimeSpan.FromMinutes(1));
        await Task.Delay(200);
        Assert.True(Directory.Exists(Path.Combine(Kept, "brief")), "another process may have the folder by now");

        using var next = await Opened();
        Assert.Empty(next.AllMade);
        machine.Advance(TimeSpan.FromSeconds(1));
        for (var patience = 0; Directory.Exists(Path.Combine(Kept, "brief")) && patience < 100; patience++)
        {
            await Task.Delay(100);
        }

        Assert.False(Directory.Exists(Path.Combine(Kept, "brief")));

        Task<Sandboxes> Opened() => OpenedIn(Kept, machine);
    }

    [Fact]
    public async Task One_that_can_not_be_finished_leaves_neither_files_nor_open_ones()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc shows which files are open");
        using var sandboxes = await OpenedIn(Kept, TimeProvider.System);
        var refused = await Assert.ThrowsAsync<Refusal>(() => sandboxes.Make(
            "mine",
            timeToLive: null,
            EmulatorUnderTest.Usual,
            from: null,
            CancellationToken.None,
            _ =>
            {
                Directory.CreateDirectory(Path.Combine(Kept, "mine", "sandbox.json")); // Where a file is to be.
                return Task.CompletedTask;
            }));
        Assert.Equal(ServiceErrors.NothingStored, refused.Error);
        Assert.Empty(sandboxes.AllMade);
        Assert.False(Directory.Exists(Path.Combine(Kept, "mine")));
        Assert.DoesNotContain(
            Directory.EnumerateFileSystemEntries("/proc/self/fd").Select(open => new FileInfo(open).LinkTarget ?? ""),
            file => file.StartsWith(Kept, StringComparison.Ordinal)
                && file.Contains("sandbox.db", StringComparison.Ordinal));
        await sandboxes.Make("mine", timeToLive: null, EmulatorUnderTest.Usual, CancellationToken.None);
    }

    /// <summary>The sandboxes of a process that keeps them in a folder.</summary>
    private static async Task<Sandboxes> OpenedIn(string folder, TimeProvider machine)
    {
        var sandboxes = new Sandboxes(
            new SandboxesSettings(
                ":memory:", SeedFolder.Path, Fresh: false, Volume: 0, EmulatorUnderTest.Usual, Folder: folder),
            ConsoleConnectService.Instance,
            machine);
        sandboxes.StartOpening();
        await sandboxes.Default;
        return sandboxes;
    }

    [Fact]
    public void A_folder_that_was_given_back_is_not_changed()
    {
        SandboxFolder Claimed() => SandboxFolder.Claim(Kept, EmulatorUnderTest.Start, "http://localhost:9000");
        var made = new KeptSandbox(
            EmulatorUnderTest.Start,
            ExpiresAt: null,
            new Pace(Progression.Time, TimeSpan.FromSeconds(1)),
            Seed: 1,
            ClockStart: null,
            ClockFrozen: false);
        var first = Claimed();
        first.Begin("mine");
        first.Write("mine", made);
        first.WriteFaults("mine", []);
        first.Dispose();
        using var second = Claimed();
        Assert.Throws<ObjectDisposedException>(() => first.Begin("mine"));
        Assert.Throws<ObjectDisposedException>(() => first.Write("mine", made with { Seed = 2 }));
        Assert.Throws<ObjectDisposedException>(() => first.WriteFaults("mine", []));
        first.Delete("mine");
        Assert.Equal(["mine"], second.Names);
        Assert.Equal(made, second.Read("mine"));
        second.Delete("mine");
        Assert.Empty(second.Names);
    }

    [Fact]
    public async Task A_folder_that_can_not_serve_stops_the_start_in_one_line()
    {
        await MustFail("/proc/emulator", "can't be written", "name another folder");
        var photos = Directory.CreateDirectory(Path.Combine(folder.FullName, "photos")).FullName;
        await File.WriteAllTextAsync(Path.Combine(photos, "beach.jpg"), "sand");
        await MustFail(photos, "has files that aren't the emulator's (beach.jpg)", "Name an empty folder");
        Assert.Equal("beach.jpg", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(photos))));
        await MustFail(Path.Combine(photos, "beach.jpg"), "is a file", "Name a folder");
        using var first = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}");
        await MustFail(Kept, $"is in use by another emulator: process {first.Id}, running since ", "another folder");
    }

    [Fact]
    public async Task One_whose_files_are_damaged_is_told_and_the_others_work_and_it_can_be_deleted()
    {
        using (var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}"))
        {
            foreach (var name in new[] { "whole", "damaged", "unread", "half" })
            {
                (await emulator.Nobody().Put($"/__admin/sandboxes/{name}", "{}")).MustBeOk();
            }

            Assert.True(await emulator.Stop(TimeSpan.FromSeconds(20)));
        }

        await File.WriteAllTextAsync(Path.Combine(Kept, "damaged", "sandbox.db"), "no database");
        await File.WriteAllTextAsync(Path.Combine(Kept, "unread", "sandbox.json"), "{");
        File.Delete(Path.Combine(Kept, "half", "sandbox.json")); // As a process leaves it that is killed in making one.
        using var again = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}");
        (await again.With("whole.key-stan").Get("/api/company/Acme/ports")).MustBeOk();
        foreach (var name in new[] { "damaged", "unread" })
        {
            Assert.StartsWith($"The sandbox {name} can not be opened: ",
                (await again.Nobody().Get($"/sandbox/{name}/__admin/clock")).MustRefuse(503).Message,
                StringComparison.Ordinal);
        }

        (await again.Nobody().Get("/sandbox/half/__admin/clock")).MustRefuse(404);
        (await again.Nobody().Get("/__admin/sandboxes")).MustBeOk();
        (await again.Nobody().Put("/__admin/sandboxes/half", "{}")).MustBeOk();
        (await again.Nobody().Delete("/__admin/sandboxes/damaged")).MustBeOk();
        (await again.Nobody().Put("/__admin/sandboxes/damaged", "{}")).MustBeOk();
        (await again.With("damaged.key-stan").Get("/api/company/Acme/ports")).MustBeOk();
    }

    [Fact]
    public async Task One_of_an_earlier_version_is_brought_over_when_it_is_asked_for_and_said_so()
    {
        Directory.CreateDirectory(Path.Combine(Kept, "old"));
        await File.WriteAllTextAsync(Path.Combine(Kept, ".emulator.lock"), "");
        await File.WriteAllBytesAsync(Path.Combine(Kept, "old", "sandbox.db"), Unpacked("2026-11-29"));
        await File.WriteAllTextAsync(Path.Combine(Kept, "old", "sandbox.json"),
            """{"CreatedAt":"2026-11-29T00:00:00+00:00","Pace":{"Progression":"Time","Step":"00:00:01","Polls":3}"""
                + ""","Seed":1,"ClockFrozen":false}""");
        using var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}");
        Assert.Equal("From before", (await emulator.With("old.key-stan").Get(
            "/api/company/Acme/ports/orders/68000000f0804f21c093f52a")).MustBeOk().TextOf("portName"));
        Assert.Contains(
            "was an earlier version's and has been brought over", emulator.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.Combine(Kept, "old"), "*.before-upgrade-*"));
    }

    [Fact]
    public async Task One_of_a_version_that_is_not_known_stays_as_it_is_and_is_told()
    {
        await using (var first = new EmulatorUnderTest($"sandboxes={Kept}"))
        {
            (await first.Nobody().Put("/__admin/sandboxes/new", "{}")).MustBeOk();
        }

        var file = Path.Combine(Kept, "new", "sandbox.db");
        using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "PRAGMA user_version=7";
            command.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(file);
        await using var emulator = new EmulatorUnderTest($"sandboxes={Kept}");
        var refused = (await emulator.Nobody().Get("/sandbox/new/__admin/clock")).MustRefuse(503);
        Assert.Contains("was made by another version of the emulator", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(file));
        (await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk();
        (await emulator.Nobody().Put("/__admin/sandboxes/new", "{}")).MustRefuse(409);
        (await emulator.Nobody().Delete("/__admin/sandboxes/new")).MustBeOk();
        (await emulator.Nobody().Put("/__admin/sandboxes/new", "{}")).MustBeOk();
    }

    [Fact]
    public async Task A_full_disk_refuses_new_ones_and_writes_and_leaves_nothing_half()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "a small disk is mounted");
        Directory.CreateDirectory(Kept);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=3m", "none", Kept), "this machine mounts no disk");
        try
        {
            using var emulator = await RunningEmulator.Start(":memory:", $"--sandboxes={Kept}");
            var made = 0;
            Answer answer;
            while ((answer = await emulator.Nobody().Put($"/__admin/sandboxes/s{made}", "{}")).Status
                == System.Net.HttpStatusCode.OK)
            {
                made++;
            }

            Assert.InRange(made, 1, 5);
            Assert.Matches("disk|space", answer.MustRefuse(503).Message);
            Assert.False(Directory.Exists(Path.Combine(Kept, $"s{made}")));
            (await emulator.Nobody().Get($"/sandbox/s{made}/__admin/clock")).MustRefuse(404);
            (await emulator.With("s0.key-stan").Get("/api/company/Acme/ports")).MustBeOk();
            Assert.True(Run("mount", "-o", "remount,size=32m", Kept));
            (await emulator.Nobody().Put($"/__admin/sandboxes/s{made}", "{}")).MustBeOk();
        }
        finally
        {
            Run("umount", "-l", Kept);
        }
    }

    [Fact]
    public async Task There_are_as_many_as_the_setting_says()
    {
        await using var emulator = new EmulatorUnderTest("max-sandboxes=2");
        (await emulator.Nobody().Put("/__admin/sandboxes/a", "{}")).MustBeOk();
        (await emulator.Nobody().Put("/__admin/sandboxes/b", "{}")).MustBeOk();
        (await emulator.Nobody().Put("/__admin/sandboxes/c", "{}")).MustRefuse(409);
    }

    public void Dispose() => folder.DeleteWhole();

    private static byte[] Unpacked(string version, [CallerFilePath] string here = "")
    {
        using var packed = new BrotliStream(
            File.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "../Store/Earlier", version + ".db.br")),
            CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static async Task MustFail(string sandboxes, params string[] words)
    {
        var (code, text) = await RunningEmulator.Fail(
            "--data=:memory:", "--urls=http://127.0.0.1:0", $"--sandboxes={sandboxes}");
        Assert.Equal(1, code);
        Assert.StartsWith(
            $"The emulator can't start: --sandboxes (EMULATOR_SANDBOXES): {sandboxes} ",
            text,
            StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.Single(text.Trim().Split('\n'));
    }
}
