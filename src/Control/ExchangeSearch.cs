using System.Globalization;
using System.Text.RegularExpressions;
using Emulator.Errors;
using Emulator.Resources;
using Emulator.Simulation;
using Emulator.Simulation.Faults;
using Emulator.Wire;

namespace Emulator.Control;

/// <summary>Which exchanges are asked for: all that is said must be true of one.</summary>
internal sealed partial class ExchangeSearch
{
    /// <summary>The most characters of what is searched for.</summary>
    private const int LongestText = 4000;

    /// <summary>The most characters of a path, or of a pattern of one.</summary>
    private const int LongestPath = 2000;

    /// <summary>How many exchanges are measured for how near they come, of those of which most is true.</summary>
    private const int MostMeasured = 100;

    private readonly List<Criterion> criteria = [];

    private ExchangeSearch(long since) => Since = since;

    /// <summary>Only those with a greater number.</summary>
    public long Since { get; }

    /// <summary>The beginning that the path must have, up to the end of a segment; null where none is asked
    /// for.</summary>
    public string? Beginning { get; private set; }

    /// <summary>What is asked, in words.</summary>
    public string Words =>
        criteria.Count == 0
            ? "anything"
            : string.Join(", ", criteria.Select(criterion => $"{criterion.Name} {criterion.Wanted}"));

    /// <summary>The members of a body that asks for exchanges.</summary>
    public static RequestSchema Schema() => new RequestSchema()
        .Text("operation", Meanings["operation"], maxLength: LongestText)
        .Text("method", Meanings["method"], maxLength: LongestText)
        .Text("path", Meanings["path"], maxLength: LongestPath)
        .Number("status", Meanings["status"])
        .Text("company", Meanings["company"], maxLength: LongestText)
        .Text("user", Meanings["user"], maxLength: LongestText)
        .Text("header", Meanings["header"], maxLength: LongestText)
        .Text("body", Meanings["body"], maxLength: LongestText)
        .Text("changed", Meanings["changed"], maxLength: LongestText)
        .LongInteger("since", Meanings["since"], minimum: 0);

    /// <summary>The same as parameters of a query.</summary>
    public static ParameterExample[] Parameters(params ParameterExample[] more) =>
        [.. Meanings.Select(meaning => Query.Text(meaning.Key, "", meaning.Value)), .. more];

    /// <summary>What a query asks for.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.BadQuery"/>.</exception>
    public static ExchangeSearch Of(HttpRequest request, Service service)
    {
        string? Text(string name) => request.Query[name] is not [{ Length: > 0 } text, ..] ? null
            : text.Length <= MostOf(name) ? text
            : throw ServiceErrors.BadQuery.Because(
                $"{name} has {text.Length} characters; {MostOf(name)} are looked " + "for.",
                name,
                $"no longer than {MostOf(name)} characters");
        return Of(
            Text,
            Text("since") is not { } since ? 0
                : long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw ServiceErrors.BadQuery.Because("since is the number of an exchange.", "since", "integer"),
            (name, must, why) => ServiceErrors.BadQuery.Because(why, name, must),
            service);
    }

    /// <summary>What a body asks for.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongType"/>.</exception>
    public static ExchangeSearch Of(Asked asked, Service service) =>
        Of(
            name =>
                !asked.Has(name) ? null
                : name == "status" ? asked.Value(name).ToString()
                : asked.Text(name),
            asked.LongInteger("since") ?? 0,
            (name, must, why) => ServiceErrors.WrongType.Because(why, $"/{name}", must),
            service);

    /// <summary>Whether it is one of those.</summary>
    public bool Fits(Exchange exchange) =>
        exchange.Sequence > Since && criteria.TrueForAll(criterion => criterion.Fits(exchange));

