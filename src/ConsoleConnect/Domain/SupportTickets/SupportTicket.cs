using Emulator.Domain.Messages;
using Emulator.Domain.Staging;

namespace Emulator.Domain.SupportTickets;

/// <summary>A note of a ticket's work log.</summary>
/// <param name="Id">Where it comes from: one of <see cref="TicketNotes"/>.</param>
/// <param name="Text">What it says.</param>
/// <param name="WorklogId">WLG and twelve digits.</param>
/// <param name="At">When it was added, UTC.</param>
internal sealed record TicketNote(string Id, string Text, string WorklogId, DateTimeOffset At);

/// <summary>What the notes of a work log go by. The first is printed (OpenAPI 1.0.0), the others are like it.</summary>
internal static class TicketNotes
{
    public const string Opening = "Email-Open Ticket";
    public const string OfTheCustomer = "Email-Customer Note";
    public const string OfSupport = "Email-Support Note";
}

/// <summary>
/// A ticket that a company has opened with Console Connect's support, of the shape of TM Forum's trouble tickets
/// (OpenAPI 1.0.0). Support is mail: the ticket and each note are in the outbox.
/// </summary>
internal sealed class SupportTicket : Staged<SupportTicketStatus>
{
    public required string CompanyId { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    /// <summary>One of <see cref="TicketRules.IssueTypes"/>; null where none was said.</summary>
    public string? IssueType { get; init; }

    /// <summary>One of <see cref="TicketServices.Types"/>.</summary>
    public required string ServiceType { get; init; }

    /// <summary>The id of what it is about; null where none was said.</summary>
    public string? ServiceId { get; init; }

    public required string ContactName { get; init; }

    public required string ContactPhone { get; init; }

    public required string ContactEmail { get; init; }

    /// <summary>The work log, oldest first.</summary>
    public IReadOnlyList<TicketNote> Notes { get; set; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The user who opened it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>How urgent it is: assumed, by what is wrong.</summary>
    public string Priority => IssueType switch
    {
        "Circuit Down" => "Critical",
        "Circuit Flapping" or "Circuit taking errors" or "Packet Loss/Drops" or "Unstable" => "High",
        "Operational Request" or "Others" or "Request Reason of Outage" => "Low",
        _ => "Medium",
    };

    /// <inheritdoc/>
    protected override string Machine => "support-tickets";

    /// <inheritdoc/>
    public override string? GivenName => Name;

    /// <summary>Begins its life: its description is the first note, and Support gets it.</summary>
    /// <param name="worklogId">The note's id.</param>
    /// <param name="moment">When and by whom.</param>
    public void Open(string worklogId, Moment moment)
    {
        Notes = [new TicketNote(TicketNotes.Opening, Description, worklogId, moment.At)];
        SupportTicketStateMachine.Table.Begin(this, SupportTicketStatus.Acknowledged, moment);
        NewLetters.Add(ToSupport(
            LetterKind.SupportTicket,
            $"{Description}\n\nAbout: {ServiceType} {ServiceId}\nContact: {ContactName}, {ContactPhone}, "
            + ContactEmail,
            moment));
    }

    /// <summary>The customer adds a note, which Support gets. A closed ticket takes one, too.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="worklogId">The note's id.</param>
    /// <param name="moment">When and by whom.</param>
    public void Note(string text, string worklogId, Moment moment)
    {
        Add(new TicketNote(TicketNotes.OfTheCustomer, text, worklogId, moment.At), moment);
        NewLetters.Add(ToSupport(LetterKind.SupportNote, text, moment));
    }

    /// <summary>Support adds a note, which the customer's contact gets.</summary>
    /// <inheritdoc cref="Note"/>
    public void NoteOfSupport(string text, string worklogId, Moment moment)
    {
        Add(new TicketNote(TicketNotes.OfSupport, text, worklogId, moment.At), moment);
        NewLetters.Add(Letter(LetterKind.SupportNote, ContactEmail, text, moment));
    }

    private void Add(TicketNote note, Moment moment)
    {
        Notes = [.. Notes, note];
        UpdatedAt = moment.At;
        Record(moment, Spelling.Of(Status), "AddNote", Spelling.Of(Status), note.Id);
    }

    private Letter ToSupport(string kind, string text, Moment moment) =>
        Letter(kind, TicketRules.SupportAddress, text, moment);

    private Letter Letter(string kind, string address, string text, Moment moment) => new()
    {
        To = Recipient.Address,
        Address = address,
        CompanyId = CompanyId,
        Kind = kind,
        Subject = $"[{Id}] {Name}",
        Text = text,
        AboutId = Id,
        At = moment.At,
    };
}
