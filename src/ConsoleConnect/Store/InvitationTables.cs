using Emulator.Domain.Companies;
using Emulator.Domain.Invitations;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Invitations: keys, indexes and references.</summary>
internal static class InvitationTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Invitation>(table =>
        {
            table.ToTable("Invitations");
            table.IsStaged<Invitation, InvitationStatus>();
            table.Property(invitation => invitation.Email).UseCollation("NOCASE");
            table.HasIndex(invitation => invitation.Token).IsUnique();
            table.HasIndex(invitation => invitation.CompanyId);
            table.HasIndex(invitation => invitation.Email);
            table.HasOne<Company>().WithMany().HasForeignKey(invitation => invitation.CompanyId);
        });
    }
}
