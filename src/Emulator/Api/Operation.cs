using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api;

/// <summary>How sure we are that the service behaves so.</summary>
internal enum Evidence
{
    /// <summary>The documents print it.</summary>
    Documented,

    /// <summary>A captured answer shows it.</summary>
    Observed,

    /// <summary>No source tells; it is our choice.</summary>
    Assumed,
}

/// <summary>What is known of an operation: which documented ones it is, and what of it is assumed.</summary>
/// <param name="Operations">The lines of <c>operations.tsv</c> that it emulates: the first is its own, the others are editions and prose of the same.</param>
/// <param name="Assumed">What no source tells; null where all is documented.</param>
internal sealed record OperationFacts(IReadOnlyList<DocumentedOperation> Operations, string? Assumed)
{
    public DocumentedOperation Main => Operations[0];

    public Evidence Evidence => Assumed is null ? Evidence.Documented : Evidence.Assumed;
}

/// <summary>The refusals that an operation can answer, besides those that every one can.</summary>
internal sealed record Refusals(IReadOnlyList<ServiceError> Errors);

/// <summary>What an operation takes as its body.</summary>
/// <param name="Schema">What it must look like.</param>
/// <param name="Example">One that works as it stands on the fresh seed.</param>
internal sealed record Takes(RequestSchema Schema, string Example);

/// <summary>Examples for route and query parameters that work as they stand on the fresh seed.</summary>
internal sealed record ParameterExamples(IReadOnlyList<ParameterExample> All);

/// <summary>One parameter.</summary>
internal sealed record ParameterExample(string Name, string Example, string Meaning, bool InQuery = false);

/// <summary>That an endpoint works on a sandbox's state, in a turn of its own.</summary>
/// <param name="NeedsCaller">Whether somebody must be logged in.</param>
/// <param name="AnswerKeeps">Whether its answer to a read holds until the sandbox's next write or due transition.</param>
internal sealed record WorksInSandbox(bool NeedsCaller, bool AnswerKeeps);

/// <summary>What every operation says of itself where it is mapped.</summary>
internal static class OperationDeclaration
{
    /// <summary>Names the documented operation.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="key">Its key in <c>operations.tsv</c>: the samples' id, or document and line.</param>
    /// <param name="title">What it does, in a few words of ours.</param>
    /// <param name="also">Other editions and prose of the same operation.</param>
    public static RouteHandlerBuilder Documented(this RouteHandlerBuilder endpoint, string key, string title, params string[] also)
    {
        var operations = new List<DocumentedOperation> { DocumentedOperations.Of(key) };
        operations.AddRange(also.Select(DocumentedOperations.Of));
        return endpoint
            .WithMetadata(new OperationFacts(operations, Assumed: null), new WorksInSandbox(NeedsCaller: true, AnswerKeeps: true))
            .WithTags(operations[0].Chapter is "L2 guide" ? "Places" : operations[0].Chapter)
            .WithSummary(title);
    }

    /// <summary>Says what no source tells, and what we chose.</summary>
    public static RouteHandlerBuilder Assumes(this RouteHandlerBuilder endpoint, string what)
    {
        endpoint.Finally(builder =>
        {
            var facts = builder.Metadata.OfType<OperationFacts>().Last();
            builder.Metadata.Add(facts with { Assumed = what });
        });
        return endpoint;
    }

    /// <summary>Nobody needs to be logged in.</summary>
    public static RouteHandlerBuilder ForAnybody(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new WorksInSandbox(NeedsCaller: false, AnswerKeeps: false));

    /// <summary>Longer words for the OpenAPI document.</summary>
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder endpoint, string description) => endpoint.WithDescription(description);

    /// <summary>The answer.</summary>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status) => endpoint.Produces<T>(status);

    /// <summary>The refusals.</summary>
    public static RouteHandlerBuilder Answers(this RouteHandlerBuilder endpoint, params ServiceError[] errors) => endpoint.WithMetadata(new Refusals(errors));

    /// <summary>The body.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, RequestSchema schema, string example) => endpoint.WithMetadata(new Takes(schema, example));

    /// <summary>Parameters, each with an example from the seed.</summary>
    public static RouteHandlerBuilder With(this RouteHandlerBuilder endpoint, params ParameterExample[] parameters) => endpoint.WithMetadata(new ParameterExamples(parameters));
}

/// <summary>The parameters that many operations share.</summary>
internal static class Parameters
{
    public static readonly ParameterExample Company = new("companyName", "Acme", "The company's username; its id does as well.");
    public static readonly ParameterExample Port = new("portId", "55767b5652a693344a015744", "The port's id.");
    public static readonly ParameterExample Order = new("orderId", "55767b5652a693344a015744", "The port order's id.");
    public static readonly ParameterExample Connection = new("connectionId", "55783e39519d254d36f6126e", "The connection's id.");
}

/// <summary>The answer of operations that have nothing to tell: <c>{}</c>.</summary>
internal sealed class NothingToTell
{
    public static readonly NothingToTell Instance = new();
}

/// <summary>The answer of a list.</summary>
internal sealed record Results<T>(IReadOnlyList<T> Items)
{
    [System.Text.Json.Serialization.JsonPropertyName("results")]
    public IReadOnlyList<T> Items { get; } = Items;
}
