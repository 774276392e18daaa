namespace Emulator.Wire.Contract;

/// <summary>An operation whose answers are checked: how, and how many were.</summary>
internal sealed class CheckedOperation(ContractOperation operation, Conformity conformity)
{
    /// <summary>One for each thread: an answer that is whole is checked without a pause.</summary>
    [ThreadStatic]
    private static AnswerReader? reader;

    private long count;

    /// <summary>What the contract says of it.</summary>
    public ContractOperation Operation => operation;

    /// <summary>Where what is found of its answers is noted.</summary>
    public Conformity Conformity => conformity;

    /// <summary>How many of its answers were checked.</summary>
    public long Checked => Volatile.Read(ref count);

    public void CountUp() => Interlocked.Increment(ref count);

    public void Forget() => Volatile.Write(ref count, 0);

    /// <summary>Checks an answer.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="contentType">Its content type; null where it has none.</param>
    /// <param name="body">Its body.</param>
    /// <returns>Where it isn't as the contract says, each place once; empty where it is.</returns>
    public IReadOnlyList<Finding> Check(int status, string? contentType, ReadOnlySpan<byte> body)
    {
        if (Misdeclared(status, contentType) is { } finding)
        {
            return [finding];
        }

        var answer = operation.Answers[status];
        if (answer.ContentType is null && body.Length > 0)
        {
            return [new Finding("", "no content", "some")];
        }

        if (!answer.IsJson)
        {
            return [];
        }

        reader ??= new AnswerReader();
        reader.Begin(answer.Schema);
        return reader.End(body);
    }

    /// <summary>
    /// What the body of an answer must be; anything, where the contract doesn't say or it isn't JSON.
    /// </summary>
    /// <param name="status">The answer's status.</param>
    public AnswerSchema SchemaOf(int status) =>
        operation.Answers.TryGetValue(status, out var answer) && answer.IsJson ? answer.Schema : AnswerSchema.Anything;

    /// <summary>Checks what is known of an answer before its body is: status and content type.</summary>
    /// <returns>What is wrong with them; null where nothing is.</returns>
    public Finding? Misdeclared(int status, string? contentType)
    {
        if (!operation.Answers.TryGetValue(status, out var answer))
        {
            return new Finding(
                "",
                $"a status of {string.Join(", ", operation.Answers.Keys.Order())}",
                status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        var type = contentType.AsSpan();
        type = type.IndexOf(';') is var end and >= 0 ? type[..end].TrimEnd() : type;
        return type.Equals(answer.ContentType, StringComparison.OrdinalIgnoreCase)
            ? null
            : new Finding(
                "",
                answer.ContentType is { } expected ? $"the content type {expected}" : "no content",
                type.IsEmpty ? "no content type" : type.ToString());
    }
}

/// <summary>A place in an operation's answers that isn't as the contract says.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Status">The answers' status.</param>
/// <param name="Finding">What was found, when it was found first.</param>
/// <param name="Count">In how many answers it was found.</param>
/// <param name="FirstSeen">When it was found first, of the machine's time.</param>
/// <param name="Sandbox">The sandbox it was found in first.</param>
internal sealed record Violation(
    ContractOperation Operation,
    int Status,
    Finding Finding,
    long Count,
    DateTimeOffset FirstSeen,
    string Sandbox);

/// <summary>What was checked and found.</summary>
/// <param name="Mode">The setting.</param>
/// <param name="Since">Since when, of the machine's time.</param>
/// <param name="Operations">
/// Every operation of the contract, with how many of its answers were checked; none where nothing is checked.
/// </param>
/// <param name="Violations">Each place once, in the order of finding.</param>
/// <param name="Unlisted">How often there was one more that found no room in the list.</param>
internal sealed record ConformityReport(
    ConformanceMode Mode,
    DateTimeOffset Since,
    IReadOnlyList<(ContractOperation Operation, long Checked)> Operations,
    IReadOnlyList<Violation> Violations,
    long Unlisted);
