using System.Globalization;

namespace Emulator.Simulation;

/// <summary>A file that a sandbox's data was made with, besides the seed.</summary>
/// <param name="File">Its name, without its folder.</param>
/// <param name="Digest">The SHA-256 of what was in it, in hexadecimal digits.</param>
/// <param name="At">When, by the sandbox's clock, UTC.</param>
internal sealed record BegunWith(string File, string Digest, DateTimeOffset At)
{
    /// <summary>The line that the data keeps of it. The file's name stands last: it may have blanks.</summary>
    public string Line =>
        string.Create(CultureInfo.InvariantCulture, $"{Digest} {At.UtcTicks} {File.ReplaceLineEndings(" ")}\n");

    /// <summary>Reads the lines that the data keeps; what is none is left out.</summary>
    /// <param name="lines">The lines; null where an earlier version made the data.</param>
    public static IReadOnlyList<BegunWith>? Read(string? lines) => lines is null ? null :
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', 3))
            .Where(words => words.Length == 3 && IsInstant(words[1]))
            .Select(words => new BegunWith(
                words[2], words[0], new(long.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.Zero))),
    ];

    private static bool IsInstant(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number <= DateTimeOffset.MaxValue.Ticks;
}
