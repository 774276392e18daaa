using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Emulator.Store.Images;

/// <summary>
/// Rows and values as people read them. What opens a door is never shown: passwords, tokens, keys, and the links that
/// have one in them.
/// </summary>
internal static class Readable
{
    /// <summary>What stands for a value that isn't shown.</summary>
    public const string Hidden = "(hidden)";

    /// <summary>The most characters of a text that are shown.</summary>
    private const int Longest = 200;

    /// <summary>Whether a property's value opens a door.</summary>
    public static bool IsSecret(string table, string property) =>
        property.Contains("Password", StringComparison.Ordinal)
        || property.Contains("Token", StringComparison.Ordinal)
        || property.EndsWith("Key", StringComparison.Ordinal)
        || (table == "Letters" && property is "Link" or "Text");

    /// <summary>
    /// A value as it is shown: what a column keeps as a number of ticks is an instant again, and what it keeps as JSON
    /// is JSON.
    /// </summary>
    public static object? Value(string table, IProperty property, object stored)
    {
        if (stored is DBNull)
        {
            return null;
        }

        if (IsSecret(table, property.Name))
        {
            return Hidden;
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return stored switch
        {
            long when type == typeof(DateTimeOffset) || type == typeof(bool) => Columns.Restored(stored, type),
            string text when type == typeof(string) || type.IsEnum => text.Length > Longest
                ? string.Concat(text.AsSpan(0, Longest), "…")
                : text,
            string json => Json(json),
            _ => stored,
        };
    }

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
