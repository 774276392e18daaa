using System.Globalization;
using System.Text.Json.Serialization;
using Emulator.Domain.Companies;
using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;

namespace Emulator.Api.SupportTickets;

/// <summary>A support ticket, of the shape of TM Forum's trouble tickets (OpenAPI 1.0.0).</summary>
internal sealed class TicketShape(SupportTicket ticket, Company company)
{
    public string Id => ticket.Id;
    public string Name => ticket.Name;
    public string Description => ticket.Description;

    /// <summary>Printed as a list of the four that there are: here it has one.</summary>
    public IReadOnlyList<string> Priority => [ticket.Priority];
    public string Status => Spelling.Of(ticket.Status);
    public string TicketType => "Incident";

    /// <summary>An instant, as the edition prints it: with the offset in digits.</summary>
    public string CreationDate =>
        ticket.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);

    public IReadOnlyList<NoteShape> Notes =>
    [
        new("category", "Console Connect", null, "faultsymptom"),
        new("item", ticket.IssueType ?? "Others", null, "faultsymptom"),
        new("type", ticket.ServiceType, null, "faultsymptom"),
        .. ticket.Notes.Select(note => new NoteShape(note.Id, note.Text, note.WorklogId, "worklog")),
    ];

    public IReadOnlyList<PartyShape> RelatedParty =>
        [new(ticket.ContactName, ticket.ContactPhone, ticket.ContactEmail)];
    public IReadOnlyList<RelatedEntityShape> RelatedEntity => [new(company.Id)];
    public ChannelShape Channel => ChannelShape.Instance;

    [JsonPropertyName("@type")]
    public string AtType => "troubleTicket";

    /// <summary>What is wrong (faultsymptom), or what was said about it (worklog).</summary>
    internal sealed class NoteShape(string id, string text, string? worklogId, string type)
    {
        public string Id => id;
        public string Text => text;

        /// <summary>Of the work log only.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? WorklogId => worklogId;

        [JsonPropertyName("@type")]
        public string AtType => type;
    }

    /// <summary>The person Support contacts.</summary>
    internal sealed record PartyShape(string Name, string Phone, string Email);

    /// <summary>The customer.</summary>
    internal sealed class RelatedEntityShape(string customerId)
    {
        public string Name => customerId;
        public string Role => "customerId";

        [JsonPropertyName("@type")]
        public string AtType => "RelatedEntity";

        [JsonPropertyName("@referredType")]
        public string ReferredType => "Profile";
    }

    /// <summary>How the ticket came in.</summary>
    internal sealed class ChannelShape
    {
        public static readonly ChannelShape Instance = new();

        public string Name => "API";

        [JsonPropertyName("@type")]
        public string AtType => "Customer";
    }
}
