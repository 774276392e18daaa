using System.Net;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>The emulator as its users start it: a process with a database in a file.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("emulator-");

    [Fact]
    public async Task A_kill_in_the_middle_of_writes_loses_nothing_that_was_acknowledged()
    {
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        using (var running = await RunningEmulator.Start(Data("kill.db")))
        {
            var stan = await running.LoggedIn();
            var writers = Enumerable
                .Range(0, 4)
                .Select(writer =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            for (var i = 0; ; i++)
                            {
                                var order = await stan.Put(
                                    "/api/company/Acme/ports/orders",
                                    $$"""
                                    {"dataCenterFacility":"supernetpa4","speed":1000,"portName":"{{writer}}-{{i}}",
                                    "paymentType":"invoice"}
                                    """
                                );
                                if (order.Status == HttpStatusCode.OK)
                                {
                                    acknowledged.Add(order.TextOf("id"));
                                }
                            }
                        }
                        catch (HttpRequestException)
                        {
                            // The process is gone.
                        }
                    }))
                .ToList();
            while (acknowledged.Count < 40)
            {
                await Task.Delay(20);
            }

            running.Kill();
            await Task.WhenAll(writers);
        }

        using var again = await RunningEmulator.Start(Data("kill.db"));
        var reader = await again.LoggedIn();
        var stored = (await reader.Get("/api/company/Acme/ports/orders")).MustBeOk()["results"]!
            .AsArray()
            .Select(order => order!["id"]!.GetValue<string>())
            .ToHashSet();
        Assert.Subset(stored, acknowledged.ToHashSet());
        Assert.DoesNotContain(
            (
                await reader.Put(
                    "/api/company/Acme/ports/orders",
                    """{"dataCenterFacility":"supernetpa4","speed":1000,"portName":"after","paymentType":"invoice"}"""
                ))
                .MustBeOk()
                .TextOf("id"),
            stored);
    }

    [Theory]
    [InlineData("--progression=sometimes", "--progression (EMULATOR_PROGRESSION) is \"sometimes\"; it must be time, "
        + "immediate, polls or manual.")]
    [InlineData("--step=-1", "--step (EMULATOR_STEP) is \"-1\"")]
    [InlineData("--conformance=maybe", "--conformance (EMULATOR_CONFORMANCE) is \"maybe\"; it must be off, count or "
        + "fail.")]
    [InlineData("--volume=1000001", "--volume (EMULATOR_VOLUME) is \"1000001\"; it must be a whole number from 0 to "
        + "1000000.")]
    [InlineData("--volume=-1", "--volume (EMULATOR_VOLUME) is \"-1\"")]
    [InlineData("--journal=-1", "--journal (EMULATOR_JOURNAL) is \"-1\"; it must be a whole number from 0 to 100000.")]
    [InlineData("--journal-bytes=5", "--journal-bytes (EMULATOR_JOURNAL_BYTES) is \"5\"; it must be a number of "
        + "bytes, at least 16384.")]
    [InlineData("--colour=red", "There is no setting --colour")]
    public async Task An_invalid_setting_stops_the_start_and_is_named(string flag, string words)
    {
        var (code, text) = await RunningEmulator.Fail(flag, "--data=:memory:", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_seed_file_stops_the_start_with_file_line_and_reason()
    {
        var seeds = folder.CreateSubdirectory("seeds");
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "seed-data"), "*.json"))
        {
            File.Copy(file, Path.Combine(seeds.FullName, Path.GetFileName(file)));
        }

        var metros = Path.Combine(seeds.FullName, "metros.json");
        var lines = File.ReadAllLines(metros);
        var broken = Array.FindIndex(lines, line => line.Contains("\"country\"", StringComparison.Ordinal));
        lines[broken] = lines[broken].Replace("\"country\"", "\"land\"");
        File.WriteAllLines(metros, lines);
        var (code, text) = await RunningEmulator.Fail(
            "--data=:memory:",
            $"--seed-data={seeds.FullName}",
            "--urls=http://127.0.0.1:0"
        );
        Assert.Equal(1, code);
        Assert.Matches($"metros\\.json:{broken + 1}: .*land", text);
    }

    [Fact]
    public async Task A_file_that_is_no_database_of_ours_is_refused_and_left_as_it_is()
    {
        File.WriteAllText(Data("stranger.db"), "These are somebody's holiday photographs, not a database at all.");
        var (code, text) = await RunningEmulator.Fail($"--data={Data("stranger.db")}", "--urls=http://127.0.0.1:0");
        Assert.Equal(1, code);
        Assert.Contains("stranger.db", text, StringComparison.Ordinal);
        Assert.StartsWith("These are somebody's", File.ReadAllText(Data("stranger.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_is_there_after_a_restart_and_fresh_begins_again()
    {
        string id;
        using (
            var first = await RunningEmulator.Start(
                Data("restart.db"),
                "--clock-frozen=true",
                "--clock-start=2026-03-01T12:00:00Z"))
        {
            id = await Api.ConnectionTests.Request(await first.LoggedIn());
        }

        using (var second = await RunningEmulator.Start(Data("restart.db")))
        {
            (await (await second.LoggedIn()).Get($"/api/v2/company/Acme/connections/{id}")).MustBeOk();
            Assert.Equal("2026-03-01T12:00:00.000Z", (await second.Nobody().Get("/__admin/clock")).TextOf("now"));
        }

        using var fresh = await RunningEmulator.Start(Data("restart.db"), "--fresh");
        (await (await fresh.LoggedIn()).Get($"/api/v2/company/Acme/connections/{id}")).MustRefuse(404);
    }

    [Fact]
    public async Task Health_is_told_by_the_program_itself()
    {
        using var running = await RunningEmulator.Start(Data("health.db"));
        Assert.Equal(0, (await RunningEmulator.Fail("--health", $"--urls={running.Url}")).Code);
        running.Kill();
        Assert.Equal(1, (await RunningEmulator.Fail("--health", $"--urls={running.Url}")).Code);
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string Data(string name) => Path.Combine(folder.FullName, name);
}
