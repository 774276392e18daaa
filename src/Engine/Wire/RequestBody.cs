using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Errors;
using Microsoft.AspNetCore.WebUtilities;

namespace Emulator.Wire;

/// <summary>A request's body as the service takes it: JSON whatever the Content-Type says, or nothing.</summary>
internal sealed partial class RequestBody
{
    private readonly BufferedBody body;

    private readonly Notes notes;

    private RequestBody(BufferedBody body, Notes notes)
    {
        this.body = body;
        this.notes = notes;
    }

    /// <summary>Binds it to an operation's parameter.</summary>
    public static ValueTask<RequestBody?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<RequestBody?>(new RequestBody(context.Features.Get<BufferedBody>()!, Notes.Of(context)));

    /// <summary>The body as UTF-8, for what isn't read as the service reads its bodies.</summary>
    public ReadOnlyMemory<byte> Bytes => body.Bytes;

    /// <summary>Reads it and checks it.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.MalformedJson"/>, or what the schema finds.</exception>
    public Asked Checked(RequestSchema schema)
    {
        return Checked(schema, Read());
    }

    private Asked Checked(RequestSchema schema, JsonElement root)
    {
        RequestNotes.Tell(schema, root, notes);
        schema.Check(root);
        return new Asked(root);
    }

    /// <summary>
    /// The same for a body that may be a real form, <c>email=…&amp;password=…</c>, as clients of the login send it.
    /// </summary>
    public Asked CheckedOrForm(RequestSchema schema)
    {
        var text = Encoding.UTF8.GetString(body.Bytes.Span);
        if (text.TrimStart() is not ['{' or '[' or '"', ..] && text.Contains('='))
        {
            var members = QueryHelpers
                .ParseQuery(text)
                .ToDictionary(member => member.Key, member => member.Value.ToString());
            var root = JsonSerializer.SerializeToElement(members, BodyJson.Default.DictionaryStringString);
            notes.Add("The body was read as a form");
            return Checked(schema, root);
        }

        return Checked(schema);
    }

    /// <summary>
    /// The same for a body that may be written as the manual prints one of its own. Q-012: the change of an address is
    /// printed with a bare name and single quotes, <c>{ email: '…' }</c> (000:1326), which no JSON parser takes.
    /// </summary>
    public Asked CheckedOrAsPrinted(RequestSchema schema)
    {
        var text = Encoding.UTF8.GetString(body.Bytes.Span);
        if (AsPrinted().Match(text) is not { Success: true } printed)
        {
            return Checked(schema);
        }

        var root = JsonSerializer.SerializeToElement(
            new Dictionary<string, string> { [printed.Groups["name"].Value] = printed.Groups["value"].Value },
            BodyJson.Default.DictionaryStringString);
        notes.Add("The body is no JSON: it was read as the manual prints it");
        return Checked(schema, root);
    }

