using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>A sandbox's reference data and API keys, as last saved.</summary>
internal sealed class KnownRows(SandboxDatabase database) : IDerived
{
    private KnownState known = null!; // Read before anybody sees it.

    /// <summary>What is known. Without a turn, it may be another a moment later.</summary>
    public KnownState Now => Volatile.Read(ref known);

    /// <summary>Companies, people, facilities, metros and regions.</summary>
    public ReferenceData Reference => Directory.Reference;

    private ServiceDirectory Directory => (ServiceDirectory)Now.Directory;

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        var tables = written.Rows.Aggregate(
            ReferenceTables.None, (tables, change) => tables | TableOf(change.Row));
        if (tables != ReferenceTables.None)
        {
            Write(Directory with { Reference = database.Rows.ReadReferenceData(Reference, tables) });
        }

        if (written.Has<Domain.People.ApiKey>())
        {
            Write(Directory with { ApiKeys = database.Rows.ReadApiKeys() });
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) =>
        Volatile.Write(ref this.known, known with { Start = null });

    /// <summary>Whether a row is part of the reference data.</summary>
    public static bool IsOne(object row) => TableOf(row) != ReferenceTables.None;

    private void Write(ServiceDirectory directory) => Volatile.Write(ref known, Now with { Directory = directory });

    /// <summary>The part of the reference data that a row is in.</summary>
    private static ReferenceTables TableOf(object row) => row switch
    {
        Company => ReferenceTables.Companies,
        User => ReferenceTables.Users,
        Membership => ReferenceTables.Memberships,
        Follow => ReferenceTables.Follows,
        DataCenterFacility or Metro or Region => ReferenceTables.Places,
        PriceListRow or Discount => ReferenceTables.Prices,
        _ => ReferenceTables.None,
    };
}
