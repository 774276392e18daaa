namespace Emulator.Wire;

/// <summary>Says which parameters of a query nobody reads.</summary>
internal static class QueryNotes
{
    /// <summary>Tells it of an operation's request.</summary>
    public static void Tell(HttpContext context, Endpoint operation)
    {
        if (!context.Request.QueryString.HasValue)
        {
            return;
        }

        var known = operation.Metadata.OfType<ParameterExamples>().SelectMany(examples => examples.All)
            .Where(parameter => parameter.InQuery).Select(parameter => parameter.Name).ToList();
        foreach (var name in context.Request.Query.Keys)
        {
            if (name.Length > 0 && !known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                var there = known.Count == 0 ? "there are none" : $"there are {string.Join(", ", known)}";
                Notes.Of(context).Add($"query: {Notes.Quoted(name)} is no parameter here and was overlooked: {there}");
            }
        }
    }
}