    private JsonElement Read()
    {
        if (body.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return JsonSerializer.SerializeToElement([], BodyJson.Default.DictionaryStringString);
        }

        try
        {
            return Parse(body.Bytes);
        }
        catch (JsonException broken)
        {
            // Q-003: the manual's own order prints its billingId without quotes (000:80), so a bare id is taken for
            // what it is.
            var repaired = BareId().Replace(Encoding.UTF8.GetString(body.Bytes.Span), "${before}\"${id}\"");
            try
            {
                var root = Parse(Encoding.UTF8.GetBytes(repaired));
                notes.Add("The body is no JSON: an id without quotes was read as text");
                return root;
            }
            catch (JsonException)
            {
                throw ServiceErrors.MalformedJson.Because(
                    BrokenJson.Explain(body.Bytes.Span, Position(broken)),
                    Position(broken));
            }
        }
    }

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64 });
        return document.RootElement.Clone();
    }

    private long Position(JsonException broken)
    {
        var lines = broken.LineNumber ?? 0;
        var position = 0;
        var bytes = body.Bytes.Span;
        while (lines > 0 && position < bytes.Length)
        {
            if (bytes[position++] == '\n')
            {
                lines--;
            }
        }

        return position + (broken.BytePositionInLine ?? 0);
    }

    [GeneratedRegex("(?<before>[:,\\[]\\s*)(?<id>[a-f0-9]{24})(?=\\s*[,}\\]])", RegexOptions.CultureInvariant)]
    private static partial Regex BareId();

    [GeneratedRegex(@"\A\s*\{\s*(?<name>[A-Za-z]+)\s*:\s*'(?<value>[^'\\]*)'\s*\}\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AsPrinted();
}

/// <summary>What is asked: the members of a checked body.</summary>
internal sealed class Asked(JsonElement body)
{
    /// <summary>The members of each object, of a body that is a list of them.</summary>
    public IReadOnlyList<Asked> Each => [.. body.EnumerateArray().Select(item => new Asked(item))];

    /// <summary>Every member, as it was sent.</summary>
    public IEnumerable<(string Name, JsonElement Value)> Members =>
        body.EnumerateObject().Select(member => (member.Name, member.Value));

    /// <summary>What was sent of a member.</summary>
    public T Of<T>(BodyMember<T> member) => member.Read(this, member.Told.Name);

    /// <summary>Whether the member was sent, and not as null.</summary>
    public bool Has(IBodyMember member) => Has(member.Told.Name);

    /// <summary>Whether the member was sent, be it as null.</summary>
    public bool IsSent(IBodyMember member) => body.TryGetProperty(member.Told.Name, out _);

    /// <summary>Whether the member was sent, and not as null.</summary>
    public bool Has(string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    public string? Text(string name) => Has(name) ? body.GetProperty(name).GetString() : null;

    /// <summary>A text, or a number as it was written in its place.</summary>
    public string? TextOrNumber(string name) => IsText(name) || !Has(name) ? Text(name) : Value(name).GetRawText();

    public int? Integer(string name) => Has(name) ? (int?)RequestSchema.WholeNumber(body.GetProperty(name)) : null;

    /// <summary>A whole number that may have more than 32 bits.</summary>
    public long? LongInteger(string name) => Has(name) ? RequestSchema.WholeNumber(body.GetProperty(name)) : null;

    /// <summary>A number, with or without a fraction; null where it wasn't sent.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="path">Where it stands, for the refusal: <c>/when/probability</c>.</param>
    /// <param name="least">The least it may be.</param>
    /// <param name="most">The most it may be.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.WrongType"/>, <see cref="ServiceErrors.OutOfBounds"/>.
    /// </exception>
    public double? Number(string name, string path, double least, double most)
    {
        if (!Has(name))
        {
            return null;
        }

        if (
            body.GetProperty(name) is not { ValueKind: JsonValueKind.Number } value
            || !value.TryGetDouble(out var number))
        {
            throw ServiceErrors.WrongType.Because($"{path[1..]} must be a JSON number.", path, "number");
        }

        var bound =
            number < least ? string.Create(CultureInfo.InvariantCulture, $">= {least}")
            : number > most ? string.Create(CultureInfo.InvariantCulture, $"<= {most}")
            : null;
        return bound is null
            ? number
            : throw ServiceErrors.OutOfBounds.Because(
                string.Create(CultureInfo.InvariantCulture, $"{path[1..]} is from {least} to {most}."),
                path,
                bound);
    }

    /// <summary>Whether the member is text.</summary>
    public bool IsText(string name) => Has(name) && body.GetProperty(name).ValueKind == JsonValueKind.String;

    /// <summary>Whether the member is an object.</summary>
    public bool IsObject(string name) => Has(name) && body.GetProperty(name).ValueKind == JsonValueKind.Object;

    public bool? Boolean(string name) =>
        !Has(name) ? null
        : body.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? bool.Parse(text.GetString()!)
        : body.GetProperty(name).GetBoolean();

    public IReadOnlyList<string> Texts(string name) =>
        Has(name) ? [.. body.GetProperty(name).EnumerateArray().Select(item => item.GetString()!)] : [];

    public IReadOnlyList<long> Integers(string name) =>
        Has(name)
            ? [.. body.GetProperty(name).EnumerateArray().Select(item => RequestSchema.WholeNumber(item)!.Value)]
            : [];

    /// <summary>The numbers of a list, or the one that stands in its place; none where it wasn't sent.</summary>
    public IReadOnlyList<long> IntegersOrOne(string name) =>
        Has(name) && body.GetProperty(name).ValueKind != JsonValueKind.Array
            ? [LongInteger(name)!.Value]
            : Integers(name);

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<Asked> Objects(string name) =>
        Has(name) ? [.. body.GetProperty(name).EnumerateArray().Select(item => new Asked(item))] : [];

    /// <summary>The objects of a list, or the one that stands in its place; none where it wasn't sent.</summary>
    public IReadOnlyList<Asked> ObjectsOrOne(string name) => IsObject(name) ? [Object(name)] : Objects(name);

    /// <summary>The values of a list, or the one that stands in its place; none where it wasn't sent.</summary>
    public IReadOnlyList<JsonElement> ValuesOrOne(string name) =>
        !Has(name) ? []
        : body.GetProperty(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()]
        : [body.GetProperty(name)];

    /// <summary>An object's members; none where it wasn't sent.</summary>
    public Asked Object(string name) => Within(Has(name) ? body.GetProperty(name) : default);

    private static Asked Within(JsonElement value) =>
        new(
            value.ValueKind == JsonValueKind.Object
                ? value
                : JsonSerializer.SerializeToElement([], BodyJson.Default.DictionaryStringString));

    /// <summary>The objects that are members of an object, by their names; null is one without members.</summary>
    public IReadOnlyList<NamedObject> Named(string name) =>
        Has(name)
            ? [.. body.GetProperty(name).EnumerateObject().Select(one => new NamedObject(one.Name, Within(one.Value)))]
            : [];

    /// <summary>A member as it was sent.</summary>
    public JsonElement Value(string name) => body.GetProperty(name);
}

/// <summary>An object with the name that the client gives it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Asked">Its members.</param>
internal sealed record NamedObject(string Name, Asked Asked);

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BodyJson : System.Text.Json.Serialization.JsonSerializerContext;
