using System.Text;
using BareKestrel;
using Xunit;

namespace Emulator.Tests.Wire;

/// <summary>
/// The list of ports that the benchmark's bare server writes is the emulator's: where a member is added or has another
/// kind, <c>tests/Emulator.Benchmarks/BareKestrel</c> is brought along.
/// </summary>
public sealed class BenchmarkListTests
{
    [Theory]
    [InlineData("key-stan", "Acme")]
    [InlineData("key-meg", "company2")]
    public async Task It_writes_the_list_to_the_byte(string key, string company)
    {
        await using var emulator = new EmulatorUnderTest();
        var answer = (await emulator.With(key).Get($"/api/company/{company}/ports")).MustBeOk();
        var list = PortListJson.AsAnswered().Read(Encoding.UTF8.GetBytes(answer.Text));
        Assert.NotEmpty(list.Results!);
    }
}
