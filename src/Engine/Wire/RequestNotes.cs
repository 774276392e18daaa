using System.Text.Json;
using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>
/// Notes what of a body the check lets pass: members that nobody knows or that stand there twice, numbers and truth
/// values sent as text.
/// </summary>
internal static class RequestNotes
{
    /// <summary>The most edits at which a member is still taken for another one misspelt.</summary>
    private const double MostEdits = 2;

    /// <summary>The longest name that is compared with others.</summary>
    private const int LongestCompared = 64;

    /// <summary>Tells it. The body needn't be right: what is wrong is refused later, and these may be why.</summary>
    public static void Tell(RequestSchema schema, JsonElement body, Notes notes)
    {
        if (!schema.IsList)
        {
            TellObject(schema, body, "", notes);
        }
        else if (body.ValueKind == JsonValueKind.Array)
        {
            TellEach(schema, body, "", notes);
        }
    }

    private static void TellEach(RequestSchema? schema, JsonElement list, string path, Notes notes)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            TellObject(schema, item, $"{path}/{index++}", notes);
        }
    }

    private static void TellObject(RequestSchema? schema, JsonElement body, string path, Notes notes)
    {
        if (schema is null || body.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in body.EnumerateObject())
        {
            var place = $"{path}/{property.Name}";
            if (schema.Members.FirstOrDefault(member => member.Name == property.Name) is { } member)
            {
                TellMember(member, property.Value, place, notes);
            }
            else if (!schema.IsClosed)
            {
                var meant = Meant(schema, property.Name);
                notes.Add($"{Notes.Quoted(place[1..])} is no member of the request and was overlooked{meant}");
            }

            if (!met.Add(property.Name))
            {
                notes.Add($"{Notes.Quoted(place[1..])} was sent twice: the last counts");
            }
        }
    }

    private static void TellMember(Member member, JsonElement value, string path, Notes notes)
    {
        switch (member.Kind)
        {
            case MemberKind.Integer or MemberKind.ObjectOrInteger or MemberKind.IntegerOrList
                when value.ValueKind == JsonValueKind.String && RequestSchema.WholeNumber(value) is { } number:
                notes.Add($"{path[1..]} was sent as text and read as the number {number}");
                break;
            case MemberKind.BooleanOrText
                when value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out var on):
                notes.Add($"{path[1..]} was sent as text and read as {(on ? "true" : "false")}");
                break;
            case MemberKind.IntegerList or MemberKind.IntegerOrList
                when value.ValueKind == JsonValueKind.Array
                    && value.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.String):
                notes.Add($"{path[1..]} has numbers that were sent as text");
                break;
            case MemberKind.Object or MemberKind.ObjectOrInteger:
                TellObject(member.Shape, value, path, notes);
                break;
            case MemberKind.Named when value.ValueKind == JsonValueKind.Object:
                foreach (var one in value.EnumerateObject())
                {
                    TellObject(member.Shape, one.Value, $"{path}/{one.Name}", notes);
                }

                break;
            case MemberKind.ObjectList or MemberKind.ObjectOrList when value.ValueKind == JsonValueKind.Array:
                TellEach(member.Shape, value, path, notes);
                break;
        }
    }

    /// <summary>The member that was perhaps meant, in words; nothing where none comes near.</summary>
    private static string Meant(RequestSchema schema, string name)
    {
        // Long names come near to nothing, and comparing takes their length squared.
        if (name.Length > LongestCompared)
        {
            return "";
        }

        var (nearest, edits) = schema
            .Members.Select(member => (member.Name, Edits: Edits.Between(name, member.Name)))
            .OrderBy(near => near.Edits)
            .FirstOrDefault();
        return nearest is not null && edits <= MostEdits && edits < nearest.Length
            ? $": perhaps {nearest} was meant"
            : "";
    }
}
