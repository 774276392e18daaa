using System.Text.Json.Nodes;
using Emulator.Errors;
using Emulator.Wire.Filters;

namespace Emulator.Api;

/// <summary>The query parameter <c>filter</c> of the routes that LoopBack serves.</summary>
internal static class LoopBackQuery
{
    /// <summary>The rows that the request's filter lets through; all where it has none.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.BadFilter"/>.</exception>
    public static IReadOnlyList<JsonNode?> Apply(HttpRequest request, IEnumerable<JsonObject> rows)
    {
        try
        {
            return LoopBackFilter.Parse(QueryText.Of(request, "filter")).Apply(rows);
        }
        catch (BadFilterException bad)
        {
            throw ServiceErrors.BadFilter.Because(
                "filter is LoopBack's, for instance {\"where\": {\"name\": {\"like\": \"A%\"}}, "
                + "\"order\": \"name ASC\", \"limit\": 20, \"skip\": 0, \"fields\": [\"id\", \"name\"]}.", bad.Message);
        }
    }
}
