using Bogus;
using Emulator.Domain.Connections;

namespace Emulator.Store.Seeding.Generated;

/// <summary>
/// Connections between ports in service, in every status that needs no cloud partner. The first company is a party of
/// each fifth, of two of three as the source.
/// </summary>
internal sealed class GeneratedConnections(
    VolumePlan plan,
    Faker faker,
    IReadOnlyList<Place> places,
    SoldPort[] ports,
    string[] keyholders)
{
    private const int First = 0;

    private static readonly int[] Speeds = [10, 20, 50, 100, 200, 500, 1000];

    private static readonly string[] Classes = ["GOLD", "SILVERPLUS", "SILVER", "BRONZE"];

    /// <summary>What stands for those in between, which are rare.</summary>
    private static readonly ConnectionStatus[] Passing =
    [
        ConnectionStatus.Accepted, ConnectionStatus.Creating, ConnectionStatus.Disabling, ConnectionStatus.Enabling,
        ConnectionStatus.Activating, ConnectionStatus.Deleting, ConnectionStatus.Manual, ConnectionStatus.Cancelled,
    ];

    /// <summary>
    /// All of them, one after the other. Fewer than planned where a world is so small that there is nobody to connect
    /// to.
    /// </summary>
    public IEnumerable<ConnectionRow> All()
    {
        for (var connection = 0; connection < plan.Connections; connection++)
        {
            var (src, dest) = Parties(connection);
            var (srcPort, destPort) = (Source(src), InService(dest));
            if (srcPort >= 0 && destPort >= 0 && srcPort != destPort)
            {
                yield return One(connection, (src, srcPort), (dest, destPort));
            }
        }
    }

    /// <summary>
    /// A connection's place among those of its kind: the first company's are every fifth, and must not all be of one
    /// status.
    /// </summary>
    private static int TurnOf(int connection) => (connection / 5) + (7 * (connection % 5));

    private static ConnectionStatus StatusOf(int turn) => (turn % 20) switch
    {
        3 => ConnectionStatus.Pending,
        5 => ConnectionStatus.Disabled,
        8 => ConnectionStatus.Error,
        11 => ConnectionStatus.Deleted,
        15 => ConnectionStatus.Denied,
        18 => Passing[turn / 20 % Passing.Length],
        _ => ConnectionStatus.Active,
    };

    private (int Src, int Dest) Parties(int connection)
    {
        if (plan.Companies == 1)
        {
            return (First, First);
        }

        var (one, other) = (Other(), Other());
        return connection % 5 != 0 ? (one, other) : connection / 5 % 3 == 2 ? (one, First) : (First, one);

        int Other() => faker.Random.Int(1, plan.Companies - 1);
    }

    /// <summary>
    /// A port of a company's from which at least the slowest connection can be sold; -1 where there is none.
    /// </summary>
    private int Source(int company) => Find(company, port => port.InService && port.Free / 4 >= Speeds[0]);

    private int InService(int company) => Find(company, port => port.InService);

    private int Find(int company, Func<SoldPort, bool> fits)
    {
        var (begin, end) = (plan.FirstPortOf(company), plan.FirstPortOf(company + 1));
        var start = faker.Random.Int(begin, end - 1);
        for (var step = 0; step < end - begin; step++)
        {
            var port = begin + ((start - begin + step) % (end - begin));
            if (fits(ports[port]))
            {
                return port;
            }
        }

        return -1;
    }

    private ConnectionRow One(int connection, (int Company, int Port) src, (int Company, int Port) dest)
    {
        var turn = TurnOf(connection);
        var status = StatusOf(turn);
        if (
            src.Company == dest.Company
            && status is ConnectionStatus.Pending or ConnectionStatus.Denied or ConnectionStatus.Cancelled)
        {
            status = ConnectionStatus.Active; // Nobody has to be asked.
        }

        var agreed = status is not (ConnectionStatus.Pending or ConnectionStatus.Denied or ConnectionStatus.Cancelled);
        var (from, to) = (places[ports[src.Port].Place], places[ports[dest.Port].Place]);

        // A quarter of what is left at most: so every port has room for some more.
        var most = Math.Min(ports[src.Port].Free / 4, ports[dest.Port].Speed);
        var speed = faker.PickRandom(Speeds[..(Array.FindLastIndex(Speeds, speed => speed <= most) + 1)]);
        var stamp = plan.Connection(connection);
        var since =
            status == ConnectionStatus.Pending
                ? stamp.CreatedAt
                : stamp.CreatedAt.AddSeconds(faker.Random.Int(30, 7200));
        var change =
            agreed
            && src.Company != dest.Company
            && status == ConnectionStatus.Active
            && turn % 20 == 13
            && speed * 2 <= ports[dest.Port].Speed
                ? ChangeOf((turn / 20) % 3, speed * 2, src.Company, dest.Company, since.AddSeconds(3600))
                : null;
        if (agreed && status != ConnectionStatus.Deleted || status == ConnectionStatus.Pending)
        {
            ports[src.Port].Free -= Math.Max(speed, change?.Speed ?? 0);
        }

        return new ConnectionRow
        {
            Id = stamp.Id,
            Status = status,
            SrcCompanyId = plan.Company(src.Company).Id,
            DestCompanyId = plan.Company(dest.Company).Id,
            SrcPortId = plan.Port(src.Port).Id,
            DestPortId = agreed ? plan.Port(dest.Port).Id : null,
            SrcMetroId = from.Metro.Id,
            DestMetroId = to.Metro.Id,
            SrcRegionId = from.Metro.RegionIds[0],
            DestRegionId = to.Metro.RegionIds[0],
            Speed = speed,
            SrcName = $"{from.Metro.Name} to {to.Metro.Name}, {faker.Hacker.Noun()}",
            SrcVlanRequest = Vlan(src.Port),
            DestVlanRequest = agreed ? Vlan(dest.Port) : null,
            ClassOfService = faker.PickRandom(Classes),
            ErrorReason = status == ConnectionStatus.Error ? "The connection could not be created" : null,
            SrcApprovedBy = keyholders[src.Company],
            DestApprovedBy = agreed ? keyholders[dest.Company] : null,
            Change = change,
            CreatedAt = stamp.CreatedAt,
            Since = since,
        };
    }

    /// <summary>
    /// A change request in one of the three statuses that are shown; anyone who proposes has approved.
    /// </summary>
    private ChangeRow ChangeOf(int kind, int speed, int src, int dest, DateTimeOffset at)
    {
        var bySrc = faker.Random.Bool();
        return new ChangeRow
        {
            Status = kind switch
            {
                0 => ChangeRequestStatus.Pending,
                1 => ChangeRequestStatus.Withdrawn,
                _ => ChangeRequestStatus.Rejected,
            },
            Speed = speed,
            ProposedBy = bySrc ? Side.Src : Side.Dest,
            SrcApproval = bySrc ? keyholders[src] : null,
            DestApproval = bySrc ? null : keyholders[dest],
            UpdatedAt = at,
        };
    }

    /// <summary>The next VLAN of a port that is free; null, for the service to choose, where none is.</summary>
    private int? Vlan(int port) => ports[port].Vlans < 3900 ? 100 + ports[port].Vlans++ : null;
}
