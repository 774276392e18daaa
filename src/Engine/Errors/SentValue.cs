namespace Emulator.Errors;

/// <summary>A value that a client has sent, within an explanation.</summary>
internal static class SentValue
{
    /// <summary>
    /// The value; in quotes where a reader would not see it otherwise: empty, with a space at an end, or several in
    /// a row.
    /// </summary>
    public static string Named(this string value) =>
        value.Length == 0
        || char.IsWhiteSpace(value[0])
        || char.IsWhiteSpace(value[^1])
        || value.Contains("  ", StringComparison.Ordinal)
            ? $"\"{value}\""
            : value;
}
