using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Domain;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>
/// Holds a body against its schema and words what is wrong as the service's own validator does: <c>The request/0/email
/// must match format "email"</c>.
/// </summary>
internal static partial class RequestCheck
{
    /// <summary>Checks a body.</summary>
    /// <exception cref="Refusal">The first thing that is wrong.</exception>
    public static void Check(RequestSchema schema, JsonElement body)
    {
        if (!schema.IsList)
        {
            CheckObject(schema, body, "");
            return;
        }

        if (body.ValueKind != JsonValueKind.Array)
        {
            throw Wrong("", "array");
        }

        var index = 0;
        foreach (var item in body.EnumerateArray())
        {
            CheckObject(schema, item, $"/{index++}");
        }
    }

    /// <param name="schema">What it must look like; null for any object.</param>
    /// <param name="body">The object.</param>
    /// <param name="path">Where it stands, as the validator says: empty, or <c>/0</c>, <c>/company</c>.</param>
    private static void CheckObject(RequestSchema? schema, JsonElement body, string path)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "object");
        }

        if (schema is { IsClosed: true })
        {
            RefuseUnknown(schema, body, path);
        }

        foreach (var member in schema?.Members ?? [])
        {
            if (member.Required && !body.TryGetProperty(member.Name, out _))
            {
                throw ServiceErrors.MissingProperty.Because($"{member.Name}: {member.Meaning}", path, member.Name);
            }
        }

        foreach (var member in schema?.Members ?? [])
        {
            if (
                body.TryGetProperty(member.Name, out var value)
                && !(member.Nullable && value.ValueKind == JsonValueKind.Null))
            {
                CheckMember(member, value, $"{path}/{member.Name}");
            }
        }
    }

    private static void RefuseUnknown(RequestSchema schema, JsonElement body, string path)
    {
        foreach (var member in body.EnumerateObject())
        {
            if (schema.Members.All(known => known.Name != member.Name))
            {
                var names = schema.Members.Select(known => known.Name).ToList();
                throw ServiceErrors.UnknownProperty.Because(
                    $"{Edits.Suggestion(member.Name, names)}{(path.Length == 0 ? "The body" : path[1..])} may have "
                    + $"{string.Join(", ", names)}.", path, member.Name);
            }
        }
    }

    private static void CheckMember(Member member, JsonElement value, string path)
    {
        switch (member.Kind)
        {
            case MemberKind.Integer:
                CheckInteger(member, value, path);
                break;
            case MemberKind.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
            case MemberKind.BooleanOrText
                when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)
                    && !(value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out _)):
                throw Wrong(path, "boolean");
            case MemberKind.TextOrNumber when value.ValueKind == JsonValueKind.Number:
                CheckLength(member, value.GetRawText(), path);
                break;
            case MemberKind.Text or MemberKind.Email or MemberKind.TextOrNumber:
            case MemberKind.ObjectOrText when value.ValueKind != JsonValueKind.Object:
                CheckText(member, value, path);
                break;
            case MemberKind.Id:
                CheckId(value, path);
                break;
            case MemberKind.Object:
            case MemberKind.ObjectOrText:
            case MemberKind.ObjectOrList when value.ValueKind != JsonValueKind.Array:
            case MemberKind.ObjectOrInteger when value.ValueKind == JsonValueKind.Object:
                CheckObject(member.Shape, value, path);
                break;
            case MemberKind.Named:
                CheckNamed(member, value, path);
                break;
            case MemberKind.ObjectOrInteger:
            case MemberKind.IntegerOrList when value.ValueKind != JsonValueKind.Array:
                CheckInteger(member, value, path);
                break;
            case MemberKind.IntegerOrList:
            case MemberKind.ObjectOrList:
            case MemberKind.TextList or MemberKind.IdList or MemberKind.IntegerList or MemberKind.ObjectList:
                CheckList(member, value, path);
                break;
        }
    }

    private static void CheckNamed(Member member, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw ServiceErrors.WrongType.Because(
                $"{path[1..]} is an object: each of its members is one of them, by the name that it is given.",
                path,
                "object");
        }

        // Of one that is named and left at that, as YAML writes it, everything is left out.
        foreach (var one in value.EnumerateObject().Where(one => one.Value.ValueKind != JsonValueKind.Null))
        {
            CheckObject(member.Shape, one.Value, $"{path}/{one.Name}");
        }
    }

    private static void CheckInteger(Member member, JsonElement value, string path)
    {
        if (RequestSchema.WholeNumber(value) is not { } number)
        {
            throw Wrong(path, "integer");
        }

        if (number < (member.Minimum ?? int.MinValue))
        {
            throw ServiceErrors.OutOfBounds.Because(
                $"{member.Name}: {member.Meaning}",
                path,
                $">= {member.Minimum ?? int.MinValue}");
        }

        if (number > (member.Maximum ?? int.MaxValue))
        {
            throw ServiceErrors.OutOfBounds.Because(
                $"{member.Name}: {member.Meaning}",
                path,
                $"<= {member.Maximum ?? int.MaxValue}");
        }
    }

    private static void CheckText(Member member, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(path, "string");
        }

        var text = value.GetString()!;
        if (member.OneOf.Count > 0 && !member.OneOf.Contains(text))
        {
            throw NotAllowed(member, path);
        }

        CheckLength(member, text, path);
        if (member.Kind == MemberKind.Email && !EmailAddress.IsValid(text))
        {
            throw ServiceErrors.WrongFormat.Because(
                $"{member.Name} is no e-mail address, such as stan@example.com.",
                path,
                "email");
        }
    }

    private static void CheckLength(Member member, string text, string path)
    {
        if (text.Length < member.MinLength)
        {
            throw ServiceErrors.TooShort.Because(
                $"{member.Name} has {text.Length} characters. {member.Meaning}",
                path,
                member.MinLength);
        }

        if (text.Length > member.MaxLength)
        {
            throw ServiceErrors.TooLong.Because(
                $"{member.Name} has {text.Length} characters. {member.Meaning}",
                path,
                member.MaxLength);
        }
    }

    private static void CheckId(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(path, "string");
        }

        if (!IdRegex().IsMatch(value.GetString()!))
        {
            throw ServiceErrors.WrongPattern.Because(
                $"{path[1..]} is an id: 24 hexadecimal digits in lower case.",
                path,
                RequestSchema.IdPattern);
        }
    }

    private static void CheckList(Member member, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(path, "array");
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var place = $"{path}/{index++}";
            switch (member.Kind)
            {
                case MemberKind.IdList:
                    CheckId(item, place);
                    break;
                case MemberKind.IntegerList or MemberKind.IntegerOrList:
                    CheckInteger(member, item, place);
                    break;
                case MemberKind.TextList:
                    CheckText(member, item, place);
                    break;
                default:
                    CheckObject(member.Shape, item, place);
                    break;
            }
        }
    }

    private static Refusal NotAllowed(Member member, string path) =>
        ServiceErrors.NotAllowedValue.Because($"{member.Name} is one of {string.Join(", ", member.OneOf)}.", path);

    private static Refusal Wrong(string path, string type) =>
        ServiceErrors.WrongType.Because(
            $"{(path.Length == 0 ? "The body" : path[1..])} must be a JSON {type}.",
            path,
            type);

    [GeneratedRegex("\\A[a-f0-9]{24}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdRegex();
}
