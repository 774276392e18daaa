using Emulator.Domain.Staging;
using S = Emulator.Domain.EdgePorts.EdgeQuoteStatus;
using T = Emulator.Domain.EdgePorts.EdgeQuoteTrigger;

namespace Emulator.Domain.EdgePorts;

/// <summary>The documented statuses of a search for prices (OpenAPI 1.59.2).</summary>
internal enum EdgeQuoteStatus
{
    /// <summary>The vendors are asked.</summary>
    Processing,

    /// <summary>They have answered.</summary>
    Ready,
}

/// <summary>What can happen to a search.</summary>
internal enum EdgeQuoteTrigger
{
    Answer,
}

/// <summary>A search for prices of an edge port: it takes a while, and what it finds is good for some days.</summary>
internal sealed class EdgeQuote : Staged<EdgeQuoteStatus>
{
    public required string CompanyId { get; init; }

    public required EdgePlace Place { get; init; }

    /// <summary>Whether metros are shown with what it finds.</summary>
    public bool WithMetro { get; init; } = true;

    /// <summary>What it finds, shown once it is READY.</summary>
    public IReadOnlyList<EdgeSolution> Solutions { get; init; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be ordered by, UTC; null for ever.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <inheritdoc/>
    protected override string Machine => "edge-quotes";

    /// <inheritdoc/>
    public override string? GivenName => Place.FormattedAddress;

    /// <summary>The solution with a key, while it can be ordered; null otherwise.</summary>
    public EdgeSolution? Find(string quoteKey, DateTimeOffset now) =>
        Status == EdgeQuoteStatus.Ready && (ExpiresAt is null || now < ExpiresAt)
            ? Solutions.FirstOrDefault(one =>
                string.Equals(one.QuoteKey, quoteKey, StringComparison.OrdinalIgnoreCase))
            : null;
}

/// <summary>A search's life.</summary>
internal static class EdgeQuoteStateMachine
{
    public static readonly StateTable<S, T, EdgeQuote> Table = new StateTable<S, T, EdgeQuote>("edge quote")
        .Then(S.Processing, T.Answer, S.Ready, after: 3);
}
