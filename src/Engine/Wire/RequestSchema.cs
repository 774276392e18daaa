using System.Text.Json;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>What kind of value a member of a request has.</summary>
internal enum MemberKind
{
    Text,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>24 hexadecimal digits.</summary>
    Id,

    /// <summary>A whole number, or the same as text: the documents do both for <c>speed</c> (OpenAPI 1.0.0).</summary>
    Integer,
    Boolean,

    /// <summary>True or false, or the same as text: the documents register with one (000:797).</summary>
    BooleanOrText,
    TextList,
    IdList,
    IntegerList,

    /// <summary>A whole number, or a list of them.</summary>
    IntegerOrList,
    ObjectList,
    Object,

    /// <summary>An object, or a list of them: a schema and its own samples differ (<c>sites</c>).</summary>
    ObjectOrList,

    /// <summary>An object whose members are objects of one shape, each by a name that the client gives it.</summary>
    Named,

    /// <summary>An object, or a whole number in its place: editions differ (<c>duration</c>).</summary>
    ObjectOrInteger,

    /// <summary>An object, or a text in its place: editions differ.</summary>
    ObjectOrText,

    /// <summary>A text, or a number in its place: a schema and its own example differ (<c>version</c>).</summary>
    TextOrNumber,

    /// <summary>A number that the operation checks itself, because the service has words of its own for it.</summary>
    Number,

    /// <summary>Any JSON.</summary>
    Any,
}

/// <summary>One member of a request.</summary>
internal sealed record Member(string Name, MemberKind Kind, string Meaning)
{
    public bool Required { get; init; }

    public bool Nullable { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    /// <summary>The fewest characters of a text.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters of a text.</summary>
    public int? MaxLength { get; init; }

    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>What an object, or each object of a list, must look like; null where that is free.</summary>
    public RequestSchema? Shape { get; init; }
}

/// <summary>
/// What a request body must look like, in the documents' terms, and the check that words what is wrong as the service's
/// own validator does. Members nobody knows are let through, as the service lets them, unless it says
/// <see cref="AndNothingElse"/>.
/// </summary>
internal sealed class RequestSchema
{
    /// <summary>The pattern of an id, as the documents print it (000:6659).</summary>
    public const string IdPattern = "^[a-f0-9]{24}$";

    private readonly List<Member> members = [];

    public IReadOnlyList<Member> Members => members;

    /// <summary>Whether the body is a list of such objects rather than one.</summary>
    public bool IsList { get; private init; }

    /// <summary>Whether members that it doesn't know are refused.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>
    /// Refuses members that it doesn't know: for what would do nothing unnoticed if it were misspelt.
    /// </summary>
    public RequestSchema AndNothingElse()
    {
        IsClosed = true;
        return this;
    }

    /// <summary>The same for all that is in it: of an object's members, too.</summary>
    public void Close()
    {
        IsClosed = true;
        foreach (var member in members)
        {
            member.Shape?.Close();
        }
    }

    /// <summary>
    /// Takes null for whatever needn't be sent, in all that is in it: clients of MEF's send every member.
    /// </summary>
    public RequestSchema NullIsNothing()
    {
        for (var index = 0; index < members.Count; index++)
        {
            members[index].Shape?.NullIsNothing();
            members[index] = members[index].Required ? members[index] : members[index] with { Nullable = true };
        }

        return this;
    }

    /// <summary>A body that is a list of objects (000:588).</summary>
    public static RequestSchema ListOf(RequestSchema item)
    {
        var list = new RequestSchema { IsList = true, IsClosed = item.IsClosed };
        list.members.AddRange(item.members);
        return list;
    }

    /// <summary>Takes members in, in this order.</summary>
    public RequestSchema With(params IReadOnlyList<IBodyMember> more)
    {
        members.AddRange(more.Select(member => member.Told));
        return this;
    }

    public RequestSchema Text(string name, string meaning, bool required = false, params string[] oneOf) =>
        Add(new(name, MemberKind.Text, meaning) { Required = required, OneOf = oneOf });

    public RequestSchema Text(
        string name,
        string meaning,
        int maxLength,
        bool required = false,
        int? minLength = null,
        bool nullable = false) =>
        Add(
            new(name, MemberKind.Text, meaning)
            {
                Required = required,
                MinLength = minLength,
                MaxLength = maxLength,
                Nullable = nullable,
            });

