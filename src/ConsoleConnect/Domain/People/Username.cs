namespace Emulator.Domain.People;

/// <summary>"Usernames may only contain alpha-numeric, underscore, hyphen or tilde characters" (000:1444).</summary>
internal static class Username
{
    /// <summary>Whether it has allowed characters only. Letters are those of ASCII, as in every example.</summary>
    public static bool IsValid(string username) => username.Length > 0 && username.All(IsAllowed);

    /// <summary>
    /// A username made of a name, as the documents' are: "Company 1" is company1. Where nothing is left of the name,
    /// <paramref name="otherwise"/>.
    /// </summary>
    public static string Of(string name, string otherwise)
    {
        var letters = new string([.. name.Where(letter => IsAllowed(letter)).Select(char.ToLowerInvariant)]);
        return letters.Length == 0 ? otherwise : letters;
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '~';
}
