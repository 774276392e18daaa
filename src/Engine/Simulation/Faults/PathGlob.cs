namespace Emulator.Simulation.Faults;

/// <summary>
/// A pattern of paths: <c>*</c> stands for any characters within a segment, <c>**</c> for any at all, and <c>/**/</c>
/// for any number of segments, none included. Compared without regard to case, as paths are routed, and to a slash at
/// the end. All places where the pattern may be are followed at once, a bit each: nothing is ever tried again, so the
/// time a path takes grows as its length does.
/// </summary>
internal sealed class PathGlob
{
    private readonly string pattern;
    private readonly int firstStar;
    private readonly int lastStar;
    private readonly Lazy<Places> places;

    public PathGlob(string text)
    {
        Text = text;
        pattern = WithoutLastSlash(text).ToString().ToUpperInvariant();
        (firstStar, lastStar) = (text.IndexOf('*', StringComparison.Ordinal), text.LastIndexOf('*'));
        places = new Lazy<Places>(() => new Places(pattern, firstStar));
    }

    /// <summary>The pattern, as it was given.</summary>
    public string Text { get; }

    /// <summary>Whether it stands for one path only.</summary>
    public bool IsOnePath => firstStar < 0;

    /// <summary>Whether a path is one of them.</summary>
    public bool Fits(string path)
    {
        var asked = WithoutLastSlash(path);
        return firstStar < 0
            ? asked.Equals(pattern, StringComparison.OrdinalIgnoreCase)

            // What stands in front of the first star and behind the last rules most paths out, and costs next to
            // nothing to compare.
            : asked.StartsWith(pattern.AsSpan(0, firstStar), StringComparison.OrdinalIgnoreCase)
                && asked.EndsWith(pattern.AsSpan(lastStar + 1), StringComparison.OrdinalIgnoreCase)
                && places.Value.Lead(asked[firstStar..]);
    }

    private static char Upper(char letter) => char.IsAsciiLetterLower(letter) ? (char)(letter & ~0x20) : letter <= 127
        ? letter : char.ToUpperInvariant(letter);

    private static ReadOnlySpan<char> WithoutLastSlash(string path) => path.Length > 1 && path[^1] == '/'
        ? path.AsSpan(0, path.Length - 1) : path;

    /// <summary>The pattern's places from its first star on, as bits. The last one is behind it.</summary>
    private sealed class Places
    {
        private readonly Dictionary<char, ulong[]> letters = [];
        private readonly ulong[] anything;
        private readonly ulong[] withinSegment;
        private readonly ulong[] mayBeLeftOut;
        private readonly ulong[] segments;
        private readonly int end;

        public Places(string pattern, int from)
        {
            var words = ((pattern.Length - from + 1) / 64) + 1;
            (anything, withinSegment, mayBeLeftOut, segments) = (new ulong[words], new ulong[words], new ulong[words],
                new ulong[words]);
            var place = 0;
            for (var at = from; at < pattern.Length;)
            {
                var stars = pattern.AsSpan(at).IndexOfAnyExcept('*') is >= 0 and var run ? run : pattern.Length - at;
                if (stars == 0)
                {
                    Add(pattern[at++], place++, words);
                }
                else if (stars == 2 && at > 0 && pattern[at - 1] == '/' && at + 2 < pattern.Length
                    && pattern[at + 2] == '/')
                {
                    // Two places: before any segment, and within those that are taken, which a slash ends.
                    Set(segments, place++);
                    Set(anything, place);
                    Add('/', place++, words);
                    at += 3;
                }
                else
                {
                    Set(stars == 1 ? withinSegment : anything, place);
                    Set(mayBeLeftOut, place++);
                    at += stars;
                }
            }

            end = place;
        }

        /// <summary>Whether a path leads from the first place behind the last.</summary>
        public bool Lead(ReadOnlySpan<char> path)
        {
            Span<ulong> now = stackalloc ulong[anything.Length];
            Span<ulong> next = stackalloc ulong[anything.Length];
            now[0] = 1;
            WithThoseBehind(now);
            foreach (var letter in path)
            {
                letters.TryGetValue(Upper(letter), out var taking);
                var (carried, some) = (0UL, 0UL);
                for (var word = 0; word < now.Length; word++)
                {
                    var moving = taking is null ? 0 : now[word] & taking[word];
                    next[word] = (moving << 1) | carried | (now[word] & (letter == '/' ? anything[word]
                        : anything[word] | withinSegment[word]));
                    carried = moving >> 63;
                    some |= next[word];
                }

                if (some == 0)
                {
                    return false;
                }

                WithThoseBehind(next);
                var before = now;
                now = next;
                next = before;
            }

            return (now[end / 64] & (1UL << (end % 64))) != 0;
        }

        /// <summary>A star may stand for nothing: the place behind it is reached with it, and that behind segments with
        /// those before.</summary>
        private void WithThoseBehind(Span<ulong> places)
        {
            for (var (word, carried) = (0, 0UL); word < places.Length; word++)
            {
                places[word] |= carried;
                carried = 0;
                ulong more;
                do
                {
                    var (left, over) = (places[word] & mayBeLeftOut[word], places[word] & segments[word]);
                    more = ((left | over) << 1 | over << 2) & ~places[word];
                    places[word] |= more;
                    carried |= ((left | over) >> 63) | (over >> 62);
                }
                while (more != 0);
            }
        }

        private void Add(char letter, int place, int words) =>
            Set(letters.TryGetValue(letter, out var known) ? known : letters[letter] = new ulong[words], place);

        private static void Set(ulong[] bits, int place) => bits[place / 64] |= 1UL << (place % 64);
    }
}
