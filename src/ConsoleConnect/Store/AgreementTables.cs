using Emulator.Domain.Agreements;
using Emulator.Domain.Companies;
using Emulator.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>Agreements, and which of them a sandbox requires: keys, indexes, references, and what is asked.</summary>
internal static class AgreementTables
{
    extension(EmulatorDb db)
    {
        public DbSet<Agreement> Agreements => db.Set<Agreement>();

        public DbSet<RequiredAgreement> RequiredAgreements => db.Set<RequiredAgreement>();
    }

    public static void Configure(ModelBuilder model)
    {
        model.Entity<Agreement>(table =>
        {
            table.ToTable("Agreements");
            table.Property(agreement => agreement.Id).ValueGeneratedNever();
            table.HasOne<Company>().WithMany().HasForeignKey(agreement => agreement.CompanyId);
            table.HasOne<User>().WithMany().HasForeignKey(agreement => agreement.UserId);

            // The same terms are agreed to once, however often somebody asks.
            table.HasIndex(agreement => new { agreement.CompanyId, agreement.Type, agreement.Version }).IsUnique();
        });
        model.Entity<RequiredAgreement>(table =>
        {
            table.ToTable("RequiredAgreements");
            table.HasKey(required => required.Type);
        });
    }

    /// <summary>Whether a company lacks an agreement that the sandbox requires.</summary>
    public static async Task<bool> LacksAgreement(
        this EmulatorDb db, Company company, AgreementType type, CancellationToken ct) =>
        await db.RequiredAgreements.AnyAsync(required => required.Type == type, ct)
        && !await db.Agreements.AnyAsync(
            agreement => agreement.CompanyId == company.Id && agreement.Type == type, ct);
}
