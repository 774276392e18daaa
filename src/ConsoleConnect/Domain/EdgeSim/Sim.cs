using System.Globalization;
using Emulator.Domain.Staging;
using S = Emulator.Domain.EdgeSim.SimStatus;
using T = Emulator.Domain.EdgeSim.SimTrigger;

namespace Emulator.Domain.EdgeSim;

/// <summary>The statuses of a SIM card (OpenAPI 1.59.2).</summary>
internal enum SimStatus
{
    /// <summary>It carries traffic.</summary>
    Active,

    /// <summary>It doesn't.</summary>
    Paused,
}

/// <summary>What can happen to a SIM card.</summary>
internal enum SimTrigger
{
    Pause,
    Activate,
}

/// <summary>A SIM card's life.</summary>
internal static class SimStateMachine
{
#pragma warning disable format // a table is read down its columns
    public static readonly StateTable<S, T, Sim> Table = new StateTable<S, T, Sim>("SIM")
        .On(S.Active, T.Pause,    S.Paused)
        .On(S.Paused, T.Activate, S.Active);
#pragma warning restore format
}

/// <summary>
/// A SIM card in a pool. Its numbers are of ranges that no operator has: mobile country code 999, for tests inside a
/// network (ITU-T E.212), and country code 999, which is reserved.
/// </summary>
internal sealed class Sim : Staged<SimStatus>
{
    /// <summary>What every IMSI begins with: the country and the network.</summary>
    private const string Network = "99970";

    private const int SerialDigits = 10;

    /// <summary>Whose network it is of where its APN doesn't say.</summary>
    public const string UsualProvider = "emulated";

    public required string CompanyId { get; init; }

    public required string PoolId { get; set; }

    public SimPool Pool { get; set; } = null!;

    /// <summary>The order that it came with.</summary>
    public required string OrderId { get; init; }

    /// <summary>Its number among all cards there are, from 1: its other numbers come of it.</summary>
    public required int Serial { get; init; }

    /// <summary>Which address of its pool's subnet it has.</summary>
    public required int Host { get; set; }

    /// <summary>What its owner calls it; null where nobody has said.</summary>
    public string? Label { get; set; }

    /// <summary>Whose network it is of, as its APN has it.</summary>
    public required string Provider { get; init; }

    /// <summary>The device that it was seen in; null while it wasn't.</summary>
    public string? DetectedImei { get; set; }

    /// <summary>The last move from one pool to another; null where there was none.</summary>
    public string? TransferId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    protected override string Machine => "sims";

    /// <inheritdoc/>
    public override string? GivenName => Label;

    /// <summary>Its subscriber's number, 15 digits: what moves between pools are asked with.</summary>
    public string Imsi => string.Create(CultureInfo.InvariantCulture, $"{Network}{Serial:D10}");

    /// <summary>Its telephone number.</summary>
    public string Msisdn => string.Create(CultureInfo.InvariantCulture, $"{Network}{Serial:D8}");

    /// <summary>The number on the card: 18 digits and the one that checks them.</summary>
    public string Iccid
    {
        get
        {
            var digits = string.Create(CultureInfo.InvariantCulture, $"89{Network}{Serial:D11}");
            return digits + CheckDigit(digits);
        }
    }

    /// <summary>Its address in its pool's subnet.</summary>
    public string IpAddress => SimSubnets.Address(Pool.Block, Host);

    /// <summary>The serial number of an IMSI; null where no card can have it.</summary>
    public static int? SerialOf(string imsi) =>
        imsi.Length == Network.Length + SerialDigits
        && imsi.StartsWith(Network, StringComparison.Ordinal)
        && int.TryParse(imsi.AsSpan(Network.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? serial
            : null;

    /// <summary>Puts it into another pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="host">The address that it gets there.</param>
    /// <param name="transfer">The move's id.</param>
    /// <param name="moment">When and by whom.</param>
    public void MoveTo(SimPool pool, int host, string transfer, Moment moment)
    {
        var from = PoolId;
        (PoolId, Pool, Host, TransferId, UpdatedAt) = (pool.Id, pool, host, transfer, moment.At);
        var status = Spelling.Of(Status);
        Record(moment, status, "Move", status, $"From SIM pool {from} to {pool.Id}");
    }

    /// <summary>The digit that makes Luhn's sum a multiple of ten (ISO/IEC 7812, for ITU-T E.118).</summary>
    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[^(index + 1)] - '0';
            var weighed = index % 2 == 0 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
