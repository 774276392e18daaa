namespace Emulator.Wire;

/// <summary>A member of a body, whatever is read of it.</summary>
internal interface IBodyMember
{
    /// <summary>Its description.</summary>
    Member Told { get; }
}

/// <summary>A member of a body: its description, and how it is read, in one place.</summary>
/// <typeparam name="T">What is read: nothing that can be null where the member is required.</typeparam>
/// <param name="Told">Its description.</param>
/// <param name="Read">Reads it by its name, out of a body that was checked.</param>
internal sealed record BodyMember<T>(Member Told, Func<Asked, string, T> Read) : IBodyMember;

/// <summary>An object, or a whole number in its place: one of the two.</summary>
internal readonly record struct ObjectOrInteger(Asked? Object, int? Integer);

/// <summary>
/// The kinds of members that bodies have. Those that needn't be sent are read as null where they aren't.
/// </summary>
internal static class Body
{
    /// <summary>A text, or one of a few words.</summary>
    public static BodyMember<string?> Text(string name, string meaning, params IReadOnlyList<string> oneOf) =>
        new(new(name, MemberKind.Text, meaning) { OneOf = oneOf }, Optional);

    /// <summary>A text with a length, in characters.</summary>
    public static BodyMember<string?> Text(
        string name, string meaning, int maxLength, int? minLength = null, bool nullable = false) =>
        new(
            new(name, MemberKind.Text, meaning) { MinLength = minLength, MaxLength = maxLength, Nullable = nullable },
            Optional);

    /// <summary>A text, or one of a few words, that must be sent.</summary>
    public static BodyMember<string> NeededText(string name, string meaning, params IReadOnlyList<string> oneOf) =>
        new(new(name, MemberKind.Text, meaning) { Required = true, OneOf = oneOf }, Needed);

    /// <summary>A text with a length, in characters, that must be sent.</summary>
    public static BodyMember<string> NeededText(string name, string meaning, int maxLength, int? minLength = null) =>
        new(
            new(name, MemberKind.Text, meaning) { Required = true, MinLength = minLength, MaxLength = maxLength },
            Needed);

    /// <summary>A text, or null.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="maxLength">The most characters; null for any number.</param>
    public static BodyMember<string?> TextOrNull(string name, string meaning, int? maxLength = 255) =>
        new(new(name, MemberKind.Text, meaning) { Nullable = true, MaxLength = maxLength }, Optional);

    /// <summary>A text with a length, in characters, or a number in its place: read as text.</summary>
    public static BodyMember<string?> TextOrNumber(string name, string meaning, int minLength, int maxLength) =>
        new(
            new(name, MemberKind.TextOrNumber, meaning) { MinLength = minLength, MaxLength = maxLength },
            (asked, of) => asked.TextOrNumber(of));

    /// <summary>An object: what was sent in it, nothing where it wasn't sent.</summary>
    public static BodyMember<Asked> Object(string name, string meaning, params IReadOnlyList<IBodyMember> members) =>
        new(new(name, MemberKind.Object, meaning) { Shape = new RequestSchema().With(members) }, Inside);

    /// <summary>An object whose members are declared where it is read: what was sent in it.</summary>
    public static BodyMember<Asked> Object(string name, string meaning, RequestSchema shape) =>
        new(new(name, MemberKind.Object, meaning) { Shape = shape }, Inside);

    /// <summary>An object that must be sent.</summary>
    public static BodyMember<Asked> NeededObject(
        string name, string meaning, params IReadOnlyList<IBodyMember> members) =>
        new(
            new(name, MemberKind.Object, meaning) { Required = true, Shape = new RequestSchema().With(members) },
            Inside);

    /// <summary>An object that must be sent, with whatever members: as it was sent.</summary>
    public static BodyMember<System.Text.Json.JsonElement> NeededFreeObject(string name, string meaning) =>
        new(new(name, MemberKind.Object, meaning) { Required = true }, (asked, of) => asked.Value(of));

    /// <summary>An object, or a whole number in its place, that must be sent.</summary>
    public static BodyMember<ObjectOrInteger> NeededObjectOrInteger(
        string name, string meaning, int minimum, params IReadOnlyList<IBodyMember> members) =>
        new(
            new(name, MemberKind.ObjectOrInteger, meaning)
            {
                Required = true,
                Minimum = minimum,
                Shape = new RequestSchema().With(members),
            },
            (asked, of) => asked.IsObject(of) ? new(asked.Object(of), null) : new(null, asked.Integer(of)));

