using Emulator.Simulation;
using Emulator.Simulation.Faults;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Emulator.Tests.Simulation;

/// <summary>Rules on their own: what asking them costs, and what luck they have.</summary>
public sealed class FaultRuleTests
{
    private static readonly IncomingRequest Request = new()
    {
        Operation = "048",
        Method = "GET",
        Path = "/api/company/Acme/ports/55767b5652a693344a015744",
        WrittenPath = "/api/company/Acme/ports/55767b5652a693344a015744",
        Headers = new HeaderDictionary { ["portal-token"] = "key-stan", ["X-Try"] = "1" },
        CompanyName = "Acme",
    };

    [Fact]
    public void Asking_rules_allocates_nothing()
    {
        var rules = new FaultRules(new Clock(TimeProvider.System));
        for (var rule = 0; rule < 4; rule++)
        {
            rules.Add(null, Never(new FaultMatch { Operation = "047" }), first: false);
            rules.Add(
                null,
                Never(new FaultMatch { Path = new PathGlob("/api/company/*/connections/**") }),
                first: false);
            rules.Add(
                null,
                Never(new FaultMatch { Path = new PathGlob("/api/company/*/ports/*"), Company = "corp" }),
                first: false);
            rules.Add(null, Never(new FaultMatch { Header = "X-Try", HeaderValue = "2" }), first: false);
            rules.Add(null, Never(new FaultMatch { Operation = "048" }), first: false);
        }

        var list = rules.Current;
        Ask(rules, list, 20_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var struck = Ask(rules, list, 20_000);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal((0, 0L), (struck, allocated));
    }

    [Fact]
    public void Latencies_are_spread_over_their_range_and_the_same_for_the_same_seed()
    {
        var latency = new Latency(10, 19);
        var series = Enumerable.Range(1, 1000).Select(number => latency.Of(number, seed: 5)).ToList();
        Assert.Equal(Enumerable.Range(10, 10), series.Distinct().Order());
        Assert.Equal(series, Enumerable.Range(1, 1000).Select(number => latency.Of(number, seed: 5)));
        Assert.NotEqual(series, Enumerable.Range(1, 1000).Select(number => latency.Of(number, seed: 6)));
        Assert.Equal(7, new Latency(7, 7).Of(1, seed: 5));
    }

    private static FaultTerms Never(FaultMatch match) =>
        new()
        {
            Match = match,
            When = new FaultWhen { Probability = 0 },
            Then = new FaultEffect { Reset = true },
            Seed = 1,
        };

    private static int Ask(FaultRules rules, FaultRuleList list, int times)
    {
        var struck = 0;
        for (var time = 0; time < times; time++)
        {
            struck += rules.Ask(list, in Request).Ids is null ? 0 : 1;
        }

        return struck;
    }
}
