using Emulator.Api.SupportTickets;
using Emulator.ConsoleConnect.Worlds;
using Emulator.Control;
using Emulator.Domain.SupportTickets;
using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>Tickets that companies open with Console Connect's support.</summary>
internal static class SupportTicketsResource
{
    public static readonly Resource Resource = Resource.Named("support-tickets")
        .InWorlds(() => new TicketsInWorlds())
        .Stored(SupportTicketTables.Configure)
        .Owned("SupportTickets", "\"CompanyId\"", "/api/v2/support-tickets/{Id}")
        .Moved("SupportTickets", table => new Machine<SupportTicketStatus, SupportTicketTrigger, SupportTicket>(
            "support-tickets", table, () => SupportTicketStateMachine.Table, db => db.SupportTickets))
        .Seeded(() => new SeedPart<SupportTicketRow>("support-tickets.json", () => SeedJson.Default.SupportTicketRow)
            .Unique(row => row.Id)
            .Refers("company", row => [row.CompanyId])
            .Refers("user", row => [row.CreatedBy])
            .Stored((rows, world) => world.Insert("SupportTickets", rows.Select(SupportTicketRows.TicketOf))))
        .Mapped(SupportTicketsChapter.Map)
        .Controlled(SupportTicketRoutes.Map);
}
