using Emulator.Domain.Agreements;
using Emulator.Domain.People;
using Emulator.Errors;
using Emulator.Simulation;
using Emulator.Wire;

namespace Emulator.Api;

/// <summary>How sure we are that the service behaves so.</summary>
internal enum Evidence
{
    /// <summary>The documents print it.</summary>
    Documented,

    /// <summary>The documents print it, and a captured answer shows it.</summary>
    Observed,

    /// <summary>An edition of the API that was published after the documents has it.</summary>
    Published,

    /// <summary>The documents print it, except for something of it that no source says: that is our choice.</summary>
    Assumed,
}

/// <summary>What is known of an operation: which documented ones it is, and what of it is assumed.</summary>
/// <param name="operations">
/// The lines of <c>operations.tsv</c> that it emulates: the first is its own, the others are editions and prose of the
/// same.
/// </param>
/// <param name="assumed">What no source says; null where all is documented.</param>
/// <param name="seen">Where a captured answer shows it; null where none does.</param>
internal sealed class OperationFacts(IReadOnlyList<DocumentedOperation> operations, string? assumed, string? seen)
    : IAssured
{
    public IReadOnlyList<DocumentedOperation> Operations => operations;
    public DocumentedOperation Main => operations[0];

    public string? Assumed { get; } = assumed is null ? null : Citations.Readable(assumed);

    public string? Seen { get; } = seen is null ? null : Citations.Readable(seen);

    /// <summary>How sure we are of the whole: no surer than of its least sure part.</summary>
    public Evidence Evidence { get; } =
        assumed is not null ? Evidence.Assumed
        : operations[0].Edition is not null ? Evidence.Published
        : seen is not null ? Evidence.Observed
        : Evidence.Documented;

    /// <inheritdoc/>
    public string Assurance => Evidence.ToString().ToLowerInvariant();

    /// <summary>
    /// For a header: <c>048 GET /api/company/{companyName}/ports/{portId}; documented</c>. Made once.
    /// </summary>
    public string InOneLine { get; } =
        $"{operations[0].Key} {operations[0].Method} {operations[0].Path}; "
        + (assumed is not null ? "assumed"
            : operations[0].Edition is not null ? "published"
            : seen is not null ? "observed"
            : "documented");
}

/// <summary>Who may call an operation, besides that they must be logged in.</summary>
/// <param name="Who">In words.</param>
internal sealed record MayCall(string Who)
{
    /// <summary>The members of the company in the path whose role allows something.</summary>
    public static MayCall Of(CompanyAction action)
    {
        var roles = Role.All.Where(role => role.Allows(action.Permission)).Select(role => role.Display).ToList();
        var named = roles.Count == 1 ? roles[0] : $"{string.Join(", ", roles.SkipLast(1))} or {roles[^1]}";
        return new($"Members of the company with the role {named} ({action.Name}).");
    }
}

/// <summary>What a member must be allowed to in the company that the path names.</summary>
/// <param name="Action">What.</param>
/// <param name="Of">The path's parameter that names the company.</param>
internal sealed record PermissionNeeded(CompanyAction Action, string Of)
{
    /// <summary>
    /// How an id is refused that is nobody's, where the path may name the caller in the company's place; null where it
    /// may not.
    /// </summary>
    public ServiceError? OrCaller { get; init; }
}

/// <summary>What the company that the path names must have agreed to, in a sandbox that requires it.</summary>
/// <param name="Type">Which terms.</param>
internal sealed record AgreementNeeded(AgreementType Type);

/// <summary>What every operation says of itself where it is mapped.</summary>
internal static class OperationDeclaration
{
    /// <summary>Names the documented operation.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="key">Its key in <c>operations.tsv</c>: the samples' id, or document and line.</param>
    /// <param name="title">What it does, in a few words of ours.</param>
    /// <param name="also">Other editions and prose of the same operation.</param>
    public static RouteHandlerBuilder Documented(
        this RouteHandlerBuilder endpoint,
        string key,
        string title,
        params string[] also
    ) => endpoint.Is([DocumentedOperations.Of(key), .. also.Select(DocumentedOperations.Of)], title);

    /// <summary>Names the operation of an edition that was published after the documents.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="key">Its key in <c>openapi/published/operations.tsv</c>.</param>
    /// <param name="title">What it does, in a few words of ours.</param>
    public static RouteHandlerBuilder Published(this RouteHandlerBuilder endpoint, string key, string title) =>
        endpoint.Is([DocumentedOperations.Of(key)], title);

