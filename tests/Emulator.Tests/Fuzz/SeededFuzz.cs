using System.Globalization;
using Xunit;

namespace Emulator.Tests.Fuzz;

/// <summary>
/// Every operation, driven by its own schema, with valid and with broken input, by seeded luck: no answer is a failure
/// of ours, every answer is as the contract says (the emulator runs with <c>--conformance fail</c>), state machines
/// never leave their tables, and the invariants hold after each call that has written.
/// </summary>
public abstract class SeededFuzz(ITestOutputHelper output)
{
    private const int UsualCalls = 6000;

    /// <summary>
    /// How many operations luck may leave without an answer of 200 in one run: those that little is left for, such as
    /// leaving a company that has another Keyholder.
    /// </summary>
    private const int MostNeverWell = 6;

    /// <summary>Asks everything by the luck of a seed.</summary>
    protected async Task NothingBreaks(int seed)
    {
        await using var emulator = new EmulatorUnderTest();
        var run = await FuzzRun.Of(emulator, seed);
        await run.Make(Variable("CALLS") ?? UsualCalls);
        var well = run.Tally.Values.Sum(tally => tally.Well);
        var asked = run.Tally.Values.Sum(tally => tally.Asked);
        output.WriteLine($"seed {seed}: {run.Calls} calls, {asked} of operations, {well} answered well, "
            + $"{run.Tally.Count} operations");
        var neverWell = run.Tally.Where(tally => tally.Value.Well == 0).Select(tally => tally.Key).ToList();
        output.WriteLine(
            string.Join(
                '\n',
                neverWell.Select(operation =>
                    $"never well: {operation} "
                    + string.Join("; ", run.Refusals[operation]
                        .OrderByDescending(refusal => refusal.Value)
                        .Take(6)
                        .Select(refusal => $"{refusal.Value}x {refusal.Key}"))
                )));
        Assert.True(neverWell.Count <= MostNeverWell, $"never answered well: {string.Join(", ", neverWell)}");
        Assert.True(well > asked * 0.4, $"only {well} of {asked} calls were answered well: such luck finds little");
        Assert.All(run.Operations, operation =>
            Assert.True(run.Tally.GetValueOrDefault(operation).Asked >= 3, $"{operation} was hardly asked"));
    }

    /// <summary>What the environment says of a run; null where it says nothing.</summary>
    protected static int? Variable(string name) =>
        Environment.GetEnvironmentVariable($"EMULATOR_FUZZ_{name}") is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;
}
