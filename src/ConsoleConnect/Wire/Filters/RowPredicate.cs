using System.Text.Json.Nodes;

namespace Emulator.Wire.Filters;

/// <summary>
/// Turns a <see cref="Where"/> into a test of one row. What can be done once (splitting paths, reading operands) is
/// done here, not at each row. The negative operators are the whole negation of their positive ones, as in MongoDB: no
/// element equals, none is in the list, none matches.
/// </summary>
internal static class RowPredicate
{
    /// <summary>
    /// A predicate for one application of the filter: all its patterns share one <see cref="PatternBudget"/>.
    /// </summary>
    internal static Func<JsonObject, bool> Of(Where where) => Of(where, new PatternBudget());

    private static Func<JsonObject, bool> Of(Where where, PatternBudget budget) => where switch
    {
        Where.And and => All(Each(and.Members, budget)),
        Where.Or or => Any(Each(or.Members, budget)),
        Where.Comparison comparison => Of(comparison, budget),
        _ => throw new InvalidOperationException($"A where has no {where.GetType().Name}."),
    };

    private static Func<JsonObject, bool>[] Each(IReadOnlyList<Where> members, PatternBudget budget)
    {
        var tests = new Func<JsonObject, bool>[members.Count];
        for (var index = 0; index < tests.Length; index++)
        {
            tests[index] = Of(members[index], budget);
        }

        return tests;
    }

    private static Func<JsonObject, bool> All(Func<JsonObject, bool>[] tests) => row =>
    {
        foreach (var test in tests)
        {
            if (!test(row))
            {
                return false;
            }
        }

        return true;
    };

    private static Func<JsonObject, bool> Any(Func<JsonObject, bool>[] tests) => row =>
    {
        foreach (var test in tests)
        {
            if (test(row))
            {
                return true;
            }
        }

        return false;
    };

    private static Func<JsonObject, bool> Of(Where.Comparison comparison, PatternBudget budget)
    {
        var path = new PropertyPath(comparison.Path);
        var test = Test(comparison, budget);
        var negated =
            comparison.Operator
                is FilterOperator.Neq
                    or FilterOperator.Nin
                    or FilterOperator.Nlike
                    or FilterOperator.Nilike
            || (comparison.Operator == FilterOperator.Exists && !comparison.Operand!.GetValue<bool>());
        return negated ? row => !path.Any(row, test) : row => path.Any(row, test);
    }

    /// <summary>The test of one value for the positive sense of the operator.</summary>
    private static Func<FilterValue, bool> Test(Where.Comparison comparison, PatternBudget budget)
    {
        var operand = FilterValue.Of(comparison.Operand);
        switch (comparison.Operator)
        {
            case FilterOperator.Eq or FilterOperator.Neq:
                return value => value.IsEqualTo(operand);
            case FilterOperator.Gt:
                return value => value.CompareTo(operand) > 0;
            case FilterOperator.Gte:
                return value => value.CompareTo(operand) >= 0;
            case FilterOperator.Lt:
                return value => value.CompareTo(operand) < 0;
            case FilterOperator.Lte:
                return value => value.CompareTo(operand) <= 0;
            case FilterOperator.Inq or FilterOperator.Nin:
                var accepted = Values(comparison);
                return value => IsAmong(value, accepted);
            case FilterOperator.Between:
                var bounds = Values(comparison);
                return value => value.CompareTo(bounds[0]) >= 0 && value.CompareTo(bounds[1]) <= 0;
            case FilterOperator.Exists:
                return value => value.Kind != FilterValueKind.Absent;
            default:
                var pattern = comparison.Pattern!;
                return value => value.Text is { } text && budget.IsMatch(pattern, text);
        }
    }

    private static FilterValue[] Values(Where.Comparison comparison)
    {
        var list = comparison.Operand!.AsArray();
        var values = new FilterValue[list.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = FilterValue.Of(list[index]);
        }

        return values;
    }

    private static bool IsAmong(FilterValue value, FilterValue[] accepted)
    {
        foreach (var one in accepted)
        {
            if (value.IsEqualTo(one))
            {
                return true;
            }
        }

        return false;
    }
}
