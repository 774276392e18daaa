using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.People;
using Emulator.Domain.Ports;
using Emulator.Domain.SupportTickets;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Support tickets: keys, indexes and references, and what tickets can be about.</summary>
internal static class SupportTicketTables
{
    extension(EmulatorDb db)
    {
        public DbSet<SupportTicket> SupportTickets => db.Set<SupportTicket>();
    }

    public static void Configure(ModelBuilder model) => model.Entity<SupportTicket>(table =>
    {
        table.ToTable("SupportTickets");
        table.IsStaged<SupportTicket, SupportTicketStatus>();
        table.HasOne<Company>().WithMany().HasForeignKey(ticket => ticket.CompanyId);
        table.HasOne<User>().WithMany().HasForeignKey(ticket => ticket.CreatedBy);
        table.HasIndex(ticket => new { ticket.CompanyId, ticket.CreatedAt, ticket.Id });
    });

    /// <summary>
    /// What companies have that a ticket can be about: each kind by its age. What is gone, and requests that came to
    /// nothing, are left out.
    /// </summary>
    /// <param name="db">The tables.</param>
    /// <param name="companies">The companies' ids.</param>
    /// <param name="type">Of which type; null for all.</param>
    /// <param name="id">Which one; null for all.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IReadOnlyList<TicketService>> ServicesOf(
        this EmulatorDb db, IReadOnlyList<string> companies, string? type, string? id, CancellationToken ct)
    {
        List<TicketService> found = [];
        if (type is null or TicketServices.Port)
        {
            found.AddRange(await db.Ports.AsNoTracking()
                .Where(port => companies.Contains(port.CompanyId) && (id == null || port.Id == id)
                    && port.DeliveredAt != null && port.Status != PortStatus.Deleted)
                .OrderBy(port => port.CreatedAt).ThenBy(port => port.Id)
                .Select(port => new TicketService(TicketServices.Port, port.Id, port.Name, port.CompanyId))
                .ToListAsync(ct));
        }

        if (type is null or TicketServices.Connection)
        {
            found.AddRange(await db.Connections.AsNoTracking()
                .Where(connection => (companies.Contains(connection.SrcCompanyId)
                        || companies.Contains(connection.DestCompanyId))
                    && (id == null || connection.Id == id)
                    && connection.Status != ConnectionStatus.Deleted
                    && connection.Status != ConnectionStatus.Cancelled
                    && connection.Status != ConnectionStatus.Denied)
                .OrderBy(connection => connection.CreatedAt).ThenBy(connection => connection.Id)
                .Select(connection => new TicketService(
                    TicketServices.Connection,
                    connection.Id,
                    companies.Contains(connection.SrcCompanyId) ? connection.SrcName : connection.DestName,
                    companies.Contains(connection.SrcCompanyId)
                        ? connection.SrcCompanyId
                        : connection.DestCompanyId))
                .ToListAsync(ct));
        }

        if (type is null or TicketServices.InternetOnDemand)
        {
            found.AddRange(await db.IodServices.AsNoTracking()
                .Where(service => companies.Contains(service.CompanyId) && (id == null || service.Id == id)
                    && service.Status != IodServiceStatus.Deleted)
                .OrderBy(service => service.CreatedAt).ThenBy(service => service.Id)
                .Select(service => new TicketService(
                    TicketServices.InternetOnDemand, service.Id, service.Name, service.CompanyId))
                .ToListAsync(ct));
        }

        if (type is null or TicketServices.CloudRouter)
        {
            found.AddRange(await db.CloudRouters.AsNoTracking()
                .Where(router => companies.Contains(router.CompanyId) && (id == null || router.Id == id)
                    && router.Status != CloudRouterStatus.Deleted)
                .OrderBy(router => router.CreatedAt).ThenBy(router => router.Id)
                .Select(router => new TicketService(
                    TicketServices.CloudRouter, router.Id, router.Name, router.CompanyId))
                .ToListAsync(ct));
        }

        return found;
    }
}
