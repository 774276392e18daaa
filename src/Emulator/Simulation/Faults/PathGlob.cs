namespace Emulator.Simulation.Faults;

/// <summary>
/// A pattern of paths: <c>*</c> stands for any characters within a segment, <c>**</c> for any at all, and <c>/**/</c> for any number of segments, none included. Compared
/// without regard to case, as paths are routed, and to a slash at the end.
/// </summary>
internal sealed class PathGlob(string text)
{
    private readonly string pattern = WithoutLastSlash(text).ToString().ToUpperInvariant();
    private readonly int firstStar = text.IndexOf('*', StringComparison.Ordinal);
    private readonly int lastStar = text.LastIndexOf('*');

    /// <summary>The pattern, as it was given.</summary>
    public string Text { get; } = text;

    /// <summary>Whether a path is one of them.</summary>
    public bool Fits(string path)
    {
        var asked = WithoutLastSlash(path);
        return firstStar < 0
            ? asked.Equals(pattern, StringComparison.OrdinalIgnoreCase)

            // What stands in front of the first star and behind the last rules most paths out, and costs next to nothing to compare.
            : asked.StartsWith(pattern.AsSpan(0, firstStar), StringComparison.OrdinalIgnoreCase)
                && asked.EndsWith(pattern.AsSpan(lastStar + 1), StringComparison.OrdinalIgnoreCase)
                && FitsPattern(asked);
    }

    /// <summary>Goes back to the last star alone: what an earlier one might have taken, the last can take as well, or a slash between them forbids it.</summary>
    private bool FitsPattern(ReadOnlySpan<char> path)
    {
        var (at, place) = (firstStar, firstStar);
        var (star, starTakes) = (-1, 0);
        var (deep, deepTakes, wholeSegments) = (-1, 0, false);
        while (at < path.Length)
        {
            if (place < pattern.Length && pattern[place] == '*')
            {
                if (place + 1 < pattern.Length && pattern[place + 1] == '*')
                {
                    wholeSegments = place > 0 && pattern[place - 1] == '/' && place + 2 < pattern.Length && pattern[place + 2] == '/';
                    place += wholeSegments ? 3 : 2;
                    (deep, deepTakes, star) = (place, at, -1);
                }
                else
                {
                    (star, starTakes) = (++place, at);
                }
            }
            else if (place < pattern.Length && pattern[place] == Upper(path[at]))
            {
                place++;
                at++;
            }
            else if (star >= 0 && path[starTakes] != '/')
            {
                (place, at) = (star, ++starTakes);
            }
            else if (deep >= 0 && After(path, deepTakes, wholeSegments) is >= 0 and var next)
            {
                (place, at, deepTakes, star) = (deep, next, next, -1);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(place).TrimStart('*').IsEmpty;
    }

    /// <summary>Where to go on when <c>**</c> takes more; negative where there is no more to take.</summary>
    private static int After(ReadOnlySpan<char> path, int taken, bool wholeSegments)
    {
        if (!wholeSegments)
        {
            return taken + 1;
        }

        var slash = path[taken..].IndexOf('/');
        return slash < 0 ? -1 : taken + slash + 1;
    }

    private static char Upper(char letter) => char.IsAsciiLetterLower(letter) ? (char)(letter & ~0x20) : letter <= 127 ? letter : char.ToUpperInvariant(letter);

    private static ReadOnlySpan<char> WithoutLastSlash(string path) => path.Length > 1 && path[^1] == '/' ? path.AsSpan(0, path.Length - 1) : path;
}
