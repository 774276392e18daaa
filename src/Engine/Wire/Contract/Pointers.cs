using System.Text;
using System.Text.Json;

namespace Emulator.Wire.Contract;

/// <summary>
/// JSON pointers that are the same for the same place of every answer: places in lists, and names that are data, are
/// <c>*</c>.
/// </summary>
internal static class Pointers
{
    private const int LongestName = 100;

    /// <summary>To the value that is read.</summary>
    public static string To(Level[] levels, int depth)
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            Append(pointer, levels[i].Name ?? "*");
        }

        return pointer.ToString();
    }

    /// <summary>To a member of the object that is read.</summary>
    public static string ToMember(Level[] levels, int depth, string name)
    {
        var pointer = new StringBuilder(To(levels, depth - 1));
        Append(pointer, name.Length > LongestName ? name[..LongestName] : name);
        return pointer.ToString();
    }

    private static void Append(StringBuilder pointer, string name) =>
        pointer.Append('/').Append(name.Replace("~", "~0").Replace("/", "~1"));
}

/// <summary>What was found, so short that it can be shown, and without what nobody but its owner may know.</summary>
internal static class Samples
{
    private const int Longest = 40;

    private static readonly string[] Secrets =
    [
        "password",
        "token",
        "secret",
        "key",
        "session",
        "authorization",
        "credential",
    ];

    /// <summary>The value that the reader stands on.</summary>
    public static string Of(ref Utf8JsonReader reader, ReadOnlySpan<Level> inside) =>
        reader.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.String => IsSecret(inside)
                ? "a string that isn't shown"
                : $"\"{Shortened(reader.GetString()!)}\"",
            JsonTokenType.Number when IsSecret(inside) => "a number that isn't shown",
            _ => Shortened(Encoding.UTF8.GetString(reader.ValueSpan)),
        };

    private static bool IsSecret(ReadOnlySpan<Level> inside)
    {
        foreach (var level in inside)
        {
            if (
                level.Name is { } name
                && Array.Exists(Secrets, secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private static string Shortened(string text) => text.Length <= Longest ? text : text[..Longest] + "…";
}
