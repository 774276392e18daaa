using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// Reads one <c>where</c>, refusing what the service refuses. The words are those of loopback-datasource-juggler 3
/// (<c>_coerce</c>), and for what it passes on unread, those of the database behind it; where neither has a text, ours
/// follow the same form. One parser reads one <c>where</c>: it counts the conditions as it goes.
/// </summary>
internal sealed class WhereParser
{
    /// <summary>Clauses within clauses; LoopBack bounds this too, by the depth of the JSON.</summary>
    internal const int Deepest = 32;

    /// <summary>Operators in all, over every clause.</summary>
    internal const int MostConditions = 1000;

    /// <summary>Patterns among them: compiling one takes milliseconds, and more do not fit in a request line.</summary>
    internal const int MostPatterns = 200;

    private const string OptionsKey = "options";

    private int conditions;
    private int patterns;

    internal Where Parse(JsonNode? where) => Clause(where, depth: 1);

    private Where Clause(JsonNode? sent, int depth)
    {
        // LoopBack lets an empty clause pass, and it matches everything.
        if (sent is null)
        {
            return new Where.And([]);
        }

        if (sent is not JsonObject clause)
        {
            throw new BadFilterException($"The where clause {FilterJson.Quote(sent)} is not an object");
        }

        if (depth > Deepest)
        {
            throw new BadFilterException($"The query object exceeds maximum depth {Deepest}");
        }

        var members = new List<Where>(clause.Count);
        foreach (var (name, value) in clause)
        {
            switch (name)
            {
                case "and":
                    members.Add(new Where.And(Clauses(name, value, depth)));
                    break;
                case "or":
                    members.Add(new Where.Or(Clauses(name, value, depth)));
                    break;
                case "nor":
                    throw UnknownOperator(name);
                default:
                    AddConditions(name, value, members);
                    break;
            }
        }

        return members.Count == 1 ? members[0] : new Where.And(members);
    }

    private List<Where> Clauses(string name, JsonNode? sent, int depth)
    {
        if (!TryReadList(sent, out var list, out var reason))
        {
            throw new BadFilterException($"The {name} operator has invalid clauses {FilterJson.Quote(sent)}: {reason}");
        }

        if (list.Count == 0)
        {
            throw new BadFilterException("$and/$or/$nor must be a nonempty array");
        }

        var clauses = new List<Where>(list.Count);
        foreach (var item in list)
        {
            clauses.Add(Clause(item, depth + 1));
        }

        return clauses;
    }

    /// <summary>A bare value asks for equality; an object holds operators, each of which must hold.</summary>
    private void AddConditions(string path, JsonNode? sent, List<Where> members)
    {
        if (sent is not JsonObject operators)
        {
            members.Add(Counted(new Where.Comparison(path, FilterOperator.Eq, sent)));
            return;
        }

        if (operators.Count == 0)
        {
            throw InvalidClause(path, sent, "Value is an empty object");
        }

        if (operators.Count == 1 && operators.ContainsKey(OptionsKey))
        {
            throw new BadFilterException("$options needs a $regex");
        }

        foreach (var (name, operand) in operators)
        {
            if (name != OptionsKey)
            {
                members.Add(Counted(Comparison(path, name, operand, operators)));
            }
        }
    }

    private static Where.Comparison Comparison(string path, string name, JsonNode? operand, JsonObject clause) =>
        name switch
        {
            "eq" => new Where.Comparison(path, FilterOperator.Eq, operand),
            "neq" => new Where.Comparison(path, FilterOperator.Neq, operand),
            "gt" => new Where.Comparison(path, FilterOperator.Gt, Single(path, operand, clause)),
            "gte" => new Where.Comparison(path, FilterOperator.Gte, Single(path, operand, clause)),
            "lt" => new Where.Comparison(path, FilterOperator.Lt, Single(path, operand, clause)),
            "lte" => new Where.Comparison(path, FilterOperator.Lte, Single(path, operand, clause)),
            "inq" => new Where.Comparison(path, FilterOperator.Inq, List(path, operand, clause)),
            "in" => new Where.Comparison(path, FilterOperator.Inq, ListOrText(path, operand, clause)),
            "nin" => new Where.Comparison(path, FilterOperator.Nin, ListOrText(path, operand, clause)),
            "between" => new Where.Comparison(path, FilterOperator.Between, Bounds(path, operand, clause)),
            "like" => Like(path, FilterOperator.Like, operand, clause),
            "nlike" => Like(path, FilterOperator.Nlike, operand, clause),
            "ilike" => Like(path, FilterOperator.Ilike, operand, clause),
            "nilike" => Like(path, FilterOperator.Nilike, operand, clause),
            "regexp" => Regexp(path, operand, clause),
            "exists" => new Where.Comparison(path, FilterOperator.Exists, Existence(path, operand, clause)),
            _ => throw UnknownOperator(name),
        };

