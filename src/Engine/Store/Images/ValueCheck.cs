using System.Buffers.Binary;
using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace Emulator.Store.Images;

/// <summary>
/// Whether each value of a table is one that the emulator itself could have written: of its column's type and bounds,
/// spelled as words are, whole where it is JSON. What a
/// query can't read, or an answer can't be written of, is found before anybody asks for it.
/// </summary>
internal sealed class ValueCheck
{
    /// <summary>What is reckoned from an instant must have a date, too: the clock ends there.</summary>
    private static readonly DateTimeOffset Last = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The longest that a step or a stage takes: a year.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(365);

    /// <summary>The most rounds of a password's hash.</summary>
    private const int MostRounds = 1_000_000;

    private readonly NullabilityInfoContext nullability = new();
    private readonly Dictionary<PropertyInfo, bool> needed = [];

    /// <summary>What is wrong with a table, and where; null where nothing is.</summary>
    public string? Of(SqliteConnection rows, string table, Type type)
    {
        using var command = rows.Command($"SELECT * FROM \"{table}\"");
        using var reader = command.ExecuteReader();
        var properties = Enumerable.Range(0, reader.FieldCount)
            .Select(column => type.GetProperty(reader.GetName(column))!).ToList();
        while (reader.Read())
        {
            for (var column = 0; column < properties.Count; column++)
            {
                if (!reader.IsDBNull(column) && Of(reader.GetValue(column), table, properties[column]) is { } wrong)
                {
                    return $"a row of {table} can not be read: {properties[column].Name} of "
                        + $"{Shown(reader.GetValue(0))} {wrong}";
                }
            }
        }

        return null;
    }

    private string? Of(object stored, string table, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object restored;
        try
        {
            restored = Columns.Restored(stored, type);
        }
        catch (Exception unreadable)
            when (unreadable
                    is FormatException
                        or InvalidCastException
                        or ArgumentException
                        or OverflowException
                        or System.Text.Json.JsonException
                        or NotSupportedException
                        or InvalidOperationException
                        or NullReferenceException)
        {
            return $"is {Shown(stored)}: {unreadable.Message.ReplaceLineEndings(" ")}";
        }

        if (restored is null)
        {
            return "is a JSON null";
        }

        if (!type.IsInstanceOfType(restored))
        {
            return $"is {Shown(stored)}, which is no {type.Name}";
        }

        return restored switch
        {
            Enum when stored is not string word || !Enum.GetNames(type).Contains(word) =>
                $"is {Shown(stored)}, which is none of {string.Join(", ", Enum.GetNames(type))}",
            int when stored is long whole and (< int.MinValue or > int.MaxValue) =>
                $"is {whole}, which has more than 32 bits",
            bool when stored is not (0L or 1L) => $"is {Shown(stored)}, which is neither 0 nor 1",
            string text when IsName(property.Name) && text.Any(char.IsControl) => "has control characters in it",
            string hash when property.Name == "PasswordHash" && !IsHash(hash) => "is no hash of a password",
            TimeSpan step when table == "Paces" && (step < TimeSpan.Zero || step > LongestStep) =>
                $"is {step}, which is no time for a step",
            _ => Inside(restored),
        };
    }

    /// <summary>What is wrong with a value or what is in it; null where nothing is.</summary>
    private string? Inside(object value)
    {
        switch (value)
        {
            case double number when !double.IsFinite(number):
                return "is no finite number";
            case DateTimeOffset instant when instant >= Last:
                return "is an instant after the year 8999";
            case Enum word when !Enum.IsDefined(word.GetType(), word):
                return $"has {word} in it, which is none of {string.Join(", ", Enum.GetNames(word.GetType()))}";
            case string or ValueType:
                return null;
            case IEnumerable items:
                foreach (var item in items)
                {
                    if ((item is null ? "has a JSON null in it" : Inside(item)) is { } wrong)
                    {
                        return wrong;
                    }
                }

                return null;
            default:
                foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(member => member.CanWrite))
                {
                    var inside = member.GetValue(value);
                    if ((inside is not null ? Inside(inside) : IsNeeded(member) ? $"has no {member.Name} in it"
                        : null) is { } wrong)
                    {
                        return wrong;
                    }
                }

                return null;
        }
    }

    private bool IsNeeded(PropertyInfo member)
    {
        if (!needed.TryGetValue(member, out var known))
        {
            needed[member] = known = nullability.Create(member).ReadState == NullabilityState.NotNull;
        }

        return known;
    }

    /// <summary>Whether it goes into addresses and headers.</summary>
    private static bool IsName(string column) =>
        column is "Username" or "Email" or "Token" or "Key" or "Machine"
            || column.EndsWith("Id", StringComparison.Ordinal) || column.EndsWith("By", StringComparison.Ordinal);

    /// <summary>Whether a password can be held against it: nothing, or a hash that doesn't take minutes.</summary>
    private static bool IsHash(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && (length == 0 || bytes[0] == 0
                || (bytes[0] == 1 && length > 13
                && BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(5)) <= MostRounds));
    }

    private static string Shown(object stored)
    {
        var text = stored is byte[] bytes ? Convert.ToHexString(bytes)
            : Convert.ToString(stored, CultureInfo.InvariantCulture)!;
        return text.Length > 60 ? text[..60] + "..." : text;
    }
}