    /// <summary>Names the operation by what its sources list.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="operations">The operation, and other editions and prose of the same.</param>
    /// <param name="title">What it does, in a few words of ours.</param>
    public static RouteHandlerBuilder Is(
        this RouteHandlerBuilder endpoint,
        IReadOnlyList<DocumentedOperation> operations,
        string title) => endpoint
            .WithMetadata(
                new OperationFacts(operations, assumed: null, seen: null),
                new WorksInSandbox(NeedsCaller: true, AnswerKeeps: true),
                new KnownOperation([.. operations.Select(operation => operation.Key)], title))
            .WithTags(operations[0].Chapter is "L2 guide" ? "Places" : operations[0].Chapter)
            .WithSummary(title);

    /// <summary>
    /// Asks for a permission in the company that the path names: it is found and its role looked at before the handler,
    /// which gets it as its <see cref="Domain.Companies.Company"/>, and both refusals are declared.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">What a member must be allowed to.</param>
    /// <param name="of">The path's parameter that names the company.</param>
    public static RouteHandlerBuilder Needs(
        this RouteHandlerBuilder endpoint, CompanyAction action, string of = "companyName") => endpoint
        .WithMetadata(MayCall.Of(action), new PermissionNeeded(action, of))
        .Answers(ServiceErrors.CompanyNotFound, ServiceErrors.AccessDenied);

    /// <summary>
    /// Asks for an agreement of the company that the path names, where the sandbox requires it: after the permission,
    /// before anything else.
    /// </summary>
    public static RouteHandlerBuilder NeedsAgreement(this RouteHandlerBuilder endpoint, AgreementType type) => endpoint
        .WithMetadata(new AgreementNeeded(type))
        .Answers(ServiceErrors.NotAgreed);

    /// <summary>
    /// Asks for a permission in the company that the path names, or in the caller's where it names the caller.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="action">What a member must be allowed to.</param>
    /// <param name="of">The path's parameter that names either.</param>
    /// <param name="unknown">How it is refused where it names neither.</param>
    public static RouteHandlerBuilder NeedsOfEither(
        this RouteHandlerBuilder endpoint, CompanyAction action, string of, ServiceError unknown) => endpoint
        .WithMetadata(MayCall.Of(action), new PermissionNeeded(action, of) { OrCaller = unknown })
        .Answers(unknown, ServiceErrors.AccessDenied);

    /// <summary>
    /// Says what a member must be allowed to in a company that only the handler finds, which asks for it there.
    /// </summary>
    public static RouteHandlerBuilder ItselfNeeds(this RouteHandlerBuilder endpoint, CompanyAction action) =>
        endpoint.WithMetadata(MayCall.Of(action));

    /// <summary>Says who may call where that isn't a matter of a role.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="who">A sentence.</param>
    public static RouteHandlerBuilder MayBeCalledBy(this RouteHandlerBuilder endpoint, string who) =>
        endpoint.WithMetadata(new MayCall(who));

    /// <summary>Says what no source says, and what we chose.</summary>
    public static RouteHandlerBuilder Assumes(this RouteHandlerBuilder endpoint, string what)
    {
        endpoint.Finally(builder =>
        {
            var facts = builder.Metadata.OfType<OperationFacts>().Last();
            builder.Metadata.Add(new OperationFacts(facts.Operations, what, facts.Seen));
        });
        return endpoint;
    }

    /// <summary>Says where a captured answer of the service's shows the operation.</summary>
    public static RouteHandlerBuilder Observed(this RouteHandlerBuilder endpoint, string where)
    {
        endpoint.Finally(builder =>
        {
            var facts = builder.Metadata.OfType<OperationFacts>().Last();
            builder.Metadata.Add(new OperationFacts(facts.Operations, facts.Assumed, where));
        });
        return endpoint;
    }
}

/// <summary>The parameters that many operations share.</summary>
internal static class Parameters
{
    public static readonly ParameterExample Company = new("companyName", "Acme", "The company's username; its id "
        + "does as well.");
    public static readonly ParameterExample Port = new("portId", "55767b5652a693344a015744", "The port's id.");
    public static readonly ParameterExample Order = new("orderId", "55767b5652a693344a015744", "The port order's id.");
    public static readonly ParameterExample Connection = new(
        "connectionId",
        "55783e39519d254d36f6126e",
        "The connection's id.");
    public static readonly ParameterExample ConnectionRequest = new(
        "connectionId",
        "67569860c2e6a1b4d7775129",
        "The id of a connection request: here one that another company has made to Acme.");
    public static readonly ParameterExample CompanyWithAChange = new("companyName", "company1", Company.Meaning);
    public static readonly ParameterExample ConnectionWithAChange = new(
        "connectionId",
        "58afc0499430ab7f3666b990",
        "The connection's id: here one for which the other company has proposed a change.");
}

/// <summary>The answer of operations that have nothing to say: <c>{}</c>.</summary>
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