    private static JsonNode? Single(string path, JsonNode? operand, JsonObject clause) =>
        operand is JsonObject or JsonArray ? throw InvalidClause(path, clause, "Expected a single value") : operand;

    private static JsonArray List(string path, JsonNode? operand, JsonObject clause) =>
        TryReadList(operand, out var list, out var reason)
            ? list
            // "Error:" because LoopBack prints the whole error here, and only its message at "and" and "or".
            : throw InvalidClause(path, clause, $"Error: {reason}");

    /// <summary>Later editions print one text where a list stands (OpenAPI 1.59.2, GET data-center-facility).</summary>
    private static JsonArray ListOrText(string path, JsonNode? operand, JsonObject clause) =>
        operand is JsonValue && FilterValue.Of(operand).Kind == FilterValueKind.Text
            ? [operand.DeepClone()]
            : List(path, operand, clause);

    private static JsonArray Bounds(string path, JsonNode? operand, JsonObject clause)
    {
        var bounds = List(path, operand, clause);
        if (bounds.Count != 2)
        {
            throw InvalidClause(
                path,
                clause,
                string.Create(CultureInfo.InvariantCulture, $"Expected precisely 2 values, received {bounds.Count}"));
        }

        Single(path, bounds[0], clause);
        Single(path, bounds[1], clause);
        return bounds;
    }

    private static Where.Comparison Like(string path, FilterOperator named, JsonNode? operand, JsonObject clause)
    {
        if (FilterValue.Of(operand) is not { Kind: FilterValueKind.Text, Text: { } text })
        {
            throw InvalidClause(path, clause, "Expected a string or RegExp");
        }

        var flags = Flags(path, clause);
        var anyCase = named is FilterOperator.Ilike or FilterOperator.Nilike;
        return new Where.Comparison(path, named, operand, flags)
        {
            Pattern = FilterPattern.Like(text, anyCase ? $"i{flags}" : flags),
        };
    }

    private static Where.Comparison Regexp(string path, JsonNode? operand, JsonObject clause)
    {
        if (FilterValue.Of(operand) is not { Kind: FilterValueKind.Text, Text: { } text })
        {
            throw new BadFilterException("Invalid argument, must be a string, regex literal, or RegExp object");
        }

        var flags = Flags(path, clause);
        return new Where.Comparison(path, FilterOperator.Regexp, operand, flags)
        {
            Pattern = FilterPattern.Regexp(text, flags),
        };
    }

    private static string? Flags(string path, JsonObject clause)
    {
        var options = FilterValue.Of(clause[OptionsKey]);
        return options.Kind switch
        {
            FilterValueKind.Null => null,
            FilterValueKind.Text => options.Text,
            _ => throw InvalidClause(path, clause, "Expected options to be a string"),
        };
    }

    /// <summary>A boolean, or the spellings of one that a query string leaves behind.</summary>
    private static JsonValue Existence(string path, JsonNode? operand, JsonObject clause) => operand is JsonValue
        && FilterValue.Of(operand).AsBoolean() is { } exists
        ? JsonValue.Create(exists)
        : throw InvalidClause(path, clause, "Expected a boolean");

    /// <summary>
    /// An array, or what a query string makes of one: an object with the keys <c>"0"</c>, <c>"1"</c> and so on.
    /// </summary>
    private static bool TryReadList(JsonNode? sent, out JsonArray list, out string reason)
    {
        list = sent as JsonArray ?? [];
        reason = "Value is not an array or object with sequential numeric indices";
        if (sent is not JsonObject indexed)
        {
            return sent is JsonArray;
        }

        if (indexed.Count == 0)
        {
            reason = "Value is an empty object";
            return false;
        }

        for (var index = 0; index < indexed.Count; index++)
        {
            if (!indexed.TryGetPropertyValue(index.ToString(CultureInfo.InvariantCulture), out var item))
            {
                return false;
            }

            list.Add(item?.DeepClone());
        }

        return true;
    }

    private Where.Comparison Counted(Where.Comparison condition)
    {
        if (++conditions > MostConditions)
        {
            throw new BadFilterException($"The where clause has more than {MostConditions} conditions");
        }

        if (condition.Pattern is not null && ++patterns > MostPatterns)
        {
            throw new BadFilterException($"The where clause has more than {MostPatterns} patterns");
        }

        return condition;
    }

    private static BadFilterException InvalidClause(string path, JsonNode clause, string reason) =>
        new($"The {path} property has invalid clause {FilterJson.Quote(clause)}: {reason}");

    private static BadFilterException UnknownOperator(string name) => new($"unknown operator: ${name.TrimStart('$')}");
}
