namespace Emulator.Control;

/// <summary>The addresses that <c>/__admin</c> gives out. They begin with the host that was asked.</summary>
internal static class WebAddress
{
    /// <summary>
    /// The address. Of a host that no address can have, such as <c>a$b</c>, which a client may send all the same, the
    /// path alone.
    /// </summary>
    /// <param name="text">It, with scheme and host.</param>
    public static Uri Of(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        var path = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3);
        return new Uri(path < 0 ? "/" : text[path..], UriKind.Relative);
    }
}
