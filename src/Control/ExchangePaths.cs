using Emulator.Simulation;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Emulator.Control;

/// <summary>What the path of an exchange says.</summary>
internal static class ExchangePaths
{
    /// <summary>A path's segments.</summary>
    public static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a path is one of an operation.</summary>
    /// <param name="operation">The words of its path; null for a parameter, which is any one segment.</param>
    /// <param name="asked">The path's segments.</param>
    public static bool Fits(string?[] operation, string[] asked) =>
        operation.Length == asked.Length
        && operation.Zip(asked).All(pair => pair.First is { } word
            ? word.Equals(pair.Second, StringComparison.OrdinalIgnoreCase)
            : pair.Second.Length > 0);

    /// <summary>The path as the client wrote it, without the sandbox in front of it.</summary>
    public static string Asked(this Exchange exchange) => exchange.AskedPath;

    /// <summary>The operation's path as the documents print it; null where the exchange matched none.</summary>
    public static string? OperationPath(this Exchange exchange) =>
        exchange is { Operation: not null, Endpoint: RouteEndpoint route } ? route.RoutePattern.RawText : null;

    /// <summary>The values of the operation's parameters, by name.</summary>
    public static IEnumerable<(string Name, string Value)> RouteValues(this Exchange exchange)
    {
        if (exchange is not { Operation: not null, Endpoint: RouteEndpoint route })
        {
            return [];
        }

        return route.RoutePattern.PathSegments.Zip(Segments(exchange.Path))
            .Where(pair => pair.First.Parts is [RoutePatternParameterPart])
            .Select(pair => (((RoutePatternParameterPart)pair.First.Parts[0]).Name, pair.Second));
    }

    /// <summary>The company that the path names; null where it names none.</summary>
    public static string? Company(this Exchange exchange)
    {
        if (exchange.RouteValues().FirstOrDefault(value => value.Name == "companyName") is { Value: { } company })
        {
            return company;
        }

        var segments = Segments(exchange.Path);
        var before = Array.FindIndex(segments, segment =>
            segment.Equals("company", StringComparison.OrdinalIgnoreCase)
            || segment.Equals("app-user", StringComparison.OrdinalIgnoreCase));
        return before >= 0 && before + 1 < segments.Length ? segments[before + 1] : null;
    }

    /// <summary>The values in the path that are secrets: the tokens that the service mails.</summary>
    public static IEnumerable<string> Secrets(this Exchange exchange)
    {
        if (exchange.Operation is not null)
        {
            return exchange.RouteValues().Where(value => Redaction.IsSecret(value.Name)).Select(value => value.Value);
        }

        // Misspelt, it may have one all the same: behind the words that stand in front of them.
        var segments = Segments(exchange.Path);
        return segments
            .Zip(segments.Skip(1))
            .Where(pair => pair.First.ToLowerInvariant() is "reset" or "token" or "request")
            .Select(pair => pair.Second);
    }
}
