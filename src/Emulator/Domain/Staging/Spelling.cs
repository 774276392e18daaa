using System.Text;

namespace Emulator.Domain.Staging;

/// <summary>How the documents spell what the code names: <c>PendingAcceptance</c> is <c>PENDING_ACCEPTANCE</c>, an order's <c>LoaSent</c> is <c>loa_sent</c>.</summary>
internal static class Spelling
{
    /// <summary>The documents' spelling of a status.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Spellings<T>.Words[value];

    /// <summary>The status that is spelled so, without regard to case; null where none is.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum
    {
        foreach (var (value, word) in Spellings<T>.Words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>A trigger as refusals use it: <c>Disable</c> is <c>disabled</c>, <c>Deny</c> is <c>denied</c>.</summary>
    public static string Participle<T>(T trigger)
        where T : struct, Enum
    {
        var word = Snake(trigger.ToString()).Replace('_', ' ');
        return word switch
        {
            "leave" => "ended",
            _ when word.EndsWith("ed", StringComparison.Ordinal) => word,
            _ when word.EndsWith('e') => word + "d",
            _ when word.EndsWith('y') => word[..^1] + "ied",
            "cancel" => "cancelled", // as the documents spell it
            "withdraw" => "withdrawn",
            "send loa" => "marked as loa_sent",
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

    private static class Spellings<T>
        where T : struct, Enum
    {
        // Orders are the only resource whose statuses the documents print in lower case (000:2584-2594).
        public static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(
            value => value,
            value => typeof(T) == typeof(PortOrders.PortOrderStatus) ? Snake(value.ToString()) : Snake(value.ToString()).ToUpperInvariant());
    }
}
