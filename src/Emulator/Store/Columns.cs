using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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
using Emulator.Domain.Staging;
using Emulator.Domain.SupportTickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Emulator.Store;

/// <summary>How values that SQLite has no type for are kept.</summary>
internal static class Columns
{
    public static void Configure(ModelConfigurationBuilder model)
    {
        // SQLite cannot compare DateTimeOffset through EF Core: UTC ticks it can.
        model.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        model.Properties<TimeSpan>().HaveConversion<long>();
        model.Properties<Enum>().HaveConversion<string>();
        model.Properties<IReadOnlyList<string>>().HaveConversion<Texts, Unchanging<IReadOnlyList<string>>>();
        model.Properties<IReadOnlyList<int>>().HaveConversion<Numbers, Unchanging<IReadOnlyList<int>>>();
        model.Properties<IReadOnlyList<RoleName>>().HaveConversion<Roles, Unchanging<IReadOnlyList<RoleName>>>();
        model.Properties<IReadOnlyList<Address>>().HaveConversion<Addresses, Unchanging<IReadOnlyList<Address>>>();
        model.Properties<IReadOnlyList<VlanRange>>().HaveConversion<VlanRanges, Unchanging<IReadOnlyList<VlanRange>>>();
        model
            .Properties<IReadOnlyList<Controller>>()
            .HaveConversion<Controllers, Unchanging<IReadOnlyList<Controller>>>();
        model
            .Properties<IReadOnlyList<ScheduledTask>>()
            .HaveConversion<ScheduledTasks, Unchanging<IReadOnlyList<ScheduledTask>>>();
        model.Properties<IReadOnlyList<long>>().HaveConversion<LongNumbers, Unchanging<IReadOnlyList<long>>>();
        model
            .Properties<IReadOnlyList<SettingChoice>>()
            .HaveConversion<SettingChoices, Unchanging<IReadOnlyList<SettingChoice>>>();
        model.Properties<IReadOnlyList<StageTime>>().HaveConversion<StageTimes, Unchanging<IReadOnlyList<StageTime>>>();
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

    /// <summary>A value as the database keeps it.</summary>
    public static object Stored(object? value, Type type) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => instant.UtcTicks,
        TimeSpan span => span.Ticks,
        Enum word => word.ToString(),
        bool flag => flag ? 1L : 0L,
        string or int or long or double => value,
        _ => JsonSerializer.Serialize(value, ColumnsJson.Default.GetTypeInfo(type)!),
    };

    /// <summary>A value that the database keeps, as the property has it.</summary>
    public static object Restored(object stored, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return stored switch
        {
            long ticks when type == typeof(DateTimeOffset) => new DateTimeOffset(ticks, TimeSpan.Zero),
            long ticks when type == typeof(TimeSpan) => new TimeSpan(ticks),
            long flag when type == typeof(bool) => flag != 0,
            long number when type == typeof(int) => (int)number,
            long number when type == typeof(double) => (double)number,
            long or double => stored,
            string text when type == typeof(string) => text,
            string text when type.IsEnum => Enum.Parse(type, text),
            _ => JsonSerializer.Deserialize((string)stored, ColumnsJson.Default.GetTypeInfo(type)!)!,
        };
    }

