using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>What kind of value a member of a request has.</summary>
internal enum MemberKind
{
    Text,

    /// <summary>24 hexadecimal digits.</summary>
    Id,

    /// <summary>A whole number, or the same as text: the documents do both for <c>speed</c> (FACTS 2).</summary>
    Integer,
    Boolean,
    TextList,
    IdList,
    ObjectList,
}

/// <summary>One member of a request.</summary>
internal sealed record Member(string Name, MemberKind Kind, string Meaning)
{
    public bool Required { get; init; }

    public bool Nullable { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public IReadOnlyList<string> OneOf { get; init; } = [];
}

/// <summary>
/// What a request body must look like, in the documents' terms, and the check that words what is wrong as the service's own validator does.
/// Members nobody knows are let through, as the service lets them.
/// </summary>
internal sealed partial class RequestSchema
{
    /// <summary>The pattern of an id, as the documents print it (000:6659).</summary>
    public const string IdPattern = "^[a-f0-9]{24}$";

    private readonly List<Member> members = [];

    public IReadOnlyList<Member> Members => members;

    public RequestSchema Text(string name, string meaning, bool required = false, params string[] oneOf) => Add(new(name, MemberKind.Text, meaning) { Required = required, OneOf = oneOf });

    public RequestSchema Id(string name, string meaning, bool required = false) => Add(new(name, MemberKind.Id, meaning) { Required = required });

    public RequestSchema Integer(string name, string meaning, bool required = false, bool nullable = false, int? minimum = null, int? maximum = null) =>
        Add(new(name, MemberKind.Integer, meaning) { Required = required, Nullable = nullable, Minimum = minimum, Maximum = maximum });

    public RequestSchema Boolean(string name, string meaning) => Add(new(name, MemberKind.Boolean, meaning));

    public RequestSchema Texts(string name, string meaning) => Add(new(name, MemberKind.TextList, meaning));

    public RequestSchema Ids(string name, string meaning) => Add(new(name, MemberKind.IdList, meaning));

    public RequestSchema Objects(string name, string meaning) => Add(new(name, MemberKind.ObjectList, meaning));

    /// <summary>Checks a body: what is required first, then each member, as the service's validator does.</summary>
    /// <exception cref="Refusal">The first thing that is wrong, in the validator's words.</exception>
    public void Check(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw ServiceErrors.WrongType.Because("The body must be a JSON object.", "", "object");
        }

        foreach (var member in members)
        {
            if (member.Required && !body.TryGetProperty(member.Name, out _))
            {
                throw ServiceErrors.MissingProperty.Because($"{member.Name}: {member.Meaning}", member.Name);
            }
        }

        foreach (var member in members)
        {
            if (body.TryGetProperty(member.Name, out var value) && !(member.Nullable && value.ValueKind == JsonValueKind.Null))
            {
                Check(member, value);
            }
        }
    }

    /// <summary>A whole number, written as a number or as text.</summary>
    public static long? WholeNumber(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return long.TryParse(value.GetString(), System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var written) ? written : null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        return value.TryGetInt64(out var whole) ? whole
            : value.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) < long.MaxValue ? (long)number
            : null;
    }

    private static void Check(Member member, JsonElement value)
    {
        switch (member.Kind)
        {
            case MemberKind.Integer:
                CheckInteger(member, value);
                break;
            case MemberKind.Boolean when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                throw Wrong(member.Name, "boolean");
            case MemberKind.Text:
                CheckText(member, value);
                break;
            case MemberKind.Id:
                CheckId(member.Name, value);
                break;
            case MemberKind.TextList or MemberKind.IdList or MemberKind.ObjectList:
                CheckList(member, value);
                break;
        }
    }

    private static void CheckInteger(Member member, JsonElement value)
    {
        if (WholeNumber(value) is not { } number)
        {
            throw Wrong(member.Name, "integer");
        }

        if (number < (member.Minimum ?? int.MinValue))
        {
            throw ServiceErrors.OutOfBounds.Because(member.Meaning, member.Name, $">= {member.Minimum ?? int.MinValue}");
        }

        if (number > (member.Maximum ?? int.MaxValue))
        {
            throw ServiceErrors.OutOfBounds.Because(member.Meaning, member.Name, $"<= {member.Maximum ?? int.MaxValue}");
        }
    }

    private static void CheckText(Member member, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(member.Name, "string");
        }

        if (member.OneOf.Count > 0 && !member.OneOf.Contains(value.GetString()))
        {
            throw ServiceErrors.NotAllowedValue.Because($"{member.Name} is one of {string.Join(", ", member.OneOf)}.", member.Name);
        }
    }

    private static void CheckId(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(name, "string");
        }

        if (!IdRegex().IsMatch(value.GetString()!))
        {
            throw ServiceErrors.WrongPattern.Because($"{name} is an id: 24 hexadecimal digits in lower case.", name, IdPattern);
        }
    }

    private static void CheckList(Member member, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(member.Name, "array");
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            var name = $"{member.Name}/{index++}";
            if (member.Kind == MemberKind.IdList)
            {
                CheckId(name, item);
            }
            else if (member.Kind == MemberKind.TextList && item.ValueKind != JsonValueKind.String)
            {
                throw Wrong(name, "string");
            }
            else if (member.Kind == MemberKind.ObjectList && item.ValueKind != JsonValueKind.Object)
            {
                throw Wrong(name, "object");
            }
        }
    }

    private static Refusal Wrong(string name, string type) => ServiceErrors.WrongType.Because($"{name} must be {type}.", "/" + name, type);

    private RequestSchema Add(Member member)
    {
        members.Add(member);
        return this;
    }

    [GeneratedRegex("\\A[a-f0-9]{24}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdRegex();
}
