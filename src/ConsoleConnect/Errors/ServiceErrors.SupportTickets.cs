namespace Emulator.Errors;

/// <summary>What is refused about support tickets.</summary>
internal abstract partial class ServiceErrors
{
    public static readonly ServiceError TicketIdInvalid = new(
        nameof(TicketIdInvalid),
        400,
        "Support Ticket: ticketId is not valid.",
        "OpenAPI 1.0.0, GET support-tickets/{id}; the body's own status, 404, is taken for a slip");
    public static readonly ServiceError TicketNotVisible = new(
        nameof(TicketNotVisible),
        401,
        "Support Ticket: ticketId does not exist or Company: companyId does not have permission to view it.",
        "OpenAPI 1.0.0, GET support-tickets/{id}");
    public static readonly ServiceError TicketNotFound = new(
        nameof(TicketNotFound),
        404,
        "Support Ticket: ticketId does not exist.",
        "OpenAPI 1.0.0, GET support-tickets/{id}");
    public static readonly ServiceError TicketNoteInvalid = new(
        nameof(TicketNoteInvalid),
        400,
        "Support Ticket Note is invalid: Ensure body includes a { noteText: 'text' } with a text size of >=1 "
            + "characters and <= 4000 characters.",
        "OpenAPI 1.0.0, POST support-tickets/{id}/addNote");
    public static readonly ServiceError TicketServiceUnknown = new(
        nameof(TicketServiceUnknown),
        400,
        "Support Ticket: service is not valid.",
        "assumed: after the words for a ticketId; the edition prints no refusal of a service");
}
