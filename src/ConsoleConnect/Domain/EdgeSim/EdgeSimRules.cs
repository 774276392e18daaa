using System.Globalization;
using Emulator.Domain.Companies;
using Emulator.Domain.Staging;
using Emulator.Errors;

namespace Emulator.Domain.EdgeSim;

/// <summary>What may be done with SIM cards, their pools and their orders, and when (OpenAPI 1.59.2).</summary>
internal static class EdgeSimRules
{
    /// <summary>The most cards that one order can have. No source says it.</summary>
    public const int MostOrdered = 1000;

    /// <exception cref="Refusal"><see cref="ServiceErrors.CompanyNotVerifiedForEdgeSim"/>.</exception>
    public static void MustBeVerified(Company company)
    {
        if (!company.Verified)
        {
            throw ServiceErrors.CompanyNotVerifiedForEdgeSim.Because(company.NotYetVerified);
        }
    }

    /// <summary>
    /// Whether name servers make sense: addresses, and one at least where the default ones aren't used.
    /// </summary>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.MissingProperty"/>, <see cref="EmulatorErrors.WrongFormat"/>.
    /// </exception>
    public static void MustBeNameServers(
        bool useDefault, (string Name, string? Address) first, (string Name, string? Address) second)
    {
        MustBeAddress(first);
        MustBeAddress(second);
        if (!useDefault && string.IsNullOrEmpty(first.Address))
        {
            throw ServiceErrors.MissingProperty.Because(
                $"Without the default name servers, name one of your own: {first.Name}, an IPv4 address.",
                "",
                first.Name);
        }
    }

    /// <summary>Whether another firewall can be had.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FirewallNotSupported"/>.</exception>
    public static void MustBeOffered(string? firewall, bool custom)
    {
        if (firewall == "CUSTOM" || custom)
        {
            throw ServiceErrors.FirewallNotSupported.Because(
                "A pool's firewall is ENABLED or DISABLED; leave customFirewallEnabled false.");
        }
    }

    /// <summary>Gives a pool another firewall, which takes a moment; the one that it has changes nothing.</summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void Guard(this SimPool pool, SimFirewall firewall, Moment moment)
    {
        if (pool.Firewall == firewall)
        {
            return;
        }

        SimPoolStateMachine.Table.Fire(pool, SimPoolTrigger.Configure, moment);
        pool.Firewall = firewall;
    }

    /// <summary>Whether a pool has room for so many more cards.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.SimPoolFull"/>.</exception>
    public static void MustHold(this SimPool pool, int there, int more)
    {
        if (there + more > SimSubnets.Room)
        {
            throw ServiceErrors.SimPoolFull.Because(
                $"The subnet {SimSubnets.Subnet(pool.Block)} has addresses for {SimSubnets.Room} cards, and {there} "
                + $"are there; {more} more are asked for. Use another pool.",
                SimSubnets.Room - there);
        }
    }

    /// <summary>
    /// Whether a pool takes cards, or a CloudRouter takes the pool: it is there, and not being changed.
    /// </summary>
    /// <exception cref="Refusal"><see cref="EmulatorErrors.WrongState"/>.</exception>
    public static void MustBeThere(this SimPool pool, string what)
    {
        if (pool.Status != SimPoolStatus.Created)
        {
            throw ServiceErrors.WrongState.Because(
                $"The SIM pool is {Spelling.Of(pool.Status)}: it can be {what} when it is CREATED.",
                "SIM pool",
                what,
                Spelling.Of(pool.Status));
        }
    }

    /// <summary>Whether a pool can be deleted: no site of a CloudRouter stands on it, and no cards are in it.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="site">The site that stands on it; null where none does.</param>
    /// <param name="sims">How many cards it has.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.SimPoolInUse"/>, <see cref="ServiceErrors.SimPoolNotEmpty"/>.
    /// </exception>
    public static void MustBeUnused(this SimPool pool, string? site, int sims)
    {
        if (site is not null)
        {
            throw ServiceErrors.SimPoolInUse.Because(
                $"CloudRouter site {site} stands on {pool.Name}. Delete the site first, and wait until no list shows "
                + "it.");
        }

        if (sims > 0)
        {
            throw ServiceErrors.SimPoolNotEmpty.Because(
                $"{pool.Name} has {sims} SIM cards. Move them to another pool first.");
        }
    }

    /// <summary>Whether a CloudRouter can be given a pool as a site.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="site">The site that stands on it; null where none does.</param>
    /// <exception cref="Refusal">
    /// <see cref="EmulatorErrors.WrongState"/>, <see cref="ServiceErrors.SimPoolHasSite"/>.
    /// </exception>
    public static void MustBeFree(this SimPool pool, string? site)
    {
        pool.MustBeThere("used by a site");
        if (site is not null)
        {
            throw ServiceErrors.SimPoolHasSite.Because(
                $"Site {site} stands on {pool.Name}, and a pool is a site of one CloudRouter at a time.");
        }
    }

    private static void MustBeAddress((string Name, string? Address) server)
    {
        if (!string.IsNullOrEmpty(server.Address)
            && !(server.Address.Split('.') is { Length: 4 } numbers
                && Array.TrueForAll(
                    numbers, text => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _))))
        {
            throw ServiceErrors.WrongFormat.Because(
                $"{server.Name} is an IPv4 address: four numbers with dots between.", $"/{server.Name}", "ipv4");
        }
    }
}
