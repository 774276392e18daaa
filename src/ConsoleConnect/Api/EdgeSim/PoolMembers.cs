using Emulator.Domain.EdgeSim;
using Emulator.Errors;
using Emulator.Wire;

namespace Emulator.Api.EdgeSim;

/// <summary>What can be said of a SIM pool when it is made and when it is changed.</summary>
internal static class PoolMembers
{
    public static readonly BodyMember<string?> Firewall = Body.Text(
        "firewall", "ENABLED or DISABLED; CUSTOM is refused.", "ENABLED", "DISABLED", "CUSTOM");

    public static readonly BodyMember<bool?> CustomFirewall = Body.Flag(
        "customFirewallEnabled", "false: customers can't bring their own firewall.");

    public static readonly BodyMember<string?> PrimaryDns = Body.TextOrNull(
        "primaryDNS", "A name server of your own, IPv4.", maxLength: 255);

    public static readonly BodyMember<string?> SecondaryDns = Body.TextOrNull(
        "secondaryDNS", "Another one.", maxLength: 255);

    public static readonly BodyMember<bool?> UseDefaultDns = Body.Flag(
        "useDefaultDNS", "Whether the default name servers are used: they are, unless false is sent.", asText: true);

    /// <summary>The name servers that are asked for; what isn't sent stays as it was.</summary>
    /// <param name="asked">The body.</param>
    /// <param name="before">The pool as it is; null for a new one.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.MissingProperty"/>, <see cref="EmulatorErrors.WrongFormat"/>.
    /// </exception>
    public static (bool UseDefault, string? Primary, string? Secondary) NameServers(Asked asked, SimPool? before)
    {
        var useDefault = asked.Of(UseDefaultDns) ?? before?.UseDefaultDns ?? true;
        var primary = asked.IsSent(PrimaryDns) ? asked.Of(PrimaryDns) : before?.PrimaryDns;
        var secondary = asked.IsSent(SecondaryDns) ? asked.Of(SecondaryDns) : before?.SecondaryDns;
        EdgeSimRules.MustBeNameServers(useDefault, ("primaryDNS", primary), ("secondaryDNS", secondary));
        return (useDefault, Kept(primary), Kept(secondary));
    }

    private static string? Kept(string? server) => server is "" ? null : server;
}
