using System.Text.RegularExpressions;
using Emulator.Resources;
using Emulator.Wire.Contract;

namespace Emulator.Control.Comparing;

/// <summary>
/// Holds recorded answers against what the emulator promises of its own: the statuses, members and kinds of its
/// contract, <c>/openapi.json</c>. Nothing is asked.
/// </summary>
/// <param name="contract">The contract.</param>
/// <param name="service">The service, which knows how its paths are spelled.</param>
internal sealed partial class ContractComparison(ServiceContract contract, Service service)
{
    private readonly AnswerReader reader = new();
    private readonly Dictionary<string, List<(string?[] Segments, ContractOperation Operation)>> byMethod = contract.All
        .GroupBy(operation => operation.Method)
        .ToDictionary(
            same => same.Key,
            same => same
                // What is named before what is any.
                .OrderBy(operation => operation.Path.Count(letter => letter == '{'))
                .Select(operation => (WordsOf(operation), operation))
                .ToList());

    /// <summary>The operation that an exchange asks for; null where it asks for none.</summary>
    public ContractOperation? OperationOf(RecordedExchange exchange) => OperationOf(exchange.Method, exchange.Path);

    /// <inheritdoc cref="OperationOf(RecordedExchange)"/>
    public ContractOperation? OperationOf(string method, string path)
    {
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        path = service.Traits.Spelled(path);
        var segments = path.Split('/');
        return byMethod.GetValueOrDefault(method)?.Find(one => ExchangePaths.Fits(one.Segments, segments)).Operation;
    }

    /// <summary>A segment of an exchange's path, by the name of the operation's parameter.</summary>
    public IEnumerable<(string Name, string Value)> ParametersOf(ContractOperation operation, string path)
    {
        path = service.Traits.Spelled(path.TrimEnd('/'));
        var names = operation.Path.Split('/');
        var values = path.Split('/');
        return names.Zip(values).Where(pair => pair.First.StartsWith('{'))
            .Select(pair => (pair.First.Trim('{', '}'), Uri.UnescapeDataString(pair.Second)));
    }

    /// <summary>What is otherwise than the contract says.</summary>
    public IReadOnlyList<Difference> Compare(RecordedExchange exchange, ContractOperation operation)
    {
        if (!operation.Answers.TryGetValue(exchange.Status, out var answer))
        {
            return
            [
                new(
                    DifferenceKind.Status,
                    "",
                    $"{exchange.Status}",
                    string.Join(", ", operation.Answers.Keys.Order())),
            ];
        }

        if (!answer.IsJson || exchange.Json is null)
        {
            return exchange.Answer is null || exchange.AnswerType.Length == 0 || answer.ContentType is null
                || exchange.AnswerType.Equals(answer.ContentType, StringComparison.OrdinalIgnoreCase)
                ? []
                : [new(DifferenceKind.Type, "", exchange.AnswerType, answer.ContentType)];
        }

        reader.Begin(answer.Schema);
        return [.. reader.End(exchange.Answer).Select(DifferenceOf).OfType<Difference>()];
    }

    private static string?[] WordsOf(ContractOperation operation) =>
        [.. operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? null : segment)];

    private static Difference? DifferenceOf(Finding finding) => (finding.Expected, finding.Found) switch
    {
        ("such a member", _) => new(DifferenceKind.Extra, finding.Pointer, "none", "a member"),
        ("no such member", _) => new(DifferenceKind.Missing, finding.Pointer, "a member", "none"),
        ("JSON", _) => new(DifferenceKind.Type, "", "no JSON", "application/json"),
        var (expected, found) when IsKinds().IsMatch(expected) =>
            new(DifferenceKind.Kind, finding.Pointer, KindOf(found), expected),
        _ => null, // What is asked of a value besides its kind is no matter of a recording's, whose secrets are marks.
    };

    /// <summary>The kind of a value that is shown.</summary>
    private static string KindOf(string shown) => shown switch
    {
        ['"', ..] => "string",
        ['-' or (>= '0' and <= '9'), ..] => "number",
        "true" or "false" => "boolean",
        "null" => "null",
        _ => shown.Split(' ') is ["a" or "an", var kind, ..] ? kind : "another kind",
    };

    [GeneratedRegex(
        @"\A(object|array|string|boolean|number|integer|null)"
            + @"( or (object|array|string|boolean|number|integer|null))*\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex IsKinds();
}
