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
using static Emulator.Store.Columns;

namespace Emulator.Store;

/// <summary>How the service's own types are kept in columns.</summary>
internal static class ServiceColumns
{
    /// <summary>All of them.</summary>
    public static readonly ColumnKinds Kinds = new(Configure, ServiceColumnsJson.Default);

    private static void Configure(ModelConfigurationBuilder model)
    {
        model.Properties<IReadOnlyList<RoleName>>().HaveConversion<Roles, Unchanging<IReadOnlyList<RoleName>>>();
        model.Properties<IReadOnlyList<Address>>().HaveConversion<Addresses, Unchanging<IReadOnlyList<Address>>>();
        model.Properties<IReadOnlyList<VlanRange>>().HaveConversion<VlanRanges, Unchanging<IReadOnlyList<VlanRange>>>();
        model
            .Properties<IReadOnlyList<Controller>>()
            .HaveConversion<Controllers, Unchanging<IReadOnlyList<Controller>>>();
        model
            .Properties<IReadOnlyList<ScheduledTask>>()
            .HaveConversion<ScheduledTasks, Unchanging<IReadOnlyList<ScheduledTask>>>();
        model
            .Properties<IReadOnlyList<SettingChoice>>()
            .HaveConversion<SettingChoices, Unchanging<IReadOnlyList<SettingChoice>>>();
        model
            .Properties<IReadOnlyList<CdrAllowance>>()
            .HaveConversion<CdrAllowances, Unchanging<IReadOnlyList<CdrAllowance>>>();
        model.Properties<CompanyProfile>().HaveConversion<CompanyProfiles, Unchanging<CompanyProfile>>();
        model.Properties<CloudProvider>().HaveConversion<CloudProviders, Unchanging<CloudProvider>>();
        model
            .Properties<IReadOnlyList<ClassShare>>()
            .HaveConversion<ClassShares, Unchanging<IReadOnlyList<ClassShare>>>();
        model.Properties<PriceList>().HaveConversion<PriceLists, Unchanging<PriceList>>();
        model
            .Properties<IReadOnlyList<TicketNote>>()
            .HaveConversion<NotesOfTickets, Unchanging<IReadOnlyList<TicketNote>>>();
        model.Properties<EdgeTerms>().HaveConversion<TermsOfEdgePorts, Unchanging<EdgeTerms>>();
        model.Properties<EdgePlace>().HaveConversion<EdgePlaces, Unchanging<EdgePlace>>();
        model
            .Properties<IReadOnlyList<EdgeSolution>>()
            .HaveConversion<EdgeSolutions, Unchanging<IReadOnlyList<EdgeSolution>>>();
        model.Properties<PartnerOffer>().HaveConversion<PartnerOffers, Unchanging<PartnerOffer>>();
        model.Properties<PartnerTerms>().HaveConversion<TermsOfPartners, Unchanging<PartnerTerms>>();
        model.Properties<Onboarding>().HaveConversion<Onboardings, Unchanging<Onboarding>>();
        model
            .Properties<AnnouncedPrefixes>()
            .HaveConversion<AnnouncedPrefixesOfAsns, Unchanging<AnnouncedPrefixes>>();
        model.Properties<SonataItem>().HaveConversion<SonataItems, Unchanging<SonataItem>>();
        model
            .Properties<IReadOnlyList<SonataContact>>()
            .HaveConversion<SonataContacts, Unchanging<IReadOnlyList<SonataContact>>>();
        model.Properties<ApnSettings>().HaveConversion<SettingsOfApns, Unchanging<ApnSettings>>();
    }

    internal sealed class Roles()
        : AsJson<IReadOnlyList<RoleName>>(() => ServiceColumnsJson.Default.IReadOnlyListRoleName);

    internal sealed class Addresses()
        : AsJson<IReadOnlyList<Address>>(() => ServiceColumnsJson.Default.IReadOnlyListAddress);

    internal sealed class VlanRanges()
        : AsJson<IReadOnlyList<VlanRange>>(() => ServiceColumnsJson.Default.IReadOnlyListVlanRange);

    internal sealed class Controllers()
        : AsJson<IReadOnlyList<Controller>>(() => ServiceColumnsJson.Default.IReadOnlyListController);

    internal sealed class ScheduledTasks()
        : AsJson<IReadOnlyList<ScheduledTask>>(() => ServiceColumnsJson.Default.IReadOnlyListScheduledTask);

    internal sealed class SettingChoices()
        : AsJson<IReadOnlyList<SettingChoice>>(() => ServiceColumnsJson.Default.IReadOnlyListSettingChoice);

    internal sealed class CdrAllowances()
        : AsJson<IReadOnlyList<CdrAllowance>>(() => ServiceColumnsJson.Default.IReadOnlyListCdrAllowance);

    internal sealed class CompanyProfiles() : AsJson<CompanyProfile>(() => ServiceColumnsJson.Default.CompanyProfile);

    internal sealed class CloudProviders() : AsJson<CloudProvider>(() => ServiceColumnsJson.Default.CloudProvider);

    internal sealed class ClassShares()
        : AsJson<IReadOnlyList<ClassShare>>(() => ServiceColumnsJson.Default.IReadOnlyListClassShare);

    internal sealed class PriceLists() : AsJson<PriceList>(() => ServiceColumnsJson.Default.PriceList);

    internal sealed class PartnerOffers() : AsJson<PartnerOffer>(() => ServiceColumnsJson.Default.PartnerOffer);

    internal sealed class TermsOfPartners() : AsJson<PartnerTerms>(() => ServiceColumnsJson.Default.PartnerTerms);

    internal sealed class Onboardings() : AsJson<Onboarding>(() => ServiceColumnsJson.Default.Onboarding);

    internal sealed class SonataItems() : AsJson<SonataItem>(() => ServiceColumnsJson.Default.SonataItem);

    internal sealed class SonataContacts()
        : AsJson<IReadOnlyList<SonataContact>>(() => ServiceColumnsJson.Default.IReadOnlyListSonataContact);

    internal sealed class AnnouncedPrefixesOfAsns()
        : AsJson<AnnouncedPrefixes>(() => ServiceColumnsJson.Default.AnnouncedPrefixes);

    internal sealed class NotesOfTickets()
        : AsJson<IReadOnlyList<TicketNote>>(() => ServiceColumnsJson.Default.IReadOnlyListTicketNote);

    internal sealed class TermsOfEdgePorts() : AsJson<EdgeTerms>(() => ServiceColumnsJson.Default.EdgeTerms);

    internal sealed class EdgePlaces() : AsJson<EdgePlace>(() => ServiceColumnsJson.Default.EdgePlace);

    internal sealed class EdgeSolutions()
        : AsJson<IReadOnlyList<EdgeSolution>>(() => ServiceColumnsJson.Default.IReadOnlyListEdgeSolution);

    internal sealed class SettingsOfApns() : AsJson<ApnSettings>(() => ServiceColumnsJson.Default.ApnSettings);
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
