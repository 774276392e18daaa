using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Emulator.Control;

/// <summary>
/// Values that were found out to be secrets, replaced wherever they stand in a text. However many they are and however
/// they are made, a text costs time in proportion to its
/// length: each place is looked up by the few lengths that there are, up to <see cref="Told"/> characters.
/// </summary>
internal sealed class FoundSecrets
{
    /// <summary>
    /// The number of first characters that a secret is recognized by; a place that goes on as a longer one does is one
    /// to where it ends or differs.
    /// </summary>
    private const int Told = 32;

    /// <summary>How many characters rule most places out.</summary>
    private const int Beginning = 4;

    private readonly HashSet<string> all = new(StringComparer.Ordinal);
    private Index? index;

    /// <summary>Adds one.</summary>
    public void Add(string secret)
    {
        if (all.Add(secret))
        {
            index = null;
        }
    }

    /// <summary>The text with a mark in the place of each.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marked">The mark of a secret.</param>
    public string Without(string text, Func<string, string> marked) => all.Count == 0 ? text
        : (index ??= new Index(all)).Without(text, marked);

    private sealed class Index
    {
        private readonly Dictionary<ulong, int[]> lengths;
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> told;
        private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> longer;
        private readonly SearchValues<char> firsts;

        public Index(IReadOnlyCollection<string> all)
        {
            told = all.Where(secret => secret.Length <= Told)
                .ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
            longer = all.Where(secret => secret.Length > Told).GroupBy(secret => secret[..Told])
                .ToDictionary(group => group.Key, group => group.Order(StringComparer.Ordinal).ToArray(),
                    StringComparer.Ordinal)
                .GetAlternateLookup<ReadOnlySpan<char>>();
            lengths = all.GroupBy(secret => KeyAt(secret, 0))
                .ToDictionary(group => group.Key, group => group
                    .Select(secret => Math.Min(secret.Length, Told)).Distinct().OrderDescending().ToArray());
            firsts = SearchValues.Create([.. all.Select(secret => secret[0]).Distinct()]);
        }

        public string Without(string text, Func<string, string> marked)
        {
            StringBuilder? shown = null;
            var (copied, at) = (0, 0);
            while (at <= text.Length - Beginning && text.AsSpan(at).IndexOfAny(firsts) is >= 0 and var next)
            {
                at += next;
                if (at > text.Length - Beginning || !lengths.TryGetValue(KeyAt(text, at), out var possible)
                    || SecretAt(text.AsSpan(at), possible) is not { } found)
                {
                    at++;
                    continue;
                }

                (shown ??= new StringBuilder(text.Length)).Append(text, copied, at - copied)
                    .Append(marked(found.Secret));
                copied = at += found.Length;
            }

            return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
        }

        private static ulong KeyAt(string text, int at) =>
            MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.AsSpan(at, Beginning)));

        /// <summary>The longest secret that the text begins with.</summary>
        private (string Secret, int Length)? SecretAt(ReadOnlySpan<char> text, int[] possible)
        {
            foreach (var length in possible)
            {
                if (text.Length < length)
                {
                    continue;
                }

                if (length == Told && longer.TryGetValue(text[..length], out var candidates))
                {
                    return Nearest(text, candidates);
                }

                if (told.TryGetValue(text[..length], out var secret))
                {
                    return (secret, length);
                }
            }

            return null;
        }

        /// <summary>The one of several that a text goes on with the longest: it stands where the text would stand among
        /// them, or just before.</summary>
        private static (string Secret, int Length) Nearest(ReadOnlySpan<char> text, string[] candidates)
        {
            var (low, high) = (0, candidates.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = candidates[middle].AsSpan().SequenceCompareTo(text) <= 0 ? (middle + 1, high)
                    : (low, middle);
            }

            var before = low > 0 ? candidates[low - 1] : candidates[0];
            var after = low < candidates.Length ? candidates[low] : before;
            var (one, other) = (text.CommonPrefixLength(before), text.CommonPrefixLength(after));
            return one >= other ? (before, one) : (after, other);
        }
    }
}
