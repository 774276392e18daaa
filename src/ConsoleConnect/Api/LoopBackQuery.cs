using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Wire;
using Emulator.Wire.Filters;

namespace Emulator.Api;

/// <summary>The query parameter <c>filter</c> of the routes that LoopBack serves.</summary>
internal static class LoopBackQuery
{
    /// <summary>
    /// Whether the request's filter lets only rows through in which a member is true; false where it is no filter.
    /// </summary>
    public static bool AsksFor(HttpRequest request, string member)
    {
        try
        {
            return Asks(LoopBackFilter.Parse(QueryText.Of(request, "filter")).Where);
        }
        catch (BadFilterException)
        {
            return false;
        }

        bool Asks(Where? where) => where switch
        {
            Where.And and => and.Members.Any(Asks),
            Where.Comparison { Operator: FilterOperator.Eq, Operand: JsonValue value } one =>
                one.Path == member && value.GetValueKind() == JsonValueKind.True,
            _ => false,
        };
    }

    /// <summary>The first thing that the request's filter finds; null where it finds nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="all">All there are.</param>
    /// <param name="shown">How one is shown: what the filter looks at.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadFilter"/>.</exception>
    public static T? First<T>(HttpRequest request, IReadOnlyList<T> all, Func<T, JsonObject> shown)
        where T : class
    {
        List<JsonObject> rows = [.. all.Select(shown)];
        return Filtered(request, QueryText.Of(request, "filter"), rows, filter => filter with { Fields = null }) is
            [JsonObject found, ..]
            ? all[rows.FindIndex(row => ReferenceEquals(row, found))]
            : null;
    }

    /// <summary>How many rows a <c>where</c> finds; all where none is sent.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadFilter"/>.</exception>
    public static int Count(HttpRequest request, string? where, IReadOnlyList<JsonObject> rows)
    {
        if (where is null)
        {
            return rows.Count;
        }

        try
        {
            // One value of JSON, so that nothing of it stands beside where.
            using var one = JsonDocument.Parse(where);
        }
        catch (JsonException)
        {
            throw ServiceErrors.BadFilter.Because(
                "where is JSON: {\"friendlyName\": {\"like\": \"A%\"}}.", "The where is not valid JSON");
        }

        return Filtered(request, $"{{\"where\":{where}}}", rows, filter => filter).Count;
    }

    /// <summary>The rows that the request's filter lets through; all where it has none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadFilter"/>.</exception>
    public static IReadOnlyList<JsonNode?> Apply(HttpRequest request, IEnumerable<JsonObject> rows) =>
        Filtered(request, QueryText.Of(request, "filter"), rows, filter => filter);

    private static IReadOnlyList<JsonNode?> Filtered(
        HttpRequest request,
        string? sent,
        IEnumerable<JsonObject> rows,
        Func<LoopBackFilter, LoopBackFilter> taken)
    {
        try
        {
            var filter = taken(LoopBackFilter.Parse(sent));
            if (filter == LoopBackFilter.Everything)
            {
                return [.. rows];
            }

            var all = rows as IReadOnlyList<JsonObject> ?? [.. rows];
            FilterNotes.Tell(filter, all, Notes.Of(request.HttpContext));
            return filter.Apply(all);
        }
        catch (BadFilterException bad)
        {
            throw ServiceErrors.BadFilter.Because(
                "filter is LoopBack's, for instance {\"where\": {\"name\": {\"like\": \"A%\"}}, "
                + "\"order\": \"name ASC\", \"limit\": 20, \"skip\": 0, \"fields\": [\"id\", \"name\"]}.", bad.Message);
        }
    }
}
