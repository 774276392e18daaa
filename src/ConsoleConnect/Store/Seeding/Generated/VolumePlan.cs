using System.Globalization;
using Emulator.Domain.PortOrders;
using Emulator.Domain.Ports;

namespace Emulator.Store.Seeding.Generated;

/// <summary>
/// Who has how much of a generated world, and every id and instant in it, as a function of the volume and the seed
/// number alone: nothing has to be remembered while rows stream into the database.
/// </summary>
internal sealed class VolumePlan
{
    /// <summary>
    /// The first of the counted eight digits, which are seconds as in the service's own ids: 28 December 2024, just
    /// after the youngest that is seeded.
    /// </summary>
    private const long FirstSecond = 0x6770_0000;

    /// <summary>
    /// Seconds until those that <c>IdSource</c> counts: what is made later sorts behind, and can't be the same.
    /// </summary>
    private const long Seconds = 0x6800_0000 - FirstSecond;

    /// <summary>
    /// Seconds between the last port and the first connection, so that every port is in service by then.
    /// </summary>
    private const long Pause = 86_400;

    private const int PortsOfACompany = 50;

    /// <summary>How many CloudRouters each company has.</summary>
    public const int RoutersOfACompany = 2;

    /// <summary>How many sites each of the first CloudRouters has.</summary>
    public const int SitesOfARouter = 2;

    /// <summary>How many sites there are at most: half of the subnets for their peers are left to clients.</summary>
    public const int MostSites = 512;

    private readonly long seed;
    private readonly long stride;

    public VolumePlan(int ports, long seed)
    {
        this.seed = seed;
        Ports = ports;
        Connections = (int)(ports * 3L / 2);
        PortsOfTheFirst = (ports + 4) / 5;
        var others = ports - PortsOfTheFirst;
        Companies = 1 + (others == 0 ? 0 : Math.Max(1, (others + (PortsOfACompany / 2)) / PortsOfACompany));
        Routers = RoutersOfACompany * Companies;
        Sites = Math.Min(MostSites, SitesOfARouter * Routers);
        stride = (Seconds - (3 * Pause)) / ((3L * Companies) + (2L * Ports) + Connections + Routers + Sites);
    }

    /// <summary>How many ports there are, in whatever status.</summary>
    public int Ports { get; }

    /// <summary>
    /// How many connections: three on two ports, so that a page of 20 is full from a hundred ports on.
    /// </summary>
    public int Connections { get; }

    /// <summary>How many companies; the first has a fifth of the ports, each other about fifty.</summary>
    public int Companies { get; }

    /// <summary>How many CloudRouters there are.</summary>
    public int Routers { get; }

    /// <summary>How many sites they have.</summary>
    public int Sites { get; }

    private int PortsOfTheFirst { get; }

    /// <summary>The number of a company's first port; that of one company more is where the last one's end.</summary>
    public int FirstPortOf(int company) =>
        company == 0 ? 0
        : company == Companies ? Ports
        : PortsOfTheFirst + (int)((Ports - PortsOfTheFirst) * (company - 1L) / (Companies - 1));

    /// <summary>A company's name in routes and in its keys, which people count from one.</summary>
    public static string Username(int company) => string.Create(CultureInfo.InvariantCulture, $"volume{company + 1}");

    public Stamp Company(int company) => At(3L * company, pauses: 0);

    public Stamp Keyholder(int company) => At((3L * company) + 1, pauses: 0);

    public Stamp Membership(int company) => At((3L * company) + 2, pauses: 0);

    public Stamp Port(int port) => At((3L * Companies) + (2L * port), pauses: 1);

    public Stamp Order(int port) => At((3L * Companies) + (2L * port) + 1, pauses: 1);

    public Stamp Connection(int connection) => At((3L * Companies) + (2L * Ports) + connection, pauses: 2);

    public Stamp Router(int router) => At((3L * Companies) + (2L * Ports) + Connections + router, pauses: 2);

    public Stamp Site(int site) => At((3L * Companies) + (2L * Ports) + Connections + Routers + site, pauses: 2);

    /// <summary>A uuid of the random version, made of an id.</summary>
    /// <param name="id">24 hexadecimal digits.</param>
    /// <param name="salt">Which of several.</param>
    public string Uuid(string id, int salt)
    {
        var second = long.Parse(id[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var mixed = Mix(second + ((long)salt << 40)).ToString("x16", CultureInfo.InvariantCulture);
        return $"{id[..8]}-{id[8..12]}-4{id[13..16]}-a{mixed[..3]}-{mixed[3..15]}";
    }

    /// <summary>
    /// A port's status, by how many its company has before it: most are in service; null while it is on order, one in
    /// 25.
    /// </summary>
    public static PortStatus? StatusOf(int company, int before) => (before % 50) switch
    {
        7 or 32 => null,
        11 or 36 => PortStatus.Disabled,
        19 => PortStatus.Ready,
        44 => PortStatus.Deleted,
        23 => Rare[(company + (before / 50)) % Rare.Length],
        _ => PortStatus.Active,
    };

    /// <summary>How far an order has come whose port isn't delivered.</summary>
    public static PortOrderStatus OpenOrder(int company, int before, bool offNet) =>
        Open[(company + (before / 25)) % Open.Length] switch
        {
            PortOrderStatus.WaitingForNsp when !offNet => PortOrderStatus.Pending,
            var status => status,
        };

    private static readonly PortStatus[] Rare =
    [
        PortStatus.Activating,
        PortStatus.Disabling,
        PortStatus.Deleting,
        PortStatus.Unknown,
        PortStatus.Onboarding,
    ];

    private static readonly PortOrderStatus[] Open =
    [
        PortOrderStatus.Created, PortOrderStatus.Pending, PortOrderStatus.WaitingForNsp, PortOrderStatus.Allocated,
        PortOrderStatus.LoaSent, PortOrderStatus.Reserved, PortOrderStatus.Cancelling, PortOrderStatus.Cancelled,
    ];

    private Stamp At(long count, int pauses)
    {
        var second = FirstSecond + (count * stride) + (pauses * Pause);
        var tail = Mix(count);
        return new Stamp(
            string.Create(CultureInfo.InvariantCulture, $"{second:x8}{tail:x16}"),
            DateTimeOffset.FromUnixTimeMilliseconds((second * 1000) + (long)(tail % 1000)));
    }

    /// <summary>SplitMix64, as the ids that are counted later use it.</summary>
    private ulong Mix(long count)
    {
        var z = unchecked(
            ((ulong)seed * 0xD1342543DE82EF95UL) + ((ulong)count * 0x9E3779B97F4A7C15UL) + 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}

/// <summary>An id, and the instant that its first eight digits encode.</summary>
internal readonly record struct Stamp(string Id, DateTimeOffset CreatedAt);