    /// <summary>A list of objects; none where it wasn't sent.</summary>
    public static BodyMember<IReadOnlyList<Asked>> Objects(
        string name, string meaning, params IReadOnlyList<IBodyMember> members) =>
        new(
            new(name, MemberKind.ObjectList, meaning) { Shape = new RequestSchema().With(members) },
            (asked, of) => asked.Objects(of));

    /// <summary>A list of words; none where it wasn't sent.</summary>
    public static BodyMember<IReadOnlyList<string>> Texts(
        string name, string meaning, params IReadOnlyList<string> oneOf) =>
        new(new(name, MemberKind.TextList, meaning) { OneOf = oneOf }, (asked, of) => asked.Texts(of));

    /// <summary>An object with whatever members: as it was sent; null where it wasn't.</summary>
    public static BodyMember<System.Text.Json.JsonElement?> FreeObject(string name, string meaning) =>
        new(new(name, MemberKind.Object, meaning), (asked, of) => asked.Has(of) ? asked.Value(of) : null);

    /// <summary>Objects of one shape, by the names that the client gives them; none where it wasn't sent.</summary>
    public static BodyMember<IReadOnlyList<NamedObject>> Named(
        string name, string meaning, params IReadOnlyList<IBodyMember> members) =>
        new(
            new(name, MemberKind.Named, meaning) { Shape = new RequestSchema().With(members) },
            (asked, of) => asked.Named(of));

    /// <summary>An e-mail address that must be sent.</summary>
    public static BodyMember<string> NeededEmail(string name, string meaning) =>
        new(new(name, MemberKind.Email, meaning) { Required = true }, Needed);

    /// <summary>An e-mail address.</summary>
    public static BodyMember<string?> Email(string name, string meaning) =>
        new(new(name, MemberKind.Email, meaning), Optional);

    /// <summary>24 hexadecimal digits.</summary>
    public static BodyMember<string?> Id(string name, string meaning) =>
        new(new(name, MemberKind.Id, meaning), Optional);

    /// <summary>24 hexadecimal digits that must be sent.</summary>
    public static BodyMember<string> NeededId(string name, string meaning) =>
        new(new(name, MemberKind.Id, meaning) { Required = true }, Needed);

    /// <summary>A whole number.</summary>
    public static BodyMember<int?> Integer(
        string name, string meaning, int? minimum = null, int? maximum = null, bool nullable = false) =>
        new(Whole(name, meaning, minimum, maximum) with { Nullable = nullable }, (asked, of) => asked.Integer(of));

    /// <summary>A whole number that must be sent.</summary>
    public static BodyMember<int> NeededInteger(
        string name, string meaning, int? minimum = null, int? maximum = null) =>
        new(
            Whole(name, meaning, minimum, maximum) with { Required = true },
            (asked, of) => asked.Integer(of)!.Value);

    /// <summary>A whole number that may have more than 32 bits.</summary>
    public static BodyMember<long?> LongInteger(
        string name, string meaning, long minimum = long.MinValue, long maximum = long.MaxValue,
        bool nullable = false) =>
        new(
            Whole(name, meaning, minimum, maximum) with { Nullable = nullable },
            (asked, of) => asked.LongInteger(of));

    /// <summary>A whole number that may have more than 32 bits, and must be sent.</summary>
    public static BodyMember<long> NeededLongInteger(
        string name, string meaning, long minimum = long.MinValue, long maximum = long.MaxValue) =>
        new(
            Whole(name, meaning, minimum, maximum) with { Required = true },
            (asked, of) => asked.LongInteger(of)!.Value);

    /// <summary>True or false; as text, too, where the documents send it so.</summary>
    public static BodyMember<bool?> Flag(
        string name, string meaning, bool asText = false, bool nullable = false) =>
        new(
            new(name, asText ? MemberKind.BooleanOrText : MemberKind.Boolean, meaning) { Nullable = nullable },
            (asked, of) => asked.Boolean(of));

    /// <summary>True or false, and must be sent.</summary>
    public static BodyMember<bool> NeededFlag(string name, string meaning) =>
        new(
            new(name, MemberKind.Boolean, meaning) { Required = true },
            (asked, of) => asked.Boolean(of)!.Value);

    private static Member Whole(string name, string meaning, long? minimum, long? maximum) =>
        new(name, MemberKind.Integer, meaning) { Minimum = minimum, Maximum = maximum };

    private static string? Optional(Asked asked, string name) => asked.Text(name);

    private static Asked Inside(Asked asked, string name) => asked.Object(name);

    private static string Needed(Asked asked, string name) => asked.Text(name)!;
}
