using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Emulator.Domain.Staging;

/// <summary>How documents print the words of a kind of status.</summary>
internal enum PrintedAs
{
    /// <summary><c>IN_PROGRESS</c>, as most.</summary>
    Upper,

    /// <summary><c>in_progress</c>.</summary>
    Lower,

    /// <summary><c>In Progress</c>.</summary>
    Words,
}

/// <summary>Says how the documents print a kind of status, where not in upper case.</summary>
[AttributeUsage(AttributeTargets.Enum)]
internal sealed class PrintedAttribute(PrintedAs form) : Attribute
{
    public PrintedAs Form => form;
}

/// <summary>Says what a refusal calls a trigger's deed, where it isn't the verb's participle.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class DoneAttribute(string words) : Attribute
{
    public string Words => words;
}

/// <summary>
/// How the documents spell what the code names: <c>PendingAcceptance</c> is
/// <c>PENDING_ACCEPTANCE</c>.
/// </summary>
internal static class Spelling
{
    /// <summary>The documents' spelling of a status.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Spellings<T>.All[Unsafe.As<T, int>(ref value)];

    /// <summary>The documents' spelling of a status whose kind isn't known.</summary>
    public static string OfAny(Enum value) => Spelled(value.GetType(), value.ToString());

    /// <summary>All of them, as they are declared.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Spellings<T>.All;

    /// <summary>The status that is spelled so, without regard to case; null where none is.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        var words = Spellings<T>.All;
        for (var index = 0; index < words.Length; index++)
        {
            if (string.Equals(words[index], text, StringComparison.OrdinalIgnoreCase))
            {
                return Unsafe.As<int, T>(ref index);
            }
        }

        return null;
    }

    /// <summary>
    /// A trigger as refusals use it: <c>Disable</c> is <c>disabled</c>, <c>Deny</c> is <c>denied</c>.
    /// </summary>
    public static string Participle<T>(T trigger)
        where T : struct, Enum
    {
        if (typeof(T).GetField(trigger.ToString())?.GetCustomAttribute<DoneAttribute>() is { } done)
        {
            return done.Words;
        }

        var word = Snake(trigger.ToString()).Replace('_', ' ');
        return word switch
        {
            "leave" => "ended",
            _ when word.EndsWith("ed", StringComparison.Ordinal) => word,
            _ when word.EndsWith('e') => word + "d",
            _ when word.EndsWith('y') => word[..^1] + "ied",
            "cancel" => "cancelled", // as the documents spell it
            "withdraw" => "withdrawn",
            _ => word + "ed",
        };
    }

    private static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary><c>InProgress</c> is <c>In Progress</c>.</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));

    private static string Spelled(Type type, string name) => type.GetCustomAttribute<PrintedAttribute>()?.Form switch
    {
        PrintedAs.Lower => Snake(name),
        PrintedAs.Words => Words(name),
        _ => Snake(name).ToUpperInvariant(),
    };

    /// <summary>Not for each kind: what is would be compiled again for each.</summary>
    private static string[] SpelledAll(Type type, string[] names) =>
        Array.ConvertAll(names, name => Spelled(type, name));

    /// <summary>
    /// The words in the order of their values, which every enum here counts from 0. A dictionary would be compiled
    /// again for each enum, at the start, where it costs more than all the looking up.
    /// </summary>
    private static class Spellings<T>
        where T : struct, Enum
    {
        public static readonly string[] All = SpelledAll(typeof(T), Enum.GetNames<T>());
    }
}
