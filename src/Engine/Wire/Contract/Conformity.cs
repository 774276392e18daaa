using System.Collections.Concurrent;

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
/// Which answers were checked, and what was found. It is the process's own, not a sandbox's: it is about the emulator
/// as a whole. Any number of threads may use it at once.
/// </summary>
internal sealed class Conformity
{
    /// <summary>How many violations are distinguished; further ones are only counted.</summary>
    public const int MostViolations = 500;

    /// <summary>How many answers are held until the contract is read; one more, and it is read at once.</summary>
    private const int MostHeld = 500;

    /// <summary>
    /// How long the first answers have the processor to themselves: reading the contract takes longer than a start may.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly TimeProvider machine;
    private readonly Lazy<OrderedDictionary<(string Method, string Path), CheckedOperation>> operations;
    private readonly ConcurrentQueue<HeldAnswer> held = new();
    private readonly Lock gate = new(), checking = new();
    private readonly Dictionary<
        (CheckedOperation Operation, int Status, string Pointer, string Expected),
        Violation
    > violations = [];
    private long unlisted;
    private DateTimeOffset since;
    private int era = 1;
    private int holding;

    /// <param name="mode">The setting.</param>
    /// <param name="machine">The machine's time: no sandbox's clock would order what was found in all of them.</param>
    /// <param name="contract">
    /// Reads the contract: asked once, soon after the first answer; never with <see cref="ConformanceMode.Off"/>.
    /// </param>
    public Conformity(ConformanceMode mode, TimeProvider machine, Func<ServiceContract> contract)
    {
        Mode = mode;
        this.machine = machine;
        since = machine.GetUtcNow();
        operations = new(() =>
            new(
                contract()
                    .All.Select(operation =>
                        KeyValuePair.Create((operation.Method, operation.Path), new CheckedOperation(operation, this))))
        );
    }

    /// <summary>The setting.</summary>
    public ConformanceMode Mode { get; }

    /// <summary>Counts up when all is forgotten: what was checked before has to be checked again. Never 0.</summary>
    public int Era => Volatile.Read(ref era);

    /// <summary>
    /// Whether answers are held for now, to be checked when the contract is read: with
    /// <see cref="ConformanceMode.Count"/>, soon after the first of them.
    /// </summary>
    public bool Holds => Mode == ConformanceMode.Count && !operations.IsValueCreated;

    /// <summary>Holds an answer until the contract is read.</summary>
    public void Hold(HeldAnswer answer)
    {
        held.Enqueue(answer);
        var count = Interlocked.Increment(ref holding);
        if (count == 1)
        {
            _ = CheckHeldSoon();
        }
        else if (count > MostHeld)
        {
            CheckHeld();
        }
    }

    /// <summary>An operation whose answers are checked; null for what the contract doesn't have.</summary>
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
                    violations[key] = new Violation(
                        operation.Operation,
                        status,
                        finding,
                        1,
                        machine.GetUtcNow(),
                        sandbox);
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
        CheckHeld();
        IEnumerable<CheckedOperation> all = Mode == ConformanceMode.Off ? [] : operations.Value.Values;
        lock (gate)
        {
            return new ConformityReport(
                Mode,
                since,
                [.. all.Select(operation => (operation.Operation, operation.Checked))],
                [.. violations.Values],
                unlisted);
        }
    }

    /// <summary>Forgets what was found.</summary>
    public void Clear()
    {
        CheckHeld();
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

    private async Task CheckHeldSoon()
    {
        await Task.Delay(Patience, machine);
        CheckHeld();
    }

    /// <summary>
    /// Checks what is held. An answer that another thread has in hand is noted when this returns, so that a report has
    /// it, and what is cleared has it no more.
    /// </summary>
    private void CheckHeld()
    {
        lock (checking)
        {
            var clean = new HashSet<object>(ReferenceEqualityComparer.Instance);
            while (held.TryDequeue(out var answer))
            {
                // One that was kept and given again unchanged is checked once here, too.
                if (
                    (answer.Kept is not null && clean.Contains(answer.Kept))
                    || Of(answer.Method, answer.Path) is not { } operation)
                {
                    continue;
                }

                var findings = operation.Check(answer.Status, answer.ContentType, answer.Body.Span);
                Note(operation, answer.Status, findings, answer.Sandbox);
                if (findings.Count == 0 && answer.Kept is not null)
                {
                    clean.Add(answer.Kept);
                    answer.Passed?.Invoke(Era);
                }
            }
        }
    }
}

/// <summary>An answer that was sent before the contract was read.</summary>
/// <param name="Method">The operation's method, in capitals.</param>
/// <param name="Path">Its path as it is routed.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="ContentType">Its content type; null where it has none.</param>
/// <param name="Body">Its body.</param>
/// <param name="Sandbox">Where it was asked for.</param>
/// <param name="Kept">What it is kept as; null where it isn't.</param>
/// <param name="Passed">
/// Takes the <see cref="Conformity.Era"/> in which a kept answer was found to be as the contract says, so that it isn't
/// checked again when it is given again; null where it isn't kept.
/// </param>
internal sealed record HeldAnswer(
    string Method,
    string Path,
    int Status,
    string? ContentType,
    ReadOnlyMemory<byte> Body,
    string Sandbox,
    object? Kept = null,
    Action<int>? Passed = null);
