using Emulator.Errors;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Emulator.Api;

/// <summary>
/// The operations of later published editions that the emulator doesn't have yet
/// (<c>openapi/published/not-yet-emulated.txt</c>). They are read when the first request matches no operation: a start
/// has nothing to do with them.
/// </summary>
internal static class NotYetEmulated
{
    private static readonly Lazy<List<Listed>> All = new(Read);

    /// <summary>How many there are.</summary>
    public static int Count => All.Value.Count;

    /// <summary>
    /// The refusal that names the operation, where a request asks for one of these; null where it doesn't, or where
    /// what was routed has the path's words itself.
    /// </summary>
    /// <param name="method">The request's method.</param>
    /// <param name="path">Its path, without a sandbox.</param>
    /// <param name="routed">What it was routed to; null for nothing.</param>
    public static Refusal? Refused(string method, string path, RoutePattern? routed = null)
    {
        var asked = Segments(path);
        var words = routed?.PathSegments.Count(segment => segment.Parts is [RoutePatternLiteralPart]) ?? -1;
        return All.Value.Find(listed => listed.Fits(method, asked) && listed.Words > words) is not { } found ? null
            : ServiceErrors.NotEmulated.Because(
                $"{found.Method} {found.Path} is an operation of the service ({found.Chapter}, number {found.Key}, "
                + $"known from {found.Source}), and isn't emulated yet. The emulator's own GET /__admin/coverage lists "
                + "what is. The emulator's own POST /__admin/faults makes a rule that answers in its place.",
                method,
                path);
    }

    /// <summary>
    /// The segments of a path, with neither <c>/api</c> in front: some editions print it, some don't.
    /// </summary>
    private static string[] Segments(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments is ["api", .. var rest] ? rest : segments;
    }

    private static List<Listed> Read()
    {
        using var reader = new StreamReader(
            typeof(NotYetEmulated).Assembly.GetManifestResourceStream("not-yet-emulated.txt")!);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(cells => new Listed(cells[0], cells[1], cells[2], cells[3], cells[4]))
                .OrderByDescending(listed => listed.Words), // Of two that fit, the one with the word is meant.
        ];
    }

    /// <summary>One of them.</summary>
    /// <param name="Key">Its number.</param>
    /// <param name="Method">Its method.</param>
    /// <param name="Path">Its path.</param>
    /// <param name="Chapter">Its chapter.</param>
    /// <param name="Source">The editions that have it.</param>
    private sealed record Listed(string Key, string Method, string Path, string Chapter, string Source)
    {
        private readonly string[] segments = Segments(Path);

        /// <summary>How many segments are words.</summary>
        public int Words { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Count(IsWord);

        public bool Fits(string method, string[] asked) =>
            method == Method
            && segments.Length == asked.Length
            && segments.Zip(asked).All(pair =>
                !IsWord(pair.First) || pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));

        private static bool IsWord(string segment) => !segment.StartsWith('{');
    }
}
