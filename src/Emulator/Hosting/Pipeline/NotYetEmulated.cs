using Emulator.Api;
using Emulator.Errors;

namespace Emulator.Hosting.Pipeline;

/// <summary>
/// Everything that is documented and not built yet answers an honest 501. Held against the path segment by segment, before routing: sixty more routes would cost
/// every start more than this costs a request, and a literal of the debt (<c>ports/entitlement</c>) must win over a variable of what is built (<c>ports/{portId}</c>).
/// </summary>
internal sealed class NotYetEmulated(RequestDelegate next)
{
    /// <summary>Those with fewer variables first: <c>user/stats</c> is not a user called stats.</summary>
    private readonly Debt[] debts =
    [
        .. DocumentedOperations.NotYetEmulated()
            .Select(operation => new Debt(operation, (PathSpellings.Respelled(operation.Path) ?? operation.Path).Trim('/').Split('/')))
            .OrderBy(debt => debt.Segments.Count(segment => segment[0] == '{')),
    ];

    public Task Invoke(HttpContext context)
    {
        var path = context.Request.Path.Value.AsSpan().Trim('/');
        var segments = path.Count('/') + 1;
        foreach (var debt in debts)
        {
            if (debt.Segments.Length == segments && debt.Operation.Method == context.Request.Method && Fits(debt.Segments, path))
            {
                throw ServiceErrors.NotYetEmulated.Because("It stands in openapi/not-yet-emulated.txt.", debt.Operation.Method, debt.Operation.Path, debt.Operation.Source);
            }
        }

        return next(context);
    }

    private static bool Fits(string[] pattern, ReadOnlySpan<char> path)
    {
        var index = 0;
        foreach (var range in path.Split('/'))
        {
            var segment = pattern[index++];
            if (segment[0] != '{' && !path[range].Equals(segment, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One of them, its path in segments; a variable begins with a brace.</summary>
    private readonly record struct Debt(DocumentedOperation Operation, string[] Segments);
}
