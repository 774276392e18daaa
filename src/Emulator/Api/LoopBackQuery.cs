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

    /// <summary>The rows that the request's filter lets through; all where it has none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadFilter"/>.</exception>
    public static IReadOnlyList<JsonNode?> Apply(HttpRequest request, IEnumerable<JsonObject> rows)
    {
        try
        {
            var filter = LoopBackFilter.Parse(QueryText.Of(request, "filter"));
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
