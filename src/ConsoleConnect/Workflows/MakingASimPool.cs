using Emulator.Domain.Companies;
using Emulator.Domain.EdgeSim;
using Emulator.Domain.Staging;
using Emulator.Errors;
using Emulator.Store;

namespace Emulator.Workflows;

/// <summary>Makes a SIM pool without cards: it gets a subnet of its own.</summary>
internal static class MakingASimPool
{
    /// <summary>What is asked for.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Apn">The APN of its cards.</param>
    /// <param name="Firewall">Whether a firewall is between its cards and the Internet.</param>
    /// <param name="UseDefaultDns">Whether the default name servers are used.</param>
    /// <param name="PrimaryDns">A name server of its own, IPv4; null for none.</param>
    /// <param name="SecondaryDns">Another one.</param>
    internal sealed record Wanted(
        string Name, SimApn Apn, SimFirewall Firewall, bool UseDefaultDns, string? PrimaryDns, string? SecondaryDns);

    /// <summary>Makes it.</summary>
    /// <param name="db">The tables, with all that was changed saved.</param>
    /// <param name="company">Whose it is.</param>
    /// <param name="wanted">What is asked for.</param>
    /// <param name="id">Its id, a uuid.</param>
    /// <param name="moment">When and by whom.</param>
    /// <exception cref="Refusal"><see cref="ServiceErrors.NoSimSubnetLeft"/>.</exception>
    public static SimPool Make(EmulatorDb db, Company company, Wanted wanted, string id, Moment moment)
    {
        var pool = new SimPool
        {
            Id = id,
            CompanyId = company.Id,
            Name = wanted.Name,
            ApnId = wanted.Apn.Id,
            Block = db.Connection.FreeSimSubnet() ?? throw ServiceErrors.NoSimSubnetLeft.Because(
                $"All {SimSubnets.Count} subnets of {SimSubnets.Range} belong to pools. One that is deleted gives its "
                + "own back."),
            Firewall = wanted.Firewall,
            PrimaryDns = wanted.PrimaryDns,
            SecondaryDns = wanted.SecondaryDns,
            UseDefaultDns = wanted.UseDefaultDns,
            CreatedAt = moment.At,
        };
        SimPoolStateMachine.Table.Begin(pool, SimPoolStatus.Created, moment);
        db.Add(pool);
        return pool;
    }
}
