using Emulator.Errors;

namespace Emulator.Wire;

/// <summary>The refusals that an operation can answer, besides those that every one can.</summary>
internal sealed record Refusals(IReadOnlyList<ServiceError> Errors);

/// <summary>What an operation takes as its body.</summary>
/// <param name="Late">What it must look like, where that is costly made when the first wants it.</param>
/// <param name="Example">One that works as it stands on the fresh seed.</param>
/// <param name="AlsoNeeded">
/// The members that the operation itself asks for, besides those that the schema requires.
/// </param>
internal sealed record Takes(Lazy<RequestSchema> Late, string Example, IReadOnlyList<string> AlsoNeeded)
{
    /// <summary>What it must look like.</summary>
    public RequestSchema Schema => Late.Value;

    /// <summary>Other types that the same body may be sent as, besides JSON.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];
}

/// <summary>That an operation takes a file as its body.</summary>
internal sealed record TakesFile(string ContentType);

/// <summary>Another shape that an operation's answer of 200 can have.</summary>
internal sealed record OtherAnswer(Type Payload);

/// <summary>That an operation's answer is a list whose rows have only those members that its query asks for.</summary>
internal sealed record FieldsAreChosen;

/// <summary>Examples for route and query parameters that work as they stand on the fresh seed.</summary>
internal sealed record ParameterExamples(IReadOnlyList<ParameterExample> All);

/// <summary>One parameter.</summary>
internal record ParameterExample(string Name, string Example, string Meaning, bool InQuery = false)
{
    /// <summary>Whether it is a header that has to be sent.</summary>
    public bool InHeader { get; init; }

    /// <summary>Its type.</summary>
    public ParameterType Type { get; init; }

    /// <summary>The least that a number may be.</summary>
    public long? Minimum { get; init; }

    /// <summary>The most that a number may be.</summary>
    public long? Maximum { get; init; }

    /// <summary>The words that it may be; empty where it may be any.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>
    /// The words of which it may be several; null where it may be any. Asked for when it is documented.
    /// </summary>
    public Func<IReadOnlyList<string>>? SeveralOf { get; init; }
}

/// <summary>That an endpoint works on a sandbox's state, in a turn of its own.</summary>
/// <param name="NeedsCaller">Whether somebody must be logged in.</param>
/// <param name="AnswerKeeps">
/// Whether its answer to a read holds until the sandbox's next write or due transition.
/// </param>
/// <param name="Waits">
/// Whether it goes on for as long as it takes: its turn ends once it is known who asks, and it takes turns of its own.
/// </param>
internal sealed record WorksInSandbox(bool NeedsCaller, bool AnswerKeeps, bool Waits = false);

/// <summary>That no fault rule strikes it unless the rule names it: by its operation, or by its whole path.</summary>
internal sealed record StruckByNameOnly;

/// <summary>What every endpoint, the service's and the emulator's own, says of itself where it is mapped.</summary>
internal static class Declarations
{
    /// <summary>Nobody needs to be logged in.</summary>
    public static RouteHandlerBuilder ForAnybody(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false));

    /// <summary>Its answer changes as time goes by, without anything being written.</summary>
    public static RouteHandlerBuilder TellsOfTime(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new WorksInSandbox(NeedsCaller: true, AnswerKeeps: false));

    /// <summary>It stays up whatever else fails: only a fault rule that names it strikes it.</summary>
    public static RouteHandlerBuilder StruckByNameOnly(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new StruckByNameOnly());

    /// <summary>Longer words for the OpenAPI document.</summary>
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, string description) =>
        endpoint.WithDescription(description);

    /// <summary>The answer.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces<T>(status);

    /// <summary>Another shape that its answer of 200 can have, besides the one that is declared first.</summary>
    public static RouteHandlerBuilder OrAnswers<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new OtherAnswer(typeof(T)));

    /// <summary>Its answer of 200 is a list, of whose rows the query can leave members out.</summary>
    public static RouteHandlerBuilder LeavesOutFields(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new FieldsAreChosen());

    /// <summary>An answer without content, as the documents say (000:1520).</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces(status);

    /// <summary>An answer that goes on for as long as the client stays, of a type of its own.</summary>
    public static RouteHandlerBuilder Streams(this RouteHandlerBuilder endpoint, string contentType) =>
        endpoint
            .WithMetadata(new WorksInSandbox(NeedsCaller: true, AnswerKeeps: false, Waits: true))
            .Produces<string>(200, contentType);

    /// <summary>The refusals.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, params ServiceError[] errors) =>
        endpoint.WithMetadata(new Refusals(errors));

    /// <summary>The body.</summary>
    public static RouteHandlerBuilder Takes(
        this RouteHandlerBuilder endpoint,
        RequestSchema schema,
        string example,
        params string[] alsoNeeded
    ) => endpoint.WithMetadata(new Takes(new Lazy<RequestSchema>(schema), example, alsoNeeded));

    /// <summary>
    /// A body whose schema is made when the first wants it, and which may be sent as other types, too.
    /// </summary>
    public static RouteHandlerBuilder TakesLate(
        this RouteHandlerBuilder endpoint,
        Lazy<RequestSchema> schema,
        string example,
        params IReadOnlyList<string> otherTypes) =>
        endpoint.WithMetadata(new Takes(schema, example, []) { OtherTypes = otherTypes });

    /// <summary>A file as the body.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, string contentType) =>
        endpoint.WithMetadata(new TakesFile(contentType));

    /// <summary>Parameters, each with an example from the seed.</summary>
    public static RouteHandlerBuilder With(this RouteHandlerBuilder endpoint, params ParameterExample[] parameters) =>
        endpoint.WithMetadata(new ParameterExamples(parameters));
}
