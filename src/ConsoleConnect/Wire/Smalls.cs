using System.Globalization;
using Emulator.Domain.Companies;
using Emulator.Domain.People;

namespace Emulator.Wire;

/// <summary>A speed as most routes show it; some show the bare number of Mbps instead.</summary>
internal sealed class SpeedShape(int mbps)
{
    public int Value => mbps;
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{mbps} Mbps");
}

/// <summary>A pair of addresses.</summary>
internal sealed class IpShape(string? ipv4 = null, string? ipv6 = null)
{
    public static readonly IpShape None = new();

    public string? Ipv4 => ipv4;
    public string? Ipv6 => ipv6;
}

/// <summary>
/// The counters of a company, a facility or a person. Only members, followers and following are counted here:
/// interconnections are by <c>GET /api/user/{username}/stats</c>, and the rest belongs to a social network that the API
/// has left behind.
/// </summary>
internal sealed class StatsShape(Standing standing)
{
    public int Members => standing.Members;
    public int Interconnections => 0;
    public int Followers => standing.Followers;
    public int Following => standing.Following;
    public int PrivateArticles => 0;
    public int PrivateEvents => 0;
    public int PrivatePosts => 0;
    public int Articles => 0;
    public int Events => 0;
    public int Posts => 0;
}

/// <summary>A greeting that nobody is shown any more.</summary>
internal sealed class SystemShape
{
    public static readonly SystemShape Silent = new();

    public string? WelcomeMessage => null;
}

/// <summary>The newer list of ports prints it as a switch (001:141).</summary>
internal sealed class GreetingShape
{
    public static readonly GreetingShape On = new();

    public bool WelcomeMessage => true;
}

/// <summary>Who may see a company or a facility.</summary>
internal sealed class PrivacyShape(CompanyProfile? profile = null)
{
    public static readonly PrivacyShape Public = new();

    public PrivacyModeShape Network => new(profile?.Network ?? Privacy.Nobody);
    public PrivacyModeShape Community => new(profile?.Community ?? Privacy.Nobody);
}

/// <summary>One half of it.</summary>
internal sealed class PrivacyModeShape(Privacy privacy)
{
    public string Mode => privacy.Mode;
    public IReadOnlyList<string> WhiteListIds => privacy.WhiteListIds;
    public IReadOnlyList<string> BlackListIds => privacy.BlackListIds;
}

/// <summary>An object without members, as the documents print some.</summary>
internal sealed class EmptyShape
{
    public static readonly EmptyShape Instance = new();
}
