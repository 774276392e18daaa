namespace Emulator.Domain.Sonata;

/// <summary>A quote in MEF's dialect: given at once, and firm for a day.</summary>
internal sealed class SonataQuote
{
    /// <summary>For how long it is firm (OpenAPI 1.59.2: a day lies between validFor's two instants).</summary>
    public static readonly TimeSpan ValidFor = TimeSpan.FromDays(1);

    /// <summary>The only level that is quoted.</summary>
    public const string Firm = "firm";

    /// <summary>A uuid.</summary>
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>The buyer's own number of it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The buyer's own project.</summary>
    public string? ProjectId { get; init; }

    /// <summary>When the buyer wants it to be complete, as sent.</summary>
    public string? RequestedCompletionDate { get; init; }

    public required IReadOnlyList<SonataContact> Contacts { get; init; }

    public required SonataItem Item { get; init; }

    /// <summary>
    /// US dollars: a month of a UNI, the whole term of an E-Line; null where the service can't be provided.
    /// </summary>
    public double? Price { get; init; }

    public required DateTimeOffset QuotedAt { get; init; }

    /// <summary>Until when it is firm, UTC.</summary>
    public DateTimeOffset ValidUntil => QuotedAt + ValidFor;

    /// <summary>Whether it can be ordered, in MEF's words.</summary>
    public string State => Price is null ? "unableToProvide" : "approved.orderable";
}
