using Emulator.Domain.Staging;

namespace Emulator.Wire;

/// <summary>The type of a parameter, as the OpenAPI document says.</summary>
internal enum ParameterType
{
    Text,
    WholeNumber,
    Flag,
}

/// <summary>A parameter of a query: its description, and how it is read, in one place.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="Name">Its name.</param>
/// <param name="Example">One that works on the fresh seed; empty where the example request leaves it out.</param>
/// <param name="Meaning">What it is for.</param>
/// <param name="Read">Reads it by its name.</param>
internal sealed record QueryParameter<T>(
    string Name,
    string Example,
    string Meaning,
    Func<HttpRequest, string, T> Read) : ParameterExample(Name, Example, Meaning, InQuery: true)
{
    /// <summary>What a request has of it.</summary>
    /// <exception cref="Errors.Refusal"><see cref="Errors.EmulatorErrors.BadQuery"/>.</exception>
    public T Of(HttpRequest request) => Read(request, Name);
}

/// <summary>The kinds of parameters that queries have.</summary>
internal static class Query
{
    /// <summary>A text; null where none is sent.</summary>
    public static QueryParameter<string?> Text(string name, string example, string meaning) =>
        new(name, example, meaning, QueryText.Of);

    /// <summary>One of several words; null where none is sent. Which are taken is the operation's to say.</summary>
    public static QueryParameter<string?> Choice(
        string name,
        string example,
        string meaning,
        params IReadOnlyList<string> oneOf) => new(name, example, meaning, QueryText.Of) { OneOf = oneOf };

    /// <summary>A whole number; null where none is sent.</summary>
    public static QueryParameter<int?> WholeNumber(
        string name,
        string example,
        string meaning,
        int minimum,
        int? maximum = null) =>
        new(name, example, meaning, (request, asked) => QueryText.Integer(request, asked, minimum))
        {
            Type = ParameterType.WholeNumber,
            Minimum = minimum,
            Maximum = maximum,
        };

    /// <summary>An instant in Unix seconds; null where none is sent.</summary>
    public static QueryParameter<long?> UnixSeconds(string name, string example, string meaning) =>
        new(name, example, meaning, QueryText.UnixSeconds)
        {
            Type = ParameterType.WholeNumber,
            Minimum = 0,
            Maximum = QueryText.LastSecond,
        };

    /// <summary>An instant, UTC where nothing else is said; null where none is sent.</summary>
    public static QueryParameter<DateTimeOffset?> Instant(string name, string meaning) =>
        new(name, "", meaning, QueryText.Instant);

    /// <summary>True or false; null where neither is sent.</summary>
    public static QueryParameter<bool?> Flag(string name, string example, string meaning) =>
        new(name, example, meaning, QueryText.Boolean) { Type = ParameterType.Flag };

    /// <summary>Statuses, separated by commas; null where none is sent.</summary>
    public static QueryParameter<List<T>?> Statuses<T>(string name, string example, string meaning)
        where T : struct, Enum =>
        new(name, example, meaning, QueryText.Statuses<T>) { SeveralOf = Spelling.All<T> };

    /// <summary>The page of a list, from 1.</summary>
    public static QueryParameter<int?> Page(string example) =>
        WholeNumber("page", example, "The page, from 1.", minimum: 1);

    /// <summary>How many results a page has.</summary>
    public static QueryParameter<int?> Count(string example, string meaning = "Results a page.") =>
        WholeNumber("count", example, meaning, minimum: 1);
}
