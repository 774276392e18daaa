using System.Text.Json.Serialization;
using Emulator.Domain.Asns;
using Emulator.Domain.CloudRouters;
using Emulator.Domain.Companies;
using Emulator.Domain.Connections;
using Emulator.Domain.EdgePorts;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.People;
using Emulator.Domain.Plans;
using Emulator.Domain.Ports;
using Emulator.Domain.Sonata;
using Emulator.Domain.Pricing;
using Emulator.Domain.SupportTickets;
using Microsoft.EntityFrameworkCore;

namespace Emulator.Store;

/// <summary>How the service's own types are kept in columns.</summary>
internal static class ServiceColumns
{
    /// <summary>All of them.</summary>
    public static readonly ColumnKinds Kinds = new(Configure, ServiceColumnsJson.Default);

    private static void Configure(ModelConfigurationBuilder model)
    {
        model.KeepAsJson<IReadOnlyList<RoleName>>();
        model.KeepAsJson<IReadOnlyList<Address>>();
        model.KeepAsJson<IReadOnlyList<VlanRange>>();
        model.KeepAsJson<IReadOnlyList<Controller>>();
        model.KeepAsJson<IReadOnlyList<ScheduledTask>>();
        model.KeepAsJson<IReadOnlyList<SettingChoice>>();
        model.KeepAsJson<IReadOnlyList<CdrAllowance>>();
        model.KeepAsJson<CompanyProfile>();
        model.KeepAsJson<CloudProvider>();
        model.KeepAsJson<IReadOnlyList<ClassShare>>();
        model.KeepAsJson<PriceList>();
        model.KeepAsJson<IReadOnlyList<TicketNote>>();
        model.KeepAsJson<EdgeTerms>();
        model.KeepAsJson<EdgePlace>();
        model.KeepAsJson<IReadOnlyList<EdgeSolution>>();
        model.KeepAsJson<PartnerOffer>();
        model.KeepAsJson<PartnerTerms>();
        model.KeepAsJson<Onboarding>();
        model.KeepAsJson<AnnouncedPrefixes>();
        model.KeepAsJson<SonataItem>();
        model.KeepAsJson<IReadOnlyList<SonataContact>>();
        model.KeepAsJson<ApnSettings>();
    }
}

/// <summary>What columns hold as JSON.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<RoleName>))]
[JsonSerializable(typeof(IReadOnlyList<Address>))]
[JsonSerializable(typeof(IReadOnlyList<VlanRange>))]
[JsonSerializable(typeof(IReadOnlyList<Controller>))]
[JsonSerializable(typeof(IReadOnlyList<ScheduledTask>))]
[JsonSerializable(typeof(IReadOnlyList<SettingChoice>))]
[JsonSerializable(typeof(IReadOnlyList<CdrAllowance>))]
[JsonSerializable(typeof(CompanyProfile))]
[JsonSerializable(typeof(CloudProvider))]
[JsonSerializable(typeof(IReadOnlyList<ClassShare>))]
[JsonSerializable(typeof(PartnerOffer))]
[JsonSerializable(typeof(PartnerTerms))]
[JsonSerializable(typeof(Onboarding))]
[JsonSerializable(typeof(AnnouncedPrefixes))]
[JsonSerializable(typeof(SonataItem))]
[JsonSerializable(typeof(IReadOnlyList<SonataContact>))]
[JsonSerializable(typeof(PriceList))]
[JsonSerializable(typeof(IReadOnlyList<TicketNote>))]
[JsonSerializable(typeof(EdgeTerms))]
[JsonSerializable(typeof(EdgePlace))]
[JsonSerializable(typeof(IReadOnlyList<EdgeSolution>))]
[JsonSerializable(typeof(ApnSettings))]
internal sealed partial class ServiceColumnsJson : JsonSerializerContext;
