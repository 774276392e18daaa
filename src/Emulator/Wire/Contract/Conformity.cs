namespace Emulator.Wire.Contract;

/// <summary>What is done about answers that aren't as the contract says.</summary>
internal enum ConformanceMode
{
    /// <summary>Nothing: none is checked.</summary>
    Off,

    /// <summary>They are counted.</summary>
    Count,

    /// <summary>They are counted, and a refusal is sent instead.</summary>
    Fail,
}

/// <summary>
/// Which answers were checked, and what was found. It is the process's own, not a sandbox's: it tells of the emulator, whoever asks it and wherever. Any number of
/// threads may use it at once.
/// </summary>
internal sealed class Conformity
{
    /// <summary>How many violations are told apart; further ones are only counted.</summary>
    public const int MostViolations = 500;

    private readonly TimeProvider machine;
    private readonly Lazy<OrderedDictionary<(string Method, string Path), CheckedOperation>> operations;
    private readonly Lock gate = new();
    private readonly Dictionary<(CheckedOperation Operation, int Status, string Pointer, string Expected), Violation> violations = [];
    private long unlisted;
    private DateTimeOffset since;
    private int era = 1;

    /// <param name="mode">The setting.</param>
    /// <param name="machine">The machine's time: no sandbox's clock would order what was found in all of them.</param>
    /// <param name="contract">Reads the contract: asked once, for the first answer; never with <see cref="ConformanceMode.Off"/>.</param>
    public Conformity(ConformanceMode mode, TimeProvider machine, Func<ServiceContract> contract)
    {
        Mode = mode;
        this.machine = machine;
        since = machine.GetUtcNow();
        operations = new(() => new(contract().All.Select(operation => KeyValuePair.Create((operation.Method, operation.Path), new CheckedOperation(operation, this)))));
    }

    /// <summary>The setting.</summary>
    public ConformanceMode Mode { get; }

    /// <summary>Counts up when all is forgotten: what was checked before has to be checked again. Never 0.</summary>
    public int Era => Volatile.Read(ref era);

    /// <summary>An operation whose answers are checked; null for what the contract doesn't tell of.</summary>
    /// <param name="method">Its method, in capitals.</param>
    /// <param name="path">Its path as it is routed.</param>
    public CheckedOperation? Of(string method, string path) => operations.Value.GetValueOrDefault((method, path));

    /// <summary>Notes an answer that was checked.</summary>
    /// <param name="operation">Whose it is.</param>
    /// <param name="status">Its status.</param>
    /// <param name="findings">Where it isn't as the contract says; empty where it is.</param>
    /// <param name="sandbox">Where it was asked for.</param>
    public void Note(CheckedOperation operation, int status, IReadOnlyList<Finding> findings, string sandbox)
    {
        operation.CountUp();
        if (findings.Count == 0)
        {
            return;
        }

        lock (gate)
        {
            foreach (var finding in findings)
            {
                var key = (operation, status, finding.Pointer, finding.Expected);
                if (violations.TryGetValue(key, out var known))
                {
                    violations[key] = known with { Count = known.Count + 1 };
                }
                else if (violations.Count < MostViolations)
                {
                    violations[key] = new Violation(operation.Operation, status, finding, 1, machine.GetUtcNow(), sandbox);
                }
                else
                {
                    unlisted++;
                }
            }
        }
    }

    /// <summary>What was found so far, as it stands at one instant.</summary>
    public ConformityReport Report()
    {
        IEnumerable<CheckedOperation> all = Mode == ConformanceMode.Off ? [] : operations.Value.Values;
        lock (gate)
        {
            return new ConformityReport(Mode, since, [.. all.Select(operation => (operation.Operation, operation.Checked))], [.. violations.Values], unlisted);
        }
    }

    /// <summary>Forgets what was found.</summary>
    public void Clear()
    {
        IEnumerable<CheckedOperation> all = Mode == ConformanceMode.Off ? [] : operations.Value.Values;
        lock (gate)
        {
            foreach (var operation in all)
            {
                operation.Forget();
            }

            violations.Clear();
            unlisted = 0;
            since = machine.GetUtcNow();
            era++;
        }
    }
}
