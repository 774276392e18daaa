using Emulator.Resources;
using Emulator.Store;
using Emulator.Store.Compiled;
using Emulator.Store.Seeding;

namespace Emulator.ConsoleConnect;

/// <summary>The emulated service.</summary>
internal static class ConsoleConnectService
{
    /// <summary>Its resources, each after those that it refers to. A new one is a line here and its own file.</summary>
    public static readonly IReadOnlyList<Resource> Resources =
    [
        PlacesResource.Resource,
        CompaniesResource.Resource,
        PeopleResource.Resource,
        InvitationsResource.Resource,
        PlansResource.Resource,
        PricingResource.Resource,
        PortsResource.Resource,
        PortOrdersResource.Resource,
        ConnectionsResource.Resource,
        ConnectionFlexesResource.Resource,
        CloudsResource.Resource,
        AsnsResource.Resource,
        InternetOnDemandResource.Resource,
        ImsiProfilesResource.Resource,
        SimPoolsResource.Resource,
        SimOrdersResource.Resource,
        SimsResource.Resource,
        CloudRoutersResource.Resource,
        CloudRouterSitesResource.Resource,
        SonataResource.Resource,
        AgreementsResource.Resource,
        SupportTicketsResource.Resource,
        RegulatoryChecksResource.Resource,
        EdgePortsResource.Resource,
        SearchResource.Resource,
        HeartbeatResource.Resource,
    ];

    /// <summary>What it says once, whatever its resources.</summary>
    public static readonly ServiceTraits Traits = new ConsoleConnectTraits();

    /// <summary>The service as it is run: with what is generated of its tables.</summary>
    public static readonly Service Instance =
        new(
            Resources,
            Traits,
            new CompiledStore(
                () => EmulatorDbModel.Instance,
                ReadSchema,
                EarlierVersions.Tables,
                new PreparedSeed(() => Generated("seed.sha256"), () => Generated("seed.db.gz"))));

    private static string ReadSchema()
    {
        using var reader = new StreamReader(Generated("schema.sql"));
        return reader.ReadToEnd();
    }

    private static Stream Generated(string name) =>
        typeof(ConsoleConnectService).Assembly.GetManifestResourceStream(name)!;
}
