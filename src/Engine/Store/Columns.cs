using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emulator.Domain.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Emulator.Store;

/// <summary>How a service's own types are kept in columns.</summary>
/// <param name="Configure">Says which converter each has.</param>
/// <param name="Json">How those that are kept as JSON are written.</param>
internal sealed record ColumnKinds(Action<ModelConfigurationBuilder> Configure, JsonSerializerContext Json);

/// <summary>How values that SQLite has no type for are kept.</summary>
internal static class Columns
{
    private static ImmutableArray<JsonSerializerContext> known = [ColumnsJson.Default];

    /// <summary>
    /// Knows how a service's own types are written, too. Types say all: one may be known more than once.
    /// </summary>
    public static void Know(JsonSerializerContext json) => ImmutableInterlocked.Update(
        ref known, static (known, json) => known.Contains(json) ? known : known.Add(json), json);

    public static void Configure(ModelConfigurationBuilder model)
    {
        // SQLite cannot compare DateTimeOffset through EF Core: UTC ticks it can.
        model.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        model.Properties<TimeSpan>().HaveConversion<long>();
        model.Properties<Enum>().HaveConversion<string>();
        model.KeepAsJson<IReadOnlyList<string>>();
        model.KeepAsJson<IReadOnlyList<int>>();
        model.KeepAsJson<IReadOnlyList<long>>();
        model.KeepAsJson<IReadOnlyList<StageTime>>();
    }

    /// <summary>Keeps the properties of a type as JSON, which is replaced whole.</summary>
    public static void KeepAsJson<T>(this ModelConfigurationBuilder model)
        where T : class => model.Properties<T>().HaveConversion<AsJson<T>, Unchanging<T>>();

    /// <summary>A value as the database keeps it.</summary>
    public static object Stored(object? value, Type type) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.UtcTicks,
        TimeSpan span => span.Ticks,
        Enum word => word.ToString(),
        bool flag => flag ? 1L : 0L,
        string or int or long or double => value,
        _ => JsonSerializer.Serialize(value, TypeOf(type)),
    };

    /// <summary>A value that the database keeps, as the property has it.</summary>
    public static object Restored(object stored, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return stored switch
        {
            long ticks when type == typeof(DateTimeOffset) => new DateTimeOffset(ticks, TimeSpan.Zero),
            long ticks when type == typeof(TimeSpan) => new TimeSpan(ticks),
            long flag when type == typeof(bool) => flag != 0,
            long number when type == typeof(int) => (int)number,
            long number when type == typeof(double) => (double)number,
            long or double => stored,
            string text when type == typeof(string) => text,
            string text when type.IsEnum => Enum.Parse(type, text),
            _ => JsonSerializer.Deserialize((string)stored, TypeOf(type))!,
        };
    }

    internal sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.UtcTicks,
            ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>How a type is written is looked up when the first value is, not when the model is made.</summary>
    internal sealed class AsJson<T>() : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, Type), text => JsonSerializer.Deserialize(text, Type)!)
    {
        private static JsonTypeInfo<T>? type;

        private static JsonTypeInfo<T> Type => type ??= (JsonTypeInfo<T>)TypeOf(typeof(T));
    }

    /// <summary>
    /// Lists and records in columns are replaced whole, never changed inside: the same object is the same value.
    /// </summary>
    internal sealed class Unchanging<T>()
        : ValueComparer<T>(
            (one, other) => ReferenceEquals(one, other),
            value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
            value => value);

    private static JsonTypeInfo TypeOf(Type type)
    {
        foreach (var json in known)
        {
            if (json.GetTypeInfo(type) is { } found)
            {
                return found;
            }
        }

        throw new InvalidOperationException($"Nobody says how a {type} is kept in a column.");
    }
}

/// <summary>What columns hold as JSON, whatever the service.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<StageTime>))]
internal sealed partial class ColumnsJson : JsonSerializerContext;
