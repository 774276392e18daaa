using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Api;

/// <summary>The heartbeat (published editions, 138).</summary>
public sealed class HeartbeatTests
{
    [Theory]
    [InlineData(0, "a few seconds ago", 0)]
    [InlineData(59_499, "a few seconds ago", 59)]
    [InlineData(60_000, "a minute ago", 60)]
    [InlineData(437_874, "7 minutes ago", 438)]
    [InlineData(3_600_000, "an hour ago", 3600)]
    [InlineData(8_000_000, "2 hours ago", 8000)]
    [InlineData(86_400_000, "a day ago", 86_400)]
    [InlineData(1_000_000_000, "11 days ago", 1_000_000)]
    public async Task It_tells_since_when_the_service_runs_by_the_machines_clock(
        long uptime,
        string words,
        long seconds)
    {
        var machine = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1_444_956_925_119));
        var since = new Uptime(machine);
        await using var emulator = new EmulatorUnderTest
        {
            Registers = services => services.AddSingleton(since),
        };
        var nobody = emulator.Nobody();
        (await nobody.Get("/heartbeat")).MustBeOk();
        machine.Advance(TimeSpan.FromMilliseconds(uptime));
        await emulator.Pass(3600); // The sandbox's clock says nothing here.
        var beat = (await nobody.Get("/heartbeat")).MustBeOk();
        Assert.Equal(
            $$"""{"name":"@iixlabs/portal-node-api","now":{{1_444_956_925_119 + uptime}},"uptime":{{uptime}},"""
            + $$""" "humanUptime":"{{words}}","uptimeSeconds":{{seconds}},"version":"3.14.34"}""".TrimStart(),
            beat.Json.ToJsonString());
    }

    [Fact]
    public async Task It_needs_no_login_and_is_told_again_each_time()
    {
        await using var emulator = new EmulatorUnderTest
        {
            Registers = services => services.AddSingleton(new Uptime(TimeProvider.System)),
        };
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var first = (await emulator.Nobody().Get("/heartbeat")).MustBeOk();
        (await emulator.With("no-such-key").Get("/heartbeat")).MustBeOk();
        (await emulator.With("key-stan").Get("/sandbox/blue/heartbeat")).MustRefuse(404); // No such sandbox.
        Assert.InRange(first["now"]!.GetValue<long>(), before, before + 60_000);
        var second = (await emulator.Nobody().Get("/heartbeat")).MustBeOk();
        Assert.InRange(second["uptime"]!.GetValue<long>(), first["uptime"]!.GetValue<long>(), long.MaxValue);
    }

    [Theory]
    [InlineData("""{}""", false)]
    [InlineData("""{"path":"/**"}""", false)]
    [InlineData("""{"path":"/*"}""", false)]
    [InlineData("""{"method":"GET"}""", false)]
    [InlineData("""{"path":"/heartbeat"}""", true)]
    [InlineData("""{"operation":"138"}""", true)]
    [InlineData("""{"operation":"138","path":"/**"}""", true)]
    [InlineData("""{"operation":"047"}""", false)]
    public async Task It_stays_up_under_faults_unless_a_rule_names_it(string match, bool struck)
    {
        await using var emulator = new EmulatorUnderTest();
        (
            await emulator.Nobody().Post(
                "/__admin/faults",
                $$$$"""{"match":{{{{match}}}},"then":{"answer":{"status":503}}}""")
        ).MustBeOk();
        var answer = await emulator.Nobody().Get("/heartbeat");
        Assert.Equal(struck ? 503 : 200, (int)answer.Status);
    }
}
