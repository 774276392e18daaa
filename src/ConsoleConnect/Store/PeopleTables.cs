using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>People, and what they belong to: keys, indexes and references.</summary>
internal static class PeopleTables
{
    extension(EmulatorDb db)
    {
        public DbSet<User> Users => db.Set<User>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<Session> Sessions => db.Set<Session>();

        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();

        public DbSet<MailedToken> MailedTokens => db.Set<MailedToken>();

        public DbSet<Follow> Follows => db.Set<Follow>();
    }

    public static void Configure(ModelBuilder model)
    {
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
            table.IsStaged<Membership, MembershipStatus>();
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
    }
}