    /// <summary>Those that come nearest, though they aren't asked for: in words, the nearest first.</summary>
    public IReadOnlyList<string> Nearest(IEnumerable<Exchange> exchanges) =>
    [
        .. exchanges.Where(exchange => exchange.Sequence > Since)
            .Select(exchange => (Exchange: exchange, Missed: criteria.FindAll(criterion => !criterion.Fits(exchange))))
                .Where(miss => miss.Missed.Count > 0)
                .OrderBy(miss => miss.Missed.Count)
                .ThenByDescending(miss => miss.Exchange.Sequence)
                .Take(MostMeasured)
                .OrderBy(miss => miss.Missed.Count)
                .ThenBy(miss => miss.Missed.Sum(criterion => criterion.Distance(miss.Exchange)))
                .ThenByDescending(miss => miss.Exchange.Sequence)
                .Take(3)
                .Select(miss =>
                    $"{ExchangeShown.InWords(miss.Exchange)} "
                    + $"({string.Join(", ", miss.Missed.Select(criterion => criterion.Differs(miss.Exchange)))})"),
        ];

    private static readonly Dictionary<string, string> Meanings = new()
    {
        ["operation"] = "The key of the documented operation that was called, such as 048, or its path as the "
            + "documents print it, with or without the method in front.",
        ["method"] = "The method.",
        ["path"] = "The path without the sandbox: its beginning, up to the end of a segment, or a pattern of the "
            + "whole with * for a part of a segment and ** for anything. As the client wrote it, or as the documents "
            + "print it.",
        ["status"] = "The answer's status, or its class: 404 or 4xx.",
        ["company"] = "The company that the path names, spelled as in the path except for case.",
        ["user"] = "The username of the caller.",
        ["header"] = "A header that the request had, name:value, or only name; the value is a part of it.",
        ["body"] = "A part of the request's body.",
        ["changed"] = "A resource of which the request changed rows, such as ports: a state machine, or a table's name "
            + "in lower case with hyphens; * for any.",
        ["since"] = "Only those with a greater number: what came after a known exchange.",
    };

    private static ExchangeSearch Of(
        Func<string, string?> text,
        long since,
        Func<string, string, string, Refusal> bad,
        Service service)
    {
        var search = new ExchangeSearch(since);
        search.Add("operation", text("operation"), IsOperation, exchange => exchange.Operation?.Key ?? "none");
        search.Add(
            "method",
            text("method"),
            (exchange, method) => Same(exchange.Method, method),
            exchange => exchange.Method);
        if (text("path") is { } path)
        {
            var fits = PathFits(path);
            var segments = ExchangePaths.Segments(path);
            var compared = new Dictionary<(string, string), double>();
            search.Beginning = path.Contains('*', StringComparison.Ordinal) ? null : path.TrimEnd('/');
            search.criteria.Add(new Criterion(
                "path", new Redaction().Anywhere(path), exchange => fits(exchange.Asked()) || fits(exchange.Path), null,
                exchange => NearestOperations.Distance(segments, ExchangePaths.Segments(exchange.Path), compared)));
        }

        if (text("status") is { } status)
        {
            if (!StatusRegex().IsMatch(status))
            {
                throw bad("status", "a status such as 404 or 4xx", "status is three digits, or the first of them and "
                    + "xx.");
            }

            search.Add(
                "status",
                status,
                (exchange, wanted) =>
                    wanted[1] is 'x' or 'X'
                        ? exchange.Status / 100 == wanted[0] - '0'
                        : exchange.Status == int.Parse(wanted, CultureInfo.InvariantCulture),
                exchange => $"{exchange.Status}");
        }

        search.Add(
            "company",
            text("company"),
            (exchange, company) => Same(exchange.Company(), company),
            exchange => exchange.Company() ?? "none");
        search.Add(
            "user",
            text("user"),
            (exchange, user) => Same(exchange.User, user),
            exchange => exchange.User ?? "nobody");
        if (text("header") is { } header)
        {
            var (name, value) = header.Split(':', 2) is [var left, var right]
                ? (left.Trim(), right.Trim())
                : (header.Trim(), "");
            search.criteria.Add(
                new Criterion(
                    "header",
                    $"{name}: {new Redaction().Header(name, value)}".TrimEnd(' ', ':'),
                    exchange => HasHeader(exchange, name, value),
                    null));
        }

        if (text("body") is { } body)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(body);
            search.criteria.Add(
                new Criterion(
                    "body",
                    $"with {new Redaction().Text(body)}",
                    exchange => exchange.RequestBody.Span.IndexOf(bytes) >= 0,
                    null));
        }

