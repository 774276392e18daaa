using Emulator.Domain.Addresses;
using Emulator.Domain.Asns;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.InternetOnDemand;
using Emulator.Domain.Invitations;
using Emulator.Domain.Memberships;
using Emulator.Domain.Messages;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Plans;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;
using Emulator.Domain.Staging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Emulator.Store;

/// <summary>Keys, indexes and references of every table.</summary>
internal static class Tables
{
    /// <summary>
    /// Ports that there are: delivered and not gone. Word for word as the query says it, which SQLite wants before it
    /// takes the index.
    /// </summary>
    public const string InUse = "\"DeliveredAt\" IS NOT NULL AND \"Status\" <> 'Deleted'";

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Region>().ToTable("Regions");
        model.Entity<Metro>().ToTable("Metros");
        model.Entity<DataCenterFacility>(table =>
        {
            table.ToTable("DataCenterFacilities");
            table.HasIndex(facility => facility.Username).IsUnique();
            table.HasOne<Metro>().WithMany().HasForeignKey(facility => facility.MetroId);
        });
        model.Entity<Company>(table =>
        {
            table.ToTable("Companies");
            table.Property(company => company.Username).UseCollation("NOCASE");
            table.HasIndex(company => company.Username).IsUnique();
        });
        model.Entity<User>(table =>
        {
            table.ToTable("Users");
            table.Property(user => user.Username).UseCollation("NOCASE");
            table.Property(user => user.Email).UseCollation("NOCASE");
            table.HasIndex(user => user.Username).IsUnique();
            table.HasIndex(user => user.Email).IsUnique();
        });
        model.Entity<Membership>(table =>
        {
            table.ToTable("Memberships");
            Staged<Membership, MembershipStatus>(table);
            table.HasIndex(membership => new { membership.UserId, membership.CompanyId }).IsUnique();
            table.HasIndex(membership => membership.CompanyId);
            table.HasOne<User>().WithMany().HasForeignKey(membership => membership.UserId);
            table.HasOne<Company>().WithMany().HasForeignKey(membership => membership.CompanyId);
        });
        model.Entity<Session>(table =>
        {
            table.ToTable("Sessions");
            table.HasKey(session => session.Token);
            table.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
        });
        model.Entity<ApiKey>(table =>
        {
            table.ToTable("ApiKeys");
            table.HasKey(key => key.Key);
            table.HasOne<User>().WithMany().HasForeignKey(key => key.UserId);
        });
        model.Entity<MailedToken>(table =>
        {
            table.ToTable("MailedTokens");
            table.HasKey(token => new { token.Token, token.Kind });
            table.HasIndex(token => token.UserId);
            table.HasOne<User>().WithMany().HasForeignKey(token => token.UserId);
        });
        model.Entity<Follow>(table =>
        {
            // Whom it leads to is a user or a company, so no key of the database's can hold it.
            table.ToTable("Follows");
            table.HasKey(follow => new { follow.FollowerId, follow.FolloweeId });
            table.HasOne<User>().WithMany().HasForeignKey(follow => follow.FollowerId);
        });
        model.Entity<Invitation>(table =>
        {
            table.ToTable("Invitations");
            Staged<Invitation, InvitationStatus>(table);
            table.Property(invitation => invitation.Email).UseCollation("NOCASE");
            table.HasIndex(invitation => invitation.Token).IsUnique();
            table.HasIndex(invitation => invitation.CompanyId);
            table.HasIndex(invitation => invitation.Email);
            table.HasOne<Company>().WithMany().HasForeignKey(invitation => invitation.CompanyId);
        });
        model.Entity<Subscription>(table =>
        {
            table.ToTable("Subscriptions");
            table.HasOne<Company>().WithMany().HasForeignKey(subscription => subscription.CompanyId);
        });
        model.Entity<Addon>(table =>
        {
            table.ToTable("Addons");
            table.HasOne<Company>().WithMany().HasForeignKey(addon => addon.PartnerId);
        });
        model.Entity<Counterparty>(table =>
        {
            table.ToTable("Counterparties");
            table.HasKey(counterparty => counterparty.CompanyId);
            table.HasOne<Company>().WithOne().HasForeignKey<Counterparty>(counterparty => counterparty.CompanyId);
        });
        model.Entity<Reply>(table =>
        {
            table.ToTable("Replies");
            Staged<Reply, ReplyStatus>(table);
            table.HasOne(reply => reply.Connection).WithOne().HasForeignKey<Reply>(reply => reply.Id);
        });
        model.Entity<SetPace>(table =>
        {
            table.ToTable("Paces");
            table.HasKey(pace => new { pace.Machine, pace.ResourceId });
            table.Ignore(pace => pace.Pace);
        });
        model.Entity<PortOrder>(PortOrders);
        model.Entity<Port>(Ports);
        model.Entity<AccessCircuit>(table =>
        {
            table.ToTable("AccessCircuits");
            table.HasKey(circuit => circuit.PortId);
            table.HasOne<Port>().WithOne().HasForeignKey<AccessCircuit>(circuit => circuit.PortId);
        });
        model.Entity<Connection>(Connections);
        model.Entity<ChangeRequest>(table =>
        {
            table.ToTable("ChangeRequests");
            Staged<ChangeRequest, ChangeRequestStatus>(table);
            table
                .HasOne(change => change.Connection)
                .WithOne(connection => connection.Change)
                .HasForeignKey<ChangeRequest>(change => change.Id);
        });
        model.Entity<ScheduledRun>(table =>
        {
            table.ToTable("ScheduledRuns");
            Staged<ScheduledRun, ScheduledRunStatus>(table);
            table.HasOne(run => run.Connection).WithMany().HasForeignKey(run => run.ConnectionId);
        });
        model.Entity<Asn>(Asns);
        model.Entity<IodService>(IodServices);
        model.Entity<Flex>(table =>
        {
            table.ToTable("Flexes");
            Staged<Flex, FlexStatus>(table);
            table
                .HasOne(flex => flex.Service)
                .WithMany(service => service.Flexes)
                .HasForeignKey(flex => flex.ServiceId);
            table.HasIndex(flex => new
            {
                flex.ServiceId,
                flex.CreatedAt,
                flex.Id,
            });
        });
        model.Entity<IpBlock>(table =>
        {
            table.ToTable("IpBlocks");
            table.Property(block => block.Id).ValueGeneratedNever();
            table.HasOne<IodService>().WithMany(service => service.Blocks).HasForeignKey(block => block.ServiceId);

            // Nobody has what another has, whatever else goes wrong.
            table
                .HasIndex(block => new { block.Version, block.Address })
                .IsUnique()
                .HasFilter("\"ReleasedAt\" IS NULL");
        });
        model.Entity<Want>(table =>
        {
            table.ToTable("Wants");
            table.HasKey(want => new { want.CompanyId, want.WantedId });
            table.HasIndex(want => want.WantedId);
            table.HasOne<Company>().WithMany().HasForeignKey(want => want.CompanyId);
            table.HasOne<Company>().WithMany().HasForeignKey(want => want.WantedId);
        });
        model.Entity<Move>(table =>
        {
            table.ToTable("Moves");
            table.HasKey(move => move.Sequence);
            table.HasIndex(move => new { move.Machine, move.ResourceId });

            // What is new is asked for by time: the daily review.
            table.HasIndex(move => move.At);
        });
        model.Entity<Letter>(table =>
        {
            table.ToTable("Letters");
            table.HasKey(letter => letter.Sequence);
        });
        model.Entity<SandboxState>(table =>
        {
            table.ToTable("Sandbox");
            table.Property(state => state.Id).ValueGeneratedNever();
        });
    }

    private static void PortOrders(EntityTypeBuilder<PortOrder> table)
    {
        table.ToTable("PortOrders");
        Staged<PortOrder, PortOrderStatus>(table);
        table.HasOne<Company>().WithMany().HasForeignKey(order => order.CompanyId);
        table.HasOne(order => order.Port).WithOne().HasForeignKey<PortOrder>(order => order.PortId);
        table.HasIndex(order => new { order.CompanyId, order.CreatedAt });
        table.HasIndex(order => order.BillingId);
    }

    private static void Ports(EntityTypeBuilder<Port> table)
    {
        table.ToTable("Ports");
        Staged<Port, PortStatus>(table);
        table.HasOne<Company>().WithMany().HasForeignKey(port => port.CompanyId);
        table.HasOne<Metro>().WithMany().HasForeignKey(port => port.MetroId);
        table.HasIndex(port => new { port.CompanyId, port.CreatedAt, port.Id });
        table.HasIndex(port => new { port.CompanyId, port.Status, port.DeliveredAt });
        table.HasIndex(port => new { port.CompanyId, port.MetroId }).HasFilter(InUse);
        table.HasIndex(port => port.BillingId);
    }

    private static void Connections(EntityTypeBuilder<Connection> table)
    {
        table.ToTable("Connections");
        Staged<Connection, ConnectionStatus>(table);
        table.HasOne<Company>().WithMany().HasForeignKey(connection => connection.SrcCompanyId);
        table.HasOne<Company>().WithMany().HasForeignKey(connection => connection.DestCompanyId);
        table.HasOne(connection => connection.SrcPort).WithMany().HasForeignKey(connection => connection.SrcPortId);
        table.HasOne(connection => connection.DestPort).WithMany().HasForeignKey(connection => connection.DestPortId);

        // In the order of the lists, the id included, so that a page is read and no more than a page.
        table.HasIndex(connection => new
        {
            connection.SrcCompanyId,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.DestCompanyId,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.SrcCompanyId,
            connection.Status,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => new
        {
            connection.DestCompanyId,
            connection.Status,
            connection.CreatedAt,
            connection.Id,
        });
        table.HasIndex(connection => connection.ParentId).HasFilter("\"ParentId\" IS NOT NULL");
    }

    private static void Asns(EntityTypeBuilder<Asn> table)
    {
        table.ToTable("Asns");
        Staged<Asn, AsnStatus>(table);
        table.HasOne<Company>().WithMany().HasForeignKey(asn => asn.CompanyId);
        table.HasIndex(asn => asn.Number).IsUnique().HasFilter("\"DeletedAt\" IS NULL");
    }

    private static void IodServices(EntityTypeBuilder<IodService> table)
    {
        table.ToTable("IodServices");
        Staged<IodService, IodServiceStatus>(table);
        table.HasOne<Company>().WithMany().HasForeignKey(service => service.CompanyId);
        table.HasOne(service => service.AccessPort).WithMany().HasForeignKey(service => service.AccessPortId);
        table.HasOne(service => service.Asn).WithMany().HasForeignKey(service => service.AsnId);
        table.HasIndex(service => new
        {
            service.CompanyId,
            service.CreatedAt,
            service.Id,
        });
        table
            .HasIndex(service => new { service.AccessPortId, service.Vlan })
            .IsUnique()
            .HasFilter("\"Status\" <> 'Deleted'");
    }

    private static void Staged<T, TState>(EntityTypeBuilder<T> table)
        where T : Staged<TState>
        where TState : struct, Enum
    {
        table.HasKey(resource => resource.Id);
        table.Property(resource => resource.Id).ValueGeneratedNever();
        table.Ignore(resource => resource.NewMoves);
        table.Ignore(resource => resource.NewLetters);

        // So are rows that wait to be read.
        table.HasIndex(resource => resource.PollsLeft).HasFilter("\"PollsLeft\" IS NOT NULL");

        // Rows that wait for nobody are few: only they are in the index that settling reads.
        table.HasIndex(resource => resource.Due).HasFilter("\"Due\" IS NOT NULL");
    }
}
