using Emulator.Domain.EdgeSim;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>What is said of an APN when it is made: all of it is kept and shown, and most says nothing here.</summary>
internal static class ApnMembers
{
    private const int Longest = 255;

    private static readonly BodyMember<string> Apn = Body.NeededText(
        "apn", "Its name in the mobile network.", Longest, minLength: 1);

    private static readonly BodyMember<bool?> IpAvailable = Body.Flag("ipAvailable", "Whether it has addresses left.");

    private static readonly BodyMember<int?> Priority = Body.Integer(
        "priority", "Which of several comes first: the lowest.", minimum: 0);

    private static readonly BodyMember<string?> Location = Text("location", "Where it is.");

    private static readonly BodyMember<string?> FriendlyName = Text("friendlyName", "What people call it.");

    private static readonly BodyMember<string?> Subnet = Text("subnet", "Its subnet.");

    private static readonly BodyMember<string?> ServiceType = Text("serviceType", "The kind of service.");

    private static readonly BodyMember<string?> DbConnection = Text("dbConnection", "Which database keeps it.");

    private static readonly BodyMember<string?> ApnAcl = Text("apnAcl", "Its access list.");

    private static readonly BodyMember<string?> ApnVrf = Text("apnVrf", "Its routing instance.");

    private static readonly BodyMember<string?> Router1 = Text("router1", "Its first router.");

    private static readonly BodyMember<string?> Router2 = Text("router2", "Its second router.");

    private static readonly BodyMember<string?> CreatedByAgent = Text("createdByAgent", "Who made it.");

    private static readonly BodyMember<string?> CapacitySoftLimit = Text(
        "capacitySoftLimit", "How many cards are too many.");

    private static readonly BodyMember<string?> CapacityHardLimit = Text(
        "capacityHardLimit", "How many cards there can be.");

    private static readonly BodyMember<string?> FirewallDevice = Text("firewallDevice", "Its firewall.");

    private static readonly BodyMember<string?> Adom = Text("adom", "The firewall's administrative domain.");

    private static readonly BodyMember<string?> Vdom = Text("vdom", "The firewall's virtual domain.");

    private static readonly BodyMember<string?> NotificationProvider = Text("notificationProvider", "Who notifies.");

    private static readonly BodyMember<string?> ComplianceProvider = Text(
        "complianceProvider", "Who checks compliance.");

    private static readonly BodyMember<string?> BillingProvider = Text("billingProvider", "Who bills.");

    private static readonly BodyMember<string?> SimPoolProvider = Text("simPoolProvider", "Who keeps its pools.");

    private static readonly BodyMember<string?> SimProvider = Text("simProvider", "Whose network it is of.");

    private static readonly BodyMember<string?> SubnetProvider = Text("subnetProvider", "Who gives subnets.");

    private static readonly BodyMember<string?> DnsProvider = Text("dnsProvider", "Who runs name servers.");

    private static readonly BodyMember<string?> IpAllocatorProvider = Text(
        "ipAllocatorProvider", "Who gives addresses.");

    private static readonly BodyMember<string?> RadiusProvider = Text("radiusProvider", "Who runs RADIUS.");

    private static readonly BodyMember<string?> FirewallProvider = Text("firewallProvider", "Who runs the firewall.");

    private static readonly BodyMember<string?> TemplateProvider = Text(
        "templateProvider", "Whose templates are used.");

    private static readonly BodyMember<string?> InternetRouteTarget = Text(
        "internetRouteTarget", "The route target to the Internet.");

    private static readonly BodyMember<string?> PrimaryDns = Text("primaryDNS", "Its first name server.");

    private static readonly BodyMember<string?> SecondaryDns = Text("secondaryDNS", "Its second name server.");

    private static readonly BodyMember<string?> ApnVrfRt = Text(
        "apnVrfRt", "The route target of its routing instance.");

    private static readonly BodyMember<string?> GenericIp = Text("genericIp", "Its general address.");

    private static readonly BodyMember<string?> MplsInterface = Text(
        "mplsInterface", "Its interface to the private network.");

    private static readonly BodyMember<string?> InternetInterface = Text(
        "internetInterface", "Its interface to the Internet.");

    public static readonly RequestSchema Schema = new RequestSchema().With(
        Apn,
        Location,
        FriendlyName,
        Subnet,
        IpAvailable,
        ServiceType,
        DbConnection,
        ApnAcl,
        ApnVrf,
        Router1,
        Router2,
        Priority,
        CreatedByAgent,
        CapacitySoftLimit,
        CapacityHardLimit,
        FirewallDevice,
        Adom,
        Vdom,
        NotificationProvider,
        ComplianceProvider,
        BillingProvider,
        SimPoolProvider,
        SimProvider,
        SubnetProvider,
        DnsProvider,
        IpAllocatorProvider,
        RadiusProvider,
        FirewallProvider,
        TemplateProvider,
        InternetRouteTarget,
        PrimaryDns,
        SecondaryDns,
        ApnVrfRt,
        GenericIp,
        MplsInterface,
        InternetInterface);

    /// <summary>What a checked body says.</summary>
    public static ApnSettings Of(Asked asked) => new()
    {
        Apn = asked.Of(Apn),
        Location = asked.Of(Location),
        FriendlyName = asked.Of(FriendlyName),
        Subnet = asked.Of(Subnet),
        IpAvailable = asked.Of(IpAvailable) ?? false,
        ServiceType = asked.Of(ServiceType),
        DbConnection = asked.Of(DbConnection),
        ApnAcl = asked.Of(ApnAcl),
        ApnVrf = asked.Of(ApnVrf),
        Router1 = asked.Of(Router1),
        Router2 = asked.Of(Router2),
        Priority = asked.Of(Priority) ?? 1,
        CreatedByAgent = asked.Of(CreatedByAgent),
        CapacitySoftLimit = asked.Of(CapacitySoftLimit),
        CapacityHardLimit = asked.Of(CapacityHardLimit),
        FirewallDevice = asked.Of(FirewallDevice),
        Adom = asked.Of(Adom),
        Vdom = asked.Of(Vdom),
        NotificationProvider = asked.Of(NotificationProvider),
        ComplianceProvider = asked.Of(ComplianceProvider),
        BillingProvider = asked.Of(BillingProvider),
        SimPoolProvider = asked.Of(SimPoolProvider),
        SimProvider = asked.Of(SimProvider),
        SubnetProvider = asked.Of(SubnetProvider),
        DnsProvider = asked.Of(DnsProvider),
        IpAllocatorProvider = asked.Of(IpAllocatorProvider),
        RadiusProvider = asked.Of(RadiusProvider),
        FirewallProvider = asked.Of(FirewallProvider),
        TemplateProvider = asked.Of(TemplateProvider),
        InternetRouteTarget = asked.Of(InternetRouteTarget),
        PrimaryDns = asked.Of(PrimaryDns),
        SecondaryDns = asked.Of(SecondaryDns),
        ApnVrfRt = asked.Of(ApnVrfRt),
        GenericIp = asked.Of(GenericIp),
        MplsInterface = asked.Of(MplsInterface),
        InternetInterface = asked.Of(InternetInterface),
    };

    private static BodyMember<string?> Text(string name, string meaning) => Body.TextOrNull(name, meaning, Longest);
}
