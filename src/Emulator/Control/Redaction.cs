using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>
/// Takes the secrets out of what is shown of exchanges: passwords, tokens and keys, wherever they stand. In the place of each comes a mark, <c>redacted-1a2b3c4d</c>, that
/// is the same for equal secrets. One of these serves all that is shown of one exchange: what is a secret in one place is none of anybody's business in another.
/// </summary>
internal sealed partial class Redaction
{
    /// <summary>Shorter secrets are taken out only where their name tells them: as a part of other words they would take out too much.</summary>
    private const int LongEnoughAnywhere = 6;

    /// <summary>How the names of secrets end, of headers, members, parameters: without regard to case, hyphens and underscores.</summary>
    private static readonly string[] SecretEndings =
        ["password", "passwords", "passwd", "token", "tokens", "secret", "secrets", "apikey", "apikeys", "bgpkey", "authkey", "servicekey", "accesskey", "privatekey", "pairingkey", "authorization", "cookie"];

    private readonly SortedSet<string> secrets = new(Comparer<string>.Create((one, other) => other.Length != one.Length ? other.Length - one.Length : string.CompareOrdinal(one, other)));

    /// <summary>Whether what has this name is a secret.</summary>
    public static bool IsSecret(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        return SecretEndings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The mark for a secret; nothing for nothing.</summary>
    public string Secret(string value)
    {
        if (value.Length >= LongEnoughAnywhere)
        {
            secrets.Add(value);
        }

        return Marked(value);
    }

    private static string Marked(string secret) =>
        secret.Length == 0 ? secret : "redacted-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)).AsSpan(0, 4));

    /// <summary>A header's value: of <c>Authorization</c> the way stays.</summary>
    public string Header(string name, string value) =>
        !IsSecret(name) ? value
        : name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase) && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end ? value[..(end + 1)] + Secret(value[(end + 1)..].Trim())
        : Secret(value);

    /// <summary>A query with its question mark.</summary>
    public string Query(string query) => query.Length < 2 ? query : "?" + string.Join('&', query[1..].Split('&').Select(pair =>
    {
        var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : (pair, "");
        var written = Unescaped(value);
        if (IsSecret(Unescaped(name)))
        {
            _ = Secret(value);
            return $"{name}={Secret(written)}";
        }

        return Text(written) is var redacted && redacted != written ? $"{name}={Uri.EscapeDataString(redacted)}" : pair;
    }));

    /// <summary>A body, or anything else that has secrets by name in it: JSON, a form, or what was meant to be one of them.</summary>
    public string Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        try
        {
            return Json(bytes);
        }
        catch (JsonException)
        {
            return ByName().Replace(text, found => found.Groups["form"] is { Success: true } form
                ? $"{found.Groups["name"].Value}={InForm(form.Value)}"
                : $"{found.Groups["name"].Value}{found.Groups["between"].Value}{Quoted(found.Groups["value"].Value)}");
        }
    }

    /// <summary>Text in which what has been found out to be a secret, or looks like a token, may stand.</summary>
    public string Anywhere(string text)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, Marked(secret), StringComparison.Ordinal);
        }

        return TokenLike().Replace(text, found => Marked(found.Value));
    }

    /// <summary>As a query or a form has it.</summary>
    private static string Unescaped(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private string InForm(string value)
    {
        _ = Secret(value);
        return Secret(Unescaped(value));
    }

    private string Quoted(string value)
    {
        var quote = value is ['"' or '\'', ..] ? value[..1] : "";
        return quote + Secret(value.Trim('"', '\'')) + quote;
    }

    /// <summary>JSON whose secrets are replaced in place: everything else stays as it was written.</summary>
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
                    _ = Secret(written);
                    shown.Write(json.AsSpan(copied, (int)reader.TokenStartIndex - copied));
                    shown.Write(Encoding.UTF8.GetBytes($"\"{Secret(value)}\""));
                    copied = (int)reader.BytesConsumed;
                    break;
            }

            isNext = false;
        }

        shown.Write(json.AsSpan(copied));
        return Encoding.UTF8.GetString(shown.GetBuffer(), 0, (int)shown.Length);
    }

    [GeneratedRegex("""(?<name>[A-Za-z_-]*(?:password|passwd|token|secret|api-?key|bgpKey|authKey|serviceKey|accessKey|privateKey|pairingKey))(?:=(?<form>[^&\s]*)|(?<between>["']?\s*:\s*)(?<value>"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s,}\]"']+))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ByName();

    [GeneratedRegex("(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])", RegexOptions.CultureInvariant)]
    private static partial Regex TokenLike();
}
