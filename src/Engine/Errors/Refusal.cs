namespace Emulator.Errors;

/// <summary>
/// A request that is refused. Thrown from a catalogue, <see cref="EmulatorErrors"/> or the service's own that goes on
/// from it; rendered once, in the service's dialect.
/// </summary>
internal sealed class Refusal(ServiceError error, string message, string explanation) : Exception(message)
{
    /// <summary>The header that says why, so that the body can stay the service's own.</summary>
    public const string ExplainHeader = "X-Emulator-Explain";

    /// <summary>The catalogue's entry.</summary>
    public ServiceError Error { get; } = error;

    /// <summary>Why, for <c>X-Emulator-Explain</c>.</summary>
    public string Explanation { get; } = Citations.Readable(explanation);

    /// <summary>What the message's placeholders stand for.</summary>
    public IReadOnlyList<object?> Values { get; init; } = [];

    /// <summary>What was asked for and not granted.</summary>
    public AccessRequest? Access { get; init; }

    /// <summary>
    /// Members of the body besides the service's own: used by <c>/__admin</c> only (which moves would be legal, for
    /// instance).
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Details { get; init; }
}

/// <summary>The permission that is missing.</summary>
/// <param name="Action">For instance <c>account:UpdateUser</c>.</param>
/// <param name="Resource">For instance <c>cc-api:account::{userId}:User/*</c>.</param>
/// <param name="PrincipalId">The user who asked.</param>
internal sealed record AccessRequest(string Action, string Resource, string PrincipalId);
