using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// Takes the secrets out of what is shown of exchanges: passwords, tokens and keys, wherever they stand. In the place
/// of each comes a mark, <c>redacted-1a2b3c4d</c>, that is the same for equal secrets. One of these serves all that is
/// shown of one exchange: what is a secret in one place is none of anybody's business in another. No pattern is tried
/// over it that could go back: whatever a client has sent, the time it takes grows as its length does.
/// </summary>
internal sealed class Redaction
{
    /// <summary>
    /// Shorter secrets are taken out only where their name shows them: as a part of other words they would take out too
    /// much.
    /// </summary>
    private const int LongEnoughAnywhere = 6;

    /// <summary>How many digits a token of the service's has.</summary>
    private const int TokenDigits = 64;

    /// <summary>How many texts are tried as JSON: each that isn't costs an exception. The others are searched by name,
    /// which finds as much.</summary>
    private const int MostTriedAsJson = 20;

    /// <summary>
    /// How the names of secrets end, of headers, members, parameters: without regard to case, hyphens and underscores.
    /// </summary>
    private static readonly string[] SecretEndings =
    [
        "password", "passwords", "passwd", "token", "tokens", "secret", "secrets", "apikey", "apikeys", "bgpkey",
            "authkey", "servicekey", "accesskey", "privatekey", "pairingkey",
        .. OfHeaders,
    ];

    private static string[] OfHeaders => ["authorization", "cookie"];

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly FoundSecrets found = new();
    private readonly SecretsByName byName;
    private int triedAsJson;

    public Redaction() => byName = new SecretsByName(this);

    /// <summary>Whether what has this name is a secret.</summary>
    public static bool IsSecret(string name) => EndsWithOneOf(name, SecretEndings);

    /// <summary>Whether it is the name of a header whose whole value is secret, of several words too.</summary>
    public static bool IsOfHeader(string name) => EndsWithOneOf(name, OfHeaders);

    /// <summary>The mark for a secret; nothing for nothing.</summary>
    public string Secret(string value)
    {
        Note(value);
        return Marked(value);
    }

    /// <summary>Remembers a value as a secret, or another spelling of one.</summary>
    public void Note(string value)
    {
        if (value.Length >= LongEnoughAnywhere)
        {
            found.Add(value);
        }
    }

    /// <summary>A header's value: of <c>Authorization</c> the way stays.</summary>
    public string Header(string name, string value) =>
        !IsSecret(name) ? value
        : name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase)
        && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
            ? value[..(end + 1)] + Secret(value[(end + 1)..].Trim())
        : Secret(value);

    /// <summary>A query with its question mark.</summary>
    public string Query(string query) =>
        query.Length < 2 ? query : "?" + string.Join('&', query[1..].Split('&').Select(Pair));

    /// <summary>
    /// A body, or anything else that has secrets by name in it: JSON, a form, or what was meant to be one of them.
    /// </summary>
    public string Text(string text)
    {
        if (text.AsSpan().TrimStart() is ['{' or '[' or '"', ..] && triedAsJson++ < MostTriedAsJson)
        {
            try
            {
                return Json(Encoding.UTF8.GetBytes(text));
            }
            catch (Exception noJson) when (noJson is JsonException or InvalidOperationException)
            {
                // Broken, or with half a surrogate pair in it.
            }
        }

        return byName.Without(text);
    }

    /// <summary>Text in which what has been found out to be a secret, or looks like a token, may stand.</summary>
    public string Anywhere(string text) => WithoutTokens(found.Without(text, Marked));

    /// <summary>As a query or a form has it.</summary>
    public static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Marked(string secret) =>
        secret.Length == 0 ? secret : "redacted-"
            + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 4));

    private static bool EndsWithOneOf(string name, string[] endings)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        foreach (var ending in endings)
        {
            if (plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What has just as many hexadecimal digits as a token, neither more nor fewer.</summary>
    private static string WithoutTokens(string text)
    {
        StringBuilder? shown = null;
        var (copied, at) = (0, 0);
        while (text.AsSpan(at).IndexOfAny(Digits) is >= 0 and var next)
        {
            var start = at + next;
            var length = text.AsSpan(start).IndexOfAnyExcept(Digits) is >= 0 and var digits ? digits
                : text.Length - start;
            at = start + length;
            if (length == TokenDigits)
            {
                (shown ??= new StringBuilder(text.Length)).Append(text, copied, start - copied)
                    .Append(Marked(text[start..at]));
                copied = at;
            }
        }

        return shown is null ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>JSON whose secrets are replaced in place: everything else stays as it was written.</summary>
    private string Pair(string pair)
    {
        var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
        var written = Unescaped(value);
        if (IsSecret(Unescaped(name)))
        {
            Note(value);
            return $"{name}={Secret(written)}";
        }

        return Text(written) is var redacted && redacted != written ? $"{name}={Uri.EscapeDataString(redacted)}" : pair;
    }

    private string Json(byte[] json)
    {
        var reader = new Utf8JsonReader(SentText.Mended(json).Span); // As long as it, so that places are the same.
        var shown = new MemoryStream(json.Length);
        var (copied, secretDepth, isNext) = (0, int.MaxValue, false);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    isNext = IsSecret(reader.GetString()!);
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when isNext && secretDepth == int.MaxValue:
                    secretDepth = reader.CurrentDepth;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray when reader.CurrentDepth == secretDepth:
                    secretDepth = int.MaxValue;
                    break;
                case JsonTokenType.String or JsonTokenType.Number when isNext || secretDepth != int.MaxValue:
                    var written = Encoding.UTF8.GetString(reader.ValueSpan);
                    var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : written;
                    Note(written);
                    Put(ref reader, Encoding.UTF8.GetBytes($"\"{Secret(value)}\""));
                    break;
                case JsonTokenType.String when MayNameSecrets(reader.ValueSpan):
                    // A text may be JSON, XML or a form of its own.
                    var text = reader.GetString()!;
                    if (byName.Without(text) is var redacted && redacted != text)
                    {
                        Put(
                            ref reader,
                            Encoding.UTF8.GetBytes(
                                $"\"{JsonEncodedText.Encode(redacted, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"")
                        );
                    }

                    break;
            }

            isNext = false;
        }

        shown.Write(json.AsSpan(copied));
        return Encoding.UTF8.GetString(shown.GetBuffer(), 0, (int)shown.Length);

        void Put(ref Utf8JsonReader at, byte[] other)
        {
            shown.Write(json.AsSpan(copied, (int)at.TokenStartIndex - copied));
            shown.Write(other);
            copied = (int)at.BytesConsumed;
        }
    }

    /// <summary>Whether a name can stand before a value in it. With a backslash, anything can.</summary>
    private static bool MayNameSecrets(ReadOnlySpan<byte> text) => text.IndexOfAny("=:>\\"u8) >= 0;
}
