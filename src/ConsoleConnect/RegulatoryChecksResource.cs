using Emulator.Api.RegulatoryChecks;
using Emulator.Control;
using Emulator.Resources;
using Emulator.Store;

namespace Emulator.ConsoleConnect;

/// <summary>Whether orders comply with regulations.</summary>
internal static class RegulatoryChecksResource
{
    public static readonly Resource Resource = Resource.Named("regulatory-checks")
        .Stays("RegulatedCountries")
        .Stored(RegulatoryTables.Configure)
        .Called("RegulatedCountries", "\"Country\"")
        .Mapped(CheckOrder.Map)
        .Controlled(RegulatoryRoutes.Map);
}
