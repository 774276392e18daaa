using System.Text.Json;
using System.Text.RegularExpressions;

namespace Emulator.Control.Comparing;

/// <summary>
/// What an answer looks like: its members and the kinds of their values, and no value. The elements of a list are one
/// shape, with the members that any of them has.
/// </summary>
internal sealed partial class AnswerShape
{
    private readonly SortedDictionary<string, AnswerShape> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> kinds = new(StringComparer.Ordinal);

    /// <summary>How many objects there are at its place.</summary>
    private int objects;

    /// <summary>How many answers or objects have it.</summary>
    private int seen;

    /// <summary>The shape of an answer.</summary>
    public static AnswerShape Of(JsonElement answer)
    {
        var shape = new AnswerShape();
        shape.Take(answer);
        return shape;
    }

    /// <summary>What is otherwise here than in a recording.</summary>
    /// <param name="recorded">The recording's answer.</param>
    /// <param name="ours">The emulator's.</param>
    public static IEnumerable<Difference> Between(AnswerShape recorded, AnswerShape ours) =>
        Between(recorded, ours, "");

    private static IEnumerable<Difference> Between(AnswerShape recorded, AnswerShape ours, string at)
    {
        // Null says that there is nothing: which kind it is otherwise isn't told.
        var (theirs, own) = (recorded.kinds.Where(IsTold).ToList(), ours.kinds.Where(IsTold).ToList());
        if (theirs.Count > 0 && own.Count > 0 && !theirs.Exists(own.Contains))
        {
            yield return new(
                DifferenceKind.Kind,
                at,
                string.Join(" or ", theirs.Order()),
                string.Join(" or ", own.Order()));
            yield break;
        }

        if (recorded.objects == 0 || ours.objects == 0)
        {
            yield break; // An empty list says nothing about its elements.
        }

        foreach (var (name, member) in recorded.members)
        {
            if (ours.members.TryGetValue(name, out var own1))
            {
                foreach (var difference in Between(member, own1, $"{at}/{name}"))
                {
                    yield return difference;
                }
            }
            else
            {
                yield return new(DifferenceKind.Missing, $"{at}/{name}", member.Told, "none");
            }
        }

        foreach (var (name, member) in ours.members)
        {
            // Where only some of ours have it, theirs may be those that have not.
            if (!recorded.members.ContainsKey(name) && member.seen == ours.objects)
            {
                yield return new(DifferenceKind.Extra, $"{at}/{name}", "none", member.Told);
            }
        }
    }

    private string Told => string.Join(" or ", kinds.Order());

    private static bool IsTold(string kind) => kind != "null";

    private void Take(JsonElement value)
    {
        seen++;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                objects++;
                kinds.Add("object");
                foreach (var named in value.EnumerateObject().GroupBy(member => NameOf(member.Name)))
                {
                    var member = members.TryGetValue(named.Key, out var known) ? known : members[named.Key] = new();
                    foreach (var one in named.Take(1).Concat(named.Skip(1).Where(_ => named.Key == "*")))
                    {
                        member.Take(one.Value);
                    }
                }

                break;
            case JsonValueKind.Array:
                kinds.Add("array");
                var elements = members.TryGetValue("*", out var all) ? all : members["*"] = new();
                objects++;
                foreach (var element in value.EnumerateArray())
                {
                    elements.Take(element);
                }

                break;
            default:
                kinds.Add(value.ValueKind switch
                {
                    JsonValueKind.String => "string",
                    JsonValueKind.Number => "number",
                    JsonValueKind.True or JsonValueKind.False => "boolean",
                    _ => "null",
                });
                break;
        }
    }

    /// <summary>A name that is data, such as an id, is one like all others.</summary>
    private static string NameOf(string name) => IsData().IsMatch(name) ? "*" : name;

    [GeneratedRegex(
        @"\A([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex IsData();
}