    internal sealed class UtcTicks()
        : ValueConverter<DateTimeOffset, long>(
            instant => instant.UtcTicks,
            ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

    /// <summary>How a type is written is looked up when the first value is, not when the model is made.</summary>
    internal abstract class AsJson<T>(Func<JsonTypeInfo<T>> type) : ValueConverter<T, string>(
        value => JsonSerializer.Serialize(value, type()), text => JsonSerializer.Deserialize(text, type())!);

    internal sealed class Texts() : AsJson<IReadOnlyList<string>>(() => ColumnsJson.Default.IReadOnlyListString);

    internal sealed class Numbers() : AsJson<IReadOnlyList<int>>(() => ColumnsJson.Default.IReadOnlyListInt32);

    internal sealed class Roles() : AsJson<IReadOnlyList<RoleName>>(() => ColumnsJson.Default.IReadOnlyListRoleName);

    internal sealed class Addresses() : AsJson<IReadOnlyList<Address>>(() => ColumnsJson.Default.IReadOnlyListAddress);

    internal sealed class VlanRanges()
        : AsJson<IReadOnlyList<VlanRange>>(() => ColumnsJson.Default.IReadOnlyListVlanRange);

    internal sealed class Controllers()
        : AsJson<IReadOnlyList<Controller>>(() => ColumnsJson.Default.IReadOnlyListController);

    internal sealed class ScheduledTasks()
        : AsJson<IReadOnlyList<ScheduledTask>>(() => ColumnsJson.Default.IReadOnlyListScheduledTask);

    internal sealed class LongNumbers() : AsJson<IReadOnlyList<long>>(() => ColumnsJson.Default.IReadOnlyListInt64);

    internal sealed class SettingChoices()
        : AsJson<IReadOnlyList<SettingChoice>>(() => ColumnsJson.Default.IReadOnlyListSettingChoice);

    internal sealed class StageTimes()
        : AsJson<IReadOnlyList<StageTime>>(() => ColumnsJson.Default.IReadOnlyListStageTime);

    internal sealed class CdrAllowances()
        : AsJson<IReadOnlyList<CdrAllowance>>(() => ColumnsJson.Default.IReadOnlyListCdrAllowance);

    internal sealed class CompanyProfiles() : AsJson<CompanyProfile>(() => ColumnsJson.Default.CompanyProfile);

    internal sealed class CloudProviders() : AsJson<CloudProvider>(() => ColumnsJson.Default.CloudProvider);

    internal sealed class ClassShares()
        : AsJson<IReadOnlyList<ClassShare>>(() => ColumnsJson.Default.IReadOnlyListClassShare);

    internal sealed class PriceLists() : AsJson<PriceList>(() => ColumnsJson.Default.PriceList);

    internal sealed class PartnerOffers() : AsJson<PartnerOffer>(() => ColumnsJson.Default.PartnerOffer);

    internal sealed class TermsOfPartners() : AsJson<PartnerTerms>(() => ColumnsJson.Default.PartnerTerms);

    internal sealed class Onboardings() : AsJson<Onboarding>(() => ColumnsJson.Default.Onboarding);

    internal sealed class SonataItems() : AsJson<SonataItem>(() => ColumnsJson.Default.SonataItem);

    internal sealed class SonataContacts()
        : AsJson<IReadOnlyList<SonataContact>>(() => ColumnsJson.Default.IReadOnlyListSonataContact);

    internal sealed class AnnouncedPrefixesOfAsns()
        : AsJson<AnnouncedPrefixes>(() => ColumnsJson.Default.AnnouncedPrefixes);

    internal sealed class NotesOfTickets()
        : AsJson<IReadOnlyList<TicketNote>>(() => ColumnsJson.Default.IReadOnlyListTicketNote);

    internal sealed class TermsOfEdgePorts() : AsJson<EdgeTerms>(() => ColumnsJson.Default.EdgeTerms);

    internal sealed class EdgePlaces() : AsJson<EdgePlace>(() => ColumnsJson.Default.EdgePlace);

    internal sealed class EdgeSolutions()
        : AsJson<IReadOnlyList<EdgeSolution>>(() => ColumnsJson.Default.IReadOnlyListEdgeSolution);
    internal sealed class SettingsOfApns() : AsJson<ApnSettings>(() => ColumnsJson.Default.ApnSettings);

    /// <summary>
    /// Lists and records in columns are replaced whole, never changed inside: the same object is the same value.
    /// </summary>
    internal sealed class Unchanging<T>()
        : ValueComparer<T>(
            (one, other) => ReferenceEquals(one, other),
            value => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value),
            value => value);
}

/// <summary>What columns hold as JSON.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<int>))]
[JsonSerializable(typeof(IReadOnlyList<RoleName>))]
[JsonSerializable(typeof(IReadOnlyList<Address>))]
[JsonSerializable(typeof(IReadOnlyList<VlanRange>))]
[JsonSerializable(typeof(IReadOnlyList<Controller>))]
[JsonSerializable(typeof(IReadOnlyList<ScheduledTask>))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<SettingChoice>))]
[JsonSerializable(typeof(IReadOnlyList<StageTime>))]
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
internal sealed partial class ColumnsJson : JsonSerializerContext;
