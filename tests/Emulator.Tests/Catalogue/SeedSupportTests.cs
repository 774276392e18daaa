using Emulator.Domain.Agreements;
using Emulator.Domain.SupportTickets;
using Xunit;

namespace Emulator.Tests.Catalogue;

/// <summary>The seeded agreements and support tickets.</summary>
public sealed class SeedSupportTests(SeedWorld world) : IClassFixture<SeedWorld>
{
    [Fact]
    public void Acme_corp_and_bloggs_have_agreed_to_all_four_by_somebody_who_may()
    {
        Assert.Equal(
            ["Acme", "bloggs", "corp"],
            world.Agreements.Select(made => world.Companies[made.CompanyId].Username).Distinct().Order());
        Assert.All(
            world.Agreements.GroupBy(made => made.CompanyId),
            made => Assert.Equal(Enum.GetValues<AgreementType>(), made.Select(one => one.Type).Order()));
        Assert.All(world.Agreements, made => Assert.True(world.WritesNetwork(made.UserId, made.CompanyId)));
    }

    [Fact]
    public void A_ticket_of_every_status_and_kind_can_be_seen_about_what_its_company_has()
    {
        Assert.Equal(
            Enum.GetValues<SupportTicketStatus>(), world.Tickets.Select(ticket => ticket.Status).Distinct().Order());
        Assert.Equal(
            TicketServices.Types.Order(), world.Tickets.Select(ticket => ticket.ServiceType).Distinct().Order());
        Assert.All(world.Tickets, ticket =>
        {
            Assert.True(world.WritesNetwork(ticket.CreatedBy, ticket.CompanyId), ticket.Id);
            Assert.Contains(ticket.IssueType, TicketRules.IssueTypes);
            Assert.Equal(TicketNotes.Opening, ticket.Notes[0].Id);
            Assert.Equal(ticket.CompanyId, ticket.ServiceType switch
            {
                TicketServices.Port => world.Ports[ticket.ServiceId!].CompanyId,
                TicketServices.Connection => world.ConnectionWith(ticket.ServiceId!).SrcCompanyId,
                TicketServices.InternetOnDemand =>
                    world.Services.Single(service => service.Id == ticket.ServiceId).CompanyId,
                TicketServices.CloudRouter => world.Routers.Single(router => router.Id == ticket.ServiceId).CompanyId,
                _ => ticket.CompanyId,
            });
        });
        var notes = world.Tickets.SelectMany(ticket => ticket.Notes).ToList();
        Assert.Equal(notes.Count, notes.Select(note => note.WorklogId).Distinct().Count());
    }
}
