using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;

namespace Emulator.Store.Seeding;

/// <summary>A support ticket.</summary>
internal sealed record SupportTicketRow
{
    /// <summary>INC and twelve digits.</summary>
    public required string Id { get; init; }

    public required SupportTicketStatus Status { get; init; }

    public required string CompanyId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public string? IssueType { get; set; }

    public required string ServiceType { get; init; }

    public string? ServiceId { get; set; }

    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    public required string ContactEmail { get; init; }

    /// <summary>The work log, oldest first.</summary>
    public required IReadOnlyList<TicketNote> Notes { get; init; }

    /// <summary>The user who opened it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it is in its status.</summary>
    public required DateTimeOffset Since { get; init; }
}

/// <summary>Makes support tickets of seed rows.</summary>
internal static class SupportTicketRows
{
    public static SupportTicket TicketOf(SupportTicketRow row)
    {
        var ticket = new SupportTicket
        {
            Id = row.Id,
            Status = row.Status,
            Since = row.Since,
            UpdatedAt = row.Since,
            CompanyId = row.CompanyId,
            Name = row.Name,
            Description = row.Description,
            IssueType = row.IssueType,
            ServiceType = row.ServiceType,
            ServiceId = row.ServiceId,
            ContactName = row.ContactName,
            ContactPhone = row.ContactPhone,
            ContactEmail = row.ContactEmail,
            Notes = row.Notes,
            CreatedAt = row.CreatedAt,
            CreatedBy = row.CreatedBy,
        };
        ticket.Remember(
            row.CreatedAt,
            row.Since,
            Spelling.Of(SupportTicketStatus.Acknowledged),
            Spelling.Of(row.Status),
            row.CreatedBy);
        return ticket;
    }
}
