using Emulator.Domain.Sonata;

namespace Emulator.Store.Seeding;

/// <summary>An order in MEF's dialect, and what it stands for.</summary>
internal sealed record SonataOrderRow
{
    /// <summary>A uuid.</summary>
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    public string? ExternalId { get; set; }

    public required IReadOnlyList<SonataContact> Contacts { get; init; }

    public required SonataItem Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>The port order, where it adds a port.</summary>
    public string? PortOrderId { get; set; }

    /// <summary>The port that it adds or deletes.</summary>
    public string? PortId { get; set; }

    /// <summary>The connection that it adds or deletes.</summary>
    public string? ConnectionId { get; set; }

    public SonataOrder ToOrder() => new()
    {
        Id = Id,
        CompanyId = CompanyId,
        ExternalId = ExternalId,
        Contacts = Contacts,
        Item = Item,
        PlacedAt = PlacedAt,
        PortOrderId = PortOrderId,
        PortId = PortId,
        ConnectionId = ConnectionId,
    };
}

/// <summary>A quote in MEF's dialect.</summary>
internal sealed record SonataQuoteRow
{
    /// <summary>A uuid.</summary>
    public required string Id { get; init; }

    public required string CompanyId { get; init; }

    public string? ExternalId { get; set; }

    public string? ProjectId { get; set; }

    public string? RequestedCompletionDate { get; set; }

    public required IReadOnlyList<SonataContact> Contacts { get; init; }

    public required SonataItem Item { get; init; }

    /// <summary>US dollars; left out where the service can't be provided.</summary>
    public double? Price { get; set; }

    public required DateTimeOffset QuotedAt { get; init; }

    public SonataQuote ToQuote() => new()
    {
        Id = Id,
        CompanyId = CompanyId,
        ExternalId = ExternalId,
        ProjectId = ProjectId,
        RequestedCompletionDate = RequestedCompletionDate,
        Contacts = Contacts,
        Item = Item,
        Price = Price,
        QuotedAt = QuotedAt,
    };
}
