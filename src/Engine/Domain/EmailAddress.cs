using System.Text.RegularExpressions;

namespace Emulator.Domain;

/// <summary>
/// Whether a text can be an e-mail address: a name, one @, a domain with a dot; as the service's schema validator's
/// <c>email</c>, not the whole of RFC 5322.
/// </summary>
internal static partial class EmailAddress
{
    /// <summary>The longest address there can be (RFC 5321).</summary>
    public const int MaxLength = 254;

    public static bool IsValid(string text) => text.Length <= MaxLength && Pattern().IsMatch(text);

    [GeneratedRegex(
        @"\A[^\s@""<>(),;:\\\[\]]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
            + @"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}
