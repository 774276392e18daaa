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
}

/// <summary>The parameters that many operations share.</summary>
internal static class Parameters
{
    public static readonly ParameterExample Company = new("companyName", "Acme", "The company's username; its id does as well.");
    public static readonly ParameterExample Port = new("portId", "55767b5652a693344a015744", "The port's id.");
    public static readonly ParameterExample Order = new("orderId", "55767b5652a693344a015744", "The port order's id.");
    public static readonly ParameterExample Connection = new("connectionId", "55783e39519d254d36f6126e", "The connection's id.");
    public static readonly ParameterExample ConnectionRequest = new("connectionId", "67569860c2e6a1b4d7775129", "The id of a connection request: here one that another company has made to Acme.");
    public static readonly ParameterExample CompanyWithAChange = new("companyName", "company1", Company.Meaning);
    public static readonly ParameterExample ConnectionWithAChange = new("connectionId", "58afc0499430ab7f3666b990", "The connection's id: here one for which the other company has proposed a change.");
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
