using Emulator.Domain;
using Emulator.Domain.Companies;
using Emulator.Domain.Memberships;
using Emulator.Domain.People;
using Emulator.Domain.Places;
using Emulator.Domain.Pricing;
using Emulator.Store;

namespace Emulator.Simulation;

/// <summary>A sandbox's reference data and API keys, as last saved.</summary>
internal sealed class KnownRows(SandboxDatabase database) : IDerived
{
    private KnownState known = null!; // Read before anybody sees it.

    /// <summary>What is known. Without a turn, it may be another a moment later.</summary>
    public KnownState Now => Volatile.Read(ref known);

    /// <summary>Companies, people, facilities, metros and regions.</summary>
    public ReferenceData Reference => Now.Reference;

    /// <inheritdoc/>
    public void Saved(WriteSet written)
    {
        var tables = written.Rows.Aggregate(
            ReferenceTables.None, (tables, change) => tables | TableOf(change.Row));
        if (tables != ReferenceTables.None)
        {
            var before = Now;
            Volatile.Write(
                ref known, before with { Reference = database.Rows.ReadReferenceData(before.Reference, tables) });
        }

        if (written.Has<Domain.People.ApiKey>())
        {
            Volatile.Write(ref known, Now with { ApiKeys = database.Rows.ReadApiKeys() });
        }
    }

    /// <inheritdoc/>
    public void Replaced(KnownState known, StateUnderWay start) =>
        Volatile.Write(ref this.known, known with { Start = null });

    /// <summary>The part of the reference data that a row is in.</summary>
    public static ReferenceTables TableOf(object row) => row switch
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