        if (text("changed") is { } changed)
        {
            search.criteria.Add(Changed(changed, bad, service));
        }

        return search;
    }

    private static Criterion Changed(string wanted, Func<string, string, string, Refusal> bad, Service service)
    {
        var kinds = service.Kinds;
        if (wanted == "*")
        {
            return new Criterion("changed", wanted, exchange => exchange.Changes is { ByRequest: > 0 }, Actual);
        }

        return kinds.FirstOrDefault(kind => Same(kind.Value, wanted)) is { Key: { } table }
            ? new Criterion(
                "changed", wanted, exchange => exchange.Changes?.Tables.Contains(table) == true, Actual)
            : throw bad("changed", "one of the allowed values", "What can change is called "
                + $"{string.Join(", ", kinds.Values.Order(StringComparer.Ordinal))}; * is any of them.");

        string Actual(Exchange exchange) => exchange.Changes is { Tables.Count: > 0 } changes
            ? string.Join(" and ", changes.Tables.Select(table => kinds[table]).Order(StringComparer.Ordinal))
            : "nothing";
    }

    private void Add(string name, string? wanted, Func<Exchange, string, bool> fits, Func<Exchange, string> actual)
    {
        if (wanted is not null)
        {
            criteria.Add(new Criterion(name, wanted, exchange => fits(exchange, wanted), actual));
        }
    }

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsOperation(Exchange exchange, string wanted) =>
        exchange.Operation is { } operation
        && (operation.Keys.Contains(wanted)
            || Same(exchange.OperationPath(), wanted)
            || Same($"{exchange.Method} {exchange.OperationPath()}", wanted));

    private static bool HasHeader(Exchange exchange, string name, string value) =>
        Array.Exists(exchange.RequestHeaders, header =>
            Same(header.Key, name)
            && (
                value.Length == 0
                || header.Value.Any(sent => sent?.Contains(value, StringComparison.OrdinalIgnoreCase) == true)));

    private static int MostOf(string name) => name == "path" ? LongestPath : LongestText;

    /// <summary>A path's beginning, up to the end of a segment, or with stars a pattern of the whole, as fault rules
    /// have them.</summary>
    private static Func<string, bool> PathFits(string path)
    {
        if (path.Contains('*', StringComparison.Ordinal))
        {
            return new PathGlob(path).Fits;
        }

        var beginning = path.TrimEnd('/');
        return asked => asked.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)
            && (asked.Length == beginning.Length || asked[beginning.Length] == '/');
    }

    [GeneratedRegex(@"\A[0-9]([0-9]{2}|xx|XX)\z", RegexOptions.CultureInvariant)]
    private static partial Regex StatusRegex();

    /// <summary>One thing that must be true.</summary>
    /// <param name="Name">What it is about.</param>
    /// <param name="Wanted">What is wanted, as it is worded.</param>
    /// <param name="Fits">Whether it is true of an exchange.</param>
    /// <param name="Actual">How it is with an exchange; null where the exchange's own words say it.</param>
    /// <param name="Far">How far an exchange is from it, from 0; null where it is or isn't.</param>
    private sealed record Criterion(
        string Name,
        string Wanted,
        Func<Exchange, bool> Fits,
        Func<Exchange, string>? Actual,
        Func<Exchange, double>? Far = null)
    {
        public double Distance(Exchange exchange) => Far?.Invoke(exchange) ?? 1;

        public string Differs(Exchange exchange) =>
            Actual is null ? $"{Name} differs" : $"{Name} is {Actual(exchange)}";
    }
}
