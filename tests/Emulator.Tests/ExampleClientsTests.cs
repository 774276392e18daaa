using System.Diagnostics;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests;

/// <summary>
/// The example clients of docs/clients do what they say, against a process as users start it, and leave nothing behind.
/// </summary>
public sealed partial class ExampleClientsTests
{
    [Fact]
    public async Task The_one_in_Node_passes_its_tests()
    {
        Assert.SkipUnless(IsOnThisMachine("node"), "Node isn't on this machine");
        var said = await Run("node", "--test", "--test-reporter=tap", "docs/clients/node/orders.test.mjs");
        var passed = int.Parse(Passed().Match(said).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(passed >= 4, said);
    }

    [Fact]
    public async Task The_one_for_a_shell_gets_to_its_end()
    {
        Assert.SkipUnless(
            IsOnThisMachine("bash") && IsOnThisMachine("curl") && IsOnThisMachine("jq"),
            "bash, curl or jq isn't on this machine");
        var said = await Run("bash", "docs/clients/shell/orders.sh");
        Assert.EndsWith(
            "the connection is ACTIVE\na port that isn't there answers 404\n",
            said,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_one_in_Python_gets_to_its_end()
    {
        Assert.SkipUnless(IsOnThisMachine("python3"), "Python isn't on this machine");
        var said = await Run("python3", "docs/clients/python/orders.py");
        Assert.EndsWith(
            "the connection is PENDING\nthe connection is ACTIVE\na port that isn't there answers 404\n",
            said,
            StringComparison.Ordinal);
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var emulator = await RunningEmulator.Start(":memory:");
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = OperationCatalogue.Repository,
        };
        start.Environment["CONSOLE_CONNECT_URL"] = emulator.Url;
        using var client = Process.Start(start)!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var errors = client.StandardError.ReadToEndAsync(patience.Token);
        var said = await client.StandardOutput.ReadToEndAsync(patience.Token);
        await client.WaitForExitAsync(patience.Token);
        Assert.True(client.ExitCode == 0, said + await errors);
        Assert.Single((await emulator.Nobody().Get("/__admin/sandboxes")).MustBeOk()["sandboxes"]!.AsArray());
        return said;
    }

    private static bool IsOnThisMachine(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex(@"^# pass (\d+)", RegexOptions.Multiline)]
    private static partial Regex Passed();
}
