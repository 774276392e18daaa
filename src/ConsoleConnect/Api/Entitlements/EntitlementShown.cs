using System.Text.Json.Serialization;
using Emulator.Domain;
using Emulator.Domain.Plans;

namespace Emulator.Api.Entitlements;

/// <summary>What a port may have, and what of it is used (000:5480).</summary>
internal sealed class EntitlementShown(Entitlement entitlement, ReferenceData reference)
{
    /// <summary>Mbps.</summary>
    public Amount PortSpeed => new(entitlement.PortSpeedUsed, entitlement.PortSpeedAvailable);
    public Reach MaxControllerType => new(entitlement.MaxControllerType, Available: null);
    public Amount MaxControllers => new(entitlement.ControllersUsed, entitlement.ControllersAvailable);

    /// <summary>
    /// The committed data rates, by the ids of the regions. The sample leaves it out where there is none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Cdr>? CdrGlobal =>
        entitlement.Rates.Count == 0
            ? null
            : entitlement.Rates.ToDictionary(rate => rate.Between.Key, rate => new Cdr(rate, reference));

    /// <summary>How much is used and how much left.</summary>
    internal sealed record Amount(int? Used, int? Available);

    /// <summary>How far controllers may reach.</summary>
    internal sealed record Reach(string? Used, string? Available);

    /// <summary>The committed data rate between two regions, Mbps.</summary>
    internal sealed class Cdr(CommittedDataRate rate, ReferenceData reference)
    {
        public string Name =>
            $"{reference.Region(rate.Between.First).Name}-{reference.Region(rate.Between.Second).Name}";

        public string SrcRegionId => rate.Between.First;
        public string DestRegionId => rate.Between.Second;
        public int Used => rate.Used;
        public int? Available => rate.Available;
    }
}
