using System.Diagnostics;
using System.Text.RegularExpressions;
using Emulator.Tests.Catalogue;
using Xunit;

namespace Emulator.Tests;

/// <summary>
/// Does with a document of the project what its readers do: pastes its blocks into a shell, one after the other, only
/// the address replaced.
/// </summary>
internal static partial class Pasting
{
    /// <summary>The most lines that a block prints: more hide what the block is about.</summary>
    private const int MostLines = 200;

    /// <summary>Whether this machine has what the documents ask for.</summary>
    public static bool IsPossible => File.Exists("/bin/bash") && File.Exists("/usr/bin/curl");

    /// <summary>Pastes every block of a document into a shell.</summary>
    /// <param name="address">Where the calls go.</param>
    /// <param name="document">The document, from the project's root.</param>
    /// <param name="pause">How long the loops that poll pause, seconds: 1 in the documents.</param>
    /// <returns>What each block printed.</returns>
    public static async Task<List<string>> Into(string address, string document, string pause = "1")
    {
        var text = await File.ReadAllTextAsync(Path.Combine(OperationCatalogue.Repository, document));
        var folder = Directory.CreateTempSubdirectory("pasted-");
        var said = new List<string>();
        foreach (var block in BashBlock().Matches(text).Select(match => match.Groups[1].Value))
        {
            said.Add(
                await Run(
                    block.Replace("http://localhost:9000", address).Replace("sleep 1", "sleep " + pause),
                    folder.FullName));

            // A block that shows a refusal says so.
            Assert.True(
                block.Contains("# refused", StringComparison.Ordinal)
                    == said[^1].Contains("\"error\"", StringComparison.Ordinal),
                said[^1]);
            Assert.True(
                said[^1].AsSpan().Count('\n') <= MostLines,
                $"{document} has a block that prints " + $"{said[^1].AsSpan().Count('\n')} lines:\n{block}");
        }

        // What a document promises to be answered stands behind a line as a comment: "# → words".
        Assert.All(Promise().Matches(text).Select(match => match.Groups[1].Value.Trim()), words =>
            Assert.Contains(words, string.Concat(said), StringComparison.Ordinal));
        folder.Delete(recursive: true);
        return said;
    }

    private static async Task<string> Run(string block, string folder)
    {
        using var bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-eo", "pipefail", "-c", block])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var errors = bash.StandardError.ReadToEndAsync(patience.Token);
        var said = await bash.StandardOutput.ReadToEndAsync(patience.Token) + await errors;
        await bash.WaitForExitAsync(patience.Token);
        Assert.True(bash.ExitCode == 0, $"{block}\n{said}");
        return said;
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BashBlock();

    [GeneratedRegex("# → (.*)$", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
