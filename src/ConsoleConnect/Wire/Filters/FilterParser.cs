using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// Reads everything of a filter but its <c>where</c>, in the order loopback-datasource-juggler's <c>_normalize</c>
/// does: paging, order, fields. As there, a falsy value (<c>0</c>, <c>""</c>, <c>false</c>, <c>null</c>) counts as not
/// sent, and unknown keys (<c>include</c>) say nothing.
/// </summary>
internal static class FilterParser
{
    /// <summary>As many as the service's database takes in one sort.</summary>
    private const int MostSortKeys = 32;

    private static readonly string[] Parts = ["where", "order", "limit", "skip", "offset", "fields"];

    internal static LoopBackFilter Parse(string? json)
    {
        if (FilterJson.Read(json) is not { } filter)
        {
            return LoopBackFilter.Everything;
        }

        var limit = Count(filter["limit"], "limit");
        var skip = Count(IsFalsy(filter["skip"]) ? filter["offset"] : filter["skip"], "offset/skip");
        var order = Order(filter["order"]);
        var fields = Fields(filter["fields"]);
        var where = IsFalsy(filter["where"]) ? null : new WhereParser().Parse(filter["where"]);
        return new LoopBackFilter(where, order, limit is null or 0 or int.MaxValue ? null : limit, skip ?? 0, fields)
        {
            Overlooked = [.. filter.Select(member => member.Key).Except(Parts)],
        };
    }

    /// <summary>
    /// A non-negative whole number, as a number or in a string; what no list can reach is the largest
    /// <see cref="int"/>.
    /// </summary>
    private static int? Count(JsonNode? sent, string name)
    {
        if (IsFalsy(sent))
        {
            return null;
        }

        var value = FilterValue.Of(sent);
        if (value.Kind is not (FilterValueKind.Number or FilterValueKind.Text)
            || value.AsNumber() is not { } number
            || number < 0
            || number != Math.Floor(number))
        {
            throw new BadFilterException($"The {name} parameter {FilterJson.Quote(sent)} is not valid");
        }

        return number >= int.MaxValue ? int.MaxValue : (int)number;
    }

    private static List<SortKey> Order(JsonNode? sent)
    {
        var keys = new List<SortKey>();
        if (IsFalsy(sent))
        {
            return keys;
        }

        if (sent is JsonArray list)
        {
            foreach (var item in list)
            {
                AddSortKeys(item, keys);
            }
        }
        else
        {
            AddSortKeys(sent, keys);
        }

        return keys.Count <= MostSortKeys ? keys : throw new BadFilterException($"The order {FilterJson.Quote(sent)} "
            + "is not valid");
    }

    /// <summary>One string may hold several keys: <c>"f1 ASC, f2 DESC, f3"</c>.</summary>
    private static void AddSortKeys(JsonNode? sent, List<SortKey> keys)
    {
        if (FilterValue.Of(sent) is not { Kind: FilterValueKind.Text, Text: { } text })
        {
            throw new BadFilterException($"The order {FilterJson.Quote(sent)} is not valid");
        }

        foreach (var token in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = token.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            var direction = parts.Length > 1 ? parts[1].ToUpperInvariant() : "ASC";
            if (direction is not ("ASC" or "DESC"))
            {
                throw new BadFilterException($"The order {FilterJson.Quote(JsonValue.Create(token))} has invalid "
                    + "direction");
            }

            keys.Add(new SortKey(parts[0], direction == "DESC"));
        }
    }

    /// <summary>
    /// Names to keep win over names to leave out, when an object mixes them; an empty list keeps everything.
    /// </summary>
    private static FieldSelection? Fields(JsonNode? sent)
    {
        if (IsFalsy(sent))
        {
            return null;
        }

        var kept = new HashSet<string>();
        var leftOut = new HashSet<string>();
        if (sent is JsonObject flags)
        {
            foreach (var (name, flag) in flags)
            {
                (IsFalsy(flag) ? leftOut : kept).Add(name);
            }
        }
        else
        {
            foreach (var item in sent as JsonArray ?? [sent!.DeepClone()])
            {
                var name = FilterValue.Of(item);
                kept.Add(name.Kind == FilterValueKind.Text
                    ? name.Text!
                    : throw new BadFilterException($"The fields {FilterJson.Quote(sent)} is not valid"));
            }
        }

        return kept.Count > 0 ? new FieldSelection(kept, Keep: true)
            : leftOut.Count > 0 ? new FieldSelection(leftOut, Keep: false)
            : null;
    }

    private static bool IsFalsy(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => true,
        JsonValueKind.String => FilterValue.Of(value).Text!.Length == 0,
        JsonValueKind.Number => FilterValue.Of(value).AsNumber() == 0,
        _ => false,
    };
}
