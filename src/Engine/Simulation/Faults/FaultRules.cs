using Emulator.Errors;
using Emulator.Simulation.Keeping;

namespace Emulator.Simulation.Faults;

/// <summary>
/// The fault rules of a sandbox, in the order in which they are asked. The first that strikes decides; one that only
/// delays lets those after it strike, too. They are no part of the sandbox's data: a reset leaves none, and so does the
/// end of the process, unless the sandbox is kept in a folder.
/// </summary>
/// <param name="clock">The sandbox's clock.</param>
internal sealed class FaultRules(Clock clock)
{
    /// <summary>The most rules there may be at a time.</summary>
    public const int Most = 200;

    private readonly Lock changing = new();
    private FaultRuleList current = FaultRuleList.Empty;
    private int named;

    /// <summary>Keeps the rules across restarts, before they are in force; null where nothing does.</summary>
    /// <remarks>Throws a <see cref="Refusal"/> where it can't: the rules are as they were then.</remarks>
    public Action<IReadOnlyList<KeptFault>>? Keep { get; set; }

    /// <summary>The rules as they are now; another list where they change.</summary>
    public FaultRuleList Current => Volatile.Read(ref current);

    /// <summary>Those whose time to live isn't over.</summary>
    public IReadOnlyList<FaultRule> All => [.. Current.Rules.Where(rule => !rule.IsOver(clock.NowTicks))];

    /// <summary>Begins with rules that were kept.</summary>
    public void Begin(IReadOnlyList<KeptFault> rules)
    {
        lock (changing)
        {
            Put([.. rules.Select(kept => new FaultRule(kept, clock.NowTicks))]);
        }
    }

    /// <summary>Keeps how often each was asked, too: the sandbox is being closed.</summary>
    public void KeepCounts()
    {
        lock (changing)
        {
            if (current.Rules.Length > 0)
            {
                Keep?.Invoke([.. current.Rules.Select(rule => rule.ToKeep())]);
            }
        }
    }

    /// <summary>A rule.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FaultNotFound"/>.</exception>
    public FaultRule Named(string id) =>
        All.FirstOrDefault(rule => IsCalled(rule, id)) ?? throw NotFound(id);

    /// <summary>Adds one.</summary>
    /// <param name="id">Its id; null for one that is made up.</param>
    /// <param name="terms">What is asked of it.</param>
    /// <param name="first">Whether it is asked before all others, rather than after them.</param>
    /// <exception cref="Refusal">
    /// <see cref="ServiceErrors.FaultExists"/>, <see cref="ServiceErrors.TooManyFaults"/>.
    /// </exception>
    public FaultRule Add(string? id, FaultTerms terms, bool first)
    {
        lock (changing)
        {
            var rules = All;
            if (rules.Count >= Most)
            {
                throw ServiceErrors.TooManyFaults.Because("DELETE /__admin/faults takes all of them away; a rule "
                    + "with a time to live (ttlSeconds) ends on its own.", Most);
            }

            if (id is not null && rules.Any(rule => IsCalled(rule, id)))
            {
                throw ServiceErrors.FaultExists.Because("PUT /__admin/faults/{id} replaces it.", id);
            }

            while (id is null || rules.Any(rule => IsCalled(rule, id)))
            {
                id = $"fault-{++named}";
            }

            var added = new FaultRule(id, terms, clock.NowTicks);
            Put(first ? [added, .. rules] : [.. rules, added]);
            return added;
        }
    }

    /// <summary>Puts another in a rule's place, with its name.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FaultNotFound"/>.</exception>
    public FaultRule Replace(string id, FaultTerms terms)
    {
        lock (changing)
        {
            var old = Named(id);
            var replacing = new FaultRule(old.Id, terms, clock.NowTicks);
            Put([.. All.Select(rule => rule == old ? replacing : rule)]);
            return replacing;
        }
    }

    /// <summary>Takes one away.</summary>
    /// <exception cref="Refusal"><see cref="ServiceErrors.FaultNotFound"/>.</exception>
    public void Remove(string id)
    {
        lock (changing)
        {
            var old = Named(id);
            Put([.. All.Where(rule => rule != old)]);
        }
    }

    /// <summary>Takes all away, and names those to come from the first again.</summary>
    /// <returns>How many there were.</returns>
    public int Clear()
    {
        lock (changing)
        {
            var count = All.Count;
            Put([]);
            named = 0;
            return count;
        }
    }

    /// <summary>Asks the rules about a request, and counts.</summary>
    public Strike Ask(FaultRuleList rules, in IncomingRequest request)
    {
        var strike = default(Strike);
        var now = 0L;
        foreach (var rule in rules.Rules)
        {
            if (!rule.Terms.Enabled || !rule.Terms.Match.Fits(in request))
            {
                continue;
            }

            // Asking the clock costs more than asking several rules.
            now = now == 0 && rule.GoesByTheClock ? clock.NowTicks : now;
            if (rule.IsOver(now) || rule.Strikes(in request, now, out var retryAfter) is not (> 0 and var number))
            {
                continue;
            }

            now = now == 0 ? clock.NowTicks : now;
            Fired(rule, now);
            var then = rule.Terms.Then;
            strike.Ids = strike.Ids is null ? rule.Id : $"{strike.Ids}, {rule.Id}";
            strike.Milliseconds += then.Latency?.Of(number, rule.Terms.Seed) ?? 0;
            if (!then.OnlyDelays)
            {
                strike.Then = then;
                strike.RetryAfter = retryAfter;
                break;
            }
        }

        return strike;
    }

    /// <summary>A rule has struck: the one place that everything that does passes.</summary>
    private static void Fired(FaultRule rule, long nowTicks)
    {
        rule.CountFired(nowTicks);
        Telemetry.Faults.Add(1);
    }

    private void Put(FaultRule[] rules)
    {
        if (rules.Length + current.Rules.Length > 0)
        {
            Keep?.Invoke([.. rules.Select(rule => rule.ToKeep())]);
        }

        Volatile.Write(ref current, rules.Length == 0 ? FaultRuleList.Empty : new FaultRuleList(rules));
    }

    private static bool IsCalled(FaultRule rule, string id) =>
        string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase);

    private static Refusal NotFound(string id) => ServiceErrors.FaultNotFound.Because("GET /__admin/faults lists "
        + "those there are; one whose time to live is over is gone, and a reset leaves none.", id);
}

/// <summary>Rules at one moment, and what has to be known of a request before they can be asked.</summary>
internal sealed class FaultRuleList(FaultRule[] rules)
{
    public static readonly FaultRuleList Empty = new([]);

    public FaultRule[] Rules => rules;

    public bool IsEmpty => rules.Length == 0;

    /// <summary>Whether one looks at who asks.</summary>
    public bool LookAtUser { get; } =
        rules.Any(rule => rule.Terms is { Match.User: not null } or { Then.RateLimit.By: LimitedBy.User });

    /// <summary>Whether one looks at the route's company.</summary>
    public bool LookAtCompany { get; } =
        rules.Any(rule => rule.Terms is { Match.Company: not null } or { Then.RateLimit.By: LimitedBy.Company });
}

/// <summary>What happens to a request.</summary>
internal struct Strike
{
    /// <summary>The rules that have struck, the last one first to decide; null where none has.</summary>
    public string? Ids;

    /// <summary>How long it is delayed, milliseconds of real time.</summary>
    public int Milliseconds;

    /// <summary>What is done to it; null where it is only delayed.</summary>
    public FaultEffect? Then;

    /// <summary>Of a rate limit: in how many seconds the next request is let through.</summary>
    public int RetryAfter;
}
