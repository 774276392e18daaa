using Xunit;

namespace Emulator.Tests.Fuzz;

/// <summary>The usual seeds' second half, beside the first: one class of tests runs on one processor.</summary>
public sealed class FurtherFuzzTests(ITestOutputHelper output) : SeededFuzz(output)
{
    public static TheoryData<int> Seeds() => Variable("SEED") is null ? [3, 4] : [];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Seeds))]
    public Task Nothing_breaks_whatever_is_asked(int seed) => NothingBreaks(seed);
}
