using System.Text.Json.Nodes;
using Emulator.ConsoleConnect;
using Emulator.Simulation;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// The emulator under seeded luck. Longer, or otherwise:
/// <c>EMULATOR_FUZZ_SEED=7 EMULATOR_FUZZ_CALLS=20000 dotnet test --filter Fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output) : SeededFuzz(output)
{
    private readonly ITestOutputHelper output = output;

    public static TheoryData<int> Seeds() => Variable("SEED") is { } seed ? [seed] : [1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Nothing_breaks_whatever_is_asked(int seed) => NothingBreaks(seed);

    [Fact]
    public async Task Nothing_breaks_whatever_is_asked_of_the_emulators_own_routes()
    {
        await using var emulator = new EmulatorUnderTest();
        var run = await FuzzRun.Of(emulator, Variable("SEED") ?? 5, document: "/openapi/admin.json");
        await run.Make(Variable("CALLS") ?? 700);
        output.WriteLine(
            $"{run.Calls} calls, {run.Tally.Values.Sum(tally => tally.Well)} answered well, "
                + $"{run.Tally.Count} operations");
        Assert.All(run.Operations, operation =>
            Assert.True(run.Tally.GetValueOrDefault(operation).Asked >= 3, $"{operation} was hardly asked"));
    }

    /// <summary>
    /// What is forced past the rules leaves states that clients never reach: nothing fails in them or is oversold.
    /// </summary>
    [Fact]
    public async Task Nothing_breaks_after_moves_that_were_forced()
    {
        await using var emulator = new EmulatorUnderTest();
        var run = await FuzzRun.Of(emulator, Variable("SEED") ?? 6, forces: true);
        await run.Make(Variable("CALLS") ?? 700);
        await run.MustHold("moves that were forced", but: InvariantsOfRows.KeptByRulesAlone);
    }

    [Fact]
    public async Task Nothing_breaks_when_several_ask_at_once()
    {
        await using var emulator = new EmulatorUnderTest();
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(client => FuzzRun.Of(emulator, 100 + client, alone: false)));
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(runs.Select(run => Task.Run(() => run.Make(60))));
            await runs[0].MustHold("four clients at once");
        }
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_really_goes_on_the_wire()
    {
        await using var emulator = new EmulatorUnderTest();
        var journal = (await emulator.Services.GetRequiredService<Sandboxes>().Default).Journal;
        var bodies = new BodyFromSchema(new JsonObject(), new SeededChoices(1));
        var valid = new JsonObject { ["portName"] = "P" };
        var texts = Enumerable.Range(0, 2000).Select(_ => bodies.Broken(valid)).ToList();
        await MustArrive(@"\ud800"u8.ToArray(), First(@":""\ud800"));
        await MustArrive([0xED, 0xA0, 0x80], First("\ud800"));
        await MustArrive([0xED, 0xA0, 0x80], First("\"\ud800\":"));
        Assert.Contains(Enumerable.Range(0, 500), _ => BodyFromSchema.InAnAddress(bodies.OddText()) == "%ED%A0%80");
        Assert.Contains(Enumerable.Range(0, 500), _ => BodyFromSchema.InAnAddress(bodies.OddText()) == "%5Cud800");

        string First(string part) => texts.First(text => text.Contains(part, StringComparison.Ordinal));

        // As a run sends it; the journal has the bytes that came.
        async Task MustArrive(byte[] half, string text)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, "/api/company/Acme/ports/orders");
            request.Content = new ByteArrayContent(BodyFromSchema.OnTheWire(text));
            await emulator.Nobody().Send(request);
            var came = journal.Look().Exchanges[^1].RequestBody.Span;
            Assert.True(came.IndexOf(half) >= 0, $"{text} came as {Convert.ToHexString(came)}");
            Assert.Equal(-1, came.IndexOf("\ufffd"u8));
        }
    }
}