    public RequestSchema TextOrNull(string name, string meaning) =>
        Add(new(name, MemberKind.Text, meaning) { Nullable = true });

    public RequestSchema Email(string name, string meaning, bool required = false) =>
        Add(new(name, MemberKind.Email, meaning) { Required = required });

    public RequestSchema Id(string name, string meaning, bool required = false) =>
        Add(new(name, MemberKind.Id, meaning) { Required = required });

    public RequestSchema Integer(
        string name,
        string meaning,
        bool required = false,
        bool nullable = false,
        int? minimum = null,
        int? maximum = null) =>
        Add(
            new(name, MemberKind.Integer, meaning)
            {
                Required = required,
                Nullable = nullable,
                Minimum = minimum,
                Maximum = maximum,
            });

    /// <summary>A whole number that may have more than 32 bits.</summary>
    public RequestSchema LongInteger(
        string name,
        string meaning,
        bool required = false,
        bool nullable = false,
        long? minimum = null,
        long? maximum = null) =>
        Add(
            new(name, MemberKind.Integer, meaning)
            {
                Required = required,
                Nullable = nullable,
                Minimum = minimum ?? long.MinValue,
                Maximum = maximum ?? long.MaxValue,
            });

    public RequestSchema Number(string name, string meaning, bool required = false) =>
        Add(new(name, MemberKind.Number, meaning) { Required = required });

    public RequestSchema Boolean(
        string name,
        string meaning,
        bool asText = false,
        bool required = false,
        bool nullable = false) =>
        Add(
            new(name, asText ? MemberKind.BooleanOrText : MemberKind.Boolean, meaning)
            {
                Required = required,
                Nullable = nullable,
            });

    public RequestSchema Texts(string name, string meaning, bool required = false, params string[] oneOf) =>
        Add(new(name, MemberKind.TextList, meaning) { Required = required, OneOf = oneOf });

    public RequestSchema Ids(string name, string meaning, bool required = false) =>
        Add(new(name, MemberKind.IdList, meaning) { Required = required });

    public RequestSchema Integers(string name, string meaning, long minimum, long maximum) =>
        Add(new(name, MemberKind.IntegerList, meaning) { Minimum = minimum, Maximum = maximum });

    /// <summary>A whole number, a list of them, or null.</summary>
    public RequestSchema IntegerOrList(string name, string meaning, long minimum, long maximum) =>
        Add(new(name, MemberKind.IntegerOrList, meaning) { Minimum = minimum, Maximum = maximum, Nullable = true });

    public RequestSchema Objects(string name, string meaning, RequestSchema? each = null, bool required = false) =>
        Add(new(name, MemberKind.ObjectList, meaning) { Required = required, Shape = each });

    public RequestSchema Object(string name, string meaning, RequestSchema? shape = null, bool required = false) =>
        Add(new(name, MemberKind.Object, meaning) { Shape = shape, Required = required });

    /// <summary>A list of objects, or one in its place.</summary>
    public RequestSchema ObjectOrList(string name, string meaning, RequestSchema each) =>
        Add(new(name, MemberKind.ObjectOrList, meaning) { Shape = each });

    public RequestSchema Any(string name, string meaning) => Add(new(name, MemberKind.Any, meaning));

    public RequestSchema ObjectOrInteger(
        string name,
        string meaning,
        RequestSchema shape,
        int minimum,
        bool required = false) =>
        Add(
            new(name, MemberKind.ObjectOrInteger, meaning)
            {
                Required = required,
                Shape = shape,
                Minimum = minimum,
            });

    public RequestSchema ObjectOrText(string name, string meaning, RequestSchema shape) =>
        Add(new(name, MemberKind.ObjectOrText, meaning) { Shape = shape });

    /// <summary>Checks a body: what is required first, then each member, as the service's validator does.</summary>
    /// <exception cref="Refusal">The first thing that is wrong, in the validator's words.</exception>
    public void Check(JsonElement body) => RequestCheck.Check(this, body);

    /// <summary>A whole number, written as a number or as text.</summary>
    public static long? WholeNumber(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return long.TryParse(
                value.GetString(),
                System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture,
                out var written)
                ? written
                : null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        return value.TryGetInt64(out var whole) ? whole
            : value.TryGetDouble(out var number) && number == Math.Floor(number) && Math.Abs(number) < long.MaxValue
                ? (long)number
            : null;
    }

    private RequestSchema Add(Member member)
    {
        members.Add(member);
        return this;
    }
}
