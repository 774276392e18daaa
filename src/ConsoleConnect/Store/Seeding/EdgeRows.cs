using Emulator.Domain.EdgePorts;
using Emulator.Domain.Staging;

namespace Emulator.Store.Seeding;

/// <summary>A search for prices of an edge port. What it finds follows from the offer.</summary>
internal sealed record EdgeQuoteRow
{
    /// <summary>A uuid.</summary>
    public required string Id { get; init; }

    public required EdgeQuoteStatus Status { get; init; }

    public required string CompanyId { get; init; }

    /// <summary>The country's two letters.</summary>
    public required string Iso { get; init; }

    public required string FormattedAddress { get; init; }

    public required int Mbps { get; init; }

    public required int Months { get; init; }

    /// <summary>The user who searches.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it can be ordered by; for ever where it isn't said.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>Makes searches of seed rows.</summary>
internal static class EdgeRows
{
    public static EdgeQuote QuoteOf(EdgeQuoteRow row, EdgeOffer offer)
    {
        var quote = new EdgeQuote
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.CreatedAt,
            UpdatedAt = row.CreatedAt,
            CompanyId = row.CompanyId,
            Place = new EdgePlace(
                offer.City, offer.Iso, offer.Country, row.FormattedAddress, offer.Latitude, offer.Longitude),
            Solutions = offer.Solutions(row.Id, row.Mbps, row.Months),
            CreatedAt = row.CreatedAt,
            ExpiresAt = row.ExpiresAt,
        };
        quote.Remember(
            row.CreatedAt,
            row.CreatedAt,
            Spelling.Of(EdgeQuoteStatus.Processing),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return quote;
    }
}
