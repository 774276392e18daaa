using System.Net;
using Emulator.Hosting.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Emulator.Tests.Hosting;

/// <summary>A client that tries admin tokens waits longer each time; one that has it never does.</summary>
public sealed class WrongTokensTests
{
    private static readonly IPAddress Somebody = IPAddress.Parse("192.0.2.1");

    [Fact]
    public async Task A_wrong_token_is_answered_later_each_time_and_a_right_one_at_once()
    {
        var time = new FakeTimeProvider();
        await using var emulator = new EmulatorUnderTest("admin-token=open-sesame")
        {
            Registers = services => services.AddSingleton<TimeProvider>(time),
        };
        for (var i = 0; i < WrongTokens.Free; i++)
        {
            (await Ask(emulator, "wrong")).MustRefuse(401, "The admin token is missing or wrong");
        }

        var slow = Enumerable.Range(0, 4).Select(_ => Ask(emulator, "wrong")).ToList();
        (await Ask(emulator, "open-sesame")).MustBeOk();
        (await emulator.Nobody().Get("/__admin/clock")).MustRefuse(401); // Without one nothing is tried.
        Assert.DoesNotContain(slow, one => one.IsCompleted);
        while (slow.Exists(one => !one.IsCompleted))
        {
            time.Advance(WrongTokens.Longest);
            await Task.Delay(20);
        }

        Assert.All(await Task.WhenAll(slow), one => one.MustRefuse(401, "The admin token is missing or wrong"));
    }

    [Fact]
    public async Task The_delay_grows_up_to_a_bound_for_each_address_by_itself()
    {
        var time = new FakeTimeProvider();
        var wrong = new WrongTokens(time);
        foreach (var delay in new[] { 0, 0, 0, 100, 200, 400, 800, 1600, 3200, 5000, 5000, 5000 })
        {
            var waiting = wrong.Wait(Somebody, CancellationToken.None);
            if (delay > 0)
            {
                time.Advance(TimeSpan.FromMilliseconds(delay - 1));
                Assert.False(waiting.IsCompleted, $"it waits for {delay} ms");
                time.Advance(TimeSpan.FromMilliseconds(1));
            }

            Assert.True(await waiting.WaitAsync(TimeSpan.FromSeconds(10)), $"it waits for {delay} ms");
        }

        Assert.True(
            wrong.Wait(IPAddress.Parse("192.0.2.2"), CancellationToken.None).IsCompleted,
            "another address waits not at all");
    }

    [Fact]
    public async Task Thousands_at_once_are_refused_at_once_beyond_a_bound()
    {
        var time = new FakeTimeProvider();
        var wrong = new WrongTokens(time);
        var all = Enumerable.Range(0, 5000).Select(_ => wrong.Wait(Somebody, CancellationToken.None)).ToList();
        Assert.Equal(WrongTokens.MostWaiting, all.Count(one => !one.IsCompleted));
        Assert.Equal(5000 - WrongTokens.MostWaiting - WrongTokens.Free,
            all.Count(one => one.IsCompletedSuccessfully && !one.Result));
        time.Advance(WrongTokens.Longest);
        Assert.Equal(WrongTokens.MostWaiting + WrongTokens.Free, (await Task.WhenAll(all)).Count(waited => waited));
    }

    [Fact]
    public async Task However_many_addresses_try_they_are_slowed_down()
    {
        var time = new FakeTimeProvider();
        var wrong = new WrongTokens(time);
        for (var i = 0; i < 1000; i++)
        {
            Assert.True(await wrong.Wait(new IPAddress([10, 0, (byte)(i / 256), (byte)(i % 256)]),
                CancellationToken.None));
        }

        var others = Enumerable.Range(0, 10)
            .Select(i => wrong.Wait(new IPAddress([10, 1, 0, (byte)i]), CancellationToken.None)).ToList();
        Assert.Equal(10 - WrongTokens.Free, others.Count(one => !one.IsCompleted));
        time.Advance(WrongTokens.Longest);
        await Task.WhenAll(others);
    }

    private static async Task<Answer> Ask(EmulatorUnderTest emulator, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/__admin/clock");
        request.Headers.Add("X-Emulator-Admin-Token", token);
        return await emulator.Nobody().Send(request);
    }
}
